/** Every form sent what nobody would send: never a fault, and every "no" says why (trust, T22). */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { z } from 'zod'
import type { Action } from '#access'
import { html } from '#web/html'
import { ask } from '#web/route'
import { type TestDatabase, openTestDatabase } from './support/database.ts'
import { assertSaid, fuzz } from './support/fuzzing.ts'
import { long } from './support/nasty.ts'
import { people } from './support/people.ts'
import { type Website, openWebsite } from './support/website.ts'

fuzz('POST')

suite('fuzzing itself', () => {
  let opened: TestDatabase
  let website: Website
  before(async () => {
    opened = await openTestDatabase('server')
    website = await openWebsite({ opened, fromEverywhere: true })
  })
  after(async () => {
    await website?.close()
    await opened?.close()
  })

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
