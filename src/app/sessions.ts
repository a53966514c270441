/** From a request's cookie to whoever is asking; and signing in and out. */

import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  type Caller,
  type Database,
  type PersonId,
  type Tx,
  atTheGate,
  endSession,
  endSessions,
  findPersonIn,
  isLive,
  lookAtTheGate,
  noteSeen,
  recordSigning,
  shouldNote,
  startSession,
  toActor,
  usualLimits,
} from '#access'
import type { PlainDate } from '#shared/dates'

/** How the site knows the time, and whether it may set a cookie without TLS (only if served to this machine alone). */
export type Setting = {
  readonly database: Database
  readonly today: () => PlainDate
  readonly now: () => Date
  readonly secure: boolean
}

/** Without TLS a browser refuses a __Host- cookie, so the name says which it is. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-nearhome' : 'nearhome-local')

const cookieOptions = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const

/** Whoever was signed in here before is signed out, so that no session is left behind. */
export async function signIn(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { database, secure }: Setting,
  person: PersonId,
  demonstration: boolean,
): Promise<void> {
  const cookie = randomBytes(32).toString('base64url')
  const before = request.cookies[cookieName(secure)]
  await atTheGate(database, async tx => {
    if (before) await endRecorded(tx, before)
    await startSession(tx, cookie, person, demonstration)
    await recordSigning(tx, person, { action: 'session.start' })
  })
  reply.setCookie(cookieName(secure), cookie, cookieOptions(secure))
}

export const sessionOf =
  ({ secure }: Pick<Setting, 'secure'>) =>
  (request: FastifyRequest): string | undefined =>
    request.cookies[cookieName(secure)]

/** Roles are read anew at each request, so that a role ended ends at once. */
export const callerOf =
  ({ database, today, now, secure }: Setting) =>
  async (request: FastifyRequest): Promise<Caller | null> => {
    const cookie = request.cookies[cookieName(secure)]
    if (!cookie) return null
    const day = today()
    const found = await lookAtTheGate(database, tx => findPersonIn(tx, cookie, day))
    if (!found || !isLive(found.session, now(), usualLimits)) return null
    if (shouldNote(found.session, now())) await atTheGate(database, tx => noteSeen(tx, cookie))
    return { database, actor: toActor(found.person), today: day }
  }

export async function signOut(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, secure }: Setting,
): Promise<void> {
  const cookie = request.cookies[cookieName(secure)]
  if (cookie) await atTheGate(database, tx => endRecorded(tx, cookie))
  reply.clearCookie(cookieName(secure), cookieOptions(secure))
}

export async function signOutEverywhere({ database }: Setting, person: PersonId): Promise<number> {
  return atTheGate(database, async tx => {
    await recordSigning(tx, person, { action: 'session.end-everywhere' })
    return endSessions(tx, person)
  })
}

async function endRecorded(tx: Tx, cookie: string): Promise<void> {
  const person = await endSession(tx, cookie)
  if (person) await recordSigning(tx, person, { action: 'session.end' })
}
