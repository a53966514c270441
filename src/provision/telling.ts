/** What a home tells us of a place, in the thirty seconds it has: still right, vacant, taken, closed or not yet. */

import type { PlainDate } from '#shared/dates'
import { inWords } from '#shared/dates'
import { Refusal, conflict, invalid } from '#shared/refusal'
import type { Home } from './home.ts'
import { type Place, closePlace, confirm, leave, take } from './place.ts'

export const tellings = [
  { code: 'right', label: 'Still right' },
  { code: 'vacant', label: 'Vacant' },
  { code: 'taken', label: 'Taken' },
  { code: 'closed', label: 'Closed for now' },
  { code: 'later', label: 'Free from a later day' },
] as const

export type Telling =
  | { readonly is: 'right' | 'vacant' | 'taken' }
  | { readonly is: 'closed'; readonly reason: string; readonly until: PlainDate | null }
  | { readonly is: 'later'; readonly from: PlainDate }

/** Every telling also confirms the place. Telling the same thing twice changes nothing the second time. */
export function told(place: Place, home: Home, telling: Telling, today: PlainDate): Place | Refusal {
  switch (telling.is) {
    case 'right':
      return confirm(place, today)
    case 'vacant':
      return freed(place, today, today)
    case 'taken':
      return isTaken(place, today) ? confirm(place, today) : confirmed(takeNow(place, home, today), today)
    case 'closed': {
      const { reason, until } = telling
      return closePlace(place, { from: place.closure?.from ?? today, until, reason }, today)
    }
    case 'later':
      return freed(place, telling.from, today)
  }
}

const isTaken = ({ taken }: Place, today: PlainDate) =>
  taken !== null && (taken.until === null || taken.until > today)

/** A home that tells us somebody came need not have opened the place for us first. */
const takeNow = (place: Place, home: Home, today: PlainDate): Place | Refusal =>
  take({ ...place, closure: null, availableFrom: earlier(place.availableFrom, today) }, home, today)

/** Free from a day: whoever lives there now leaves on it. A promise to a child who has not come yet is not undone. */
function freed(place: Place, from: PlainDate, today: PlainDate): Place | Refusal {
  if (from < today)
    return invalid({ field: 'freeFrom', message: 'The day it is free from must be today or later' })
  const availableFrom = from > today ? from : earlier(place.availableFrom, today)
  const open = { ...place, closure: null, availableFrom, confirmedOn: today }
  if (place.taken === null) return open
  if (place.taken.from > today) {
    const when = inWords(place.taken.from)
    return conflict(
      `${place.name} is promised to a child from ${when}. Only their authority can give it back`,
    )
  }
  if (!isTaken(place, today)) return open
  return leave({ ...open, availableFrom: place.availableFrom }, from)
}

const confirmed = (place: Place | Refusal, today: PlainDate): Place | Refusal =>
  place instanceof Refusal ? place : confirm(place, today)

const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)
