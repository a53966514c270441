/** A return put together from its files, as the rules read it; of all its children, or of one. */

import {
  type Cells,
  type Checked,
  type Kind,
  type Providers,
  type Return,
  type Rule,
  type TableName,
  type Tables,
  isLive,
  settingOf,
  tableFrom,
} from '#rulebook'
import type { Files } from './correction.ts'

export type Parts = {
  readonly year: number
  /** The returning authority, by the code of the Office for National Statistics. */
  readonly authority: string
  readonly files: Files
  /** Of the year before; null where there is none. */
  readonly last: Files | null
  /** The region's own register of homes, in place of Ofsted's lists. */
  readonly providers: Providers | null
}

export function assemble({ year, authority, files, last, providers }: Parts): Return {
  const tables: Record<string, unknown> = {}
  for (const [kind, rows] of entries(files)) tables[kind] = tableFrom(kind, rows)
  for (const [kind, rows] of entries(last ?? {})) tables[`${kind}_last`] = tableFrom(kind, rows)
  return { ...settingOf(year, authority), tables: tables as Tables, ...(providers && { providers }) }
}

const entries = (files: Files) => Object.entries(files) as [Kind, readonly Cells[]][]

/** The rules that must be asked again when a row of a file has changed: those that read it. */
export const rulesReading = (rules: readonly Rule[], year: number, kind: Kind): Rule[] =>
  rules.filter(rule => isLive(rule, year) && [...rule.needs, ...rule.uses].includes(kind))

/** Where the rows of one child stand in the whole files. */
export type Places = { readonly [N in TableName]?: readonly number[] }

/** What the rules flag among one child's rows, by where these stand in the whole files. */
export function placed({ flagged }: Checked, places: Places): Checked['flagged'] {
  const whole: Record<string, Record<string, number[]>> = {}
  for (const [code, tables] of Object.entries(flagged)) {
    const there: Record<string, number[]> = {}
    for (const [name, positions] of Object.entries(tables)) {
      there[name] = positions.map(at => places[name as TableName]![at]!)
    }
    whole[code] = there
  }
  return whole
}

/** The social worker of each child at the end of the year: the one whose episode goes on, or began last. */
export function workersOf({ tables }: Return): Map<string, string | null> {
  const workers = new Map<string, string | null>()
  for (const child of tables.Header?.byChild.keys() ?? []) workers.set(child, null)
  for (const child of tables.Episodes?.byChild.keys() ?? []) workers.set(child, null)
  for (const [child, rows] of tables.SWEpisodes?.byChild ?? []) {
    const latest = rows.toSorted((a, b) => (b.SW_DECOM ?? 0) - (a.SW_DECOM ?? 0))
    workers.set(child, (latest.find(({ SW_DEC }) => SW_DEC === null) ?? latest[0])?.SW_ID ?? null)
  }
  return workers
}
