/** A trend in yearly counts against what was expected: log-linear Poisson, averaged with there being none. */

export type Trend = {
  /** How likely it is that there is a trend. */
  readonly weight: number
  /** Yearly change of the logarithm where there is one, and how unsure that is. */
  readonly slope: number
  readonly sd: number
  /** The times of the data, in years from its end, and the share of the expected events at each. */
  readonly times: readonly number[]
  readonly shares: readonly number[]
}

export const noTrend: Trend = { weight: 0, slope: 0, sd: 0, times: [0], shares: [1] }

/** Yearly growth as large as this is as usual as not, where nothing else is known. */
const usualSlope = 0.05

/**
 * Maximum likelihood by Newton's method for log E(o) = log e + a + b t; then the slope is drawn to none by a normal
 * prior, and weighed against none by the Bayes factor of the two (Kass and Raftery 1995) from `odds` before the data.
 */
export function trendIn(
  observed: readonly number[],
  expected: readonly number[],
  times: readonly number[],
  odds = 0.1,
): Trend {
  const total = sum(observed)
  if (total < 20 || times.length < 3) return noTrend
  let [a, b] = [Math.log(total / sum(expected)), 0]
  let information = 0
  for (let round = 0; round < 20; round += 1) {
    const fitted = expected.map((e, i) => e * Math.exp(a + b * times[i]!))
    const all = sum(fitted)
    const centre = sum(fitted.map((f, i) => f * times[i]!)) / all
    information = sum(fitted.map((f, i) => f * (times[i]! - centre) ** 2))
    const step = sum(fitted.map((f, i) => (observed[i]! - f) * (times[i]! - centre))) / information
    b += Math.max(-0.5, Math.min(0.5, step))
    a = Math.log(total / sum(expected.map((e, i) => e * Math.exp(b * times[i]!))))
  }
  const fitted = expected.map((e, i) => e * Math.exp(a + b * times[i]!))
  const scale = Math.max(1, sum(fitted.map((f, i) => (observed[i]! - f) ** 2 / f)) / (times.length - 2))
  const variance = Math.min(4, scale) / information
  const prior = usualSlope ** 2
  const factor = (odds * density(b, variance + prior)) / density(b, variance)
  const shrink = prior / (prior + variance)
  return {
    weight: factor / (1 + factor),
    slope: b * shrink,
    sd: Math.sqrt(variance * shrink),
    times,
    shares: expected.map(e => e / sum(expected)),
  }
}

/** How far a trend has carried by `years` after the data: each year counts for a little less than the last. */
export const damped = (years: number): number =>
  years <= 0 ? years : (1 - damping ** years) / -Math.log(damping)
const damping = 0.97

/** What a slope makes of the level, which is that of the whole data: its mean over the data is 1. */
export const factorAt = ({ times, shares }: Trend, slope: number, years: number): number =>
  Math.exp(slope * damped(years)) / sum(times.map((time, at) => shares[at]! * Math.exp(slope * time)))

const density = (x: number, variance: number): number =>
  Math.exp((-x * x) / (2 * variance)) / Math.sqrt(variance)
const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0)
