/** What waits to be confirmed, read from the register in memory and worked out once for each state of it. */

import type { OrganisationId, Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import { type OwnPlaces, type Unconfirmed, ownPlacesOn, unconfirmedOn } from '../confirming.ts'
import { homesRunBy } from './homes.ts'
import { listLoads } from './register.ts'
import { type Supply, supplyFor } from './supply.ts'

const most = 5
const found = new WeakMap<Supply, { readonly today: PlainDate; readonly unconfirmed: Unconfirmed }>()

/** Of every home that the asker may see. */
export async function unconfirmedPlaces(tx: Tx, today: PlainDate): Promise<Unconfirmed> {
  const supply = await supplyFor(tx)
  const known = found.get(supply)
  if (known?.today === today) return known.unconfirmed
  const unconfirmed = unconfirmedOn(supply, today, most)
  found.set(supply, { today, unconfirmed })
  return unconfirmed
}

export const ownPlaces = async (tx: Tx, organisation: OrganisationId, today: PlainDate): Promise<OwnPlaces> =>
  ownPlacesOn(await homesRunBy(tx, organisation), today, most)

/** The day Ofsted's list was last loaded; null if it never was. */
export const lastRegisterLoad = async (tx: Tx): Promise<PlainDate | null> =>
  (await listLoads(tx)).map(({ confirmed }) => confirmed?.on).find(day => day !== undefined) ?? null
