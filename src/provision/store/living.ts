/** The SQL of who lives in which home, as homes have said. Members read it for their searches; the region does not. */

import type { Selectable } from 'kysely'
import type { OrganisationId, Tx } from '#access'
import type { Tables } from '#tables'
import type { HomeId } from '../home.ts'
import type { WhoLives } from '../living.ts'
import type { Supply } from './supply.ts'

const toWhoLives = (row: Selectable<Tables['provision.who_lives']>): WhoLives => ({
  home: row.home_id as HomeId,
  saidOn: row.said_on,
  girls: row.girls,
  boys: row.boys,
  others: row.others,
})

export async function findWhoLives(tx: Tx, homes: readonly HomeId[]): Promise<Map<HomeId, WhoLives>> {
  if (homes.length === 0) return new Map()
  const rows = await tx.selectFrom('provision.who_lives').selectAll().where('home_id', 'in', homes).execute()
  return new Map(rows.map(toWhoLives).map(said => [said.home, said]))
}

type Said = ReadonlyMap<HomeId, WhoLives>
const kept = new WeakMap<Supply, Promise<Said>>()

/**
 * Of every home in a reading of the register, read once for it: a home that says something new changes the register's
 * mark, and so ends that reading. Whoever was given a kept reading sees the whole register, and may see this.
 */
export function whoLivesIn(tx: Tx, supply: Supply): Promise<Said> {
  const known = kept.get(supply)
  if (known) return known
  const reading = tx
    .selectFrom('provision.who_lives')
    .selectAll()
    .execute()
    .then(rows => new Map(rows.map(toWhoLives).map(said => [said.home, said])))
  kept.set(supply, reading)
  reading.catch(() => kept.delete(supply))
  return reading
}

export async function saveWhoLives(tx: Tx, organisation: OrganisationId, said: WhoLives): Promise<void> {
  const row = {
    said_on: said.saidOn,
    girls: [...said.girls],
    boys: [...said.boys],
    others: [...said.others],
  }
  await tx
    .insertInto('provision.who_lives')
    .values({ home_id: said.home, organisation_id: organisation, ...row })
    .onConflict(existing => existing.column('home_id').doUpdateSet(row))
    .execute()
}
