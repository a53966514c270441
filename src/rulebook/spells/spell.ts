/** Spells within a child's time in care, going missing for one: where they stand beside one another and beside care. */

import type { Day } from '#shared/days'
import { type History, historyOf } from '../history.ts'
import { isBefore } from '../questions.ts'
import type { Episode } from '../row.ts'
import type { Table } from '../table.ts'

export type Spell = {
  readonly at: number
  readonly CHILD: string
  readonly start: Day | null
  readonly end: Day | null
  /** Nothing stands where its end would; an end that is no date is an end. */
  readonly isOpen: boolean
}

/** By child, each in order; one without a start is not placed. */
export function spellsInOrder(spells: readonly Spell[]): readonly (readonly Spell[])[] {
  const children = new Map<string, Spell[]>()
  for (const each of spells) {
    if (each.CHILD && each.start !== null)
      children.set(each.CHILD, [...(children.get(each.CHILD) ?? []), each])
  }
  return [...children.values()].map(own => own.toSorted((a, b) => a.start! - b.start!))
}

/** Spells that begin before the one before them has ended. */
export const overlapping = (spells: readonly Spell[]): Spell[] =>
  spellsInOrder(spells).flatMap(own =>
    own.filter((each, i) => {
      const before = own[i - 1]
      return before !== undefined && (before.isOpen || isBefore(each.start, before.end))
    }),
  )

/** A time in care without a break: from its first episode until the reason of its last is not X1. */
export type Care = { readonly from: Day; readonly until: Day | null; readonly last: Episode }

export function timesInCare(history: History): Care[] {
  const times: Care[] = []
  let from: Day | null = null
  for (const [i, each] of history.entries()) {
    if (each.DECOM === null) continue
    from ??= each.DECOM
    const next = history[i + 1]
    const goesOn = each.DEC !== null && (each.REC === 'X1' || next?.DECOM === each.DEC) && next !== undefined
    if (goesOn) continue
    times.push({ from, until: each.DEC, last: each })
    from = null
  }
  return times
}

/** The time in care in which a day is, its last day among them. */
export const careOn = (times: readonly Care[], day: Day): Care | undefined =>
  times.find(({ from, until }) => from <= day && (until === null || day <= until))

/**
 * Spells that end, or go on, when the child is in no time in care; of children who have any. Where a spell began is the
 * matter of other rules.
 */
export const outlastingCare = (spells: readonly Spell[], episodes: Table<'Episodes'>): Spell[] =>
  spells.filter(({ CHILD, start, end, isOpen }) => {
    const times = timesInCare(historyOf(episodes, CHILD))
    const day = isOpen ? start : end
    if (start === null || day === null || times.length === 0) return false
    return !times.some(({ from, until }) => from <= day && (until === null || (!isOpen && day <= until)))
  })
