/** What part of a return a change concerns: the rules to ask again, and the rows of one child among all. */

import {
  type Checked,
  type Kind,
  type Return,
  type Rule,
  type Source,
  type TableName,
  isLive,
  sourcesOf,
} from '#rulebook'

/** The rules that must be asked again when a row of a file has changed: those that read it, or what follows from it. */
export function rulesReading(rules: readonly Rule[], year: number, kind: Kind): Rule[] {
  // Whether a child is in the UASC file is a column of the Header.
  const changed: readonly Source[] = kind === 'UASC' ? ['UASC', 'Header'] : [kind]
  return rules.filter(rule => isLive(rule, year) && sourcesOf(rule).some(source => changed.includes(source)))
}

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
