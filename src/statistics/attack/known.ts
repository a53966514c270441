/** All that a reader knows of each figure: what is printed, what a mark means, and what must add up to what. */

import type { Cell, Publication, Release, Table } from '../tables/publication.ts'

/** A figure as the reader sees it: somewhere between two whole numbers, both possible as far as it itself says. */
export type Quantity = {
  low: number
  high: number
  /** Where it is printed, or was held back before; a figure that is printed nowhere may follow from others. */
  readonly shown: { readonly table: string; readonly cell: string; readonly value: Cell['value'] }[]
  readonly of: Table['of']
  readonly label: string
  readonly figure: string
}

/** The first is the sum of the rest. */
export type Equation = readonly number[]

export type Knowledge = { readonly quantities: readonly Quantity[]; readonly equations: readonly Equation[] }

export function knowledgeOf(publication: Publication): Knowledge {
  const quantities: Quantity[] = []
  const numbers = new Map<string, number>()
  const numberOf = (figure: string, of: Table['of'], label: string): number => {
    const known = numbers.get(figure)
    if (known !== undefined) return known
    numbers.set(figure, quantities.length)
    quantities.push({ low: 0, high: Infinity, shown: [], of, label, figure })
    return quantities.length - 1
  }
  const releases = [publication.release, ...publication.earlier]
  for (const release of releases)
    for (const table of release.tables)
      for (const cell of table.cells) {
        const quantity = quantities[numberOf(cell.figure, table.of, `${table.name}: ${cell.name}`)]!
        const isNew = release === publication.release
        const [low, high] = meaning(publication, table, cell, isNew)
        quantity.low = Math.max(quantity.low, low)
        quantity.high = Math.min(quantity.high, high)
        const { name, value } = cell
        if (isNew) quantity.shown.push({ table: table.name, cell: name, value })
        // What was held back once must still be unknown when more is published.
        else if (value === 'c')
          quantity.shown.push({ table: `${release.name}: ${table.name}`, cell: name, value })
      }
  const printed = quantities.length
  const sums = new Map<string, Equation>()
  // A total of one part is that part.
  const add = (equation: Equation) => {
    if (equation.length > 2 || equation[0] !== equation[1]) sums.set(equation.join(' '), equation)
  }
  for (const release of releases) addUp(publication, release, numberOf, add)
  for (const { total, parts } of publication.links) add([total, ...parts].map(each => numbers.get(each)!))
  return { quantities, equations: worthKeeping([...sums.values()], printed) }
}

/** What the printed value says by itself. Zero is printed where it is true, so no mark hides one but `x`. */
function meaning({ profile }: Publication, { of }: Table, cell: Cell, isNew: boolean): [number, number] {
  const { value, rounding } = cell
  if (value === 'z') return [0, 0]
  if (value === 'x') return [0, Infinity]
  if (value === 'c') return [1, Infinity]
  if (value === 'k') return [1, Math.ceil(rounding / 2) - 1]
  if (value === 0 || rounding === 1) return [value, value]
  // Halves are rounded up: 5 of 10 is printed 10, and 15 is printed 20.
  const low = Math.ceil(value - rounding / 2)
  const small = of === 'count' && isNew && profile.suppress ? profile.threshold : 1
  return [Math.max(low, small), Math.ceil(value + rounding / 2) - 1]
}

type NumberOf = (figure: string, of: Table['of'], label: string) => number

/** Every total and its parts, in each dimension, also where a part is printed nowhere but is itself a total. */
function addUp(
  publication: Publication,
  release: Release,
  numberOf: NumberOf,
  add: (equation: Equation) => void,
): void {
  const unravelled = new Set<string>()
  for (const table of release.tables) {
    const { measure, of } = table
    const number = (at: Cell['at']) =>
      numberOf(publication.figureOf(release, measure, at), of, labelOf(table, at))
    const unravel = (at: Cell['at'], dimension: Release['dimensions'][number]): void => {
      const total = number(at)
      const key = `${dimension.name} ${total}`
      if (unravelled.has(key)) return
      unravelled.add(key)
      for (const sum of dimension.sums) {
        if (sum.total !== at[dimension.name]) continue
        const parts = sum.parts.map(part => ({ ...at, [dimension.name]: part }))
        add([total, ...parts.map(number)])
        for (const part of parts) unravel(part, dimension)
      }
    }
    for (const cell of table.cells) for (const dimension of release.dimensions) unravel(cell.at, dimension)
  }
}

const labelOf = ({ name }: Table, at: Cell['at']) => `${name}: ${Object.values(at).join(' | ')}`

/** Without the sums over figures that are printed nowhere and tie no two printed figures together. */
function worthKeeping(equations: readonly Equation[], printed: number): Equation[] {
  let kept = [...equations]
  for (;;) {
    const times = new Map<number, number>()
    for (const equation of kept)
      for (const each of equation) if (each >= printed) times.set(each, (times.get(each) ?? 0) + 1)
    const isIdle = (each: number) => each >= printed && times.get(each) === 1
    const next = kept.filter(([total, ...parts]) => !isIdle(total!) && !parts.every(isIdle))
    if (next.length === kept.length) return tying(next, printed)
    kept = next
  }
}

/** Unprinted figures that hang on only one printed figure say nothing of it. */
function tying(equations: readonly Equation[], printed: number): Equation[] {
  const group = new Map<number, number>()
  const find = (each: number): number => {
    const above = group.get(each) ?? each
    return above === each ? each : find(above)
  }
  for (const equation of equations) {
    const [first, ...rest] = equation.filter(each => each >= printed)
    for (const each of rest) group.set(find(each), find(first!))
  }
  const touches = new Map<number, Set<number>>()
  const groupOf = (equation: Equation) => {
    const unprinted = equation.find(each => each >= printed)
    return unprinted === undefined ? undefined : find(unprinted)
  }
  for (const equation of equations) {
    const own = groupOf(equation)
    if (own === undefined) continue
    const held = touches.get(own) ?? new Set<number>()
    touches.set(own, held)
    for (const each of equation) if (each < printed) held.add(each)
  }
  return equations.filter(equation => {
    const own = groupOf(equation)
    return own === undefined || touches.get(own)!.size > 1
  })
}
