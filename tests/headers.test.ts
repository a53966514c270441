/** What every answer carries and every request must show, whatever is asked (trust, T16, T17 and T21). */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { openRoutes, routes } from '#app'
import { people } from './support/people.ts'
import { routesOf } from './support/router.ts'
import { type Website, openWebsite } from './support/website.ts'

type Answer = Awaited<ReturnType<ReturnType<Website['as']>['see']>>
const nobody = '00000000-0000-4000-8000-000000000000'
const filled = (path: string) => path.replace(/:\w+/g, nobody).replace('*', 'nearhome.css')

suite('every answer', () => {
  let website: Website
  before(async () => {
    website = await openWebsite()
  })
  after(() => website.close())

  test('carries the same guards: pages, refusals, redirects, styles, and what is not there', async () => {
    const gets = routesOf(website.server).filter(({ method }) => method === 'GET')
    assert.ok(gets.length > 20)
    for (const path of [...gets.map(each => each.path), '/nothing-here', '/assets/nothing.css', '/%ff']) {
      for (const actor of [null, people.director, people.administrator]) {
        assertGuarded(await website.as(actor).see(filled(path)), path)
      }
    }
    for (const { path } of routesOf(website.server).filter(({ method }) => method === 'POST')) {
      assertGuarded(await website.as(people.director).submit(filled(path)), path)
      assertGuarded(await website.as(null).submit(filled(path)), path)
    }
  })

  test('about anybody’s records is never kept by a browser', async () => {
    for (const { method, path } of routes) {
      const asker = website.as(people.administrator)
      const answer = method === 'GET' ? await asker.see(filled(path)) : await asker.submit(filled(path))
      assert.equal(answer.headers['cache-control'], 'no-store', path)
    }
  })

  test('to something too big, unreadable or of an unknown kind is a sentence, and guarded too', async () => {
    const sent: [string, string, number][] = [
      ['application/json', '{"a": ', 400],
      ['application/json', JSON.stringify({ a: 'x'.repeat(2_000_000) }), 413],
      ['application/x-www-form-urlencoded', `a=${'x'.repeat(2_000_000)}`, 413],
      ['application/xml', '<a/>', 415],
      ['multipart/form-data; boundary=x', 'nonsense', 403],
    ]
    for (const [type, payload, status] of sent) {
      const cookie = { 'content-type': type }
      const answer = await website
        .as(people.administrator)
        .submit('/people/new', payload as unknown as object, cookie)
      assert.equal(answer.statusCode, status, type)
      assertGuarded(answer, type)
      assert.match(answer.body, /<p class="govuk-body">\w/)
    }
  })

  test('to a change asked by another website is no', async () => {
    const elsewhere: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': '', origin: 'https://evil.example' },
      { 'sec-fetch-site': '', origin: 'null' },
      { 'sec-fetch-site': '' },
    ]
    const posts = [...routes.filter(({ method }) => method === 'POST').map(({ path }) => path), '/sign-out']
    for (const path of posts) {
      for (const headers of elsewhere) {
        const answer = await website.as(people.administrator).submit(filled(path), {}, headers)
        assert.equal(answer.statusCode, 403, `${path} from ${JSON.stringify(headers)}`)
        assertGuarded(answer, path)
      }
    }
    const account = await website.as(people.administrator).see('/account')
    assert.equal(account.statusCode, 200, 'another website signed somebody out')
  })

  test('to a page asked by GET comes from a role that can only read', () => {
    const writers = routes.filter(({ method, action }) => method === 'GET' && action.role !== 'reader')
    assert.deepEqual(writers, [])
    assert.ok(Object.keys(openRoutes).every(name => /^(GET|POST) \//.test(name)))
  })
})

suite('signing in', () => {
  let website: Website
  before(async () => {
    website = await openWebsite({ demonstration: true })
  })
  after(() => website.close())

  test('sets a cookie that no script and no other website can use', async () => {
    const answer = await website.as(null).submit('/sign-in', { person: people.broker.id })
    const cookie = String(answer.headers['set-cookie'])
    assert.match(cookie, /^__Host-nearhome=[\w-]{43}; /)
    for (const word of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
      assert.ok(cookie.includes(word), word)
    assert.doesNotMatch(cookie, /Domain/)
  })

  test('is stopped after thirty tries in a minute, whatever cookie is shown, and says when to try again', async () => {
    const tries = []
    for (let i = 0; i < 40; i += 1) {
      const cookie = `__Host-nearhome=made-up-${i}`
      tries.push(await website.as(null).submit('/sign-in', { person: nobody }, { cookie }))
    }
    const stopped = tries.filter(({ statusCode }) => statusCode === 429)
    assert.ok(stopped.length >= 10, `${stopped.length} were stopped`)
    for (const answer of stopped) {
      assert.match(String(answer.headers['retry-after']), /^\d+$/)
      assert.match(answer.body, /Too many requests/)
      assertGuarded(answer, '/sign-in')
    }
  })
})

suite('asking too often', () => {
  let website: Website
  before(async () => {
    website = await openWebsite()
  })
  after(() => website.close())

  const search = `/referrals/${nobody}/search`
  const often = async (actor: Parameters<Website['as']>[0], times: number) => {
    const answers = []
    for (let i = 0; i < times; i += 1) answers.push(await website.as(actor).see(search))
    return answers
  }

  test('stops one person with a sentence and a time to wait, and not another at the same address', async () => {
    const answers = await often(people.broker, 62)
    const statuses = answers.map(({ statusCode }) => statusCode)
    assert.ok(
      statuses.slice(0, 60).every(status => status === 404),
      statuses.join(),
    )
    assert.deepEqual(statuses.slice(60), [429, 429])
    assert.match(String(answers.at(-1)!.headers['retry-after']), /^[1-9]\d?$/)
    assert.match(answers.at(-1)!.body, /Too many requests/)

    assert.equal((await website.as(people.siblingBroker).see(search)).statusCode, 404)
    assert.equal((await website.as(people.broker).see('/referrals')).statusCode, 200)
  })

  test('stops strangers by their address', async () => {
    const statuses = (await often(null, 61)).map(({ statusCode }) => statusCode)
    assert.equal(statuses[59], 303)
    assert.equal(statuses[60], 429)
  })
})

function assertGuarded({ headers }: Answer, where: string): void {
  const policy = String(headers['content-security-policy'])
  assert.match(policy, /default-src 'none'/, where)
  assert.match(policy, /frame-ancestors 'none'/, where)
  assert.match(policy, /form-action 'self'/, where)
  assert.doesNotMatch(policy, /unsafe|\*|http:/, where)
  assert.equal(headers['x-content-type-options'], 'nosniff', where)
  assert.equal(headers['referrer-policy'], 'no-referrer', where)
  assert.equal(headers['cross-origin-opener-policy'], 'same-origin', where)
  const [, age = '0'] = /max-age=(\d+)/.exec(String(headers['strict-transport-security'])) ?? []
  assert.ok(Number(age) >= 31_536_000, where)
  assert.equal(headers['x-powered-by'], undefined, where)
}
