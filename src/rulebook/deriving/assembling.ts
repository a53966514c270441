/** A return put together from the cells of its files: this year's and last year's, with what is worked out. */

import { type Gazetteer, deriveAsylum, derivePlaces } from './deriving.ts'
import type { Providers } from '../provider.ts'
import {
  type EarlierReturn,
  type Postcodes,
  type Return,
  type Setting,
  type Tables,
  earlierKinds,
  settingOf,
} from '../return.ts'
import type { Kind } from '../row.ts'
import { type Cells, type Table, tableFrom } from '../table.ts'

/** Rows of cells as they were written, by file; a file that is not there is left out. */
export type Sheets = { readonly [K in Kind]?: readonly Cells[] | undefined }

/** A return before last year's. */
export type EarlierSheets = { readonly year: number; readonly sheets: Sheets }

export type Parts = {
  readonly year: number
  /** The returning authority, by its code at the Office for National Statistics. */
  readonly authority: string | null
  readonly now: Sheets
  readonly last?: Sheets | undefined
  readonly earlier?: readonly EarlierSheets[] | undefined
  readonly postcodes: Postcodes & Gazetteer
  readonly providers?: Providers | undefined
}

/** Last year's columns are worked out as this year's are, so that the two can be compared. */
export function assembleReturn(parts: Parts): Return {
  const { year, authority, now, last = {}, earlier, postcodes, providers } = parts
  const setting = settingOf(year, authority)
  return {
    ...setting,
    tables: { ...tablesOf(now, '', setting, postcodes), ...tablesOf(last, '_last', setting, postcodes) },
    ...(earlier && {
      earlier: earlier
        .filter(each => each.year < year - 1)
        .map(asEarlier)
        .toSorted(newestFirst),
    }),
    postcodes,
    ...(providers && { providers }),
  }
}

const newestFirst = (a: EarlierReturn, b: EarlierReturn): number => b.year - a.year

/** Nothing is worked out of its postcodes: no rule compares them. */
function asEarlier({ year, sheets }: EarlierSheets): EarlierReturn {
  const tables: Record<string, unknown> = {}
  for (const kind of earlierKinds) {
    const rows = sheets[kind]
    if (rows) tables[kind] = tableFrom(kind, kind === 'Header' ? deriveAsylum(rows, sheets.UASC ?? []) : rows)
  }
  return { year, tables: tables as EarlierReturn['tables'] }
}

function tablesOf(sheets: Sheets, suffix: '' | '_last', { authority }: Setting, places: Gazetteer): Tables {
  const tables: Record<string, Table<Kind>> = {}
  for (const [kind, rows] of Object.entries(sheets) as [Kind, readonly Cells[] | undefined][]) {
    if (rows) tables[`${kind}${suffix}`] = tableFrom(kind, derived(kind, rows))
  }
  return tables as Tables

  function derived(kind: Kind, rows: readonly Cells[]): readonly Cells[] {
    if (kind === 'Header') return deriveAsylum(rows, sheets.UASC ?? [])
    return kind === 'Episodes' ? derivePlaces(rows, authority, places) : rows
  }
}
