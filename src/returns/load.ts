/** A load: one year's return on its way into the record, from the files' arrival to the receipt or its undoing. */

import type { AuthorityId, PersonId } from '#access'
import type { LoadId } from '#children'
import { type PlainDate, addDays, inWords } from '#shared/dates'
import { type Refusal, conflict, invalid } from '#shared/refusal'
import type { Outcome } from './outcome.ts'

export type { LoadId }
export type FileId = string

type Core = {
  readonly id: LoadId
  readonly authority: AuthorityId
  readonly year: number // 2026 runs from 1 April 2025 to 31 March 2026
  readonly startedBy: PersonId
  readonly startedAt: string // an instant
}
export type Working = Core & {
  readonly state: 'checking' | 'committing'
  readonly phase: string
  readonly done: number
  readonly of: number
}
export type Refused = Core & { readonly state: 'refused'; readonly why: string }
export type Ready = Core & { readonly state: 'ready'; readonly outcome: Outcome }
export type Committed = Core & Loaded & { readonly state: 'committed' }
export type Undone = Core & Loaded & { readonly state: 'undone'; readonly undoneAt: string }
export type Cancelled = Core & { readonly state: 'cancelled' }
type Loaded = { readonly outcome: Outcome; readonly committedOn: PlainDate; readonly committedAt: string }
export type Load = Working | Refused | Ready | Committed | Undone | Cancelled

export type LoadedFile = {
  readonly id: FileId
  readonly name: string
  readonly kind: string | null
  readonly encoding: string
  readonly rows: number
}

/** A few days to notice a mistake in; after that too much will have been built on the return. */
export const daysToUndo = 7
export const lastDayToUndo = ({ committedOn }: Committed): PlainDate => addDays(committedOn, daysToUndo)

export function mayCommit(load: Load, leaveOut: boolean): Ready | Refusal {
  if (load.state === 'committed' || load.state === 'committing')
    return conflict('This return has already been loaded')
  if (load.state === 'checking') return conflict('These files are still being checked. Wait a moment')
  if (load.state !== 'ready') return conflict('These files cannot be loaded any more. Start again')
  if (load.outcome.leftOut > 0 && !leaveOut) {
    const message =
      'Say that the rows that cannot be used may be left out, or cancel and put them right first'
    return invalid({ field: 'leaveOut', message })
  }
  return load
}

export function mayCancel(load: Load): Working | Ready | Refusal {
  if (load.state === 'checking' || load.state === 'ready') return load
  if (load.state === 'committing') return conflict('This return is being loaded. You can undo it afterwards')
  return conflict('There is nothing to cancel: this is over already')
}

/** `newer` is the day a newer load of the same year was loaded, if one stands: what it tells rests on this one. */
export function mayUndo(load: Load, today: PlainDate, newer: PlainDate | null): Committed | Refusal {
  if (load.state === 'undone') return conflict('This return has already been undone')
  if (load.state !== 'committed') return conflict('This return has not been loaded, so nothing can be undone')
  if (today > lastDayToUndo(load)) {
    return conflict(`A return can be undone for ${daysToUndo} days. Load a corrected return instead`)
  }
  if (newer)
    return conflict(`A newer return of this year was loaded on ${inWords(newer)}. Undo that one first`)
  return load
}
