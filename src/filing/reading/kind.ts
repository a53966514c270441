/** The files a return is made of, each known by its columns and never by its name. */

import { type ReturnFileName, returnFiles } from '#reference'

export type Kind = ReturnFileName
export const kinds: readonly Kind[] = returnFiles.map(({ name }) => name)

const columns = new Map<Kind, readonly string[]>(returnFiles.map(each => [each.name, each.columns]))
export const columnsOf = (kind: Kind): readonly string[] => columns.get(kind)!

/** Columns that we add to a file given back; a corrected file comes with them, and they are not read. */
export const addedColumns = ['row', 'field', 'what is wrong', 'how to fix'] as const

/** What a heading is taken to be: one kind of file, or nearly one, or none that we know. */
export type Recognition =
  | { readonly kind: Kind; readonly extra: readonly string[] }
  | { readonly kind: null; readonly nearest: Kind; readonly missing: readonly string[] }
  | { readonly kind: null; readonly nearest: null }

/** Case, spaces and punctuation of a column's name do not matter: "Pl Post" is PL_POST. */
export const columnName = (heading: string): string =>
  heading
    .replace(/^\uFEFF/, '')
    .trim()
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '')

const names = new Set(kinds.flatMap(columnsOf))
const ours: ReadonlySet<string> = new Set(addedColumns.map(columnName))

export const isReturnColumn = (column: string): boolean => names.has(column)

/** Recognises a file by its set of columns. Where two kinds are wholly there, the wider one is meant. */
export function recognise(heading: readonly string[]): Recognition {
  const present = new Set(heading)
  const missing = (kind: Kind) => columnsOf(kind).filter(column => !present.has(column))
  const whole = kinds.filter(kind => missing(kind).length === 0)
  const widest = whole.sort((a, b) => columnsOf(b).length - columnsOf(a).length)[0]
  if (widest) return { kind: widest, extra: extraColumns(present, widest) }

  const nearest = kinds
    .map(kind => ({ kind, missing: missing(kind), likeness: likeness(kind, present) }))
    .sort((a, b) => b.likeness - a.likeness)[0]!
  if (nearest.likeness < 0.5) return { kind: null, nearest: null }
  return { kind: null, nearest: nearest.kind, missing: nearest.missing }
}

const extraColumns = (present: ReadonlySet<string>, kind: Kind): string[] =>
  [...present].filter(column => column && !columnsOf(kind).includes(column) && !ours.has(column))

/** The share of a kind's own columns that are there; CHILD and DOB, which nearly every file has, say little. */
function likeness(kind: Kind, present: ReadonlySet<string>): number {
  const own = columnsOf(kind).filter(column => column !== 'CHILD' && column !== 'DOB')
  const shared = columnsOf(kind).length - own.length
  const common = columnsOf(kind).filter(column => !own.includes(column) && present.has(column)).length
  const found = own.filter(column => present.has(column)).length
  return found === 0 ? 0 : (found + 0.5 * common) / (own.length + 0.5 * shared)
}
