/** How long a person stays signed in, and what ends it at once. */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { atTheGate, isLive, shouldNote, startSession, usualLimits } from '#access'
import { people, today } from '../../tests/support/people.ts'
import { type Website, openWebsite } from '../../tests/support/website.ts'

const now = new Date('2026-08-30T12:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const seen = (startedAgo: number, seenAgo: number) => ({
  startedAt: ago(startedAgo),
  lastSeenAt: ago(seenAgo),
  endedAt: null,
})

suite('a session', () => {
  test('lasts while it is used, an hour at most between requests and twelve in all', () => {
    assert.equal(isLive(seen(59, 59), now, usualLimits), true)
    assert.equal(isLive(seen(600, 59), now, usualLimits), true)
    assert.equal(isLive(seen(61, 60), now, usualLimits), false)
    assert.equal(isLive(seen(719, 0), now, usualLimits), true)
    assert.equal(isLive(seen(720, 0), now, usualLimits), false)
  })

  test('that was ended is over', () => {
    assert.equal(isLive({ ...seen(1, 0), endedAt: ago(0) }, now, usualLimits), false)
  })

  test('is written down at most once a minute', () => {
    assert.equal(shouldNote(seen(10, 0.5), now), false)
    assert.equal(shouldNote(seen(10, 1.5), now), true)
  })
})

suite('signed in', () => {
  let website: Website
  before(async () => void (website = await openWebsite()))
  after(() => website.close())

  let number = 0
  const signedIn = async (person: { id: string } = people.broker) => {
    const cookie = `session-${(number += 1)}`
    await atTheGate(website.database, tx =>
      startSession(tx, cookie, person.id as typeof people.broker.id, false),
    )
    const headers = { cookie: `__Host-nearhome=${cookie}`, 'sec-fetch-site': 'same-origin' }
    return {
      see: () => website.server.inject({ url: '/account', headers }),
      post: (url: string) => website.server.inject({ method: 'POST', url, headers }),
      age: (column: string, minutes: number) =>
        sql`update access.session set ${sql.ref(column)} = now() - make_interval(mins => ${minutes}::int)
          where id_hash = sha256(${cookie}::bytea)`.execute(website.owner),
    }
  }
  const isIn = async ({ see }: Awaited<ReturnType<typeof signedIn>>) => (await see()).statusCode === 200

  test('with a cookie nobody was given, one is nobody', async () => {
    const headers = { cookie: '__Host-nearhome=invented' }
    assert.equal((await website.server.inject({ url: '/account', headers })).statusCode, 303)
  })

  test('an hour unseen signs a person out, and so do twelve hours in all', async () => {
    const idle = await signedIn()
    assert.equal(await isIn(idle), true)
    await idle.age('last_seen_at', 61)
    assert.equal(await isIn(idle), false)
    const long = await signedIn()
    await long.age('started_at', 721)
    assert.equal(await isIn(long), false)
  })

  test('signing out ends this session, here and for whoever copied the cookie', async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    const gone = await one.post('/sign-out')
    assert.match(
      String(gone.headers['set-cookie']),
      /__Host-nearhome=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/,
    )
    assert.deepEqual([await isIn(one), await isIn(other)], [false, true])
  })

  test('signing out everywhere ends every session of this person, and nobody else’s', async () => {
    const [one, other, another] = [await signedIn(), await signedIn(), await signedIn(people.director)]
    await one.post('/sign-out-everywhere')
    assert.deepEqual([await isIn(one), await isIn(other), await isIn(another)], [false, false, true])
  })

  test('a role that ends in the middle of a session is gone at the next request', async () => {
    const lead = await signedIn(people.dataLead)
    assert.equal(await isIn(lead), true)
    await website.owner
      .updateTable('access.role_held')
      .set({ until_on: today })
      .where('person_id', '=', people.dataLead.id)
      .execute()
    assert.equal(await isIn(lead), false)
  })

  test('a person whose access ends is out at the next request', async () => {
    const manager = await signedIn(people.larchManager)
    assert.equal(await isIn(manager), true)
    await website.owner
      .updateTable('access.person')
      .set({ until_on: today })
      .where('id', '=', people.larchManager.id)
      .execute()
    assert.equal(await isIn(manager), false)
  })

  test('the cookie’s own words are nowhere in the database', async () => {
    await signedIn()
    const found =
      await sql`select from access.session where encode(id_hash, 'escape') like '%session-%'`.execute(
        website.owner,
      )
    assert.equal(found.rows.length, 0)
  })
})
