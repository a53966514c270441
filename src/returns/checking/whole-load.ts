/** Whether these are the files that were meant: the right kinds, the right year, the right authority. */

import { collectionYearOf } from '#reference'
import type { PlainDate } from '#shared/dates'
import { touches } from '../collection-year.ts'
import type { Kind } from '#filing'
import { type Problem, problem } from '../problem.ts'
import type { CheckedRow } from './row-rules.ts'
import type { Code } from '../rules.ts'

/** The children the authority already has, each with the day of birth: a number alone may be anybody's. */
export type Known = ReadonlyMap<string, PlainDate>

const tooFewToJudge = 10

export function checkWhole(
  kinds: ReadonlySet<Kind>,
  header: readonly CheckedRow[],
  episodes: readonly CheckedRow[],
  told: {
    readonly year: number
    readonly known: Known
  },
): Problem[] {
  return [
    ...nothingToLoad(kinds),
    ...anotherYear(episodes, told.year),
    ...anotherAuthority(header, told.known),
  ]
}

const whole = (code: Code, wrong: string): Problem[] => [problem(code, { file: null }, wrong, true)]

const nothingToLoad = (kinds: ReadonlySet<Kind>): Problem[] =>
  kinds.has('Header') || kinds.has('Episodes')
    ? []
    : whole('nothing-to-load', 'None of these files is a Header or an Episodes file that we can read.')

/**
 * A return lists what touches its year: most of its episodes must, and in a year some child always
 * moves. Last year's return passes the first of these, and fails the second.
 */
function anotherYear(episodes: readonly CheckedRow[], year: number): Problem[] {
  const spans = episodes.flatMap(({ values: { DECOM: from, DEC: until } }) =>
    from ? [{ from: from as PlainDate, until: (until ?? null) as PlainDate | null }] : [],
  )
  if (spans.length < tooFewToJudge) return []
  const outside = spans.filter(({ from, until }) => !touches(year, from, until)).length
  const days = spans.flatMap(({ from, until }) => (until ? [from, until] : [from]))
  const within = days.filter(day => collectionYearOf(day) === year).length
  const stillness = within < spans.length / 20
  if (outside <= spans.length / 2 && !stillness) return []

  const wrong = stillness
    ? `Hardly an episode starts or ends in the year to 31 March ${year}.`
    : `Most of the ${spans.length} episodes are not in the year to 31 March ${year}.`
  const likely = commonest(days.map(collectionYearOf))
  return whole('wrong-year', `${wrong} Most of their dates are in the year to 31 March ${likely}.`)
}

/** Children come and go, but from one return to the next most stay. */
function anotherAuthority(header: readonly CheckedRow[], known: Known): Problem[] {
  const children = header.filter(({ usable }) => usable)
  if (known.size < tooFewToJudge || children.length < tooFewToJudge) return []
  const familiar = children.filter(({ child, values }) => known.get(child) === values['DOB']).length
  if (familiar >= Math.min(children.length, known.size) / 20) return []
  const wrong = `Of the ${children.length} children here, ${familiar} are among your authority's ${known.size}.`
  return whole('wrong-authority', wrong)
}

function commonest(years: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}
