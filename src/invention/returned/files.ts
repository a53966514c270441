/** An invented authority's yearly return as the files that its data lead would drop on the page. */

import { type Kind, kinds, writeReturnFile } from '#returns'
import type { InventedReturn } from './returned.ts'

export type InventedFile = { readonly name: string; readonly kind: Kind; readonly text: string }

/** Only the files that have something to say: `header.csv`, `episodes.csv` and so on. */
export const filesOf = (returned: InventedReturn): InventedFile[] =>
  kinds.flatMap(kind => {
    const rows = returned[kind]
    return rows.length === 0
      ? []
      : [{ name: `${kind.toLowerCase()}.csv`, kind, text: writeReturnFile(kind, rows) }]
  })
