/** Every route tried by everybody: nobody is answered who should not be, and somebody always is (trust, T1). */

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import type { Actor } from '#access'
import { openRoutes, routes } from '#app'
import { parseDate } from '#shared/dates'
import type { Route } from '#web/route'
import { openTestDatabase, type TestDatabase } from './support/database.ts'
import { type Example, type Examples, addExamples, packetOf, secretsOf } from './support/examples.ts'
import { agreement, organisation, people } from './support/people.ts'
import { namesOf, routesOf } from './support/router.ts'
import { sampleOf } from './support/samples.ts'
import { type Website, openWebsite } from './support/website.ts'

type Address = { path: string; gone: string; asked: Example[] }
type Answer = Awaited<ReturnType<ReturnType<Website['as']>['see']>>
const everybody: readonly Actor[] = Object.values(people)
const declared = (all: readonly Route[]) =>
  [...all.map(({ method, path }) => `${method} ${path}`), ...Object.keys(openRoutes)].toSorted()
const nameOf = ({ method, path }: Route) => `${method} ${path}`
const paramsIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map(match => match[1]!)

suite('the probe', () => {
  let opened: TestDatabase
  let website: Website
  let examples: Examples
  before(async () => {
    opened = await openTestDatabase('server')
    examples = await addExamples(opened)
    website = await openWebsite({ opened })
  })
  after(async () => {
    await website.close()
    await opened.close()
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
    const writing = routes.filter(({ method, action }) => method === 'GET' && action.role !== 'reader')
    assert.deepEqual(writing.map(nameOf), [])
  })

  test('has an example of whatever stands in a path', () => {
    const missing = routes.flatMap(route =>
      paramsIn(route.path)
        .filter(param => !examples.has(param))
        .map(param => `${nameOf(route)}: tests/support/examples.ts has no ${param}`),
    )
    assert.deepEqual(missing, [])
  })

  for (const route of routes) {
    test(`${nameOf(route)} answers those who may, and nobody else`, () => probe(route))
  }

  test('nobody is told another authority’s words, wherever they look', async () => {
    const [ours, theirs] = [organisation.bracknell.id, organisation.reading.id]
    for (const actor of everybody) {
      const hidden = [ours, theirs].filter(each => each !== actor.organisation).flatMap(secretsOf)
      const packets = actor.organisation === organisation.larch.id ? [] : [ours, theirs]
      const unsent = packets.filter(each => each !== actor.organisation).map(packetOf)
      for (const answer of await lookEverywhere(actor)) {
        const told = [...hidden, ...unsent].filter(secret => answer.body.includes(secret))
        assert.deepEqual(told, [], `${actor.name} at ${answer.raw.req.url}`)
      }
    }
  })

  test('once the agreement has ended the co-operative is shown nothing of any child', async () => {
    website.setToday(parseDate(agreement.until_on)!)
    const children = examples.get('child')!.map(({ id }) => id)
    for (const answer of await lookEverywhere(people.regionLead, 'region:read')) {
      assert.deepEqual(
        children.filter(id => answer.body.includes(id)),
        [],
      )
      if (answer.statusCode === 200) assert.doesNotMatch(answer.body, /WBRI|"total":[1-9]/)
    }
    website.setToday(parseDate('2026-08-30')!)
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
      return { path: filled(asked.map(({ id }) => id)), gone: filled(params.map(() => randomUUID())), asked }
    })
  }

  const knock = (route: Route, actor: Actor | null, path: string, body: object): Promise<Answer> =>
    route.method === 'GET' ? website.as(actor).read(path) : website.as(actor).submit(path, body, json)

  /** Records are made anew for each route that writes, so that none finds what another left. */
  async function probe(route: Route): Promise<void> {
    if (route.method === 'POST') examples = await addExamples(opened)
    let answered = 0
    for (const address of addresses(route)) {
      assert.equal((await knock(route, null, address.path, {})).statusCode, 401, `${address.path} by nobody`)
      for (const actor of everybody) answered += await probeAs(actor, route, address)
    }
    assert.ok(answered > 0, 'nobody at all was answered')
  }

  /** How many times this person was answered. */
  async function probeAs(actor: Actor, route: Route, { path, gone, asked }: Address): Promise<number> {
    const permitted = actor.permissions.has(route.action.permission)
    const may = permitted && asked.every(({ sees }) => sees(actor))
    const plausible = sampleOf(route.action.schema, plausibleAnswers())
    const bodies = route.method === 'GET' ? [{}] : permitted ? [{}, plausible] : [plausible]
    let answered = 0
    for (const body of bodies) {
      const answer = await knock(route, actor, path, body)
      assert.notEqual(answer.statusCode, 500, `${path} by ${actor.name}`)
      if (may) answered += [401, 403, 404].includes(answer.statusCode) ? 0 : 1
      else if (!permitted) assert.equal(answer.statusCode, 403, `${actor.name} at ${path}`)
      else {
        assert.ok(isDenied(answer), `${actor.name} was answered ${answer.statusCode} at ${path}`)
        assertAlike(answer, await knock(route, actor, gone, body), path, gone)
      }
    }
    return answered
  }

  const plausibleAnswers = (): Record<string, unknown> => ({
    ...Object.fromEntries([...examples].map(([param, [first]]) => [param, first!.id])),
    organisation: organisation.bracknell.id,
    parties: [organisation.coop.id, organisation.bracknell.id],
    role: 'social-worker',
    until: '2027-09-15',
  })

  async function lookEverywhere(actor: Actor, permission?: string): Promise<Answer[]> {
    const asked = routes.filter(
      ({ method, action }) =>
        method === 'GET' &&
        actor.permissions.has(action.permission) &&
        (!permission || action.permission === permission),
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

/** Refused before anything about the record could matter: 422 says only that the question could not be read. */
const isDenied = ({ statusCode }: Answer): boolean => [401, 403, 404, 422].includes(statusCode)

function assertAlike(denied: Answer, absent: Answer, path: string, gone: string): void {
  const told = (answer: Answer) => ({
    status: answer.statusCode,
    body: answer.body.replaceAll(path, '').replaceAll(gone, ''),
    length: answer.headers['content-length'],
  })
  assert.deepEqual(told(denied), told(absent), `${path} and ${gone} are told apart`)
}
