/** The true figures of a publication and the sums between them, as those who publish it know them. */

import type { Cell, Publication, Release, Table } from '../tables/publication.ts'
import { Unreadable } from '../tables/unreadable.ts'

export type Entry = {
  readonly figure: string
  readonly of: Table['of']
  /** Its true value; unknown where only a mark was given, or where no table of the file holds it. */
  truth?: number
  /** The cells of the new release that print it. */
  readonly cells: Cell[]
  /** What a reader knows from earlier releases and from cells that are marked already. */
  low: number
  high: number
  /** Held back before or in the file itself, and so to stay. */
  held: boolean
}

/** The dimension along which it adds up; which sum of it, the same on parallel lines; and the entries. */
export type Line = {
  readonly along: string
  readonly sum: string
  readonly total: number
  readonly parts: readonly number[]
}

export type Ledger = { readonly entries: Entry[]; readonly lines: readonly Line[] }

/** Throws `Unreadable` where figures that must add up do not, or where one figure has two values. */
export function ledgerOf(publication: Publication): Ledger {
  const { release, earlier, links } = publication
  const book = new Map<string, number>()
  const entries: Entry[] = []
  const place = (figure: string, of: Table['of']): number => {
    const held = book.get(figure)
    if (held !== undefined) return held
    book.set(figure, entries.length)
    return entries.push({ figure, of, cells: [], low: 0, high: Infinity, held: false }) - 1
  }
  for (const table of release.tables)
    for (const cell of table.cells) enter(entries[place(cell.figure, table.of)]!, cell)
  for (const table of earlier.flatMap(({ tables }) => tables))
    for (const cell of table.cells) recall(entries[place(cell.figure, table.of)]!, cell)
  const lines = [
    ...[release, ...earlier].flatMap(each => linesOf(publication, each, place)),
    ...links.map(({ total, parts, path }) => ({
      along: path,
      sum: path,
      total: book.get(total)!,
      parts: parts.map(part => book.get(part)!),
    })),
  ]
  const kept = tied(withoutTwins(lines), entries)
  for (const line of kept) refuseWrongSum(entries, line)
  return { entries, lines: kept }
}

function enter(entry: Entry, cell: Cell): void {
  const first = entry.cells.find(({ value }) => typeof value === 'number')
  entry.cells.push(cell)
  if (cell.value === 'c') entry.held = true
  if (cell.value === 'z' || typeof cell.value === 'number') {
    const truth = cell.value === 'z' ? 0 : cell.value
    if (entry.truth !== undefined && entry.truth !== truth)
      throw new Unreadable(
        cell.path,
        `"${cell.name}" is ${truth} here, and ${entry.truth} at ${first?.path ?? 'another cell marked "z"'}`,
      )
    entry.truth = truth
  }
}

function recall(entry: Entry, { value, rounding, path, name }: Cell): void {
  if (value === 'c') entry.held = true
  if (value === 'c' || value === 'k') entry.low = Math.max(entry.low, 1)
  if (value === 'k') entry.high = Math.min(entry.high, Math.ceil(rounding / 2) - 1)
  if (value === 'z') entry.high = 0
  if (typeof value === 'number') {
    const half = value === 0 || rounding === 1 ? 0 : rounding / 2
    entry.low = Math.max(entry.low, Math.ceil(value - half))
    entry.high = Math.min(entry.high, half === 0 ? value : Math.ceil(value + half) - 1)
  }
  const { truth } = entry
  if (truth !== undefined && (truth < entry.low || truth > entry.high))
    throw new Unreadable(
      path,
      `"${name}" was published as ${value}, and is now ${truth}: give a revised figure another "measure"`,
    )
  if (truth === undefined && entry.low === entry.high) entry.truth = entry.low
}

/** Along each dimension, wherever a table stands on it: every sum, also over figures that no table holds. */
function linesOf(
  { figureOf }: Publication,
  release: Release,
  place: (figure: string, of: Table['of']) => number,
): Line[] {
  const seen = new Set<string>()
  return release.tables.flatMap(table =>
    table.cells.flatMap(cell =>
      release.dimensions.flatMap(dimension => {
        const { [dimension.name]: own, ...others } = cell.at
        if (own === undefined) return []
        const context = `${dimension.name} ${table.measure} ${JSON.stringify(others)}`
        if (seen.has(context)) return []
        seen.add(context)
        const at = (category: string) =>
          place(figureOf(release, table.measure, { ...cell.at, [dimension.name]: category }), table.of)
        return dimension.sums.map(({ total, parts }, i) => ({
          along: dimension.name,
          sum: `${release.name} ${dimension.name} ${i}`,
          total: at(total),
          parts: parts.map(at),
        }))
      }),
    ),
  )
}

function withoutTwins(lines: readonly Line[]): Line[] {
  const distinct = new Map(lines.map(line => [`${line.total} ${line.parts.join(' ')}`, line]))
  return [...distinct.values()].filter(({ total, parts }) => parts.length > 1 || parts[0] !== total)
}

/** Without the lines that lead through figures no table holds and to nowhere. */
function tied(lines: readonly Line[], entries: readonly Entry[]): Line[] {
  const isBlank = (i: number) =>
    entries[i]!.cells.length === 0 && entries[i]!.high === Infinity && !entries[i]!.held
  for (let kept = [...lines]; ;) {
    const times = new Map<number, number>()
    for (const { total, parts } of kept)
      for (const i of [total, ...parts]) if (isBlank(i)) times.set(i, (times.get(i) ?? 0) + 1)
    const isLoose = (i: number) => times.get(i) === 1
    const next = kept.filter(({ total, parts }) => !isLoose(total) && !parts.every(isLoose))
    if (next.length === kept.length) return next
    kept = next
  }
}

function refuseWrongSum(entries: readonly Entry[], { total, parts }: Line): void {
  const values = parts.map(part => entries[part]!.truth)
  const said = entries[total]!.truth
  if (said === undefined || values.includes(undefined)) return
  const sum = values.reduce<number>((all, value) => all + value!, 0)
  if (sum === said) return
  const cell = entries[total]!.cells[0] ?? entries[parts[0]!]!.cells[0]
  throw new Unreadable(
    cell?.path ?? '',
    `"${cell?.name ?? ''}" should be the sum of its parts: ${said} is given, and the parts come to ${sum}`,
  )
}
