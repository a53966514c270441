/** Partial pooling of counts: each is drawn to the usual (gamma-Poisson, Clayton and Kaldor 1987). */

export type Pooled = {
  /** The strength of the prior: as many expected events as the usual is worth. */
  readonly strength: number
  /** Posterior gamma of each multiplier: its shape and its rate. */
  readonly shape: Float64Array
  readonly rate: Float64Array
}

/**
 * `expected` is what would be if all were alike. The spread between them is by the method of moments:
 * the squared differences less what chance alone makes, over the squares of the expected.
 */
export function pool(observed: ArrayLike<number>, expected: ArrayLike<number>): Pooled {
  let beyondChance = 0
  let squares = 0
  for (let i = 0; i < expected.length; i += 1) {
    const [o, e] = [observed[i]!, expected[i]!]
    beyondChance += (o - e) ** 2 - e
    squares += e * e
  }
  const spread = squares > 0 ? beyondChance / squares : 0
  const strength = Math.min(1e6, 1 / Math.max(spread, 1e-6))
  return {
    strength,
    shape: Float64Array.from({ length: expected.length }, (_, i) => observed[i]! + strength),
    rate: Float64Array.from({ length: expected.length }, (_, i) => expected[i]! + strength),
  }
}

export const meanOf = ({ shape, rate }: Pooled, at: number): number => shape[at]! / rate[at]!

/** The same without pooling: counts as the only evidence, half an event added so that none is impossible. */
export function raw(observed: ArrayLike<number>, expected: ArrayLike<number>): Pooled {
  return {
    strength: 0,
    shape: Float64Array.from({ length: expected.length }, (_, i) => observed[i]! + 0.5),
    rate: Float64Array.from({ length: expected.length }, (_, i) => expected[i]! + 0.5),
  }
}
