/** What differs between two tellings of a return, row by row: the signed one and today's, or a council's and ours. */

import { returnFiles } from '#reference'
import type { Cells, Kind } from '#rulebook'
import type { Files } from './correction.ts'
import { type RowKey, rowKeys } from './row-key.ts'

export type Cell = { readonly column: string; readonly before: string; readonly after: string }

export type Difference =
  | {
      readonly kind: Kind
      readonly row: RowKey
      readonly child: string
      readonly is: 'added'
      readonly after: Cells
    }
  | {
      readonly kind: Kind
      readonly row: RowKey
      readonly child: string
      readonly is: 'removed'
      readonly before: Cells
    }
  | {
      readonly kind: Kind
      readonly row: RowKey
      readonly child: string
      readonly is: 'changed'
      readonly cells: readonly Cell[]
    }

/** In the order of the files and their rows; removed rows of a file come last. Costs one pass over each side. */
export function differencesBetween(before: Files, after: Files): Difference[] {
  return returnFiles.flatMap(({ name, columns }) =>
    ofKind(name, columns, before[name] ?? [], after[name] ?? []),
  )
}

function ofKind(
  kind: Kind,
  columns: readonly string[],
  before: readonly Cells[],
  after: readonly Cells[],
): Difference[] {
  const was = new Map(rowKeys(kind, before).map((key, at) => [key, before[at]!]))
  const found: Difference[] = []
  for (const [at, row] of rowKeys(kind, after).entries()) {
    const [now, then] = [after[at]!, was.get(row)]
    was.delete(row)
    const child = now.CHILD ?? ''
    if (!then) {
      found.push({ kind, row, child, is: 'added', after: now })
      continue
    }
    const cells = columns.flatMap(column => cellOf(column, then, now))
    if (cells.length > 0) found.push({ kind, row, child, is: 'changed', cells })
  }
  for (const [row, then] of was)
    found.push({ kind, row, child: then.CHILD ?? '', is: 'removed', before: then })
  return found
}

function cellOf(column: string, then: Cells, now: Cells): Cell[] {
  const before = then[column]?.trim() ?? ''
  const after = now[column]?.trim() ?? ''
  return before === after ? [] : [{ column, before, after }]
}
