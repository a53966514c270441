/** A child's episodes one after another: each begins where the one before ends, or care has ended in between. */

import type { PlainDate } from '#shared/dates'
import { type ReturnEpisode, toEpisode } from './accepted.ts'
import { asReturnDate } from '../reading/cell.ts'
import { firstDay } from '../collection-year.ts'
import { type Problem, problem } from '../problem.ts'
import type { CheckedRow } from './row-rules.ts'
import type { Code } from '../rules.ts'

export type History = { readonly episodes: readonly ReturnEpisode[]; readonly problems: readonly Problem[] }

type Placed = { readonly row: CheckedRow; readonly episode: ReturnEpisode }
type Fault = {
  readonly code: Code
  readonly field: string
  readonly wrong: string
  readonly stops?: true
}
type Say = (placed: Placed, fault: Fault) => void

/**
 * Of episodes that cannot both be true the later-starting one stands: the earlier is read as ending when it begins.
 * No child's history is lost to one wrong date, and every such reading is said. The order of the rows is nothing.
 * A row that something else makes unusable has its place in the history too, so that all is said at once.
 */
export function historyOf(rows: readonly CheckedRow[], born: PlainDate | null, year: number): History {
  const problems: Problem[] = []
  const say: Say = ({ row: { file, row, child } }, { code, field, wrong, stops = false }) =>
    problems.push(problem(code, { file, row, child, field }, wrong, stops))

  const inOrder = rows.map(row => ({ row, episode: toEpisode(row.values) })).sort(byStart)
  const believable = inOrder.filter(each => isAfterBirth(each, born, say))
  const distinct = believable.filter((each, i) => startsAlone(each, believable[i - 1], say))

  const first = distinct[0]
  if (first) checkFirst(first, year, say)
  const whole = distinct.map((each, i) => joined(each, distinct[i + 1], say))
  const episodes = whole.filter((_, i) => distinct[i]!.row.usable)
  return { episodes, problems }
}

/** A row has a place once it has a first day and no end before its first night. */
export const hasPlace = ({ child, values: { DECOM: start, DEC: end } }: CheckedRow): boolean =>
  child !== '' && start != null && (end == null || end > start)

/** Of two that start on one day a usable one comes first, then the one that lasts longer, then as their text sorts. */
function byStart(a: Placed, b: Placed): number {
  const [x, y] = [a.episode, b.episode]
  if (x.startedOn !== y.startedOn) return x.startedOn < y.startedOn ? -1 : 1
  if (a.row.usable !== b.row.usable) return a.row.usable ? -1 : 1
  const [endX, endY] = [x.endedOn ?? '9999', y.endedOn ?? '9999']
  if (endX !== endY) return endX > endY ? -1 : 1
  return a.row.written < b.row.written ? -1 : a.row.written > b.row.written ? 1 : a.row.row - b.row.row
}

function isAfterBirth(each: Placed, born: PlainDate | null, say: Say): boolean {
  const { startedOn } = each.episode
  if (born === null || startedOn >= born) return true
  const wrong = `DECOM is ${asReturnDate(startedOn)}, before the child was born on ${asReturnDate(born)}.`
  say(each, { code: 'born-after-entry', field: 'DECOM', wrong, stops: true })
  return false
}

function startsAlone(each: Placed, before: Placed | undefined, say: Say): boolean {
  const { child, startedOn } = each.episode
  if (before?.episode.startedOn !== startedOn) return true
  const wrong = `Child ${child} has another episode that starts on ${asReturnDate(startedOn)}.`
  say(each, { code: 'episode-twice', field: 'DECOM', wrong, stops: true })
  return false
}

/** What came before the year is in an earlier return; what begins within it must begin with S. DfE rule 357. */
function checkFirst(first: Placed, year: number, say: Say): void {
  const { startedOn, reasonNew } = first.episode
  if (startedOn <= firstDay(year) || reasonNew === 'S') return
  const wrong = `The child's first episode, from ${asReturnDate(startedOn)}, has ${reasonNew} in RNE, not S.`
  say(first, { code: 'not-a-start', field: 'RNE', wrong })
}

function joined(each: Placed, next: Placed | undefined, say: Say): ReturnEpisode {
  const { episode } = each
  if (!next) return last(each, say)
  const begins = next.episode.startedOn
  if (episode.endedOn === null) {
    const wrong = `DEC is blank, but the child's next episode starts on ${asReturnDate(begins)}.`
    say(each, { code: 'never-ends', field: 'DEC', wrong })
    return cutAt(episode, begins)
  }
  if (episode.endedOn > begins) {
    const ended = `the one before, from ${asReturnDate(episode.startedOn)}, ended on ${asReturnDate(episode.endedOn)}`
    const wrong = `DECOM is ${asReturnDate(begins)}, but ${ended}.`
    say(next, { code: 'overlap', field: 'DECOM', wrong })
    return cutAt(episode, begins)
  }
  const whole = withReason(episode, episode.endedOn === begins)
  if (episode.endedOn < begins) checkGap(each, next, say)
  return whole
}

const nothingFollows = 'but no episode starts that day'

/** X1 says that another episode begins the same day. DfE, SSDA903 rule 388. */
function last(each: Placed, say: Say): ReturnEpisode {
  const { endedOn, endReason } = each.episode
  if (endedOn && endReason === 'X1') {
    const wrong = `REC is X1 on ${asReturnDate(endedOn)}, ${nothingFollows}.`
    say(each, { code: 'gap', field: 'REC', wrong })
  }
  return withReason(each.episode, false)
}

function checkGap(each: Placed, next: Placed, say: Say): void {
  const { endedOn, endReason } = each.episode
  const begins = asReturnDate(next.episode.startedOn)
  if (endReason === 'X1') {
    const wrong = `REC is X1 on ${asReturnDate(endedOn!)}, ${nothingFollows}; the next starts on ${begins}.`
    say(each, { code: 'gap', field: 'REC', wrong })
  } else if (next.episode.reasonNew !== 'S') {
    const wrong = `Care ended on ${asReturnDate(endedOn!)}, and from ${begins} RNE is ${next.episode.reasonNew}, not S.`
    say(next, { code: 'not-a-new-start', field: 'RNE', wrong })
  }
}

/** E8 is "any other reason"; the row has already been said to lack one. */
const withReason = (episode: ReturnEpisode, another: boolean): ReturnEpisode =>
  episode.endedOn === null || episode.endReason !== null
    ? episode
    : { ...episode, endReason: another ? 'X1' : 'E8' }

const cutAt = (episode: ReturnEpisode, day: PlainDate): ReturnEpisode => ({
  ...episode,
  endedOn: day,
  endReason: 'X1',
})
