/** How a row of a return is known again in the next upload: by what the row itself says it is about. */

import type { Cells, Kind } from '#rulebook'
import type { Brand } from '#shared/brand'

/** Made of cells of a return: never shown, never in an address. */
export type RowKey = Brand<string, 'RowKey'>

/** Besides CHILD. A child has one row in the files that name nothing else. */
const dated: Partial<Record<Kind, string>> = {
  Episodes: 'DECOM',
  Reviews: 'REVIEW',
  PlacedAdoption: 'DATE_PLACED',
  Missing: 'MIS_START',
  SWEpisodes: 'SW_DECOM',
  DoLo: 'DOLO_START',
}

/** The columns that say which row it is. A correction of one of them makes it another row in the next upload. */
export const keyColumns = (kind: Kind): readonly string[] => ['CHILD', ...(dated[kind] ? [dated[kind]] : [])]

/** In the order of the file, as it came. Rows that say the same are told apart by which comes first. */
export function rowKeys(kind: Kind, rows: readonly Cells[]): RowKey[] {
  const seen = new Map<string, number>()
  return rows.map(row => {
    const same = [kind, ...keyColumns(kind).map(column => row[column]?.trim() ?? '')].join('|')
    const before = seen.get(same) ?? 0
    seen.set(same, before + 1)
    return `${same}|${before}` as RowKey
  })
}

/** The key that a row has once one of its cells is another. */
export function keyWith(key: RowKey, column: string, value: string): RowKey {
  const [kind = '', ...cells] = key.split('|')
  const at = keyColumns(kind as Kind).indexOf(column)
  if (at < 0) return key
  return [kind, ...cells.slice(0, -1).map((cell, i) => (i === at ? value : cell)), '0'].join('|') as RowKey
}

export const kindOfKey = (key: RowKey): Kind => key.split('|', 1)[0] as Kind
