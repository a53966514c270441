/** What a home asks and an authority answers, about one approach. */

import type { Id } from '#shared/ids'
import type { PlainDate } from '#shared/dates'
import { type Refusal, invalid } from '#shared/refusal'
import { type Hidden, scrub } from './hiding.ts'

export type MessageId = Id<'Message'>

export type Message = {
  readonly id: MessageId
  readonly fromHome: boolean
  readonly text: string
  readonly sentOn: PlainDate
  /** As a person says it, with the time. */
  readonly sent: string
}

/** The last word is the home's: somebody there is waiting. */
export const isWaiting = (thread: readonly Message[]): boolean => thread.at(-1)?.fromHome ?? false

/**
 * Until the full profile is shared, an answer must not do what the anonymised one did not: tell who the child is.
 * The writer is told what to take out, because only they know what they meant to say instead.
 */
export function tellsWho(text: string, hidden: Hidden): Refusal | undefined {
  const { removed } = scrub(text, hidden)
  if (removed.length === 0) return undefined
  const found = [...new Set(removed.map(({ what, why }) => `${why} (${what})`))].join(', ')
  return invalid({
    field: 'text',
    message: `Take out ${found}: this home has not been sent the full profile`,
  })
}
