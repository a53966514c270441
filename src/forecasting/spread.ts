/** Mean, standard deviation and quantiles of whole numbers, counted rather than sorted. */

export type Spread = {
  readonly mean: number
  readonly sd: number
  readonly p025: number
  readonly p10: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p90: number
  readonly p975: number
}

const shares = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

/**
 * Quantiles by linear interpolation between the ordered values (Hyndman and Fan 1996, type 7). Cost: one step for each
 * value, and one for each whole number between the least and the most.
 */
export function spreadOf(values: Int32Array): Spread {
  let [least, most, sum] = [Infinity, -Infinity, 0]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
    sum += value
  }
  const mean = sum / values.length
  const times = new Uint32Array(most - least + 1)
  let squares = 0
  for (const value of values) {
    times[value - least]! += 1
    squares += (value - mean) ** 2
  }
  const [p025, p10, p25, p50, p75, p90, p975] = quantiles(times, least, values.length) as Seven
  const sd = Math.sqrt(squares / Math.max(1, values.length - 1))
  return { mean: rounded(mean), sd: rounded(sd), p025, p10, p25, p50, p75, p90, p975 }
}

type Seven = [number, number, number, number, number, number, number]

/** `times` is how often each whole number from `least` on occurs. */
function quantiles(times: Uint32Array, least: number, count: number): number[] {
  let [at, passed] = [0, times[0]!]
  const ordered = (rank: number): number => {
    while (passed <= rank) passed += times[++at]!
    return least + at
  }
  return shares.map(share => {
    const rank = share * (count - 1)
    const below = ordered(Math.floor(rank))
    const kept = [at, passed] as const
    const above = ordered(Math.min(count - 1, Math.floor(rank) + 1))
    ;[at, passed] = kept
    return rounded(below + (rank - Math.floor(rank)) * (above - below))
  })
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
