/** Coming back from an identity provider in every way that is not the way that was begun: refused. */

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { openSite } from '#app'
import { passThrough } from '../../tests/support/identity-provider.ts'
import { people, today } from '../../tests/support/people.ts'
import { assertRefused, atTheDoor, returnTo, sessionIn } from '../../tests/support/signing-in.ts'

atTheDoor(
  'coming back from the provider otherwise',
  ({ opened, provider, site, leave, comeBack, signIn }) => {
    before(() => provider().willBe('subject-1', { email: people.broker.email, email_verified: true }))

    test('a return that did not begin in this browser is refused', async () => {
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
        await sql`update access.sign_in set ${sql.ref(column)} = ${'x'.repeat(43)}`.execute(opened().owner)
        assertRefused(await comeBack(back, cookie))
      }
    })

    test('a return after a quarter of an hour is refused', async () => {
      const { to, cookie } = await leave()
      const back = await passThrough(to.href, returnTo)
      await sql`update access.sign_in set started_at = now() - interval '16 minutes'`.execute(opened().owner)
      assertRefused(await comeBack(back, cookie))
    })

    test('a person who said no at their provider is refused, kindly', async () => {
      const { to, cookie } = await leave()
      const state = to.searchParams.get('state')!
      assertRefused(await comeBack(`${returnTo}?error=access_denied&state=${state}`, cookie))
    })

    test('nobody is sent on to another site', async () => {
      for (const next of [
        'https://evil.example',
        '//evil.example',
        '/\\evil.example',
        'javascript:alert(1)',
      ]) {
        assert.equal((await signIn(next)).headers.location, '/')
      }
    })

    test('signing in again ends the session before it', async () => {
      const first = sessionIn(await signIn())!
      const { to, cookie } = await leave()
      const back = await passThrough(to.href, returnTo)
      await comeBack(back, `${cookie}; __Host-nearhome=${first.value}`)
      const headers = { cookie: `__Host-nearhome=${first.value}` }
      assert.equal((await site().inject({ url: '/account', headers })).statusCode, 303)
    })

    test('while the provider is down, one is told so', async () => {
      const { database } = opened()
      const gone = { ...provider(), issuer: 'http://127.0.0.1:9', returnTo }
      const clock = { today: () => today, now: () => new Date() }
      const lone = await openSite({ database, ...clock, secure: true, provider: gone, demonstration: false })
      const answer = await lone.inject({ url: '/sign-in/start' })
      assert.equal(answer.statusCode, 503)
      assert.match(answer.body, /is not answering/)
      assert.equal((await lone.inject({ url: '/sign-in' })).statusCode, 200)
      await lone.close()
    })
  },
)
