/** A child's social workers in the order in which they came. */

import type { RowOf } from '../row.ts'
import type { Table } from '../table.ts'

export type Work = RowOf<'SWEpisodes'>

/** By child, by SW_DECOM; one without a day comes last. */
export const inOrder = (table: Table<'SWEpisodes'>): Work[][] =>
  [...table.byChild.values()].map(rows =>
    rows.toSorted((a, b) => (a.SW_DECOM ?? Infinity) - (b.SW_DECOM ?? Infinity) || 0),
  )
