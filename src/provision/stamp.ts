/** A short mark of what a person saw, so that a form sent late cannot undo what somebody else has done since. */

import type { Home } from './home.ts'
import type { Place } from './place.ts'

export const stampOf = ({ name, postcode, registeredPlaces, purpose }: Home): string => {
  const { ageFrom, ageTo, sexes, needsMet, needsNotMet, takesSolo, takesSiblings, approachToCare } = purpose
  const seen = [ageFrom, ageTo, sexes, needsMet, needsNotMet, takesSolo, takesSiblings, approachToCare]
  return mark(JSON.stringify([name, postcode, registeredPlaces, seen]))
}

/** Confirming changes nothing that a person saw, so the day of it is left out. */
export const stampOfPlace = ({ name, weeklyFee, availableFrom, closure, taken }: Place): string =>
  mark(JSON.stringify([name, weeklyFee, availableFrom, closure, taken]))

/** FNV-1a, 32 bits: it guards against forgetting, not against an enemy. */
function mark(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
