/** A back-test: the model fitted as at a past day, and compared with what later returns tell. */

import {
  type Compared,
  type History,
  type Plan,
  type Row,
  errorsIn,
  fit,
  groupCount,
  groupOf,
  inCareOn,
  markovForecast,
  monthEnd,
  planFor,
  seriesOf,
  startFrom,
} from '#forecasting'
import { placementGroups } from '#reference'
import { type Day, toDate } from '#shared/days'
import { Mistake } from '../command.ts'
import { readHistory } from './reading.ts'
import { openCrew } from './simulating.ts'

export type Tried = {
  readonly directory: string
  readonly origin: Day
  readonly months: number
  readonly paths: number
}

const categories = [...placementGroups, 'Total']

export async function backtest(tried: Tried, told: (words: string) => void, stop?: AbortSignal) {
  const { directory, origin, months, paths } = tried
  const past = readHistory(directory, origin).history
  const later = readHistory(directory, monthEnd(origin, months)).history
  const known = lastKnown(later)
  const plan = planFor(origin, months, 1)
  if (known < origin + plan.ends[0]!)
    throw new Mistake(`--origin ${toDate(origin)}: the returns tell nothing after it; choose an earlier day`)
  const crew = openCrew()
  const counts = await crew
    .simulate(
      { model: fit(past), start: startFrom(past), plan, paths },
      done => told(`simulated ${done} of ${paths} paths`),
      stop,
    )
    .finally(crew.close)
  const rows = seriesOf(counts, plan, 'stock', past.authorities).filter(({ age }) => age === undefined)
  const compared = comparedWith(later, { past, plan, rows, known })
  return { origin: toDate(origin), rows: compared, summary: summaryOf(compared) }
}

type Told = {
  readonly past: History
  readonly plan: Plan
  readonly rows: readonly Row[]
  /** The last day of which the later returns tell. */
  readonly known: number
}

/** Each figure of the forecast beside what happened, no change and the Markov model. */
function comparedWith(later: History, { past, plan, rows, known }: Told): Compared[] {
  const { origin } = plan
  const now = stockOn(past, origin)
  const markov = past.authorities.map((_, at) => markovForecast(past, at, plan.ends).byMonth)
  const actual = [...plan.ends].map(end => stockOn(later, origin + end))
  return rows.flatMap(({ date, category, authority, mean, p025, p975 }): Compared[] => {
    const month = [...plan.ends].findIndex(end => toDate((origin + end) as Day) === date)
    const at = categories.indexOf(category)
    if (origin + plan.ends[month]! > known) return []
    const of = (stock: Stock) => sumOf(stock, authority, at)
    const plain = authority === undefined ? markov : [markov[past.authorities.indexOf(authority)]!]
    return [
      {
        date,
        authority: authority ?? 'All',
        category,
        forecast: mean,
        low: p025,
        high: p975,
        actual: of(actual[month]!),
        noChange: of(now),
        markov: plain.reduce((sum, each) => sum + each[month]![at]!, 0),
      },
    ]
  })
}

/** By horizon too: the last date alone is what a plan is judged by. */
function summaryOf(rows: readonly Compared[]) {
  const last = rows.reduce((latest, { date }) => (date > latest ? date : latest), '')
  const authorities = rows.filter(({ authority }) => authority !== 'All')
  const all = rows.filter(({ authority }) => authority === 'All')
  return {
    authorities: errorsIn(authorities),
    authoritiesAtEnd: errorsIn(authorities.filter(({ date }) => date === last)),
    all: errorsIn(all),
    allAtEnd: errorsIn(all.filter(({ date }) => date === last)),
  }
}

type Stock = ReadonlyMap<string, readonly number[]>

function stockOn(history: History, day: number): Stock {
  const stock = new Map(history.authorities.map(name => [name, Array.from(categories, () => 0)]))
  for (const at of inCareOn(history, day)) {
    const own = stock.get(history.authorities[history.authority[at]!]!)!
    own[groupOf[history.kind[at]!]!]! += 1
    own[groupCount]! += 1
  }
  return stock
}

const sumOf = (stock: Stock, authority: string | undefined, at: number): number =>
  authority === undefined
    ? [...stock.values()].reduce((sum, own) => sum + own[at]!, 0)
    : (stock.get(authority)?.[at] ?? 0)

/** The last day of the newest return. */
const lastKnown = ({ lastReturn }: History): number => lastReturn
