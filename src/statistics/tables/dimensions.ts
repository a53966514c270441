/** Dimensions as a file gives them: totals, wholes, and which categories are the same whatever they are called. */

import type { Dimension } from './publication.ts'
import { Unreadable } from './unreadable.ts'
import type { Shape } from './shape.ts'

export function dimensionsFrom(given: Shape['dimensions'], path: string): Dimension[] {
  return Object.entries(given).map(([name, { whole, sums }]) => {
    const own = `${path}.${name}`
    const listed = Object.entries(sums).flatMap(([total, parts]) =>
      breakdowns(parts).map(each => ({ total, parts: each })),
    )
    for (const { total, parts } of listed) {
      const twice = parts.find((part, i) => parts.indexOf(part) !== i)
      if (twice !== undefined) throw new Unreadable(`${own}.sums.${total}`, `"${twice}" stands in it twice`)
    }
    refuseCircles(listed, own)
    refuseOverlaps({ name, sums: listed }, own)
    const found = whole ?? onlyTop(listed)
    return { name, sums: listed, ...(found === undefined ? {} : { whole: found }) }
  })
}

const breakdowns = (parts: readonly string[] | readonly (readonly string[])[]): (readonly string[])[] =>
  parts.every(part => typeof part === 'string') ? [parts] : [...(parts as readonly (readonly string[])[])]

/** The one total that is part of nothing; with two footprints there is none. */
function onlyTop(sums: Dimension['sums']): string | undefined {
  const parts = new Set(sums.flatMap(sum => sum.parts))
  const tops = [...new Set(sums.map(({ total }) => total))].filter(total => !parts.has(total))
  return tops.length === 1 ? tops[0] : undefined
}

function refuseCircles(sums: Dimension['sums'], path: string): void {
  const done = new Set<string>()
  const visit = (category: string, above: readonly string[]): void => {
    if (above.includes(category))
      throw new Unreadable(`${path}.sums.${category}`, `"${category}" cannot be a part of itself`)
    if (done.has(category)) return
    for (const { total, parts } of sums)
      if (total === category) for (const part of parts) visit(part, [...above, category])
    done.add(category)
  }
  for (const { total } of sums) visit(total, [])
}

/** What stands in two parts of one total would be counted twice. */
function refuseOverlaps(dimension: Dimension, path: string): void {
  const making = makingOf(dimension)
  for (const { total, parts } of dimension.sums) {
    const seen = new Map<string, string>()
    for (const part of parts)
      for (const leaf of JSON.parse(making(part)) as string[]) {
        const other = seen.get(leaf)
        if (other !== undefined)
          throw new Unreadable(`${path}.sums.${total}`, `"${leaf}" is in both "${other}" and "${part}"`)
        seen.set(leaf, part)
      }
  }
}

/** What each category is made of in the end, as text: two totals of the same parts are one category. */
export function makingOf({ sums }: Dimension): (category: string) => string {
  const first = new Map<string, readonly string[]>()
  for (const { total, parts } of sums) if (!first.has(total)) first.set(total, parts)
  const known = new Map<string, readonly string[]>()
  const leaves = (category: string): readonly string[] => {
    const held = known.get(category)
    if (held) return held
    const parts = first.get(category)
    const found = parts ? [...new Set(parts.flatMap(leaves))].sort() : [category]
    known.set(category, found)
    return found
  }
  return category => JSON.stringify(leaves(category))
}
