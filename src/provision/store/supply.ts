/** The register in memory: every home that the asker may see, with its places, read again only when it has changed. */

/*
 * Why it is safe. Each asker's own transaction is asked first, under row-level security, for the register's mark and
 * for a row seen by exactly those who see the whole register (the same policies stand on both). Only they are given
 * what is kept; anybody else reads what the policies show them, and that is never kept. The mark changes with every
 * committed change, so what is kept under it is what a fresh reading would find. What a writer has not yet committed
 * is in no mark, so a transaction that could write reads for itself and keeps nothing.
 */

import { sql } from 'kysely'
import type { Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import { type OpenPlaces, countPlaces } from '../listing.ts'
import type { Home } from '../home.ts'
import type { Run } from '../place.ts'
import { wordsOnce } from './once.ts'
import { type HomeRow, type PlaceRow, toHome, toPlace } from './rows.ts'

export type Supply = readonly Run[]

/** Two, so that a reading that is still in use outlives the next change. */
const mostKept = 2
const kept = new Map<string, Promise<Supply | null>>()

export async function supplyFor(tx: Tx): Promise<Supply> {
  const { mark, mayKeep } = await sightOf(tx)
  if (!mayKeep) return readSupply(tx)
  const known = await kept.get(mark)?.catch(() => null)
  if (known) return known

  const reading = readUnder(tx, mark)
  kept.set(mark, reading)
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old)
  const supply = await reading.catch((fault: unknown) => {
    kept.delete(mark)
    throw fault
  })
  if (supply) return supply
  kept.delete(mark)
  return readSupply(tx)
}

/** Null where the register changed while it was being read. */
async function readUnder(tx: Tx, mark: string): Promise<Supply | null> {
  const supply = await readSupply(tx)
  return (await sightOf(tx)).mark === mark ? supply : null
}

async function sightOf(tx: Tx): Promise<{ mark: string; mayKeep: boolean }> {
  const { rows } = await sql<{ mark: string; whole: boolean; reader: boolean }>`
    select mark, exists (select from provision.whole_register) as whole,
           current_user in ('nearhome_authority_reader', 'nearhome_region_reader') as reader
    from provision.revision`.execute(tx)
  const { mark, whole, reader } = rows[0]!
  return { mark, mayKeep: whole && reader }
}

/** Rows are many times as large as what is kept of them, so that no more are read at once than this. */
const homesAtOnce = 1000

async function readSupply(tx: Tx): Promise<Supply> {
  const supply: Run[] = []
  const once = wordsOnce()
  for (;;) {
    const some = await homesAfter(tx, supply.at(-1)?.home)
    const homes = once(some, ofHomes).map(row => ({ home: toHome(row), runBy: row.run_by }))
    const ids = homes.map(({ home }) => home.id)
    const { rows } = await sql<PlaceRow>`
      select * from provision.place where home_id = any(${ids}::uuid[]) order by home_id, name`.execute(tx)
    const places = Map.groupBy(once(rows, ofPlaces).map(toPlace), each => each.home)
    for (const each of homes) supply.push({ ...each, places: places.get(each.home.id) ?? [] })
    if (some.length < homesAtOnce) return supply
  }
}

/** In the order of their names. */
async function homesAfter(tx: Tx, last: Home | undefined): Promise<NamedHome[]> {
  const after = last ? sql`where (home.name, home.id) > (${last.name}, ${last.id}::uuid)` : sql``
  const { rows } = await sql<NamedHome>`
    select home.*, organisation.name as run_by
    from provision.home join access.organisation on organisation.id = home.organisation_id
    ${after} order by home.name, home.id limit ${homesAtOnce}`.execute(tx)
  return rows
}

type NamedHome = HomeRow & { run_by: string }
const ofHomes = [
  ...([
    'organisation_id',
    'run_by',
    'kind',
    'sector',
    'area_code',
    'sexes',
    'needs_met',
    'needs_not_met',
  ] as const),
  ...(['approach_to_care', 'judgement', 'inspected_on', 'only_for', 'state', 'state_from'] as const),
]
const ofPlaces = [
  ...(['organisation_id', 'home_id', 'name', 'confirmed_on', 'available_from'] as const),
  ...(['closed_from', 'closed_until', 'closed_reason', 'taken_from', 'taken_until'] as const),
]

/** For measures: how many places of each kind stand in each area, and how many are open on the day. */
export const openPlacesByKindAndArea = async (tx: Tx, day: PlainDate): Promise<readonly OpenPlaces[]> =>
  countPlaces(await supplyFor(tx), day)
