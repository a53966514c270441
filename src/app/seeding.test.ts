/** The invented region goes in by the import that users use, the same each time, and leaves work for everybody. */

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Database, type OrganisationId, inTransaction } from '#access'
import { completeRegion, forgetInvented, standingOf } from '#invention'
import type { PlainDate } from '#shared/dates'
import { newId } from '#shared/ids'
import { onBoth } from '../../tests/support/database.ts'
import { type Seeded, seedRegion } from './seeding.ts'
import { signInsOn } from './sign-ins.ts'

const today = '2026-11-22' as PlainDate
const wishes = { seed: 1, children: 300, authorities: 2, years: 2, today }
const progress = { at: () => {}, done: () => {} }

onBoth('a tiny region', opened => {
  let seeded: Seeded
  let first: Record<string, string>

  test('goes into an empty database through the import of returns', async () => {
    const { owner, database } = opened()
    await sql`truncate access.organisation, access.agreement, children.child cascade`.execute(owner)
    assert.equal(await standingOf(owner), 'nobody')
    seeded = await seedRegion({ owner, database, wishes, folder: null, progress })
    assert.equal(await standingOf(owner), 'invented')
    assert.equal(seeded.returns, 6)
    assert.equal(await numberOf(database, "returns.load where state = 'committed'"), 6)
    assert.equal(await numberOf(database, 'returns.problem where stops'), 0)
    assert.equal(await numberOf(database, 'children.child'), seeded.children)
    assert.equal(await numberOf(database, 'children.episode where ended_on is null'), seeded.lookedAfter)
    first = await hashesOf(database)
  })

  test('has no place taken twice, and each child who lives in one has taken it', async () => {
    const { database } = opened()
    const taken = await everyRow<{ place: string }>(
      database,
      `select place_id as place from placements.placement where state = 'started'`,
    )
    assert.equal(new Set(taken.map(({ place }) => place)).size, taken.length)
    assert.equal(
      await numberOf(
        database,
        `placements.placement join provision.place on place.id = place_id where taken_from is null`,
      ),
      0,
    )
    assert.ok(seeded.placesTaken > 100)
  })

  test('has children who need a home, and homes that have been asked', async () => {
    const { database } = opened()
    const { requests, approaches } = seeded
    assert.equal(await numberOf(database, 'referrals.referral'), requests)
    assert.equal(await numberOf(database, 'referrals.approach'), approaches)
    assert.ok(requests >= 2)
  })

  test('has somebody to sign in as for every role', async () => {
    const roles = (await signInsOn(opened().database, today)).map(({ role }) => role)
    assert.deepEqual(roles, [
      'social-worker',
      'brokerage-officer',
      'commissioner',
      'data-lead',
      'director',
      'region-data-lead',
      'region-administrator',
      'registered-manager',
      'partner',
    ])
  })

  test('is not taken away once it is whole, and when begun again is the same', async () => {
    const { owner, database } = opened()
    await assert.rejects(forgetInvented(owner), /half-invented/)
    await sql`update access.demonstration set complete = false`.execute(owner)
    assert.equal(await standingOf(owner), 'partly-invented')
    await forgetInvented(owner)
    assert.equal(await standingOf(owner), 'nobody')
    await seedRegion({ owner, database, wishes, folder: null, progress })
    assert.deepEqual(await hashesOf(database), first)
    await completeRegion(owner)
  })
})

/** As each authority in turn, since no owner sees a child; a place and a person belong to no authority. */
async function everyRow<Row>(database: Database, query: string): Promise<Row[]> {
  const authorities = await inTransaction(database, nobody, today, 'reader', async tx => {
    const { rows } = await sql<{ id: OrganisationId }>`
      select id from access.organisation where kind = 'authority' order by code`.execute(tx)
    return rows
  })
  const all: Row[] = []
  for (const { id } of authorities) {
    const whose = { kind: 'authority', organisation: id } as const
    all.push(
      ...(await inTransaction(
        database,
        whose,
        today,
        'reader',
        async tx => (await sql.raw<Row>(query).execute(tx)).rows,
      )),
    )
  }
  return all
}
const nobody = { kind: 'authority', organisation: newId() as OrganisationId } as const

async function numberOf(database: Database, of: string): Promise<number> {
  const rows = await everyRow<{ count: number }>(database, `select count(*) from ${of}`)
  return rows.reduce((sum, { count }) => sum + count, 0)
}

/** Ids that are given when a row is loaded, and the moment of it, are left out. */
const rowsOf: Record<string, string> = {
  organisations: 'select * from access.organisation',
  people: `select person.* from access.person join access.organisation on organisation.id = organisation_id`,
  homes: 'select * from provision.home',
  places: 'select * from provision.place',
  children: `select local_id, given_name, family_name, sex, born, ethnicity, upn, asylum_until, mother
    from children.child`,
  episodes: `select local_id, started_on, reason_new, legal_status, place_code, provider_code, ended_on, end_reason,
      home_postcode, placement_postcode, urn, distance_miles, in_area, weekly_fee_pence, home_id
    from children.episode join children.child on child.id = child_id`,
  assessments: `select local_id, assessed_on, voice, strengths, needs, school_name
    from children.assessment join children.child on child.id = child_id`,
  placements: `select local_id, place_id, agreed_on, starts_on, placement.weekly_fee_pence
    from placements.placement join children.child on child.id = child_id`,
  requests: `select id, urgency, state, answers - 'childId', requested_on, needed_by from referrals.referral`,
  approaches: `select id, reference, state, anonymised, full_profile, sent_on, offer_until, decline_reason
    from referrals.approach`,
  messages: 'select * from referrals.message',
}

async function hashesOf(database: Database): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const [what, query] of Object.entries(rowsOf)) {
    const rows = await everyRow<{ text: string }>(
      database,
      `select told::text as text from (${query}) as told order by 1`,
    )
    assert.ok(rows.length > 0, `there are ${what}`)
    hashes[what] = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
  }
  return hashes
}
