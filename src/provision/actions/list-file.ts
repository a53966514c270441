/** The file of Ofsted's list as it comes: its alphabet, its columns and its rows. */

import Papa from 'papaparse'
import { type Refusal, invalid } from '#shared/refusal'
import { type Columns, recognise } from '../ofsted.ts'

export type Read = {
  readonly columns: Columns
  readonly rows: readonly Record<string, string>[]
  readonly unknown: readonly string[]
}
/** Spreadsheets save lists in more than one alphabet: those with a mark say so, and Windows-1252 is what is left. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

export function readList(content: string): Read | Refusal {
  if (content.includes('\0'))
    return invalid({ field: 'files', message: 'Save the list as CSV, then load it again' })
  const { data: rows, meta } = Papa.parse<Record<string, string>>(content, {
    header: true,
    skipEmptyLines: 'greedy',
  })
  const headings = meta.fields ?? []
  const columns = recognise(headings)
  if (Array.isArray(columns)) {
    return invalid(...columns.map((message: string) => ({ field: 'files', message })))
  }
  const used = new Set(Object.values(columns as Columns))
  return { columns: columns as Columns, rows, unknown: headings.filter(each => each && !used.has(each)) }
}
