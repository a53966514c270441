/** A value of a return put right in place: the file stays as it came, and the correction lies over it. */

import type { PersonId } from '#access'
import type { Cells, Kind } from '#rulebook'
import type { Id } from '#shared/ids'
import { type Refusal, conflict, invalid } from '#shared/refusal'
import { type RowKey, keyWith, kindOfKey, rowKeys } from './row-key.ts'

export type CorrectionId = Id<'Correction'>

export type Correction = {
  readonly id: CorrectionId
  readonly row: RowKey
  readonly column: string
  /** As it stood in the file when it was put right; blank where nothing was. */
  readonly was: string
  readonly value: string
  readonly reason: string
  readonly madeBy: PersonId
  /** An instant. */
  readonly madeAt: string
}

/**
 * What a correction is in the files now at hand: it lies over the file (applied); the file says the same by now, and it
 * has fallen away (agreed); the file says a third thing, and somebody must look (contested); or its row is gone (gone).
 */
export type Standing = 'applied' | 'agreed' | 'contested' | 'gone'

export type Files = { readonly [K in Kind]?: readonly Cells[] }
export type Corrected = {
  readonly files: Files
  readonly standing: ReadonlyMap<CorrectionId, Standing>
}

/** Later corrections of one cell lie over earlier ones. Costs one pass over the rows of the files that have any. */
export function applyCorrections(files: Files, corrections: readonly Correction[]): Corrected {
  const standing = new Map<CorrectionId, Standing>()
  const corrected: Record<string, readonly Cells[]> = { ...files } as Record<string, readonly Cells[]>
  for (const [kind, own] of byKind(corrections)) {
    const rows = files[kind] ?? []
    const places = new Map(rowKeys(kind, rows).map((key, at) => [key, at]))
    const changed = [...rows]
    for (const correction of own) {
      const at = places.get(correction.row)
      const now = standingOf(correction, at === undefined ? undefined : rows[at], places)
      standing.set(correction.id, now)
      if (now === 'applied') changed[at!] = { ...changed[at!], [correction.column]: correction.value }
    }
    corrected[kind] = changed
  }
  return { files: corrected, standing }
}

function standingOf(
  { row, column, was, value }: Correction,
  cells: Cells | undefined,
  places: ReadonlyMap<RowKey, number>,
): Standing {
  if (!cells) return places.has(keyWith(row, column, value)) ? 'agreed' : 'gone'
  const now = cells[column]?.trim() ?? ''
  if (now === value) return 'agreed'
  return now === was ? 'applied' : 'contested'
}

function byKind(corrections: readonly Correction[]): Map<Kind, Correction[]> {
  const kinds = new Map<Kind, Correction[]>()
  for (const each of corrections) {
    const kind = kindOfKey(each.row)
    const same = kinds.get(kind)
    if (same) same.push(each)
    else kinds.set(kind, [each])
  }
  return kinds
}

type Asked = {
  readonly was: string
  readonly value: string
  readonly column: string
  readonly columns: readonly string[]
}

/** Whether a value may be put right so. CHILD may not: it says whose row it is, and every other file hangs on it. */
export function mayCorrect({ was, value, column, columns }: Asked): Refusal | null {
  if (column === 'CHILD') {
    return conflict('CHILD says whose row it is. Put it right in your case system, and bring the files again')
  }
  if (!columns.includes(column))
    return invalid({ field: 'column', message: `There is no column ${column} in this file` })
  if (was === value)
    return invalid({ field: 'value', message: 'Enter another value than the one that is there' })
  return null
}
