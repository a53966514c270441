/** A rate that changes from month to month, as its highest and the share of that in each (Lewis and Shedler 1979). */

export type Thinned = {
  readonly top: number
  /** By month, 0 to 1. */
  readonly share: Float64Array
  /** Whether it is the same in every month. */
  readonly even: boolean
}

export function thinned(months: number, rateIn: (month: number) => number): Thinned {
  const rates = Float64Array.from({ length: months }, (_, month) => rateIn(month))
  const top = Math.max(...rates)
  return {
    top,
    share: rates.map(rate => (top > 0 ? rate / top : 0)),
    even: rates.every(rate => rate === top),
  }
}
