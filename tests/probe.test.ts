/** Every route tried by everybody: nobody is answered who should not be, and somebody always is (trust, T1). */

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import type { Actor } from '#access'
import { openRoutes, routes } from '#app'
import type { Route } from '#web/route'
import { openTestDatabase, type TestDatabase } from './support/database.ts'
import { type Example, type Examples, addExamples } from './support/examples.ts'
import { everyRow } from './support/every-row.ts'
import { organisation, people } from './support/people.ts'
import { packetOf, secretsOf } from './support/records.ts'
import { namesOf, routesOf } from './support/router.ts'
import { plausibleAnswers, sampleOf } from './support/samples.ts'
import { type Website, openWebsite } from './support/website.ts'

type Address = { path: string; gone: string; asked: Example[] }
type Answer = Awaited<ReturnType<ReturnType<Website['as']>['see']>>
type Knock = { actor: Actor; address: Address }
const everybody: readonly Actor[] = Object.values(people)
const declared = (all: readonly Route[]) =>
  [...all.map(({ method, path }) => `${method} ${path}`), ...Object.keys(openRoutes)].toSorted()
const nameOf = ({ method, path }: Route) => `${method} ${path}`
const paramsIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map(match => match[1]!)
const writing = routes.filter(({ method }) => method === 'POST')

suite('the probe', () => {
  let opened: TestDatabase
  let website: Website
  let examples: Examples
  before(async () => {
    opened = await openTestDatabase('server')
    examples = await addExamples(opened)
    website = await openWebsite({ opened, fromEverywhere: true })
  })
  after(async () => {
    await website?.close()
    await opened?.close()
  })

  test('knows every route that the website answers: each has an action, or a reason to be open', () => {
    assert.deepEqual(namesOf(routesOf(website.server)), declared(routes))
  })

  test('a route that nobody declared is noticed', async () => {
    const other = await openWebsite({ opened })
    other.server.get('/children/:child/everything', async () => 'all')
    const known = declared(routes)
    const unknown = namesOf(routesOf(other.server)).filter(each => !known.includes(each))
    assert.deepEqual(unknown, ['GET /children/:child/everything'])
    await other.close()
  })

  test('a page is only ever read', () => {
    const wrong = routes.filter(({ method, action }) => method === 'GET' && action.role !== 'reader')
    assert.deepEqual(wrong.map(nameOf), [])
  })

  test('has an example of whatever stands in a path', () => {
    const missing = routes.flatMap(route =>
      paramsIn(route.path)
        .filter(param => !examples.has(param))
        .map(param => `${nameOf(route)}: tests/support/examples.ts has no ${param}`),
    )
    assert.deepEqual(missing, [])
  })

  test('nobody is told another’s words, wherever they look; and whose they are is told every one', async () => {
    const authorities = [organisation.bracknell.id, organisation.reading.id]
    const told = new Map<string, Set<string>>()
    for (const actor of everybody) {
      const own = told.get(actor.organisation) ?? new Set()
      told.set(actor.organisation, own)
      const seen = actor.organisation === organisation.larch.id ? authorities : [actor.organisation]
      const hidden = [
        ...authorities.filter(each => each !== actor.organisation).flatMap(secretsOf),
        ...authorities.filter(each => !seen.includes(each)).map(packetOf),
      ]
      for (const answer of await lookEverywhere(actor)) {
        const leaked = hidden.filter(secret => answer.body.includes(secret))
        assert.deepEqual(leaked, [], `${actor.name} at ${answer.raw.req.url}`)
        for (const each of authorities.flatMap(id => [...secretsOf(id), packetOf(id)]))
          if (answer.body.includes(each)) own.add(each)
      }
    }
    for (const id of authorities) {
      assert.deepEqual([...told.get(id)!].toSorted(), [...secretsOf(id), packetOf(id)].toSorted())
    }
    const toLarch = authorities.map(packetOf)
    assert.deepEqual([...told.get(organisation.larch.id)!].toSorted(), toLarch.toSorted())
  })

  for (const route of routes) {
    test(`${nameOf(route)} answers those who may, and nobody else`, () => probe(route))
  }

  test('a changed row is noticed', async () => {
    const was = await everyRow(opened)
    await opened.owner.updateTable('provision.home').set({ name: 'Another name' }).execute()
    assert.notDeepEqual(await everyRow(opened), was)
    assert.ok(writing.length > 20)
  })

  /** Each place in the path filled with each example, or with something that is not there. */
  const addresses = (route: Route): Address[] => {
    const params = paramsIn(route.path)
    if (params.length === 0) return [{ path: route.path, gone: route.path, asked: [] }]
    const most = Math.max(...params.map(param => examples.get(param)!.length))
    return Array.from({ length: most }, (_, i) => {
      const asked = params.map(param => examples.get(param)!.at(i % examples.get(param)!.length)!)
      const filled = (ids: readonly string[]) =>
        params.reduce((path, param, at) => path.replace(`:${param}`, ids[at]!), route.path)
      const absent = asked.map(({ id, isWord }) => (isWord ? id : randomUUID()))
      return { path: filled(asked.map(({ id }) => id)), gone: filled(absent), asked }
    })
  }

  const knock = (route: Route, actor: Actor | null, path: string, body: object): Promise<Answer> =>
    route.method === 'GET' ? website.as(actor).read(path) : website.as(actor).submit(path, body, json)

  /** Those who may not come first: whatever they send, every row stays as it was. Then those who may are answered. */
  async function probe(route: Route): Promise<void> {
    if (route.method === 'POST') examples = await addExamples(opened)
    const all = addresses(route)
    const permitted = everybody.filter(each => each.permissions.has(route.action.permission))
    const knocks = permitted.flatMap(actor => all.map(address => ({ actor, address })))
    const may = ({ actor, address }: Knock) => address.asked.every(({ sees }) => sees(actor))

    const was = route.method === 'POST' ? await everyRow(opened) : null
    await refuseTheRest(route, all)
    for (const each of knocks.filter(each => !may(each))) await refuse(route, each)
    if (was) assert.deepEqual(await everyRow(opened), was, 'somebody who may not has changed something')

    let answered = 0
    for (const each of knocks.filter(may)) answered += await answer(route, each)
    assert.ok(answered > 0, 'nobody at all was answered')
  }

  /** Nobody, and everybody without the permission: what is at the address makes no difference to them. */
  async function refuseTheRest(route: Route, all: readonly Address[]): Promise<void> {
    for (const { path } of all) assert.equal((await knock(route, null, path, {})).statusCode, 401, path)
    for (const actor of everybody) {
      if (actor.permissions.has(route.action.permission)) continue
      const { path } = all[0]!
      const { statusCode } = await knock(route, actor, path, plausible(route))
      assert.equal(statusCode, 403, `${actor.name} at ${path}`)
    }
  }

  /** Not theirs: refused, as if nothing were there. */
  async function refuse(route: Route, { actor, address: { path, gone } }: Knock): Promise<void> {
    for (const body of bodies(route)) {
      const denied = await knock(route, actor, path, body)
      const said = `${actor.name} was answered ${denied.statusCode} at ${path}`
      assert.ok([403, 404, 409, 422].includes(denied.statusCode), said)
      assertAlike(denied, await knock(route, actor, gone, body), path, gone)
    }
  }

  /** How many times this person was answered. */
  async function answer(route: Route, { actor, address: { path } }: Knock): Promise<number> {
    let answered = 0
    for (const body of bodies(route)) {
      const { statusCode } = await knock(route, actor, path, body)
      assert.ok(statusCode < 500, `${path} by ${actor.name}`)
      if (![401, 403, 404].includes(statusCode)) answered += 1
    }
    return answered
  }

  const plausible = ({ action }: Route) => sampleOf(action.schema, plausibleAnswers(examples))
  const bodies = (route: Route) => (route.method === 'GET' ? [{}] : [{}, plausible(route)])

  async function lookEverywhere(actor: Actor): Promise<Answer[]> {
    const asked = routes.filter(
      ({ method, action }) => method === 'GET' && actor.permissions.has(action.permission),
    )
    const answers: Answer[] = []
    for (const route of asked) {
      for (const { path } of addresses(route)) {
        for (const url of [path, `${path}?format=csv`]) answers.push(await website.as(actor).see(url))
        answers.push(await website.as(actor).read(path))
      }
    }
    return answers
  }
})

const json = { accept: 'application/json' }

function assertAlike(denied: Answer, absent: Answer, path: string, gone: string): void {
  const told = (answer: Answer) => ({
    status: answer.statusCode,
    body: answer.body.replaceAll(path, '').replaceAll(gone, ''),
    length: answer.headers['content-length'],
  })
  assert.deepEqual(told(denied), told(absent), `${path} and ${gone} are told apart`)
}
