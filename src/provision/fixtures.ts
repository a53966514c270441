/** Invented homes and places. */

import { type PlainDate, parseDate } from '#shared/dates'
import { newId } from '#shared/ids'
import { pence } from '#shared/money'
import type { OpenHome, StatementOfPurpose } from './home.ts'
import type { Place } from './place.ts'

export const day = (text: string): PlainDate => parseDate(text)!

export const aPurpose = (facts: Partial<StatementOfPurpose> = {}): StatementOfPurpose => ({
  ageFrom: 10,
  ageTo: 17,
  sexes: 'any',
  needsMet: [],
  needsNotMet: [],
  takesSolo: true,
  takesSiblings: true,
  approachToCare: 'Small, calm and steady',
  ...facts,
})

/** No two homes share a URN, in life or in the database. */
let nextUrn = 900_000

export const aHome = (facts: Partial<OpenHome> = {}): OpenHome => ({
  id: newId(),
  organisation: newId(),
  kind: 'childrens-home',
  name: 'Harebell House',
  sector: 'private',
  urn: `SC${nextUrn++}`,
  postcode: 'RG1 4AB',
  position: { easting: 472_000, northing: 173_000 },
  areaCode: 'E06000038',
  registeredPlaces: 3,
  purpose: aPurpose(),
  judgement: 'good',
  inspectedOn: day('2026-02-11'),
  onlyFor: null,
  state: 'open',
  since: day('2020-01-01'),
  ...facts,
})

export const aPlace = (facts: Partial<Place> = {}): Place => ({
  id: newId(),
  organisation: newId(),
  home: newId(),
  name: 'The blue room',
  weeklyFee: pence(480_000),
  confirmedOn: day('2026-08-29'),
  availableFrom: day('2026-01-01'),
  closure: null,
  taken: null,
  ...facts,
})

export const aPlaceIn = (home: OpenHome, facts: Partial<Place> = {}): Place =>
  aPlace({ home: home.id, organisation: home.organisation, ...facts })
