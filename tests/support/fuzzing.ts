/** Each route sent what nobody would send: never a fault, and every "no" says why. */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import fc from 'fast-check'
import type { Actor } from '#access'
import { routes } from '#app'
import type { Route } from '#web/route'
import { type TestDatabase, openTestDatabase } from './database.ts'
import { addExamples } from './examples.ts'
import { addHome } from './homes.ts'
import { type Given, around } from './nasty.ts'
import { addOffer } from './offers.ts'
import { organisation, people } from './people.ts'
import { encoded, ways } from './sending.ts'
import { type Website, openWebsite } from './website.ts'

const inputsPerRoute = 200
const atOnce = 20
const seed = 1

export function fuzz(method: Route['method']): void {
  suite(`fuzzing: ${method}`, () => {
    let opened: TestDatabase
    let website: Website
    let sent = 0
    before(async () => {
      opened = await openTestDatabase('server')
      website = await openWebsite({ opened, fromEverywhere: true })
    })
    after(async () => {
      await website?.close()
      await opened?.close()
      console.log(`fuzzing: ${sent} inputs, none of them a fault`)
    })

    for (const route of routes.filter(each => each.method === method)) {
      test(`${method} ${route.path} is never at fault`, async () => {
        const given = await recordsFor(opened)
        const actor = Object.values(people).find(each => may(each, route, given[0]!))
        assert.ok(actor, 'somebody may ask this')
        await website.as(actor).see('/live')
        const inputs = fc.sample(around(route, given), { numRuns: inputsPerRoute, seed })
        for (let i = 0; i < inputs.length; i += atOnce) {
          const some = inputs.slice(i, i + atOnce)
          await Promise.all(
            some.map(async input => {
              sent += 1
              assertSaid(await send(website, { route, actor, input, turn: sent }), input)
            }),
          )
        }
      })
    }
  })
}

/** Records in more than one state, made anew for each route, so that none is used up by another. */
async function recordsFor(opened: TestDatabase): Promise<readonly Given[]> {
  const examples = await addExamples(opened)
  const first = Object.fromEntries([...examples].map(([param, [each]]) => [param, each!]))
  const { home, places } = await addHome(opened.owner, { organisation: organisation.larch.id })
  const { approach, referral } = await addOffer(opened.database, { home, place: places[0]! })
  const offered = {
    approach: { ...first.approach!, id: approach.id },
    place: { ...first.place!, id: places[0]!.id },
  }
  return [first, { ...first, ...offered, referral: { ...first.referral!, id: referral.id } }]
}
const may = (actor: Actor, { path, action }: Route, given: Given): boolean =>
  actor.permissions.has(action.permission) &&
  [...path.matchAll(/:(\w+)/g)].every(([, param]) => given[param!]!.sees(actor))

type Sending = {
  readonly route: Route
  readonly actor: Actor
  readonly input: Record<string, unknown>
  /** Each turn another way. */
  readonly turn: number
}

async function send(website: Website, { route, actor, input, turn }: Sending): Promise<Answer> {
  const url = route.path.replace(/:(\w+)/g, (_, param: string) => encoded(input[param]) || 'nothing')
  const json = turn % 3 > 0
  if (route.method === 'GET') {
    const asked = Object.entries(input).map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    const address = `${url}?${asked.join('&')}`.slice(0, 8_000)
    return json ? website.as(actor).read(address) : website.as(actor).see(address)
  }
  const [type, write] = route.takesFiles && turn % 2 ? ways[0]! : ways[turn % ways.length]!
  const headers = { accept: json ? 'application/json' : 'text/html', 'content-type': type }
  return website.as(actor).submit(url, write(input) as unknown as object, headers)
}

type Answer = Awaited<ReturnType<ReturnType<Website['as']>['see']>>

export function assertSaid(answer: Answer, input: object): void {
  const { statusCode: status, body } = answer
  assert.ok(status < 500, `${status} for ${JSON.stringify(input).slice(0, 500)}`)
  assert.doesNotMatch(body, /\n\s+at \S+ \(|node_modules|select .* from/i)
  if (status < 400) return
  const isJson = String(answer.headers['content-type']).startsWith('application/json')
  const messages = isJson
    ? (JSON.parse(body) as { problems: { message: string }[] }).problems.map(({ message }) => message)
    : [/<p class="govuk-body">[^<]+|govuk-error-summary__list/.exec(body)?.[0] ?? '']
  assert.ok(messages.length > 0 && messages.every(Boolean), `${status} with no message`)
}
