/** Signing in with an organisation's own account: who is known by it, and what is recorded. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { people, today } from '../../tests/support/people.ts'
import { assertRefused, atTheDoor, returnTo, sessionIn } from '../../tests/support/signing-in.ts'
import { auditAbout } from '../../tests/support/website.ts'

const broker = people.broker.email

atTheDoor('signing in with OpenID Connect', ({ opened, provider, site, leave, signIn }) => {
  test('a person leaves with a challenge, a state and a nonce, and nothing of ours', async () => {
    const { to, started } = await leave()
    assert.equal(started.statusCode, 303)
    assert.equal(to.origin, provider().issuer)
    assert.equal(to.searchParams.get('code_challenge_method'), 'S256')
    for (const name of ['code_challenge', 'state', 'nonce'])
      assert.ok(to.searchParams.get(name)!.length >= 43)
    assert.equal(to.searchParams.get('redirect_uri'), returnTo)
    assert.equal(to.searchParams.has('client_secret'), false)
    const cookie = String(started.headers['set-cookie'])
    for (const word of ['HttpOnly', 'Secure', 'SameSite=Lax']) assert.match(cookie, new RegExp(word))
  })

  test('with an email that nobody was invited by, one is refused', async () => {
    provider().willBe('stranger', { email: 'stranger@elsewhere.example', email_verified: true })
    assertRefused(await signIn())
  })

  test('with an email that the provider has not verified, or does not tell, one is refused', async () => {
    provider().willBe('unverified', { email: broker, email_verified: false })
    assertRefused(await signIn())
    provider().willBe('silent', {})
    assertRefused(await signIn())
  })

  test('the first time one is known by email, and goes on to the page that was wanted', async () => {
    provider().willBe('subject-1', { email: broker.toUpperCase(), email_verified: true })
    const answer = await signIn('/account?part=roles')
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, '/account?part=roles')
    const session = sessionIn(answer)!
    const cookie = `__Host-nearhome=${session.value}`
    const page = await site().inject({ url: '/account', headers: { cookie } })
    assert.match(page.body, /Bea Larkin/)
    const linked = await opened()
      .owner.selectFrom('access.person')
      .select(['issuer', 'subject'])
      .where('id', '=', people.broker.id)
      .executeTakeFirst()
    assert.deepEqual(linked, { issuer: provider().issuer, subject: 'subject-1' })
  })

  test('afterwards one is known by subject, though the email has changed', async () => {
    provider().willBe('subject-1', { email: 'new.name@bracknell.example', email_verified: false })
    assert.ok(sessionIn(await signIn()))
  })

  test('somebody else with the same email is refused once it is linked', async () => {
    provider().willBe('subject-2', { email: broker, email_verified: true })
    assertRefused(await signIn())
  })

  test('one whose access has ended is refused', async () => {
    provider().willBe('subject-3', { email: people.director.email, email_verified: true })
    const access = (until_on: typeof today | null) =>
      opened()
        .owner.updateTable('access.person')
        .set({ until_on })
        .where('id', '=', people.director.id)
        .execute()
    await access(today)
    assertRefused(await signIn())
    await access(null)
    assert.ok(sessionIn(await signIn()))
  })

  test('each sign-in, refusal and sign-out of somebody known is in the record of their organisation', async () => {
    const linesOf = async () => (await auditAbout(opened(), people.siblingBroker.id)).map(told)
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
    provider().willBe('sibling', { email: people.siblingBroker.email, email_verified: false })
    assertRefused(await signIn())
    assert.deepEqual(await linesOf(), [line('session.start', true)])

    provider().willBe('sibling', { email: people.siblingBroker.email, email_verified: true })
    const out = async (path: string) => {
      const cookie = `__Host-nearhome=${sessionIn(await signIn())!.value}`
      const ours = { cookie, 'sec-fetch-site': 'same-origin' }
      for (const _ of ['once', 'and once more']) {
        assert.equal((await site().inject({ method: 'POST', url: path, headers: ours })).statusCode, 303)
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
})
