/** The few figures among which a movement is looked for first: a small cube of those that add up with it. */

import type { Ledger, Line } from './ledger.ts'

export type Surroundings = {
  readonly ledger: Ledger
  /** The lines on which each entry stands. */
  readonly linesOf: readonly (readonly number[])[]
  /** What it costs to move it; undefined where it cannot move. */
  readonly costOf: (entry: number) => number | undefined
}

/** How many along each line, and whether a line's total and what stands beside that may move too. */
export type Reach = { readonly along: number; readonly totals: boolean }

/**
 * The same places are chosen on parallel lines, so that those chosen form a cube: in each dimension the likeliest
 * partners on the lines of the entry itself.
 */
export function neighbours(around: Surroundings, entry: number, reach: Reach): number[] {
  const chosen = chosenPlaces(around, entry, reach)
  const { lines } = around.ledger
  const found = new Set([entry])
  for (const along of new Set(lines.map(line => line.along)))
    for (let step = 0; step < (reach.totals ? 3 : 1); step++)
      for (const each of Array.from(found))
        for (const number of around.linesOf[each]!) {
          const line = lines[number]!
          if (line.along !== along) continue
          for (const place of chosen.get(line.sum) ?? []) {
            const other = standingAt(line, place)
            if (around.costOf(other) !== undefined) found.add(other)
          }
        }
  return [...found]
}

/** Everything that is tied to it at all. */
export function allTied({ ledger: { lines }, linesOf, costOf }: Surroundings, entry: number): number[] {
  const found = new Set([entry])
  for (const each of found)
    for (const line of linesOf[each]!)
      for (const other of [lines[line]!.total, ...lines[line]!.parts])
        if (costOf(other) !== undefined) found.add(other)
  return [...found]
}

/** A place on a line: the parts from 0, and the total as -1. */
const standingAt = ({ total, parts }: Line, place: number) => (place < 0 ? total : parts[place]!)

function chosenPlaces(
  around: Surroundings,
  entry: number,
  { along, totals }: Reach,
): Map<string, Set<number>> {
  const { ledger, linesOf } = around
  const chosen = new Map<string, Set<number>>()
  const choose = (from: number, many: number): void => {
    for (const number of linesOf[from]!) {
      const line = ledger.lines[number]!
      const places = chosen.get(line.sum) ?? new Set<number>()
      chosen.set(line.sum, places)
      if (totals) places.add(-1)
      for (const place of likeliest(around, from, line).slice(0, many)) places.add(place)
      const own = line.parts.indexOf(from)
      places.add(own)
    }
  }
  choose(entry, along)
  if (totals)
    for (const number of linesOf[entry]!)
      if (ledger.lines[number]!.total !== entry) choose(ledger.lines[number]!.total, Math.ceil(along / 2))
  return chosen
}

/** Those that share the most lines with it, so that all of these stay whole; then those that cost least to move. */
function likeliest(
  { ledger, linesOf, costOf }: Surroundings,
  from: number,
  { along, parts }: Line,
): number[] {
  const own = linesOf[from]!.filter(number => ledger.lines[number]!.along === along)
  const shared = (entry: number) => own.filter(number => linesOf[entry]!.includes(number)).length
  return parts
    .map((part, place) => ({ place, part, shared: shared(part), cost: costOf(part) }))
    .filter(({ part, cost }) => part !== from && cost !== undefined)
    .sort((a, b) => b.shared - a.shared || a.cost! - b.cost!)
    .map(({ place }) => place)
}
