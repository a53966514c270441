/** An extract: the tables an authority sends at one time, from the files' arrival to the receipt or its undoing. */

import type { AuthorityId, PersonId } from '#access'
import { type PlainDate, addDays } from '#shared/dates'
import type { Id } from '#shared/ids'
import { type Refusal, conflict, invalid } from '#shared/refusal'
import type { VersionName } from './item.ts'

export type ExtractId = Id<'Extract'>

type Core = {
  readonly id: ExtractId
  readonly authority: AuthorityId
  /** Of the specification: every row of the extract carries it. */
  readonly version: VersionName
  readonly problems: number
  readonly leftOut: number
  readonly startedBy: PersonId
  readonly startedAt: string // an instant
}
type Sent = { readonly committedOn: PlainDate; readonly committedAt: string }
export type Ready = Core & { readonly state: 'ready' }
export type Committed = Core & Sent & { readonly state: 'committed' }
export type Undone = Core & Sent & { readonly state: 'undone'; readonly undoneAt: string }
export type Cancelled = Core & { readonly state: 'cancelled' }
export type Extract = Ready | Committed | Undone | Cancelled

export const daysToUndo = 7
export const lastDayToUndo = ({ committedOn }: Committed): PlainDate => addDays(committedOn, daysToUndo)

export function mayCommit(extract: Extract, leaveOut: boolean): Ready | Refusal {
  if (extract.state === 'committed') return conflict('This extract has already been loaded')
  if (extract.state !== 'ready') return conflict('These files cannot be loaded any more. Start again')
  if (extract.leftOut > 0 && !leaveOut) {
    const message =
      'Say that the rows that cannot be used may be left out, or cancel and put them right first'
    return invalid({ field: 'leaveOut', message })
  }
  return extract
}

export function mayCancel(extract: Extract): Ready | Refusal {
  return extract.state === 'ready' ? extract : conflict('There is nothing to cancel: this is over already')
}

export function mayUndo(extract: Extract, today: PlainDate): Committed | Refusal {
  if (extract.state === 'undone') return conflict('This extract has already been undone')
  if (extract.state !== 'committed')
    return conflict('This extract has not been loaded, so nothing can be undone')
  if (today > lastDayToUndo(extract)) {
    return conflict(`An extract can be undone for ${daysToUndo} days. Load a corrected one instead`)
  }
  return extract
}
