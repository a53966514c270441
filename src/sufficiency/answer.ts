/** What is answered about sites: the choice, how sure it is, and what would be otherwise. */

export type Limits = {
  /** How long each answer may take. */
  readonly seconds: number
  /** Hears what is being worked out. */
  readonly told?: (words: string) => void
}

export type Answer = {
  /** Positions of the open sites. */
  readonly open: readonly number[]
  /** Weighted miles in all; with `within`, the weight within it. */
  readonly objective: number
  /** No choice is better than this. */
  readonly bound: number
  readonly optimal: boolean
  /** For each demand the site that serves it; null where none does. */
  readonly served: readonly (number | null)[]
}

/** The best choice with at least one other site. */
export type RunnerUp = Omit<Answer, 'served'>

/** What more of something buys: so many homes, or so much money. */
export type Further = RunnerUp & { readonly homes: number; readonly spent: number }

export type Replacement = {
  readonly site: number
  /** The best site in its stead while all others stay; null where there is none. */
  readonly by: number | null
  readonly objective: number | null
}

export type Doubts = {
  /** By how much of its weight each demand may be misjudged before the runner-up could be as good; null without one. */
  readonly overturnedBy: number | null
  /** If a site cannot be had; null where sites have capacities, as others would serve otherwise then. */
  readonly replacements: readonly Replacement[] | null
}

export type Sited = Answer & {
  readonly runnerUp: RunnerUp | null
  /** With one home more, two more, and so on. */
  readonly furtherHomes: readonly Further[]
  /** The least money beyond the budget that buys anything, then the least that buys more; none without a budget. */
  readonly furtherMoney: readonly Further[]
  readonly doubts: Doubts
}
