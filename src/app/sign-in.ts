/** The pages before anybody is known: signing in, coming back from a provider, and signing out. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Person, type PersonId, atTheGate, findPerson, listPeople, recordSigning } from '#access'
import { conflict, notAllowed, notFound } from '#shared/refusal'
import { answerRefusal, asHtml } from '#web/answering'
import { layout } from '#web/layout'
import type { Page } from '#web/route'
import { type Provider, beginSignIn, finishSignIn } from './openid.ts'
import { type Setting, callerOf, signIn, signOut, signOutEverywhere } from './sessions.ts'
import { signInPage } from './views/sign-in.ts'

export type SignIn = Setting & { readonly provider: Provider | null; readonly demonstration: boolean }

/** Each route that nobody need be signed in for, and why. Every other route has an action, and so a permission. */
export const openRoutes: Record<string, string> = {
  'GET /sign-in': 'it is where people sign in',
  'POST /sign-in': 'the demonstration’s choice of an invented person; refused without the demonstration',
  'GET /sign-in/start': 'it sends people to their identity provider',
  'GET /sign-in/return': 'their identity provider sends them back to it',
  'POST /sign-out': 'it only ends the asker’s own session',
  'POST /sign-out-everywhere': 'it only ends the asker’s own sessions',
  'GET /accessibility': 'it is about the service, and nobody',
  'GET /privacy': 'it is about the service, and nobody',
  'GET /what-is-logged': 'it is about the service, and nobody',
  'GET /live': 'it says only that the process runs',
  'GET /ready': 'it says only that the database answers',
  'GET /assets/*': 'styles, scripts and pictures',
}

const away = 'nearhome-signing-in'
const awayOptions = ({ secure }: SignIn) =>
  ({ path: '/sign-in', httpOnly: true, sameSite: 'lax', secure, maxAge: 900 }) as const
const notAnswering = 'Your organisation’s sign-in is not answering. Try again in a few minutes'
/** Per address: 30 in a minute lets an office of 200 in, and stops guessing. */
const config = { rateLimit: { max: 30, timeWindow: 60_000 } }

/** Only a path of our own may be gone on to. */
export const ownPath = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) ? next : '/'

export function addSignIn(server: FastifyInstance, setting: SignIn): void {
  addChoosing(server, setting)
  addProvider(server, setting)
  addSignOut(server, setting)
}

const nextOf = (request: FastifyRequest) => ownPath((request.query as { next?: unknown }).next)

/** The page itself; and, with the demonstration, choosing whom to be. */
function addChoosing(server: FastifyInstance, setting: SignIn): void {
  const { database, provider, demonstration, today } = setting
  server.get('/sign-in', { config }, async (request, reply) => {
    const people = demonstration ? await atTheGate(database, tx => listPeople(tx, today())) : []
    return showPage(
      reply,
      signInPage({ people, provider: provider !== null, demonstration, next: nextOf(request) }),
    )
  })

  server.post('/sign-in', { config }, async (request, reply) => {
    if (!demonstration) return answerRefusal(request, reply, notFound('Page not found'))
    const { person: id, next } = (request.body ?? {}) as { person?: unknown; next?: unknown }
    const person = await personCalled(setting, id)
    if (!person) return answerRefusal(request, reply, notFound('Choose one of the invented people'))
    await signIn({ request, reply }, setting, person.id, true)
    return reply.redirect(ownPath(next), 303)
  })
}

/** There to one's own identity provider, and back. */
function addProvider(server: FastifyInstance, setting: SignIn): void {
  const { database, provider, today } = setting
  server.get('/sign-in/start', { config }, async (request, reply) => {
    if (!provider) return answerRefusal(request, reply, notFound('Page not found'))
    const leaving = await beginSignIn(database, provider, nextOf(request))
    if (!leaving) return answerRefusal(request, reply, conflict(notAnswering), undefined, 503)
    reply.setCookie(away, leaving.state, awayOptions(setting))
    return reply.redirect(leaving.to, 303)
  })

  server.get('/sign-in/return', { config }, async (request, reply) => {
    const state = request.cookies[away]
    if (!provider || !state) return refuseSignIn(request, reply)
    const returned = await finishSignIn(database, provider, { url: request.url, state, today: today() })
    if (!returned) return refuseSignIn(request, reply)
    await signIn({ request, reply }, setting, returned.person.id, false)
    reply.clearCookie(away, awayOptions(setting))
    return reply.redirect(ownPath(returned.next), 303)
  })
}

function addSignOut(server: FastifyInstance, setting: SignIn): void {
  server.post('/sign-out', async (request, reply) => {
    await signOut(request, reply, setting)
    return reply.redirect('/sign-in', 303)
  })

  server.post('/sign-out-everywhere', async (request, reply) => {
    const caller = await callerOf(setting)(request)
    if (caller) await signOutEverywhere(setting, caller.actor.id)
    await signOut(request, reply, setting)
    return reply.redirect('/sign-in', 303)
  })
}

const refuseSignIn = (request: FastifyRequest, reply: FastifyReply) =>
  answerRefusal(
    request,
    reply,
    notAllowed(
      'You could not be signed in. Try again; if it fails again, ask your co-operative’s administrator',
    ),
  )

async function personCalled({ database, today }: Setting, id: unknown): Promise<Person | undefined> {
  if (typeof id !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined
  return atTheGate(database, async tx => {
    const person = await findPerson(tx, id, today())
    if (!person) await recordSigning(tx, id as PersonId, { action: 'session.start', refused: true })
    return person
  })
}

const showPage = (reply: FastifyReply, page: Page) =>
  reply.type(asHtml).header('cache-control', 'no-store').send(layout(null, page).text)
