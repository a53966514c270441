/** The smallest and largest value of each wanted figure that fits all that is known: by linear programmes. */

import { type Programme, solve } from '#shared/solving'
import { type Island, islandsOf } from './islands.ts'
import type { Knowledge } from './known.ts'
import { type Range, narrow } from './narrowing.ts'
import { type Survey, near, reach, surveyOf, sweep } from './survey.ts'

export type Asked = {
  readonly knowledge: Knowledge
  /** Figures whose range is wanted. */
  readonly wanted: readonly number[]
  /** Whether a range leaves enough unknown; a wider range always leaves more. */
  readonly isEnough: (figure: number, low: number, high: number) => boolean
  /** Asked now and then: once it says yes, ranges that are seen to be enough are not looked into further. */
  readonly isLate: () => boolean
}

/** `rough` holds figures whose true range is wider than the one given here. */
export type Bounds = Range & { readonly rough: ReadonlySet<number> }

/** Ranges that no reader can narrow by adding and subtracting; `impossible` where the tables contradict themselves. */
export async function boundsOf(asked: Asked): Promise<Bounds> {
  const range = narrow(asked.knowledge)
  const rough = new Set<number>()
  if (range.impossible) return { ...range, rough }
  const wanted = new Set(asked.wanted)
  const islands = islandsOf(asked.knowledge.equations, range).toSorted(
    (a, b) => a.figures.length - b.figures.length,
  )
  for (const island of islands) {
    const own = island.figures.filter(figure => wanted.has(figure))
    if (own.length > 0 && !(await explore(asked, island, own, { ...range, rough })))
      return { ...range, rough, impossible: own }
  }
  return { ...range, rough }
}

type Found = Range & { readonly rough: Set<number> }

/** False where the island's figures contradict each other. */
async function explore(
  asked: Asked,
  island: Island,
  wanted: readonly number[],
  found: Found,
): Promise<boolean> {
  const programme = programmeOf(island, found)
  const survey = await surveyOf(programme, island.figures)
  if (!survey) return false
  try {
    const doubtful = sweep(survey, wanted, figure => isSeenEnough(asked, survey.seen, survey, figure))
    for (const figure of doubtful) for (const end of ends) reach(survey, figure, end, found)
    const isSmall = island.figures.length <= smallIsland
    for (const figure of wanted)
      if (asked.isLate() && !doubtful.includes(figure)) settleFor(survey, figure, found)
      else {
        for (const end of ends) reach(survey, figure, end, found)
        if (isSmall && mayMislead(asked, survey, found, figure))
          await inWholeNumbers({ programme, place: survey.place.get(figure)!, figure }, found)
      }
    return true
  } finally {
    survey.opened.close()
  }
}

const ends = ['high', 'low'] as const
/** Beyond this many figures, questions about whole numbers may take too long to be asked of each. */
const smallIsland = 600

function isSeenEnough(
  { isEnough }: Asked,
  { low, high }: Survey['seen'],
  { place }: Survey,
  figure: number,
): boolean {
  const i = place.get(figure)!
  return low[i]! <= high[i]! && isEnough(figure, Math.ceil(low[i]! - near), Math.floor(high[i]! + near))
}

/** What has been seen to be possible, and is enough. */
function settleFor({ seen, place }: Survey, figure: number, { low, high, rough }: Found): void {
  const i = place.get(figure)!
  const [from, to] = [Math.ceil(seen.low[i]! - near), Math.floor(seen.high[i]! + near)]
  if (from > low[figure]! || to < high[figure]!) rough.add(figure)
  low[figure] = from
  high[figure] = to
}

/** Wide enough with fractions, and not yet seen to be wide enough with whole numbers. */
const mayMislead = (asked: Asked, survey: Survey, { low, high }: Range, figure: number): boolean =>
  asked.isEnough(figure, low[figure]!, high[figure]!) && !isSeenEnough(asked, survey.whole, survey, figure)

type Question = { readonly programme: Programme; readonly place: number; readonly figure: number }

/** Asked once more of whole numbers only. Where time runs out, what is proven so far stands. */
async function inWholeNumbers({ programme, place, figure }: Question, { low, high }: Range): Promise<void> {
  for (const cost of [1, -1]) {
    const columns = programme.columns.map((column, i) => ({
      ...column,
      cost: i === place ? cost : 0,
      whole: true,
    }))
    const solved = await solve({ columns, rows: programme.rows }, { seconds: 2 })
    const bound =
      solved.state === 'optimal' ? solved.objective : solved.state === 'stopped' ? solved.bound : NaN
    if (!Number.isFinite(bound)) continue
    if (cost > 0) low[figure] = Math.max(low[figure]!, Math.ceil(bound - near))
    else high[figure] = Math.min(high[figure]!, Math.floor(-bound + near))
  }
}

function programmeOf({ figures, ties }: Island, { low, high }: Range): Programme {
  const place = new Map(figures.map((figure, i) => [figure, i]))
  return {
    columns: figures.map(figure => ({ cost: 0, lower: low[figure]!, upper: high[figure]! })),
    rows: ties.map(({ entries, sum }) => ({
      lower: sum,
      upper: sum,
      entries: entries.map(([figure, factor]) => [place.get(figure)!, factor] as const),
    })),
  }
}
