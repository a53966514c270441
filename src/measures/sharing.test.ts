/** The region's figures reach its members, each day, and nobody reads another authority's part in them. */

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { type Actor, type OrganisationId, inTransaction } from '#access'
import { type PlainDate, addDays, parseDate } from '#shared/dates'
import { addChild } from '../../tests/support/children.ts'
import { onBoth } from '../../tests/support/database.ts'
import { agreement, organisation, people, today } from '../../tests/support/people.ts'
import { countForMembers } from './actions/sharing.ts'
import { findRegionalSum } from './store/regional-sums.ts'

const more = [
  { id: 'a0000000-0000-4000-8000-000000000101', code: 'E06000040', name: 'Windsor and Maidenhead' },
  { id: 'a0000000-0000-4000-8000-000000000102', code: 'E06000041', name: 'Wokingham' },
  { id: 'a0000000-0000-4000-8000-000000000103', code: 'E06000042', name: 'Milton Keynes' },
].map(each => ({ ...each, id: each.id as OrganisationId }))

onBoth('Sums for members', opened => {
  const seenBy = (actor: Actor, on: PlainDate = today) =>
    inTransaction(opened().database, actor, on, 'reader', findRegionalSum)
  const rowsSeenBy = (actor: Actor) =>
    inTransaction(opened().database, actor, today, 'reader', async tx => {
      const { rows } = await sql<Record<string, unknown>>`select * from measures.regional_sum`.execute(tx)
      return rows
    })
  const signs = (id: OrganisationId) =>
    opened()
      .owner.insertInto('access.agreement_party')
      .values({ agreement_id: agreement.id, organisation_id: id, signed_on: parseDate('2026-01-02')! })
      .execute()
  const lines = async () => {
    const { rows } = await sql<{ action: string; person_id: string | null }>`
      select action, person_id from access.audit where chain_id = ${organisation.coop.id}::uuid
        and action like 'figures.sum%' order by line`.execute(opened().owner)
    return rows
  }

  before(async () => {
    const { owner, database } = opened()
    await owner
      .insertInto('access.organisation')
      .values(more.map(each => ({ ...each, kind: 'authority', hub: 'North' })))
      .execute()
    await owner
      .insertInto('access.membership')
      .values(
        more.map(({ id }) => ({
          region_id: organisation.coop.id,
          authority_id: id,
          from_on: parseDate('2025-04-01')!,
        })),
      )
      .execute()
    const actors = [
      people.broker,
      people.siblingBroker,
      ...more.map(({ id }) => ({ ...people.broker, organisation: id })),
    ]
    for (const of of actors) {
      for (const distanceMiles of [4, 5, 30, 31])
        await addChild(database, { of, episodes: [{ distanceMiles }] })
    }
  })

  test('two who share make no sum, and nothing is written', async () => {
    assert.equal(await countForMembers(opened().database, today), false)
    assert.equal(await seenBy(people.director), undefined)
    assert.deepEqual(await lines(), [])
  })

  test('when five share, each of them reads the rounded sum, and the record of access says it was given', async () => {
    for (const { id } of more) await signs(id)
    assert.equal(await countForMembers(opened().database, today), true)
    const sum = (await seenBy(people.director))!
    assert.deepEqual([sum.looked, sum.over20, sum.countedOn, sum.authorities.length], [20, 50, today, 5])
    assert.equal(sum.unregistered, null, 'nobody is, so nobody could be hidden')
    assert.deepEqual(await seenBy(people.siblingDirector), sum)
    assert.deepEqual(await lines(), [{ action: 'figures.sum', person_id: null }])
    assert.equal(await countForMembers(opened().database, today), false, 'once a day')
  })

  test('nobody else reads it: not who shares nothing, a provider, or a partner', async () => {
    assert.deepEqual(await rowsSeenBy(people.kentBroker), [])
    assert.equal((await rowsSeenBy(people.regionLead)).length, 1)
    assert.deepEqual(await rowsSeenBy(people.partner), [])
    await assert.rejects(rowsSeenBy(people.larchManager), /permission denied/)
  })

  test('a member reads one row, of the region alone, and no row of another authority', async () => {
    const rows = await rowsSeenBy(people.director)
    assert.deepEqual(
      rows.map(({ region_id }) => region_id),
      [organisation.coop.id],
    )
    const numbers = Object.entries(rows[0]!).filter(([, value]) => typeof value === 'number')
    assert.equal(numbers.length, 3, 'children, their rate, and the one share that hides each')
    await inTransaction(opened().database, people.director, today, 'reader', async tx => {
      const others =
        await sql`select from children.episode where authority_id <> ${organisation.bracknell.id}::uuid`.execute(
          tx,
        )
      assert.equal(others.rows.length, 0)
    })
  })

  test('a member writes none, and the co-operative none of fewer than four', async () => {
    const empty = sql`update measures.regional_sum set looked_after = 0`
    for (const right of ['reader', 'writer'] as const) {
      await assert.rejects(
        inTransaction(opened().database, people.director, today, right, tx => empty.execute(tx)),
        /permission denied/,
      )
    }
    const few = sql`update measures.regional_sum set authorities = authorities[1:3]`
    await assert.rejects(
      inTransaction(opened().database, people.regionLead, today, 'writer', tx => few.execute(tx)),
      /a_sum_is_over_four_authorities_or_more/,
    )
  })

  test('the day an authority ceases to share, the sum with its children in it is closed to all, then counted again', async () => {
    const gone = more[2]!.id
    await opened()
      .owner.updateTable('access.membership')
      .set({ until_on: today })
      .where('authority_id', '=', gone)
      .execute()
    assert.equal(await seenBy(people.director), undefined)
    assert.equal(await countForMembers(opened().database, today), true)
    const sum = (await seenBy(people.director))!
    assert.ok(!sum.authorities.includes(gone as string as (typeof sum.authorities)[number]))
    assert.equal(await seenBy({ ...people.broker, organisation: gone }), undefined)
  })

  test('a new day is counted anew; when the agreement ends, nobody reads a sum and it is taken back', async () => {
    const tomorrow = addDays(today, 1)
    assert.equal(await countForMembers(opened().database, tomorrow), true)
    assert.equal((await seenBy(people.director, tomorrow))!.countedOn, tomorrow)
    assert.equal(await seenBy(people.director, agreement.until_on), undefined)
    assert.equal(await countForMembers(opened().database, agreement.until_on), true)
    assert.deepEqual((await lines()).at(-1), { action: 'figures.sum.remove', person_id: null })
    assert.deepEqual(await rowsSeenBy(people.regionLead), [])
  })
})
