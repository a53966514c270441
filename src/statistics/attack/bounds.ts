/** The smallest and largest value of each wanted figure that fits all that is known: by linear programmes. */

import { type Programme, solve } from '#shared/solving'
import { type Island, islandsOf } from './islands.ts'
import type { Knowledge } from './known.ts'
import { type Range, narrow } from './narrowing.ts'
import { type Survey, near, surveyOf } from './survey.ts'

export type Asked = {
  readonly knowledge: Knowledge
  /** Figures whose range is wanted. */
  readonly wanted: readonly number[]
  /** Whether a range leaves enough unknown; where whole numbers alone might not, it is looked into. */
  readonly isEnough: (figure: number, low: number, high: number) => boolean
  /** For one question about whole numbers; after that the wider range of the linear programme stands. */
  readonly seconds?: number
}

/** Ranges that no reader can narrow by adding and subtracting; `impossible` where the tables contradict themselves. */
export async function boundsOf(asked: Asked): Promise<Range> {
  const range = narrow(asked.knowledge)
  if (range.impossible) return range
  const wanted = new Set(asked.wanted)
  for (const island of islandsOf(asked.knowledge.equations, range)) {
    const own = island.figures.filter(figure => wanted.has(figure))
    if (own.length > 0 && !(await sound(asked, island, own, range))) return { ...range, impossible: own }
  }
  return range
}

async function sound(
  asked: Asked,
  island: Island,
  wanted: readonly number[],
  range: Range,
): Promise<boolean> {
  const programme = programmeOf(asked.knowledge, island, range)
  const survey = await surveyOf(programme, island.figures, asked.knowledge)
  try {
    if (!survey.isPossible) return false
    survey.reachAll(wanted, range)
    for (const figure of wanted.filter(each => mayMislead(asked, survey, range, each)))
      await inWholeNumbers(asked, { programme, place: island.figures.indexOf(figure), figure }, range)
    return true
  } finally {
    survey.close()
  }
}

/** Wide enough with fractions, and not yet seen to be wide enough with whole numbers. */
function mayMislead({ isEnough }: Asked, survey: Survey, { low, high }: Range, figure: number): boolean {
  const whole = survey.wholeRange(figure)
  return isEnough(figure, low[figure]!, high[figure]!) && !(whole && isEnough(figure, ...whole))
}

type Question = { readonly programme: Programme; readonly place: number; readonly figure: number }

/** Asked once more of whole numbers only. Where time runs out, what is proven so far stands. */
async function inWholeNumbers(
  asked: Asked,
  { programme, place, figure }: Question,
  range: Range,
): Promise<void> {
  for (const cost of [1, -1]) {
    const columns = programme.columns.map((column, i) => ({
      ...column,
      cost: i === place ? cost : 0,
      whole: true,
    }))
    const solved = await solve({ columns, rows: programme.rows }, { seconds: asked.seconds ?? 2 })
    const bound =
      solved.state === 'optimal' ? solved.objective : solved.state === 'stopped' ? solved.bound : undefined
    if (bound === undefined || !Number.isFinite(bound)) continue
    if (cost > 0) range.low[figure] = Math.max(range.low[figure]!, Math.ceil(bound - near))
    else range.high[figure] = Math.min(range.high[figure]!, Math.floor(-bound + near))
  }
}

function programmeOf({ quantities }: Knowledge, { figures, ties }: Island, { low, high }: Range): Programme {
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
