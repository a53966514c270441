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
import { type Examples, addExamples } from './support/examples.ts'
import { people } from './support/people.ts'
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

suite('fuzzing', () => {
  let opened: TestDatabase
  let website: Website
  let examples: Examples
  let sent = 0
  before(async () => {
    opened = await openTestDatabase('server')
    examples = await addExamples(opened)
    website = await openWebsite({ opened })
  })
  after(async () => {
    await website.close()
    await opened.close()
    console.log(`fuzzing: ${sent} inputs, none of them a fault`)
  })

  for (const route of routes) {
    test(`${route.method} ${route.path} is never at fault`, async () => {
      const actor = Object.values(people).find(each => each.permissions.has(route.action.permission))
      assert.ok(actor, 'somebody may ask this')
      await website.as(actor).see('/live')
      const inputs = fc.sample(around(route), { numRuns: inputsPerRoute, seed })
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

  /** A plausible input with some of its fields, and perhaps a strange one, replaced by something nasty. */
  function around({ action }: Route): fc.Arbitrary<Record<string, unknown>> {
    const names = [...fieldsOf(action.schema).map(([name]) => name), ...strangeNames]
    const given = Object.fromEntries([...examples].map(([param, [first]]) => [param, first!.id]))
    const changes = fc.array(fc.tuple(fc.constantFrom(...names), nasty), { maxLength: 4 })
    return changes.map(changed => ({ ...sampleOf(action.schema, given), ...Object.fromEntries(changed) }))
  }

  async function send(route: Route, actor: Actor, input: Record<string, unknown>) {
    sent += 1
    const url = route.path.replace(/:(\w+)/g, (_, param: string) => encoded(input[param]) || 'nothing')
    const json = sent % 2 === 0
    if (route.method === 'GET') {
      const asked = Object.entries(input).map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      const address = `${url}?${asked.join('&')}`.slice(0, 8_000)
      return json ? website.as(actor).read(address) : website.as(actor).see(address)
    }
    const headers = {
      accept: json ? 'application/json' : 'text/html',
      'content-type': contentTypes[sent % 5]!,
    }
    const body = sent % 5 < 3 ? JSON.stringify(input) : asForm(input)
    return website.as(actor).submit(url, body as unknown as object, headers)
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

const form = 'application/x-www-form-urlencoded'
const contentTypes = ['application/json', 'application/json', 'application/json; charset=utf-16', form, form]

/** Twice over where it is a list, as a form sends it; a half of a pair of surrogates cannot be written in an address. */
const asForm = (input: Record<string, unknown>): string =>
  Object.entries(input)
    .flatMap(([name, value]) => [value].flat().map(each => `${encoded(name)}=${encoded(each)}`))
    .join('&')
const encoded = (value: unknown): string => encodeURIComponent(inWords(value).toWellFormed()).slice(0, 3_000)
const inWords = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

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
