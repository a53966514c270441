/** Rates of children in care per 10,000 of the child population, and what a number would be at another rate. */

/**
 * The same population at another rate, as the councils' papers count it: the change rounded to a tenth of a percent.
 * Leicestershire's 573 at 40.5 are 721 at 51 (+25.9%); Stockton's 587 at 133 are 362 at 82 (-38.3%).
 */
export function rateOutcome(children: number, rate: number, target: number) {
  const change = Math.round((target / rate - 1) * 1000) / 1000
  const then = Math.round(children * (1 + change))
  return { population: (children / rate) * 10_000, children: then, change, gap: children - then }
}
