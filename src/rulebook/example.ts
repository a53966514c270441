/** An example of a rule in a few lines, for its page and its test: rows, of which some must be flagged. */

import { type Day, toDay } from '#shared/days'
import type { PlainDate } from '#shared/dates'
import { type Provider, providersFrom } from './provider.ts'
import { type EarlierReturn, type Return, type TableName, type Tables, settingOf } from './return.ts'
import type { Kind } from './row.ts'
import type { Flags } from './rule.ts'
import { type Cells, type Table, readDay, tableFrom } from './table.ts'

/**
 * Each row is one text: `! CHILD=a, DECOM=01/04/2026, PL_POST=ST15 9AB`. A `!` marks a row that the rule flags. A row
 * that names no child is about a child of its own. A row of `providers` is `URN=SC1, PLACE_CODES=K2 R3,
 * PROVIDER_CODES=PR4, REG_END=31/03/2026, POSTCODE=ST15 9AB, AUTHORITY=E10000028`.
 */
export type Example = { readonly [N in TableName]?: readonly string[] } & {
  /** Returns before last year's, by collection year. */
  readonly earlier?: { readonly [year: number]: EarlierRows }
  readonly providers?: readonly string[]
  /** Postcodes that exist; where it is left out, all do. */
  readonly postcodes?: readonly string[]
  /** The collection year, where the newest of the rule is not meant. */
  readonly year?: number
  /** The returning authority; Staffordshire unless it says. */
  readonly authority?: string
}

type EarlierRows = { readonly [K in keyof EarlierReturn['tables']]?: readonly string[] }
type Read = { readonly given: Return; readonly flags: Flags }

const besideTables = new Set(['earlier', 'providers', 'postcodes', 'year', 'authority'])
export const tablesIn = (example: Example): TableName[] =>
  Object.keys(example).filter(name => !besideTables.has(name)) as TableName[]

/** The example as a return of that year, and what is to be flagged in it. */
export function readExample(example: Example, year: number): Read {
  const flags: Record<string, number[]> = {}
  const tables: Record<string, Table<Kind>> = {}
  for (const name of tablesIn(example)) {
    const rows = example[name]!
    const marked = rows.flatMap((row, at) => (row.startsWith('!') ? [at] : []))
    if (marked.length > 0) flags[name] = marked
    tables[name] = tableOf(name.replace('_last', '') as Kind, rows)
  }
  const { providers, postcodes, earlier } = example
  const given: Return = {
    ...settingOf(example.year ?? year, example.authority ?? 'E10000028'),
    tables: tables as Tables,
    ...(earlier && { earlier: earlierIn(earlier) }),
    ...(providers && { providers: providersFrom(providers.map(asProvider)) }),
    postcodes: { knows: postcode => postcodes === undefined || postcodes.includes(postcode) },
  }
  return { given, flags }
}

const tableOf = (kind: Kind, rows: readonly string[]): Table<Kind> =>
  tableFrom(
    kind,
    rows.map((row, at) => ({ CHILD: `X${at}`, ...cellsIn(row) })),
  )

const earlierIn = (returns: NonNullable<Example['earlier']>): EarlierReturn[] =>
  Object.entries(returns)
    .map(([year, files]) => ({
      year: Number(year),
      tables: Object.fromEntries(
        Object.entries(files).map(([kind, rows]) => [kind, tableOf(kind as Kind, rows)]),
      ) as EarlierReturn['tables'],
    }))
    .toSorted((a, b) => b.year - a.year)

/** What stands in a row's text, by column. */
export function cellsIn(row: string): Record<string, string> {
  const cells: Record<string, string> = {}
  for (const cell of row.replace(/^!/, '').split(',')) {
    const [column, ...rest] = cell.split('=')
    if (column?.trim()) cells[column.trim()] = rest.join('=').trim()
  }
  return cells
}

function asProvider(row: string): Provider {
  const cells: Cells = cellsIn(row)
  const list = (column: string) => cells[column]?.split(' ').filter(Boolean) ?? []
  return {
    urn: cells.URN ?? '',
    placeCodes: list('PLACE_CODES'),
    providerCodes: list('PROVIDER_CODES'),
    registrationEnded: cells.REG_END ? readDay(cells.REG_END) : null,
    postcode: cells.POSTCODE || null,
    authority: cells.AUTHORITY || null,
  }
}

/** A day written as ISO, for edges in tests. */
export const day = (text: string): Day => toDay(text as PlainDate)
