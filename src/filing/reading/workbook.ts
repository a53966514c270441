/** A workbook (XLSX) read into rows of texts, after it is known that it does not unpack into more than it should. */

import { inflateRawSync } from 'node:zlib'

export type SheetRead = { readonly name: string; readonly rows: readonly (readonly string[])[] }

/** Ofsted's lists are some 3 MB and unpack to 40. */
const most = { packed: 50_000_000, entries: 1_000, unpacked: 400_000_000 } as const

export async function readWorkbook(bytes: Uint8Array): Promise<SheetRead[] | { readonly problem: string }> {
  const problem = tooMuchIn(bytes)
  if (problem) return { problem }
  // Loaded when there is a workbook: it takes longer than a small return does to check.
  const { readXlsx } = await import('hucre/xlsx')
  try {
    const { sheets } = await readXlsx(bytes)
    return sheets.map(({ name, rows }) => ({ name, rows: rows.map(row => row.map(textOf)) }))
  } catch (fault) {
    return {
      problem: `It cannot be read as an Excel workbook (${(fault as Error).message}). Save it again as XLSX.`,
    }
  }
}

/** Dates as the return writes them. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    const [year, month, day] = cell.toISOString().slice(0, 10).split('-')
    return `${day}/${month}/${year}`
  }
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell as string | number | boolean)
}

/** What a directory of a zip says of its sizes can be a lie, so each entry is unpacked once, up to the limit. */
function tooMuchIn(bytes: Uint8Array): string | undefined {
  const large = 'It is larger than any list of Ofsted. Take out what is not the list, or save it as CSV.'
  if (bytes.length > most.packed) return large
  const entries = entriesOf(bytes)
  if (entries === undefined) return 'It is damaged, or no Excel workbook. Save it again as XLSX, or as CSV.'
  if (entries.length > most.entries) return large
  let left: number = most.unpacked
  for (const { from, length, packed } of entries) {
    if (!packed) left -= length
    else {
      try {
        left -= inflateRawSync(bytes.subarray(from, from + length), {
          maxOutputLength: Math.max(1, left),
        }).length
      } catch (fault) {
        if ((fault as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return large
        return 'It is damaged. Save it again as XLSX, or as CSV.'
      }
    }
    if (left < 0) return large
  }
  return undefined
}

type Entry = { readonly from: number; readonly length: number; readonly packed: boolean }

/** From the directory at the end of the file. APPNOTE.TXT 6.3, 4.3.12 and 4.3.16. */
function entriesOf(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return undefined
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length) return undefined
    entries.push({
      from: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      length: view.getUint32(at + 20, true),
      packed: view.getUint16(at + 10, true) !== 0,
    })
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}
