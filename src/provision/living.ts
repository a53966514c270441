/** Who lives in a home, as it said itself: ages and sexes alone, because a search is not told who they are. */

import { type PlainDate, daysBetween, inWords } from '#shared/dates'
import type { HomeId } from './home.ts'
import type { Place } from './place.ts'

export type Resident = { readonly age: number; readonly sex: 'M' | 'F' | 'U' }

export type WhoLives = {
  readonly home: HomeId
  readonly saidOn: PlainDate
  /** An age in completed years for each child, in order. */
  readonly girls: readonly number[]
  readonly boys: readonly number[]
  /** The home did not say which. */
  readonly others: readonly number[]
}
export type Ages = Pick<WhoLives, 'girls' | 'boys' | 'others'>

/** Four weeks: our own choice. Children move and have birthdays, and no regulation sets it. */
export const daysUntilUnknown = 28
export const mostInOneHome = 60

/** Ages as people write them, "9, 12 and 12"; undefined where something in it is no child's age. */
export function readAges(text: string): readonly number[] | undefined {
  const words = text.split(/[\s,;&]+|\band\b/i).filter(word => word !== '')
  const ages = words.map(word => (/^\d{1,2}$/.test(word) ? Number(word) : -1))
  if (ages.length > mostInOneHome || ages.some(age => age < 0 || age > 25)) return undefined
  return ages.toSorted((a, b) => a - b)
}

/**
 * Who lives there today, as far as can be told. Null where the home has not said, said it too long ago, or somebody has
 * come or gone since.
 */
export function residentsOn(
  said: WhoLives | undefined,
  places: readonly Place[],
  today: PlainDate,
): readonly Resident[] | null {
  if (!said || daysBetween(said.saidOn, today) > daysUntilUnknown) return null
  const isSince = (day: PlainDate | null) => day !== null && day > said.saidOn && day <= today
  if (places.some(({ taken }) => taken && (isSince(taken.from) || isSince(taken.until)))) return null
  return [
    ...said.girls.map(age => ({ age, sex: 'F' as const })),
    ...said.boys.map(age => ({ age, sex: 'M' as const })),
    ...said.others.map(age => ({ age, sex: 'U' as const })),
  ]
}

/** "2 girls aged 12 and 14, 1 boy aged 9", or that nobody does. */
export function livingInWords({ girls, boys, others }: Ages): string {
  const parts = [
    group(girls, 'girl', 'girls'),
    group(boys, 'boy', 'boys'),
    group(others, 'child', 'children'),
  ]
  return parts.filter(part => part !== '').join(', ') || 'no child'
}

const group = (ages: readonly number[], one: string, several: string): string =>
  ages.length === 0 ? '' : `${ages.length} ${ages.length === 1 ? one : several} aged ${listed(ages)}`

const listed = (ages: readonly number[]): string =>
  ages.length === 1 ? `${ages[0]}` : `${ages.slice(0, -1).join(', ')} and ${ages.at(-1)}`

export const saidInWords = (said: WhoLives): string =>
  `The home said on ${inWords(said.saidOn)} who lives there: ${livingInWords(said)}`

/** As typed again into the boxes of a form. */
export const agesTyped = (ages: readonly number[]): string => ages.join(', ')
