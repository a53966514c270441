/** The SQL of places: held one at a time, taken once, and given back. */

import type { OrganisationId, Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import { Refusal, notFound } from '#shared/refusal'
import type { Home, HomeId } from '../home.ts'
import { type Place, type PlaceId, giveBack, leave, take } from '../place.ts'
import { takenOf, toHome, toPlace, toPlaceRow } from './rows.ts'

export type HeldPlace = { readonly place: Place; readonly home: Home }

/**
 * Holds a place until the transaction ends, so that two people cannot take it at once. The home is read after the
 * place is held, and closing a home holds its places first: a place cannot be taken in a home that has just closed.
 */
export async function holdPlace(tx: Tx, id: PlaceId): Promise<HeldPlace | undefined> {
  const row = await tx
    .selectFrom('provision.place')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const home = await tx
    .selectFrom('provision.home')
    .selectAll()
    .where('id', '=', row.home_id)
    .executeTakeFirst()
  return home && { place: toPlace(row), home: toHome(home) }
}

export async function findPlace(tx: Tx, id: PlaceId): Promise<Place | undefined> {
  const row = await tx.selectFrom('provision.place').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toPlace(row)
}

/** Every place of a home, in one order, so that two who hold several never wait for each other. */
export async function holdPlacesOf(tx: Tx, home: HomeId): Promise<Place[]> {
  const places = tx.selectFrom('provision.place').selectAll().where('home_id', '=', home)
  return (await places.orderBy('id').forUpdate().execute()).map(toPlace)
}

/** Every place that an organisation keeps, in the same order. */
export async function holdPlacesKeptBy(tx: Tx, organisation: OrganisationId): Promise<Place[]> {
  const places = tx.selectFrom('provision.place').selectAll().where('organisation_id', '=', organisation)
  return (await places.orderBy('id').forUpdate().execute()).map(toPlace)
}

/** False if the home has a place of that name. */
export async function addPlace(tx: Tx, place: Place): Promise<boolean> {
  const add = tx.insertInto('provision.place').values(toPlaceRow(place))
  const added = await add
    .onConflict(existing => existing.columns(['home_id', 'name']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** False if the home has another place of that name. */
export async function savePlace(tx: Tx, place: Place): Promise<boolean> {
  const { id, organisation_id: _keptBy, home_id, ...row } = toPlaceRow(place)
  const namesakes = tx.selectFrom('provision.place').select('id').where('home_id', '=', home_id)
  const namesake = await namesakes.where('name', '=', row.name).where('id', '<>', id).executeTakeFirst()
  if (namesake) return false
  await tx.updateTable('provision.place').set(row).where('id', '=', id).execute()
  return true
}

/** For a child, once and for all; told kindly if somebody was a moment quicker. */
export const takePlace = (tx: Tx, id: PlaceId, from: PlainDate): Promise<Place | Refusal> =>
  changeTaken(tx, id, ({ place, home }) => take(place, home, from))

/** The child sleeps elsewhere from this day. */
export const leavePlace = (tx: Tx, id: PlaceId, until: PlainDate): Promise<Place | Refusal> =>
  changeTaken(tx, id, ({ place }) => leave(place, until))

/** The child is not coming after all. */
export const givePlaceBack = (tx: Tx, id: PlaceId): Promise<Place | Refusal> =>
  changeTaken(tx, id, ({ place }) => giveBack(place))

async function changeTaken(
  tx: Tx,
  id: PlaceId,
  change: (held: HeldPlace) => Place | Refusal,
): Promise<Place | Refusal> {
  const held = await holdPlace(tx, id)
  if (!held) return notFound('Place not found')

  const changed = change(held)
  if (changed instanceof Refusal) return changed

  await tx.updateTable('provision.place').set(takenOf(changed)).where('id', '=', id).execute()
  return changed
}
