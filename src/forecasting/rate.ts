/** Rates of children in care per 10,000 of the child population, and what a number would be at another rate. */

/**
 * The same population at another rate: Leicestershire's 573 at 40.5 are 721 at 51; Stockton's 587 at 133 are 362 at 82.
 * Both councils published the rates; the numbers follow.
 */
export function rateOutcome(children: number, rate: number, target: number) {
  const population = (children / rate) * 10_000
  const at = (population * target) / 10_000
  return { population, children: Math.round(at), change: at / children - 1, gap: Math.round(children - at) }
}
