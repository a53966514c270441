/** Hard limits: what no weight can outdo. A home or place beyond one is left out, and the list says why. */

import { type Home, type HomeKind, type Place, vacancyOn, whyShut } from '#provision'
import { careNeeds, labelOf, outwardCodeOf } from '#reference'
import type { Need } from './need.ts'
import type { HomeWithPlaces } from './supply.ts'

/** What a limit is about, in a word: places are counted by it, and sentences made only for those that are read. */
export type Reason =
  | 'taken'
  | 'closed'
  | 'later'
  | 'age'
  | 'sex'
  | 'needs'
  | 'kind'
  | 'others'
  | 'avoid'
  | 'law'
  | 'reserved'
  | 'no-place'

type HomeLimit = (home: Home, need: Need, supply: HomeWithPlaces) => string | null

/** The first limit that keeps a child out of a home, whichever of its places; null for a home that may be asked. */
export function limitOfHome(supply: HomeWithPlaces, need: Need): Reason | null {
  for (const [reason, limit] of homeLimits) if (limit(supply.home, need, supply) !== null) return reason
  return supply.places.length === 0 ? 'no-place' : null
}

/** What keeps a place from being had on the day it is needed; null when it can. */
export function limitOfPlace(place: Place, home: Home, need: Need): Reason | null {
  const { is } = vacancyOn(place, home, need.neededBy)
  if (is === 'vacant') return null
  return is === 'not-yet' ? 'later' : is
}

/** Every reason that keeps a child out of a home. Empty for a home that may be asked. */
export function whyNotHome(supply: HomeWithPlaces, need: Need): readonly string[] {
  const why = homeLimits
    .map(([, limit]) => limit(supply.home, need, supply))
    .filter(reason => reason !== null)
  return why.length === 0 && supply.places.length === 0 ? ['The home has told us of no place'] : why
}

/** Why this place cannot be had on the day it is needed, or null when it can. */
export function whyNotPlace(place: Place, home: Home, need: Need): string | null {
  const vacancy = vacancyOn(place, home, need.neededBy)
  return vacancy.is === 'vacant' ? null : vacancy.reason
}

const shut: HomeLimit = (home, need) => whyShut(home, need.neededBy)

/** A home takes children within the ages of its statement of purpose. */
const age: HomeLimit = ({ purpose: { ageFrom, ageTo } }, need) =>
  need.age < ageFrom || need.age > ageTo
    ? `For ages ${ageFrom} to ${ageTo}, and the child is ${need.age}`
    : null

const sex: HomeLimit = ({ purpose: { sexes } }, need) => {
  if (sexes === 'boys' && need.sex === 'F') return 'For boys only'
  if (sexes === 'girls' && need.sex === 'M') return 'For girls only'
  return null
}

/**
 * Supported accommodation may not care for a child under 16: Care Planning, Placement and Case Review (England)
 * Regulations 2010, regulation 27A, since 9 September 2021.
 */
const underSixteen: HomeLimit = ({ kind }, need) =>
  kind === 'supported-accommodation' && need.age < 16
    ? 'Supported accommodation may not take a child under 16'
    : null

/** Running a children's home that is not registered is an offence: Care Standards Act 2000, section 11. */
const registered: HomeLimit = ({ kind, urn }) =>
  urn === null && (kind === 'childrens-home' || kind === 'secure-home')
    ? 'We hold no Ofsted registration for this home'
    : null

/** Nobody's liberty is taken in a secure home without a court's order: Children Act 1989, section 25. */
const secure: HomeLimit = ({ kind }, need) =>
  kind === 'secure-home' && !need.hasSecureOrder
    ? 'A secure home needs a court’s secure accommodation order'
    : null

const suitability: HomeLimit = ({ kind }, need) =>
  need.suitability[kind] === 'unsuitable'
    ? `The social worker says that ${inAWord[kind]} would not suit`
    : null

const inAWord: Record<HomeKind, string> = {
  'childrens-home': 'a children’s home',
  'foster-household': 'living with foster carers',
  'supported-accommodation': 'supported accommodation',
  'residential-school': 'a residential school',
  'secure-home': 'a secure home',
}

const alone: HomeLimit = ({ purpose }, need, { places, residents }) => {
  if (need.alongside !== 'solo') return null
  if (!purpose.takesSolo)
    return 'The child needs to live with no other children, and this home does not offer that'
  const taken = places.filter(each => each.taken !== null && isHere(each.taken, need)).length
  return Math.max(residents?.length ?? 0, taken) > 0
    ? 'The child needs to live with no other children, and others live here'
    : null
}

const isHere = ({ until }: { until: string | null }, { neededBy }: Need) => until === null || until > neededBy

const companions: HomeLimit = (_home, need, { residents }) => {
  if (residents === null) return null
  if (need.alongside === 'older-only' && residents.some(each => each.age < need.age)) {
    return 'The child should live with older children only, and a younger child lives here'
  }
  if (need.alongside === 'younger-only' && residents.some(each => each.age > need.age)) {
    return 'The child should live with younger children only, and an older child lives here'
  }
  return null
}

/** Children's Homes (England) Regulations 2015, regulation 14: a home takes only a child whose needs it can meet. */
const cannotMeet: HomeLimit = ({ purpose: { needsNotMet } }, need) => {
  if (needsNotMet.length === 0) return null
  const unmet = need.needs.filter(each => needsNotMet.includes(each))
  return unmet.length === 0 ? null : `The home says it cannot meet: ${unmet.map(labelOfNeed).join(', ')}`
}

/** Within a sentence; a language keeps its capital. */
export const labelOfNeed = (code: string): string => {
  const label = labelOf(careNeeds, code)
  return label.startsWith('English') ? label : label.toLowerCase()
}

const avoid: HomeLimit = ({ postcode }, need) => {
  if (need.areasToAvoid.length === 0) return null
  const district = outwardCodeOf(postcode)
  return district !== undefined && need.areasToAvoid.includes(district)
    ? `In ${district}, where the child must not live`
    : null
}

/** Members have agreed to leave some homes to the authority they stand in, as in Kent for children seeking asylum. */
const reserved: HomeLimit = ({ onlyFor }, need) =>
  onlyFor !== null && onlyFor !== need.authority ? 'Reserved for another council by agreement' : null

const homeLimits: readonly (readonly [Reason, HomeLimit])[] = [
  ['closed', shut],
  ['age', age],
  ['sex', sex],
  ['law', underSixteen],
  ['law', registered],
  ['law', secure],
  ['kind', suitability],
  ['others', alone],
  ['others', companions],
  ['needs', cannotMeet],
  ['avoid', avoid],
  ['reserved', reserved],
]
