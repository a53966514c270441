/** In each table a total stands with all of its parts, or with none: a row left out would follow by subtraction. */

import type { Cell, Dimension, Table } from './publication.ts'
import { Unreadable } from './unreadable.ts'

export function refuseMissing(dimensions: readonly Dimension[], table: Table): void {
  for (const dimension of dimensions)
    if (table.dimensions.includes(dimension.name)) refuseMissingIn(dimension, table)
}

function refuseMissingIn({ name, sums }: Dimension, table: Table): void {
  const others = table.dimensions.filter(each => each !== name)
  const lines = new Map<string, Map<string, Cell>>()
  for (const cell of table.cells) {
    const key = others.map(each => cell.at[each]).join('\n')
    const line = lines.get(key) ?? new Map<string, Cell>()
    lines.set(key, line.set(cell.at[name]!, cell))
  }
  for (const { total, parts } of sums)
    for (const line of lines.values()) {
      const cell = line.get(total)
      const there = parts.filter(part => line.has(part))
      if (!cell || there.length === 0 || there.length === parts.length) continue
      const missing = parts.find(part => !line.has(part))!
      throw new Unreadable(
        cell.path,
        `"${cell.name}" of "${table.name}" is the sum of ${parts.join(', ')}, and there is no cell for "${missing}": ` +
          'give it, with "z" if it does not apply, or "c" if it is held back',
      )
    }
}
