/** The kinds, groups, ages and lengths of stay by which the forecast counts, as small whole numbers. */

import { groupOfKind, placementGroups, placementKinds } from '#reference'

export const kindCount = placementKinds.length
export const groupCount = placementGroups.length

/** The group of each kind, by number. */
export const groupOf = Uint8Array.from(placementKinds, kind => placementGroups.indexOf(groupOfKind(kind)))

/** The bands in which the published figures of councils are told. */
export const ageBands = ['<1', '1-4', '5-9', '10-15', '16+'] as const
export const bandCount = ageBands.length

/** How far from home a placement is, in miles; "not known" where neither PL_DISTANCE nor the two postcodes tell. */
export const distanceBands = [
  'under 5',
  '5 to 10',
  '10 to 20',
  '20 to 50',
  '50 or more',
  'not known',
] as const
export const distanceCount = distanceBands.length

/** Leaving, moving and entering change with age faster than those bands do: years at which each class begins. */
const classStarts = [0, 1, 2, 5, 10, 13, 16, 17]
export const classCount = classStarts.length

/** Days at which each class of stay begins: about one, three and six months; one, two, three and five years. */
export const stayStarts = [0, 30, 91, 182, 365, 730, 1096, 1826] as const
export const stayCount = stayStarts.length

export const daysInYear = 365.25
export const daysInMonth = daysInYear / 12
export const adulthood = Math.round(18 * daysInYear)

const last = <T>(starts: readonly number[], value: number, of: (at: number) => T): T =>
  of(
    Math.max(
      0,
      starts.findLastIndex(start => value >= start),
    ),
  )

/** The band of each class. */
export const bandOfClass = Uint8Array.from(classStarts, years => last([0, 1, 5, 10, 16], years, at => at))

/** By whole months of age, to 18 years. */
export const classOfMonth = Uint8Array.from({ length: 217 }, (_, month) =>
  last(classStarts, month / 12, at => at),
)

export const monthOfAge = (days: number): number =>
  days <= 0 ? 0 : Math.min(216, Math.floor(days / daysInMonth))

/** Ages, in days, at which a class or a financial band changes. */
export const classBoundaries = [...classStarts.slice(1), 18].map(years => Math.round(years * daysInYear))
