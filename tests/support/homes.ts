/** Invented homes and places put straight into a database, as its owner. */

import type { Database, OrganisationId } from '#access'
import type { OpenHome, Place } from '#provision'
import { aHome, aPlaceIn } from '#provision'

type Facts = Partial<OpenHome> & { readonly places?: readonly Partial<Place>[] }

/** A home with one vacant place, unless the facts say otherwise. Every home has an Ofsted number of its own. */
export async function addHome(
  owner: Database,
  { places = [{}], ...facts }: Facts & { readonly organisation: OrganisationId },
): Promise<{ home: OpenHome; places: Place[] }> {
  const home = aHome({ urn: `SC${String((number += 1)).padStart(6, '0')}`, ...facts })
  const all = places.map((place, i) => aPlaceIn(home, { name: `Room ${i + 1}`, ...place }))
  await owner.insertInto('provision.home').values(homeRow(home)).execute()
  if (all.length > 0) await owner.insertInto('provision.place').values(all.map(placeRow)).execute()
  return { home, places: all }
}

let number = 400_000

const homeRow = (home: OpenHome) => ({
  id: home.id,
  organisation_id: home.organisation,
  kind: home.kind,
  name: home.name,
  sector: home.sector,
  urn: home.urn,
  postcode: home.postcode,
  easting: home.position.easting,
  northing: home.position.northing,
  area_code: home.areaCode,
  registered_places: home.registeredPlaces,
  age_from: home.purpose.ageFrom,
  age_to: home.purpose.ageTo,
  sexes: home.purpose.sexes,
  needs_met: [...home.purpose.needsMet],
  needs_not_met: [...home.purpose.needsNotMet],
  takes_solo: home.purpose.takesSolo,
  takes_siblings: home.purpose.takesSiblings,
  approach_to_care: home.purpose.approachToCare,
  judgement: home.judgement,
  inspected_on: home.inspectedOn,
  only_for: home.onlyFor,
  state: home.state,
  state_from: home.since,
})

const placeRow = (place: Place) => ({
  id: place.id,
  organisation_id: place.organisation,
  home_id: place.home,
  name: place.name,
  weekly_fee_pence: place.weeklyFee,
  confirmed_on: place.confirmedOn,
  available_from: place.availableFrom,
  closed_from: place.closure?.from ?? null,
  closed_until: place.closure?.until ?? null,
  closed_reason: place.closure?.reason ?? null,
  taken_from: place.taken?.from ?? null,
  taken_until: place.taken?.until ?? null,
})
