/** The SQL of homes. Who sees which, and who may change which, is the database's own rule. */

import type { OrganisationId, Tx } from '#access'
import type { Home, HomeId } from '../home.ts'
import type { Place } from '../place.ts'
import type { Run } from '../place.ts'
import { toHome, toHomeRow, toPlace } from './rows.ts'

/** A home with its places by name, and who runs it. */
export async function findHome(tx: Tx, id: HomeId): Promise<Run | undefined> {
  const row = await tx
    .selectFrom('provision.home as home')
    .innerJoin('access.organisation as organisation', 'organisation.id', 'home.organisation_id')
    .selectAll('home')
    .select('organisation.name as runBy')
    .where('home.id', '=', id)
    .executeTakeFirst()
  return row && { home: toHome(row), runBy: row.runBy, places: await placesOf(tx, id) }
}

/** Holds a home until the transaction ends. Only whoever runs it, or the co-operative, can. */
export async function holdHome(tx: Tx, id: HomeId): Promise<Home | undefined> {
  const row = await tx
    .selectFrom('provision.home')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && toHome(row)
}

/** Holds every home that Ofsted knows, in one order, for a load of its list. */
export async function holdHomesWithUrn(tx: Tx): Promise<Home[]> {
  const rows = await tx
    .selectFrom('provision.home')
    .selectAll()
    .where('urn', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(toHome)
}

export async function findHomesWithUrn(tx: Tx): Promise<Home[]> {
  const rows = await tx.selectFrom('provision.home').selectAll().where('urn', 'is not', null).execute()
  return rows.map(toHome)
}

export const isUrnKnown = async (tx: Tx, urn: string): Promise<boolean> =>
  (await tx.selectFrom('provision.home').select('id').where('urn', '=', urn).executeTakeFirst()) !== undefined

/** The homes an organisation runs, each with its places; the fullest account, for whoever keeps them. */
export async function homesRunBy(tx: Tx, organisation: OrganisationId): Promise<Run[]> {
  const rows = await tx
    .selectFrom('provision.home as home')
    .innerJoin('access.organisation as organisation', 'organisation.id', 'home.organisation_id')
    .selectAll('home')
    .select('organisation.name as runBy')
    .where('home.organisation_id', '=', organisation)
    .orderBy('home.name')
    .execute()
  const places = await tx
    .selectFrom('provision.place')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .orderBy('name')
    .execute()
  const byHome = Map.groupBy(places.map(toPlace), place => place.home)
  return rows.map(row => {
    const home = toHome(row)
    return { home, runBy: row.runBy, places: byHome.get(home.id) ?? [] }
  })
}

/** False if another home, perhaps one that the asker may not see, already has its URN or its number. */
export async function addHome(tx: Tx, home: Home): Promise<boolean> {
  const add = tx.insertInto('provision.home').values(toHomeRow(home))
  const added = await add.onConflict(existing => existing.doNothing()).executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Many at once, for a load; those whose URN is known already are left as they are. */
export async function addHomes(tx: Tx, homes: readonly Home[]): Promise<void> {
  for (let at = 0; at < homes.length; at += 500) {
    const rows = homes.slice(at, at + 500).map(toHomeRow)
    const add = tx.insertInto('provision.home').values(rows)
    await add.onConflict(existing => existing.column('urn').doNothing()).execute()
  }
}

export async function saveHome(tx: Tx, home: Home): Promise<void> {
  const { id, organisation_id: _runBy, ...row } = toHomeRow(home)
  await tx.updateTable('provision.home').set(row).where('id', '=', id).execute()
}

async function placesOf(tx: Tx, home: HomeId): Promise<Place[]> {
  const places = tx.selectFrom('provision.place').selectAll().where('home_id', '=', home)
  return (await places.orderBy('name').execute()).map(toPlace)
}
