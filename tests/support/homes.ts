/** Invented homes and places put straight into a database, as its owner. */

import type { Database, OrganisationId } from '#access'
import type { OpenHome, Place } from '#provision'
import { aHome, aPlaceIn } from '#provision'
import { toHomeRow, toPlaceRow } from '../../src/provision/store/rows.ts'

type Facts = Partial<OpenHome> & { readonly places?: readonly Partial<Place>[] }

/** A home with one vacant place, unless the facts say otherwise. Every home has an Ofsted number of its own. */
export async function addHome(
  owner: Database,
  { places = [{}], ...facts }: Facts & { readonly organisation: OrganisationId },
): Promise<{ home: OpenHome; places: Place[] }> {
  const home = aHome({ urn: `SC${String((number += 1)).padStart(6, '0')}`, ...facts })
  const all = places.map((place, i) => aPlaceIn(home, { name: `Room ${i + 1}`, ...place }))
  await owner.insertInto('provision.home').values(toHomeRow(home)).execute()
  if (all.length > 0) await owner.insertInto('provision.place').values(all.map(toPlaceRow)).execute()
  return { home, places: all }
}

let number = 400_000
