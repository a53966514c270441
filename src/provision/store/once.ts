/** Words that come again and again in the register are kept in memory once. */

type Row = Record<string, unknown>

/** Gives rows back with equal words in these columns, and equal lists of words, the same in memory while it is held. */
export function wordsOnce(): <One extends Row>(
  rows: One[],
  columns: readonly (keyof One & string)[],
) => One[] {
  const known = new Map<string, unknown>()
  const once = (value: unknown): unknown => {
    const key = Array.isArray(value) ? `[${value.join()}]` : value
    if (typeof key !== 'string') return value
    if (!known.has(key)) known.set(key, Array.isArray(value) ? value.map(once) : value)
    return known.get(key)
  }
  return (rows, columns) => {
    for (const row of rows as Row[]) {
      for (const column of columns) row[column] = once(row[column])
    }
    return rows
  }
}
