/** A set of linked tables as it is published: cells, the sums that hold between them, and what was published before. */

import type { Profile } from './profile.ts'

/** As the Department for Education marks them: confidential, not applicable, not available, rounds to zero. */
export type Mark = 'c' | 'z' | 'x' | 'k'

export type Cell = {
  /** What its table calls it: its categories in the order of the table's dimensions. */
  readonly name: string
  /** The category in every dimension that the file declares, the whole where the table does not divide by it. */
  readonly at: Readonly<Record<string, string>>
  /** The same for every cell that tells the same figure, in whatever table or release. */
  readonly figure: string
  readonly value: number | Mark
  /** What a published number is a multiple of; 1 is exact. */
  readonly rounding: number
  /** How many providers are behind it, where that is known. */
  readonly providers?: number
  /** What each provider contributes to an amount, where that is known. */
  readonly contributions?: readonly number[]
  /** Where in the file it stands: `tables[0].cells[3]`. */
  readonly path: string
}

export type Table = {
  readonly name: string
  /** Children, moves and the like are counts; money is an amount. */
  readonly of: 'count' | 'amount'
  readonly measure: string
  readonly dimensions: readonly string[]
  readonly cells: readonly Cell[]
}

/** What is the sum of others: a hub of its authorities, a footprint of other authorities, a year of quarters. */
export type Sum = { readonly total: string; readonly parts: readonly string[] }

export type Dimension = {
  readonly name: string
  /** The category of everything, if there is one. */
  readonly whole?: string
  readonly sums: readonly Sum[]
}

export type Release = {
  readonly name: string
  readonly dimensions: readonly Dimension[]
  readonly tables: readonly Table[]
}

/** A sum between cells that no dimension tells, by their figures. */
export type Link = { readonly total: string; readonly parts: readonly string[]; readonly path: string }

export type Publication = {
  readonly profile: Profile
  readonly release: Release
  /** What has been published already, of the same figures or of others that add up with them. */
  readonly earlier: readonly Release[]
  readonly links: readonly Link[]
  /** The figure at these categories, whether or not any table tells it. */
  readonly figureOf: (release: Release, measure: string, at: Readonly<Record<string, string>>) => string
}
