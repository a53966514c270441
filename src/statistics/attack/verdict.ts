/** Whether a publication may be published: what any reader could work out of each figure that it holds back. */

import type { Profile } from '../tables/profile.ts'
import type { Publication } from '../tables/publication.ts'
import { boundsOf } from './bounds.ts'
import { type Knowledge, type Quantity, knowledgeOf } from './known.ts'

/** `high` is null where there is no telling. */
export type Deduced = {
  readonly figure: string
  readonly table: string
  readonly cell: string
  readonly low: number
  readonly high: number | null
  readonly safe: boolean
  /** Only where time ran out: at least this much is possible, and more may be. */
  readonly rough?: true
}
export type Verdict = { readonly safe: boolean; readonly cells: readonly Deduced[] }

/** The figures contradict each other, so that nothing can be said of them. */
export type Contradiction = { readonly contradiction: string }

/** Ranges are exact until `isLate` says yes; after that, only where they are needed to judge. */
export async function attack(
  publication: Publication,
  isLate: () => boolean = () => false,
): Promise<Verdict | Contradiction> {
  const knowledge = knowledgeOf(publication)
  const { quantities } = knowledge
  const isHidden = (quantity: Quantity) => quantity.shown.some(({ value }) => value === 'c' || value === 'k')
  const wanted = [...quantities.keys()].filter(i => matters(publication.profile, quantities[i]!))
  const isEnough = (figure: number, low: number, high: number) =>
    enough(publication.profile, quantities[figure]!, low, high)
  const { low, high, rough, impossible } = await boundsOf({ knowledge, wanted, isEnough, isLate })
  if (impossible) return { contradiction: contradictionOf(knowledge, impossible) }
  const cells = wanted.flatMap(figure => {
    const quantity = quantities[figure]!
    const [from, to] = [low[figure]!, high[figure]!]
    const safe = isEnough(figure, from, to)
    // What is printed or follows from elsewhere is told only where it gives something away.
    if (safe && !isHidden(quantity)) return []
    const places = quantity.shown.length > 0 ? quantity.shown : [placeOf(quantity)]
    return places.map(({ table, cell }) => ({
      table,
      cell,
      figure: quantity.figure,
      low: from,
      high: Number.isFinite(to) ? to : null,
      safe,
      ...(rough.has(figure) ? { rough: true as const } : {}),
    }))
  })
  return { safe: cells.every(({ safe }) => safe), cells }
}

/** All that a profile protects: marked, rounded from a small number, or printed nowhere and yet to be worked out. */
function matters({ threshold }: Profile, { of, shown, low, high }: Quantity): boolean {
  if (shown.some(({ value }) => value === 'c')) return true
  if (of === 'amount' || threshold === 0) return false
  return low < threshold && high > 0
}

/**
 * A held-back count must be possible over `threshold - 1` values or more, some of them not small. What rounding hides
 * must keep that much, or all that its print says. What is printed nowhere must not be known to be small. A held-back
 * amount must be uncertain by `p` per cent of its highest.
 */
function enough(
  { threshold, p, suppress, rounding }: Profile,
  quantity: Quantity,
  low: number,
  high: number,
): boolean {
  const width = high - low
  if (quantity.of === 'amount') return width > 0 && (high === Infinity || width >= (p / 100) * high)
  const isSmall = low >= 1 && high < threshold
  // Printed, it would say as much.
  const asPrinted = suppress ? Infinity : Math.ceil(rounding / 2) - 2
  if (quantity.shown.every(({ value }) => value === 'x')) return !isSmall || width >= asPrinted
  if (quantity.shown.some(({ value }) => value === 'c'))
    return width >= Math.max(1, threshold - 1) && !isSmall
  const printed = quantity.high - quantity.low
  if (quantity.shown.some(({ value }) => value === 'k')) return width >= Math.min(threshold - 1, printed)
  return width >= Math.min(threshold - 1, printed) && !isSmall
}

const placeOf = ({ label }: Quantity) => {
  const [table = '', cell = label] = label.split(/: (.*)/s)
  return { table, cell }
}

function contradictionOf({ quantities }: Knowledge, figures: readonly number[]): string {
  const [total, ...parts] = figures.slice(0, 6).map(figure => quantities[figure]!.label)
  if (parts.length === 0) return `${total} is published as two different figures`
  const rest = figures.length > 6 ? ' and others' : ''
  return `No figures fit all that is published: see ${total} beside ${parts.join(', ')}${rest}`
}
