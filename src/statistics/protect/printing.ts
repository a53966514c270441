/** How a true figure is printed: exactly, rounded, or as a mark. */

import type { Cell, Mark } from '../tables/publication.ts'

/** Halves go up. What rounds to zero and is not zero is marked `k`. */
export function printed(cell: Cell, isHeld: boolean): number | Mark {
  const { value, rounding } = cell
  if (typeof value !== 'number' || value === 0) return value
  if (isHeld) return 'c'
  const rounded = Math.floor(value / rounding + 0.5) * rounding
  return rounded === 0 ? 'k' : rounded
}

/** What the print leaves open, as the lowest and highest true value. */
export function openTo(value: number | Mark, rounding: number): readonly [low: number, high: number] {
  if (value === 'z') return [0, 0]
  if (value === 'x') return [0, Infinity]
  if (value === 'c') return [1, Infinity]
  if (value === 'k') return [1, Math.ceil(rounding / 2) - 1]
  if (value === 0 || rounding === 1) return [value, value]
  return [Math.ceil(value - rounding / 2), Math.ceil(value + rounding / 2) - 1]
}
