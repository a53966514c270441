/** A past forecast beside what happened, beside "no change" and beside a plain Markov model. */

export type Compared = {
  readonly date: string
  readonly authority: string
  readonly category: string
  readonly forecast: number
  readonly low: number
  readonly high: number
  readonly actual: number
  readonly noChange: number
  readonly markov: number
}

export type Errors = {
  readonly category: string
  readonly series: number
  /** Mean absolute error of each, in children. */
  readonly forecast: number
  readonly noChange: number
  readonly markov: number
  /** Mean of forecast less actual. */
  readonly bias: number
  /** The share of actual numbers inside the 95% interval. */
  readonly coverage: number
}

/** By category, of the rows given. */
export function errorsIn(rows: readonly Compared[]): Errors[] {
  return [...Map.groupBy(rows, row => row.category)].map(([category, own]) => {
    const mean = (of: (row: Compared) => number) => own.reduce((sum, row) => sum + of(row), 0) / own.length
    return {
      category,
      series: own.length,
      forecast: mean(row => Math.abs(row.forecast - row.actual)),
      noChange: mean(row => Math.abs(row.noChange - row.actual)),
      markov: mean(row => Math.abs(row.markov - row.actual)),
      bias: mean(row => row.forecast - row.actual),
      coverage: mean(row => (row.actual >= row.low && row.actual <= row.high ? 1 : 0)),
    }
  })
}

/** In words, and plainly where the model is no better than supposing that nothing changes. */
export function verdictOn({ category, forecast, noChange, markov, coverage, series }: Errors): string {
  const others = `no change by ${noChange.toFixed(1)}, Markov by ${markov.toFixed(1)}`
  const within = `${Math.round(coverage * 100)}% of ${series} actual numbers lie in the 95% interval`
  const beats = forecast < noChange ? 'beats "no change"' : 'DOES NOT BEAT "no change"'
  return `${category}: ${beats}: off by ${forecast.toFixed(1)} on average; ${others}. ${within}.`
}
