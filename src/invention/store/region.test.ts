/** The invented region fits the tables, and each authority's children are known to it alone. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Database, type OrganisationId, inTransaction } from '#access'
import type { PlainDate } from '#shared/dates'
import { onBoth } from '../../../tests/support/database.ts'
import { dateOf } from '../days.ts'
import { furnish } from '../furnishing/furnishing.ts'
import { type InventedAuthority, inventRegion } from '../region.ts'
import { type Dweller, dwellersOf } from '../supply/living.ts'
import { saveFurnishing, savePlacesTaken, saveRegion, saveWhoLives } from './region.ts'

const today = '2026-11-22' as PlainDate

onBoth('the invented region', opened => {
  test('is saved whole, each authority its own, and its places are taken', async () => {
    const { owner, database } = opened()
    await sql`truncate access.organisation cascade`.execute(owner)
    const region = inventRegion({ seed: 1, children: 300, authorities: 3, today, years: 2 })
    await saveRegion(owner, region)
    let placed = 0
    const dwellers: Dweller[] = []
    for (const authority of region.authorities()) {
      await loadAsIfReturned(database, authority)
      const furnishing = furnish(region, authority)
      const saved = await saveFurnishing(database, authority, furnishing, today)
      const whole = Object.fromEntries(Object.entries(furnishing).map(([part, rows]) => [part, rows.length]))
      assert.deepEqual(saved, whole, authority.area.name)
      placed += saved.placements
      dwellers.push(...dwellersOf(region, authority))
    }
    await savePlacesTaken(owner, region)
    await saveWhoLives(owner, region, dwellers)

    assert.ok(placed > 150)
    const { rows } = await sql<{ homes: number; children: number }>`select count(*)::int as homes,
      sum(cardinality(girls || boys))::int as children from provision.who_lives`.execute(owner)
    const { homes, children } = rows[0]!
    assert.ok(Math.abs(homes / region.homes.length - 0.7) < 0.1, 'most homes say who lives there')
    assert.ok(children > dwellers.length / 2 && children < dwellers.length)
    assert.equal(await count(owner, 'provision.home'), region.homes.length)
    assert.equal(await count(owner, 'access.organisation'), region.organisations.all.length)
    const taken = region.places().filter(place => place.taken_from !== null)
    assert.equal(await count(owner, 'provision.place where taken_from is not null'), taken.length)
  })
})

const count = async (database: Database, of: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) from ${sql.raw(of)}`.execute(database)
  return rows[0]!.count
}

/** The children and their episodes, which in life come in by their returns. */
async function loadAsIfReturned(
  database: Database,
  { organisation, lives }: InventedAuthority,
): Promise<void> {
  const whose = { kind: 'authority', organisation: organisation.id as OrganisationId } as const
  const children = lives.map(life => ({ local_id: life.number, sex: life.sex, born: dateOf(life.born) }))
  const episodes = lives.flatMap(life =>
    life.episodes.map(({ started, ended, ending, stay, why, legal }) => ({
      local_id: life.number,
      started_on: dateOf(started),
      ended_on: ended === null ? null : dateOf(ended),
      end_reason: ending,
      place_code: stay.code,
      why,
      legal,
    })),
  )
  await inTransaction(database, whose, today, 'writer', async tx => {
    await sql`
      insert into children.child (authority_id, id, local_id, sex, born, ethnicity, upn)
      select ${organisation.id}, gen_random_uuid(), local_id, sex, born, 'NOBT', 'UN5'
      from json_to_recordset(${JSON.stringify(children)}::json) as x (local_id text, sex text, born date)`.execute(
      tx,
    )
    await sql`
      insert into children.episode (authority_id, id, child_id, started_on, reason_new, legal_status, need_code,
        place_code, ended_on, end_reason)
      select ${organisation.id}, gen_random_uuid(), child.id, started_on, why, legal, 'N1', place_code, ended_on,
        end_reason
      from json_to_recordset(${JSON.stringify(episodes)}::json) as x (local_id text, started_on date, ended_on date,
        end_reason text, place_code text, why text, legal text)
      join children.child on child.authority_id = ${organisation.id} and child.local_id = x.local_id`.execute(
      tx,
    )
  })
}
