/** Where the true value of a figure is not told, one that fits the rest, so that every sum can be moved. */

import { solve } from '#shared/solving'
import { Unreadable } from '../tables/unreadable.ts'
import type { Ledger } from './ledger.ts'

/** Throws `Unreadable` where none fits. */
export async function complete({ entries, lines }: Ledger): Promise<void> {
  const unknown = [...entries.keys()].filter(i => entries[i]!.truth === undefined)
  if (unknown.length === 0) return
  const place = new Map(unknown.map((entry, i) => [entry, i]))
  const rows = lines.flatMap(({ total, parts }) => {
    const all = [[total, -1] as const, ...parts.map(part => [part, 1] as const)]
    const open = all.filter(([entry]) => place.has(entry))
    if (open.length === 0) return []
    const known = all.reduce((sum, [entry, factor]) => sum + factor * (entries[entry]!.truth ?? 0), 0)
    return [
      {
        lower: -known,
        upper: -known,
        entries: open.map(([entry, factor]) => [place.get(entry)!, factor] as const),
      },
    ]
  })
  const columns = unknown.map(entry => {
    const { low, high, held } = entries[entry]!
    // Small figures of its own accord would look like something to protect.
    return { cost: 0, lower: Math.max(low, held ? 1 : 0), upper: high, whole: true }
  })
  const solved = await solve({ columns, rows })
  if (solved.state !== 'optimal')
    throw new Unreadable('', 'No figures fit the totals together with what was published earlier')
  for (const [i, entry] of unknown.entries()) entries[entry]!.truth = Math.round(solved.values[i]!)
}
