/** One checking of a year's return against every rule: waiting for a worker, or done. */

import type { AuthorityId, PersonId } from '#access'
import type { LoadId } from '#returns'
import type { Id } from '#shared/ids'
import type { Readiness } from './readiness.ts'

export type CheckingId = Id<'Checking'>

type Core = {
  readonly id: CheckingId
  readonly authority: AuthorityId
  /** The collection year: 2026 is 1 April 2025 to 31 March 2026. */
  readonly year: number
  readonly load: LoadId
  /** Of the year before; null where there is none. */
  readonly lastLoad: LoadId | null
  readonly askedBy: PersonId
  /** An instant. */
  readonly askedAt: string
}
export type Waiting = Core & {
  readonly state: 'waiting'
  readonly phase: string
  readonly done: number
  readonly of: number
}
export type CheckedReturn = Core & {
  readonly state: 'checked'
  readonly checkedAt: string
  readonly readiness: Readiness
  readonly skipped: Readonly<Record<string, string>>
  readonly failed: Readonly<Record<string, string>>
}
/** Something went wrong on our side, again and again. */
export type Failed = Core & { readonly state: 'failed' }
export type Checking = Waiting | CheckedReturn | Failed

/** A fault may pass; one that does not must not be tried for ever. */
export const mostFaults = 5
