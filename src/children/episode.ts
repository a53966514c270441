/** An episode: a child in one place, under one legal status, from one day until another (SSDA903). */

import type { ChangeReasonCode, EndReasonCode, EpisodeReasonCode } from '#reference'
import { type PlainDate, inWords } from '#shared/dates'
import type { Id } from '#shared/ids'
import type { Pence } from '#shared/money'
import { Refusal, conflict, invalid } from '#shared/refusal'
import type { ChildId } from './child.ts'

export type EpisodeId = Id<'Episode'>

/** Codes are as the return gave them: a retired code in an old return is still what was said. */
export type Episode = Place & {
  readonly id: EpisodeId
  readonly child: ChildId
  readonly startedOn: PlainDate
  readonly reasonNew: string
  readonly legalStatus: string
  readonly needCode: string
  /** The first day after it, on which the next begins; null while it lasts. */
  readonly endedOn: PlainDate | null
  readonly endReason: string | null
  readonly changeReason: string | null
}

/** Where a child lives in an episode, and what that costs. */
export type Place = {
  readonly placeCode: string
  readonly providerCode: string | null
  readonly homePostcode: string | null
  readonly placementPostcode: string | null
  readonly urn: string | null
  readonly distanceMiles: number | null
  /** The ONS code of the authority the placement is in. */
  readonly placementArea: string | null
  readonly inArea: boolean | null
  readonly weeklyFee: Pence | null
  /** The home, where it is on the register. */
  readonly home: Id<'Home'> | null
}

export type Ended = Episode & { readonly endedOn: PlainDate; readonly endReason: string }

/** The episode a child is in on a day. Half-open: on the day one ends, the child is in the next. */
export const episodeOn = (episodes: readonly Episode[], day: PlainDate): Episode | undefined =>
  episodes.find(({ startedOn, endedOn }) => startedOn <= day && (endedOn === null || endedOn > day))

export type Move = {
  readonly on: PlainDate
  readonly place: Place
  readonly changeReason: ChangeReasonCode
  readonly id: EpisodeId
}
export type Moved = { readonly ended: Ended; readonly begun: Episode }

const another: EndReasonCode = 'X1'
const newPlacementAndCarer: EpisodeReasonCode = 'P'

/** A move to new carers under the same legal status: one episode ends with X1 and the next begins that day with P. */
export function move(current: Episode, { on, place, changeReason, id }: Move): Moved | Refusal {
  const ended = end(current, on, another, changeReason)
  if (ended instanceof Refusal) return ended
  const { child, legalStatus, needCode } = current
  const stays = { child, legalStatus, needCode }
  const open = { endedOn: null, endReason: null, changeReason: null }
  return { ended, begun: { ...place, ...stays, ...open, id, startedOn: on, reasonNew: newPlacementAndCarer } }
}

/** Leaving care, or moving on. An episode of no days would leave two beginning on one day, which the return refuses. */
export function end(
  episode: Episode,
  on: PlainDate,
  endReason: EndReasonCode,
  changeReason: ChangeReasonCode | null = null,
): Ended | Refusal {
  if (episode.endedOn !== null) return conflict('This episode has already ended')
  if (on <= episode.startedOn) {
    const message = `The day must be after ${inWords(episode.startedOn)}, when the present episode began`
    return invalid({ field: 'on', message })
  }
  return { ...episode, endedOn: on, endReason, changeReason }
}
