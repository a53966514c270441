/** Checks a whole return: every row by itself, then the files beside one another, then each child's history. */

import type { ReturnChild, ReturnEpisode } from './accepted.ts'
import { type Person, duplicatesAmong, twinsAmong } from './alike.ts'
import { type People, besideOneAnother, withoutRepeats } from './between-files.ts'
import { hasPlace, historyOf } from './history.ts'
import type { Kind } from '#filing'
import { type Problem, problem } from '../problem.ts'
import { type Reading, sameKindTwice } from '../reading/reading.ts'
import { type CheckedRow, type Told, checkRow } from './row-rules.ts'
import type { Code } from '../rules.ts'
import { type Known, checkWhole } from './whole-load.ts'

export type Asked = Told & { readonly known: Known }

export type Checked = {
  readonly problems: readonly Problem[] // all of them, at once
  readonly refused: readonly Problem[] // those for which nothing at all may be loaded
  readonly children: readonly ReturnChild[]
  readonly episodes: readonly ReturnEpisode[]
  readonly mentioned: ReadonlySet<string> // every child of the Header and the Episodes, usable or not
  /** Rows that can be used, by the file they are in, whoever they are about. */
  readonly told: ReadonlyMap<Kind, readonly CheckedRow[]>
  readonly rows: number
  readonly leftOut: number // rows that cannot be used
}

/** How many rows there are to check: what the progress of `check` is out of. */
export const rowsIn = (readings: readonly Reading[]): number =>
  readings.reduce((total, { rows }) => total + rows.length, 0)

/** Yields the number of rows done every few hundred, so that whoever asked may show it and let others in. */
export function* check(readings: readonly Reading[], load: Asked): Generator<number, Checked> {
  const twice = sameKindTwice(readings)
  const problems: Problem[] = [...readings.flatMap(each => each.problems), ...twice]
  const files = new Map<Kind, CheckedRow[]>()
  let done = 0
  for (const { file, kind, rows } of readings) {
    if (!kind || twice.some(each => each.file === file)) continue
    const checked: CheckedRow[] = []
    for (const row of rows) {
      const result = checkRow(file, kind, row, load)
      problems.push(...result.problems)
      checked.push(result.checked)
      if (++done % 500 === 0) yield done
    }
    files.set(kind, withoutRepeats(checked, problems))
  }
  const people = besideOneAnother(files, load.known, problems)
  yield done
  const episodes = yield* checkHistories({ files, people, problems, rows: done }, load)
  return conclude({ files, people, problems, rows: rowsIn(readings) }, episodes, load)
}

/** What is known once the rows have been checked, each by itself and beside one another. */
type SoFar = {
  readonly files: ReadonlyMap<Kind, CheckedRow[]>
  readonly people: People
  readonly problems: Problem[] // more may be found
  readonly rows: number
}

function* checkHistories({ files, people: { born }, problems, rows: done }: SoFar, load: Asked) {
  const rows = files.get('Episodes') ?? []
  const episodes: ReturnEpisode[] = []
  let count = 0
  for (const [child, ofChild] of Map.groupBy(rows.filter(hasPlace), ({ child }) => child)) {
    const day = born.get(child)
    const history = historyOf(ofChild, day ?? null, load.year)
    problems.push(...history.problems)
    if (day !== undefined) episodes.push(...history.episodes)
    if (++count % 200 === 0) yield done
  }
  return episodes
}

/** A stray file is passed over; a file that is part of the return but cannot be read leaves too little to go by. */
const refusing: ReadonlySet<Code> = new Set([
  'missing-columns',
  'same-kind-twice',
  'too-many-rows',
  'open-quote',
])

function conclude(
  { files, people: { children }, problems, rows }: SoFar,
  episodes: readonly ReturnEpisode[],
  load: Asked,
): Checked {
  const header = files.get('Header') ?? []
  problems.push(...checkAlike(header, children, episodes))
  const whole = checkWhole(new Set(files.keys()), header, files.get('Episodes') ?? [], load)
  problems.push(...whole)
  const refused = problems.filter(({ code, row }) => row === null && refusing.has(code)).concat(whole)
  const stopped = new Set(
    problems.filter(each => each.stops && each.row).map(({ file, row }) => `${file}\n${row}`),
  )
  return {
    problems,
    refused,
    children: [...children.values()],
    episodes,
    mentioned: new Set([...header, ...(files.get('Episodes') ?? [])].map(({ child }) => child)),
    told: new Map([...files].map(([kind, own]) => [kind, own.filter(({ usable }) => usable)])),
    rows,
    leftOut: stopped.size,
  }
}

function checkAlike(
  header: readonly CheckedRow[],
  children: ReadonlyMap<string, ReturnChild>,
  episodes: readonly ReturnEpisode[],
): Problem[] {
  const people = peopleOf([...children.values()], episodes)
  const rowOf = new Map(header.map(each => [each.child, each]))
  const say = (code: 'twins' | 'possible-duplicate', sentence: string) => (pair: readonly [string, string]) =>
    pair.map((child, i) => {
      const { file, row } = rowOf.get(child)!
      return problem(code, { file, row, child }, `Children ${child} and ${pair[1 - i]} ${sentence}`)
    })
  return [
    ...twinsAmong(people).flatMap(say('twins', 'were born on one day and come from one address.')),
    ...duplicatesAmong(people).flatMap(say('possible-duplicate', 'have one day of birth, sex and UPN.')),
  ]
}

/** A child's home is where the first episode that gives one says. */
export function peopleOf(children: readonly ReturnChild[], episodes: readonly ReturnEpisode[]): Person[] {
  const homes = new Map<string, string>()
  for (const { child, homePostcode } of episodes) {
    if (homePostcode && !homes.has(child)) homes.set(child, homePostcode)
  }
  return children.map(({ child, born, sex, upn }) => ({
    child,
    born,
    sex,
    upn,
    homePostcode: homes.get(child) ?? null,
  }))
}
