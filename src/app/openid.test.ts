/** Signing in with an organisation's own account: the whole way there and back, and every way it is refused. */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { openSite } from '#app'
import { type TestDatabase, openTestDatabase } from '../../tests/support/database.ts'
import {
  type IdentityProvider,
  openIdentityProvider,
  passThrough,
} from '../../tests/support/identity-provider.ts'
import { people, today } from '../../tests/support/people.ts'
import { auditAbout } from '../../tests/support/website.ts'

const returnTo = 'https://nearhome.example/sign-in/return'
const broker = people.broker.email

suite('signing in with OpenID Connect', () => {
  let opened: TestDatabase
  let provider: IdentityProvider
  let site: Awaited<ReturnType<typeof openSite>>

  before(async () => {
    opened = await openTestDatabase('embedded')
    provider = await openIdentityProvider(returnTo)
    const { database } = opened
    const clock = { today: () => today, now: () => new Date() }
    site = await openSite({
      database,
      ...clock,
      secure: true,
      provider: { ...provider, returnTo },
      demonstration: false,
    })
  })
  after(async () => {
    await site?.close()
    await provider?.close()
    await opened?.close()
  })

  /** To the provider and back, as one browser. */
  const leave = async (next = '/account') => {
    const started = await site.inject({ url: `/sign-in/start?next=${encodeURIComponent(next)}` })
    const [away] = started.cookies.filter(({ name }) => name.endsWith('nearhome-signing-in'))
    return { to: new URL(started.headers.location!), cookie: `${away?.name}=${away?.value}`, started }
  }
  const comeBack = (url: URL | string, cookie: string) => {
    const { pathname, search } = new URL(url)
    return site.inject({ url: pathname + search, headers: { cookie } })
  }
  const signIn = async (next?: string) => {
    const { to, cookie } = await leave(next)
    return comeBack(await passThrough(to.href, returnTo), cookie)
  }
  const sessionIn = (answer: { cookies: { name: string; value: string }[] }) =>
    answer.cookies.find(({ name, value }) => name === '__Host-nearhome' && value !== '')
  const assertRefused = (answer: Awaited<ReturnType<typeof signIn>>) => {
    assert.equal(answer.statusCode, 403)
    assert.match(answer.body, /could not be signed in/)
    assert.equal(sessionIn(answer), undefined)
  }

  test('a person leaves with a challenge, a state and a nonce, and nothing of ours', async () => {
    const { to, started } = await leave()
    assert.equal(started.statusCode, 303)
    assert.equal(to.origin, provider.issuer)
    assert.equal(to.searchParams.get('code_challenge_method'), 'S256')
    for (const name of ['code_challenge', 'state', 'nonce'])
      assert.ok(to.searchParams.get(name)!.length >= 43)
    assert.equal(to.searchParams.get('redirect_uri'), returnTo)
    assert.equal(to.searchParams.has('client_secret'), false)
    const cookie = String(started.headers['set-cookie'])
    for (const word of ['HttpOnly', 'Secure', 'SameSite=Lax']) assert.match(cookie, new RegExp(word))
  })

  test('with an email that nobody was invited by, one is refused', async () => {
    provider.willBe('stranger', { email: 'stranger@elsewhere.example', email_verified: true })
    assertRefused(await signIn())
  })

  test('with an email that the provider has not verified, or does not tell, one is refused', async () => {
    provider.willBe('unverified', { email: broker, email_verified: false })
    assertRefused(await signIn())
    provider.willBe('silent', {})
    assertRefused(await signIn())
  })

  test('the first time one is known by email, and goes on to the page that was wanted', async () => {
    provider.willBe('subject-1', { email: broker.toUpperCase(), email_verified: true })
    const answer = await signIn('/account?part=roles')
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, '/account?part=roles')
    const session = sessionIn(answer)!
    const cookie = `__Host-nearhome=${session.value}`
    const page = await site.inject({ url: '/account', headers: { cookie } })
    assert.match(page.body, /Bea Larkin/)
    const linked = await opened.owner
      .selectFrom('access.person')
      .select(['issuer', 'subject'])
      .where('id', '=', people.broker.id)
      .executeTakeFirst()
    assert.deepEqual(linked, { issuer: provider.issuer, subject: 'subject-1' })
  })

  test('afterwards one is known by subject, though the email has changed', async () => {
    provider.willBe('subject-1', { email: 'new.name@bracknell.example', email_verified: false })
    assert.ok(sessionIn(await signIn()))
  })

  test('somebody else with the same email is refused once it is linked', async () => {
    provider.willBe('subject-2', { email: broker, email_verified: true })
    assertRefused(await signIn())
  })

  test('one whose access has ended is refused', async () => {
    provider.willBe('subject-3', { email: people.director.email, email_verified: true })
    const access = (until_on: typeof today | null) =>
      opened.owner
        .updateTable('access.person')
        .set({ until_on })
        .where('id', '=', people.director.id)
        .execute()
    await access(today)
    assertRefused(await signIn())
    await access(null)
    assert.ok(sessionIn(await signIn()))
  })

  test('each sign-in, refusal and sign-out of somebody known is in the record of their organisation', async () => {
    const linesOf = async () => (await auditAbout(opened, people.siblingBroker.id)).map(told)
    const told = ({ action, refused, chain_id }: Awaited<ReturnType<typeof auditAbout>>[number]) => ({
      action,
      refused,
      chain_id,
    })
    const line = (action: string, refused = false) => ({
      action,
      refused,
      chain_id: people.siblingBroker.organisation,
    })
    provider.willBe('sibling', { email: people.siblingBroker.email, email_verified: false })
    assertRefused(await signIn())
    assert.deepEqual(await linesOf(), [line('session.start', true)])

    provider.willBe('sibling', { email: people.siblingBroker.email, email_verified: true })
    const out = async (path: string) => {
      const cookie = `__Host-nearhome=${sessionIn(await signIn())!.value}`
      const ours = { cookie, 'sec-fetch-site': 'same-origin' }
      for (const _ of ['once', 'and once more']) {
        assert.equal((await site.inject({ method: 'POST', url: path, headers: ours })).statusCode, 303)
      }
    }
    await out('/sign-out')
    await out('/sign-out-everywhere')
    assert.deepEqual((await linesOf()).slice(1), [
      line('session.start'),
      line('session.end'),
      line('session.start'),
      line('session.end-everywhere'),
    ])
  })

  test('a return that did not begin in this browser is refused', async () => {
    provider.willBe('subject-1', {})
    const { to } = await leave()
    const back = await passThrough(to.href, returnTo)
    assertRefused(await comeBack(back, ''))
    const other = await leave()
    assertRefused(await comeBack(back, other.cookie))
  })

  test('a state that was changed, and a code that was made up, are refused', async () => {
    const first = await leave()
    const back = await passThrough(first.to.href, returnTo)
    back.searchParams.set('state', 'another')
    assertRefused(await comeBack(back, first.cookie))
    const second = await leave()
    const forged = await passThrough(second.to.href, returnTo)
    forged.searchParams.set('code', 'made-up')
    assertRefused(await comeBack(forged, second.cookie))
  })

  test('the same return twice signs in once', async () => {
    const { to, cookie } = await leave()
    const back = await passThrough(to.href, returnTo)
    assert.ok(sessionIn(await comeBack(back, cookie)))
    assertRefused(await comeBack(back, cookie))
  })

  test('a nonce or a verifier that is not the one kept is refused', async () => {
    for (const column of ['nonce', 'verifier']) {
      const { to, cookie } = await leave()
      const back = await passThrough(to.href, returnTo)
      await sql`update access.sign_in set ${sql.ref(column)} = ${'x'.repeat(43)}`.execute(opened.owner)
      assertRefused(await comeBack(back, cookie))
    }
  })

  test('a return after a quarter of an hour is refused', async () => {
    const { to, cookie } = await leave()
    const back = await passThrough(to.href, returnTo)
    await sql`update access.sign_in set started_at = now() - interval '16 minutes'`.execute(opened.owner)
    assertRefused(await comeBack(back, cookie))
  })

  test('a person who said no at their provider is refused, kindly', async () => {
    const { to, cookie } = await leave()
    const state = to.searchParams.get('state')!
    assertRefused(await comeBack(`${returnTo}?error=access_denied&state=${state}`, cookie))
  })

  test('nobody is sent on to another site', async () => {
    provider.willBe('subject-1', {})
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      assert.equal((await signIn(next)).headers.location, '/')
    }
  })

  test('signing in again ends the session before it', async () => {
    provider.willBe('subject-1', {})
    const first = sessionIn(await signIn())!
    const { to, cookie } = await leave()
    const back = await passThrough(to.href, returnTo)
    await comeBack(back, `${cookie}; __Host-nearhome=${first.value}`)
    const headers = { cookie: `__Host-nearhome=${first.value}` }
    assert.equal((await site.inject({ url: '/account', headers })).statusCode, 303)
  })

  test('while the provider is down, one is told so', async () => {
    const { database } = opened
    const gone = { ...provider, issuer: 'http://127.0.0.1:9', returnTo }
    const clock = { today: () => today, now: () => new Date() }
    const lone = await openSite({ database, ...clock, secure: true, provider: gone, demonstration: false })
    const answer = await lone.inject({ url: '/sign-in/start' })
    assert.equal(answer.statusCode, 503)
    assert.match(answer.body, /is not answering/)
    assert.equal((await lone.inject({ url: '/sign-in' })).statusCode, 200)
    await lone.close()
  })
})
