/** Between the rows of homes and places and what they mean. */

import type { Selectable } from 'kysely'
import type { AuthorityId, OrganisationId } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Pence } from '#shared/money'
import type { Tables } from '#tables'
import type { Home, HomeId, HomeKind, Judgement, Sector, SexesTaken } from '../home.ts'
import type { Place, PlaceId } from '../place.ts'

export type HomeRow = Selectable<Tables['provision.home']>
export type PlaceRow = Selectable<Tables['provision.place']>

/** The casts rest on the table's constraints, which promise each state its own facts. */
export function toHome(row: HomeRow): Home {
  const core = coreOf(row)
  const reason = row.state_reason as string
  switch (row.state) {
    case 'open':
      return { ...core, state: 'open' }
    case 'closed':
      return { ...core, state: 'closed', reason, until: row.state_until }
    case 'refurbishing':
      return { ...core, state: 'refurbishing', reason, until: row.state_until }
    case 'dormant':
      return { ...core, state: 'dormant', reason }
    default:
      throw new Error(`home ${row.id} is in no known state: ${row.state}`)
  }
}

const coreOf = (row: HomeRow) => ({
  id: row.id as HomeId,
  organisation: row.organisation_id as OrganisationId,
  kind: row.kind as HomeKind,
  name: row.name,
  sector: row.sector as Sector,
  urn: row.urn,
  postcode: row.postcode,
  position: { easting: row.easting, northing: row.northing },
  areaCode: row.area_code,
  registeredPlaces: row.registered_places,
  purpose: {
    ageFrom: row.age_from,
    ageTo: row.age_to,
    sexes: row.sexes as SexesTaken,
    needsMet: row.needs_met,
    needsNotMet: row.needs_not_met,
    takesSolo: row.takes_solo,
    takesSiblings: row.takes_siblings,
    approachToCare: row.approach_to_care,
  },
  judgement: row.judgement as Judgement | null,
  inspectedOn: row.inspected_on,
  onlyFor: row.only_for as AuthorityId | null,
  since: row.state_from,
})

export const toHomeRow = (home: Home): HomeRow => ({
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
  state_reason: home.state === 'open' ? null : home.reason,
  state_until: home.state === 'closed' || home.state === 'refurbishing' ? home.until : null,
})

export const toPlace = (row: PlaceRow): Place => ({
  id: row.id as PlaceId,
  organisation: row.organisation_id as OrganisationId,
  home: row.home_id as HomeId,
  name: row.name,
  weeklyFee: row.weekly_fee_pence as Pence,
  confirmedOn: row.confirmed_on,
  availableFrom: row.available_from,
  closure:
    row.closed_from === null
      ? null
      : { from: row.closed_from, until: row.closed_until, reason: row.closed_reason as string },
  taken: row.taken_from === null ? null : { from: row.taken_from, until: row.taken_until },
})

export const toPlaceRow = (place: Place): PlaceRow => ({
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
  ...takenOf(place),
})

export const takenOf = ({
  taken,
}: Place): { taken_from: PlainDate | null; taken_until: PlainDate | null } => ({
  taken_from: taken?.from ?? null,
  taken_until: taken?.until ?? null,
})
