/** Publication profiles: what is held back, how numbers are rounded, and how much a reader must be left not knowing. */

/** A local choice, made by the board and the data protection officers; nothing in law fixes these figures. */
export type Profile = {
  readonly name: string
  /** Counts from 1 to one below it are small; 0 means that no count is. */
  readonly threshold: number
  /** Whether small counts are marked `c`; otherwise rounding alone must hide them. */
  readonly suppress: boolean
  /** What counts are rounded to; 1 is not at all. */
  readonly rounding: number
  /** The fewest providers that may be behind a cell. */
  readonly providers: number
  /** An amount is held back when its `n` largest contributions are more than `k` per cent of it. */
  readonly dominance: { readonly n: number; readonly k: number }
  /** ... or when the rest would tell the largest contribution within `p` per cent of itself. */
  readonly p: number
}

const costs = { providers: 3, dominance: { n: 2, k: 85 }, p: 10 }

export const profiles: readonly Profile[] = [
  { name: 'internal', threshold: 0, suppress: false, rounding: 1, ...costs, providers: 0, p: 0 },
  { name: 'partner', threshold: 6, suppress: true, rounding: 1, ...costs },
  { name: 'public', threshold: 6, suppress: true, rounding: 1, ...costs },
  { name: 'public-rounded', threshold: 6, suppress: true, rounding: 5, ...costs },
  { name: 'regional', threshold: 6, suppress: false, rounding: 10, ...costs },
]
