/** Every form and address sent what nobody would send: never a fault, and every "no" says why (trust, T22). */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import type { Action, Actor } from '#access'
import { routes } from '#app'
import { html } from '#web/html'
import { type Route, ask } from '#web/route'
import { type TestDatabase, openTestDatabase } from './support/database.ts'
import { type Example, addExamples } from './support/examples.ts'
import { addHome } from './support/homes.ts'
import { addOffer } from './support/offers.ts'
import { organisation, people } from './support/people.ts'
import { fieldsOf, sampleOf } from './support/samples.ts'
import { type Website, openWebsite } from './support/website.ts'

const inputsPerRoute = 200
const atOnce = 20
const seed = 1

const long = 'x'.repeat(20_000)
const values: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  2 ** 53,
  '',
  ' ',
  long,
  [],
  [[]],
  {},
  { a: 1 },
]
const texts = [
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '10000-01-01',
  '-1',
  '1e9',
  '99999999999999999999',
  'NaN',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '👩‍👩‍👧‍👦',
  '\u202eright to left',
  '\uFEFF',
  '<script>alert(1)</script>',
  "' or 1=1 --",
  '%',
  '\\',
  '../../etc/passwd',
  '=1+1',
  '__proto__',
  'constructor',
  'toString',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'not-a-uuid',
]
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...values, ...texts),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.array(fc.string({ maxLength: 5 }), { maxLength: 5 }),
  fc.jsonValue({ maxDepth: 2 }),
  fc.integer(),
)

/** Names that a careless program would trip on. */
const strangeNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'files',
  'format',
  '',
]

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
type Given = Readonly<Record<string, Example>>

const may = (actor: Actor, { path, action }: Route, given: Given): boolean =>
  actor.permissions.has(action.permission) &&
  [...path.matchAll(/:(\w+)/g)].every(([, param]) => given[param!]!.sees(actor))

/** A plausible input with some of its fields, and perhaps a strange one, replaced by something nasty. */
function around({ action }: Route, given: readonly Given[]): fc.Arbitrary<Record<string, unknown>> {
  const names = [...fieldsOf(action.schema).map(([name]) => name), ...strangeNames]
  const ids = given.map(each => Object.fromEntries(Object.entries(each).map(([name, { id }]) => [name, id])))
  const changes = fc.array(fc.tuple(fc.constantFrom(...names), nasty), { maxLength: 4 })
  return fc
    .tuple(fc.constantFrom(...ids), changes)
    .map(([known, changed]) => ({ ...sampleOf(action.schema, known), ...Object.fromEntries(changed) }))
}

suite('fuzzing', () => {
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

  for (const route of routes) {
    test(`${route.method} ${route.path} is never at fault`, async () => {
      const given = await recordsFor(opened)
      const actor = Object.values(people).find(each => may(each, route, given[0]!))
      assert.ok(actor, 'somebody may ask this')
      await website.as(actor).see('/live')
      const inputs = fc.sample(around(route, given), { numRuns: inputsPerRoute, seed })
      for (let i = 0; i < inputs.length; i += atOnce) {
        const some = inputs.slice(i, i + atOnce)
        await Promise.all(some.map(async input => assertSaid(await send(route, actor, input), input)))
      }
    })
  }

  test('a fault is noticed', async () => {
    const faulty = ask(
      '/faulty',
      { ...readAccount, run: () => Promise.reject(new Error('a fault')) },
      () => page,
    )
    const other = await openWebsite({ opened, more: [faulty] })
    const answer = await other.as(people.director).see('/faulty')
    assert.throws(() => assertSaid(answer, {}), /500/)
    await other.close()
  })

  test('any address at all is answered', async () => {
    const strange = [
      '/%00',
      '/%ff',
      '/children/%ED%A0%80',
      `/agreements/${long}`,
      '//',
      '/.',
      '/account?=&=&__proto__=1',
      `/account?${'a=1&'.repeat(2_000)}`,
      '/audit?page=-1&page=2',
      '/audit?format[]=csv',
    ]
    for (const url of strange) {
      const answer = await website.as(people.director).see(url)
      assert.ok(answer.statusCode < 500, `${url.slice(0, 60)}: ${answer.statusCode}`)
    }
  })

  async function send(route: Route, actor: Actor, input: Record<string, unknown>) {
    sent += 1
    const url = route.path.replace(/:(\w+)/g, (_, param: string) => encoded(input[param]) || 'nothing')
    const json = sent % 3 > 0
    if (route.method === 'GET') {
      const asked = Object.entries(input).map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      const address = `${url}?${asked.join('&')}`.slice(0, 8_000)
      return json ? website.as(actor).read(address) : website.as(actor).see(address)
    }
    const [type, write] = route.takesFiles && sent % 2 ? ways[0]! : ways[sent % ways.length]!
    const headers = { accept: json ? 'application/json' : 'text/html', 'content-type': type }
    return website.as(actor).submit(url, write(input) as unknown as object, headers)
  }
})

const readAccount: Action<object, string> & { role: 'reader' } = {
  name: 'test.account',
  says: 'Reads an account',
  role: 'reader',
  permission: 'account',
  schema: z.object({}),
  about: () => null,
  run: async () => 'read',
}
const page = { title: 'Read', body: html`read` }

/** Twice over where it is a list, as a form sends it; a half of a pair of surrogates cannot be written in an address. */
const asForm = (input: Record<string, unknown>): string =>
  Object.entries(input)
    .flatMap(([name, value]) => [value].flat().map(each => `${encoded(name)}=${encoded(each)}`))
    .join('&')
const encoded = (value: unknown): string => encodeURIComponent(inWords(value).toWellFormed()).slice(0, 3_000)
/** As a browser sends a form with a file; one that holds nothing but what was typed. */
const asParts = (input: Record<string, unknown>): string => {
  const part = (name: string, value: unknown) =>
    `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${inWords(value).toWellFormed()}\r\n`
  const file = `--x\r\ncontent-disposition: form-data; name="files"; filename="a.csv"\r\n\r\n${inWords(input)}\r\n`
  return [...Object.entries(input).map(([name, value]) => part(name, value)), file, '--x--'].join('')
}
const inWords = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

const ways: readonly (readonly [type: string, write: (input: Record<string, unknown>) => string])[] = [
  ['multipart/form-data; boundary=x', asParts],
  ['application/json', JSON.stringify],
  ['application/x-www-form-urlencoded', asForm],
  ['application/json; charset=utf-16', JSON.stringify],
  ['application/x-www-form-urlencoded', asForm],
]

type Answer = Awaited<ReturnType<ReturnType<Website['as']>['see']>>

function assertSaid(answer: Answer, input: object): void {
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
