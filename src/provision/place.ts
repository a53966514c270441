/** A place: one bed in a home. Whether it is vacant on a day is worked out from its facts, never typed in. */

import type { OrganisationId } from '#access'
import { type PlainDate, inWords } from '#shared/dates'
import type { Id } from '#shared/ids'
import type { Pence } from '#shared/money'
import { type Refusal, conflict, invalid } from '#shared/refusal'
import { type Home, type HomeId, whyShut } from './home.ts'

export type PlaceId = Id<'Place'>

export type Closure = { readonly from: PlainDate; readonly until: PlainDate | null; readonly reason: string }
/** A child lives here, or will; `until` is the day they leave, once somebody has said. */
export type Taken = { readonly from: PlainDate; readonly until: PlainDate | null }

export type Place = {
  readonly id: PlaceId
  readonly organisation: OrganisationId
  readonly home: HomeId
  readonly name: string
  readonly weeklyFee: Pence
  /** When somebody at the home last said that all this is right. */
  readonly confirmedOn: PlainDate
  readonly availableFrom: PlainDate
  readonly closure: Closure | null
  readonly taken: Taken | null
}

export type Vacancy =
  | { readonly is: 'vacant' }
  | { readonly is: 'taken' | 'closed' | 'not-yet'; readonly reason: string }

const vacant: Vacancy = { is: 'vacant' }
const takenForGood: Vacancy = { is: 'taken', reason: 'Taken' }

/** A place promised from a later day is not vacant before it: a child who comes should not have to leave again. */
export function vacancyOn(place: Place, home: Home, day: PlainDate): Vacancy {
  const shut = whyShut(home, day)
  if (shut !== null) return { is: 'closed', reason: shut }
  if (isClosedOn(place, day)) return { is: 'closed', reason: closedReason(place.closure) }
  if (place.taken !== null && !hasLeft(place.taken, day)) return taken(place.taken)
  if (place.availableFrom > day) {
    return { is: 'not-yet', reason: `Available from ${inWords(place.availableFrom)}` }
  }
  return vacant
}

const taken = ({ until }: Taken): Vacancy =>
  until === null ? takenForGood : { is: 'taken', reason: `Taken until ${inWords(until)}` }

const hasLeft = ({ until }: Taken, day: PlainDate) => until !== null && until <= day

const isClosedOn = ({ closure }: Place, day: PlainDate): boolean =>
  closure !== null && closure.from <= day && (closure.until === null || day < closure.until)

const closedReason = (closure: Closure | null) =>
  `Closed: ${closure?.reason}${closure?.until ? `, until ${inWords(closure.until)}` : ''}`

/** The thirty-second update: everything shown is still right today. */
export const confirm = (place: Place, today: PlainDate): Place => ({ ...place, confirmedOn: today })

export function closePlace(place: Place, closure: Closure, today: PlainDate): Place | Refusal {
  if (!closure.reason.trim()) return invalid({ field: 'reason', message: 'Say why the place is closed' })
  if (closure.until !== null && closure.until <= closure.from) {
    return invalid({ field: 'until', message: 'The day it opens again must be after the day it closes' })
  }
  return { ...place, closure: { ...closure, reason: closure.reason.trim() }, confirmedOn: today }
}

export function reopenPlace(place: Place, today: PlainDate): Place | Refusal {
  if (place.closure === null) return conflict('This place is not closed')
  return { ...place, closure: null, confirmedOn: today }
}

/** For one child, once and for all: the caller holds the row, and the table's constraint is the backstop. */
export function take(place: Place, home: Home, from: PlainDate): Place | Refusal {
  const vacancy = vacancyOn(place, home, from)
  if (vacancy.is === 'taken') return conflict('This place has been taken for another child')
  if (vacancy.is !== 'vacant') return conflict(`This place is not vacant. ${vacancy.reason}`)
  return { ...place, taken: { from, until: null } }
}

/** The child sleeps elsewhere from this day, so another may come on it. */
export function leave(place: Place, on: PlainDate): Place | Refusal {
  if (place.taken === null) return conflict('Nobody has taken this place')
  if (on < place.taken.from) {
    return invalid({ field: 'on', message: 'The day the child leaves must not be before the day they came' })
  }
  return { ...place, taken: { from: place.taken.from, until: on } }
}

/** The child is not coming after all, and the place is free again. */
export function giveBack(place: Place): Place | Refusal {
  if (place.taken === null) return conflict('Nobody has taken this place')
  return { ...place, taken: null }
}

/** A home with its places and the name of whoever runs it. */
export type Run = { readonly home: Home; readonly runBy: string; readonly places: readonly Place[] }
