/** Children who look alike on paper: perhaps twins, perhaps one child under two numbers. */

import type { PlainDate } from '#shared/dates'
import type { Sex } from './accepted.ts'
import { isUpn } from './cell.ts'

export type Person = {
  readonly child: string
  readonly born: PlainDate
  readonly sex: Sex
  readonly upn: string | null
  readonly homePostcode: string | null
}
export type Pair = readonly [child: string, other: string]

/** One child, perhaps: the same day of birth, sex and pupil number. UN1 to UN5 are not numbers, and say nothing. */
export const duplicatesAmong = (people: readonly Person[]): Pair[] =>
  pairs(people, ({ born, sex, upn }) => upn && isUpn(upn) && `${born} ${sex} ${upn}`)

/** Twins, perhaps: born on one day and brought into care from one address, and not one child. */
export function twinsAmong(people: readonly Person[]): Pair[] {
  const same = new Set(duplicatesAmong(people).map(String))
  const born = pairs(people, each => each.homePostcode && `${each.born} ${each.homePostcode}`)
  return born.filter(pair => !same.has(String(pair)))
}

/** Each child with the next that shares its key, in the order of their numbers: n children make n - 1 pairs. */
function pairs(people: readonly Person[], keyOf: (person: Person) => string | false | null): Pair[] {
  const groups = new Map<string, string[]>()
  for (const person of people) {
    const key = keyOf(person)
    if (!key) continue
    const group = groups.get(key)
    if (group) group.push(person.child)
    else groups.set(key, [person.child])
  }
  return [...groups.values()]
    .map(group => group.sort())
    .flatMap(group => group.slice(1).map((child, i): Pair => [group[i]!, child]))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
