/** Where a council's extract and Nearhome's record differ: which of the two is likelier to need putting right. */

import { codeSetOfColumn, normalisePostcode } from '#reference'
import { asReturnDate, readDate } from '#returns'
import { type Cells, type Kind, dateColumns } from '#rulebook'
import type { Files } from './correction.ts'
import type { Difference } from './difference.ts'

/** What is known of the extract, and of who last wrote the row of Nearhome that differs from it. */
export type Known = {
  /** When the extract was loaded into the record; null where it was only checked. An instant. */
  readonly loadedAt: string | null
  /** When the load that last wrote Nearhome's row did so: `nearhome` where people did, null where it is not known. */
  readonly writtenAt: string | null
  /** Whether rows of this child could not be used when the extract was loaded. */
  readonly leftOut: boolean
}

export type Side = { readonly fix: 'case-system' | 'load' | 'look'; readonly why: string }

/**
 * When an extract has been loaded the two are alike. So what differs was left out of it, or has come of daily work in
 * Nearhome since, which the case system then lacks; or of another return.
 */
export function likelierSide({ is }: Pick<Difference, 'is'>, known: Known): Side {
  const { loadedAt, writtenAt, leftOut } = known
  if (is === 'added' && writtenAt === 'nearhome')
    return { fix: 'case-system', why: 'Recorded in Nearhome’s daily work, and not in your extract' }
  if (loadedAt === null)
    return { fix: 'load', why: 'This extract has not been loaded: load it, and look at what is left' }
  if (is === 'removed') {
    return leftOut
      ? { fix: 'case-system', why: 'A row of this child could not be used when the extract was loaded' }
      : { fix: 'look', why: 'Nearhome no longer tells of it: look which is right' }
  }
  if (writtenAt === null)
    return { fix: 'look', why: 'Nearhome has it from another return: look which is right' }
  if (writtenAt !== 'nearhome' && writtenAt > loadedAt)
    return { fix: 'look', why: 'Another return, loaded since, says otherwise: look which is right' }
  return is === 'changed'
    ? { fix: 'case-system', why: 'Changed in Nearhome since the extract was loaded, or blank in the extract' }
    : { fix: 'look', why: 'An earlier return told of it, and this extract does not: look which is right' }
}

/** The cells as they are read: only what is meant differs, and not how it is written. */
export const asKept = (files: Files): Files =>
  Object.fromEntries(
    (Object.entries(files) as [Kind, readonly Cells[]][]).map(([kind, rows]) => [
      kind,
      rows.map(row => rowAsKept(kind, row)),
    ]),
  )

function rowAsKept(kind: Kind, row: Cells): Cells {
  const cells: Record<string, string> = {}
  for (const [column, value] of Object.entries(row))
    cells[column] = cellAsKept(kind, column, (value ?? '').trim().toUpperCase())
  return cells
}

function cellAsKept(kind: Kind, column: string, text: string): string {
  if (dateColumns[kind].includes(column)) {
    const read = readDate(text)
    return read ? asReturnDate(read.date) : text
  }
  if (column === 'HOME_POST' || column === 'PL_POST') return normalisePostcode(text) ?? text
  if (column === 'ACCOM' || column === 'ACTIV') return text.replace(/^0+(?=.)/, '')
  return codeSetOfColumn[column] ? text.replace(/^(\d+)\.0+$/, '$1') : text
}
