/** The episodes of the statutory return that a placement ends and begins, so that its history has no gap or overlap. */

import type {
  CategoryOfNeedCode,
  ChangeReasonCode,
  EndReasonCode,
  EpisodeReasonCode,
  LegalStatusCode,
  PlacementProviderCode,
  PlacementTypeCode,
} from '#reference'
import { type PlainDate, inWords } from '#shared/dates'
import { type Refusal, conflict, invalid } from '#shared/refusal'

/** The child's open episode, as far as a change needs it. */
export type Current = {
  readonly startedOn: PlainDate
  readonly legalStatus: LegalStatusCode
  readonly needCode: CategoryOfNeedCode
}
export type Where = {
  readonly placeCode: PlacementTypeCode
  readonly providerCode: PlacementProviderCode | null
}

/** The child comes to live in a new placement: from another one, or from home. */
export type Arrival = Where & {
  readonly is: 'arrival'
  readonly on: PlainDate
  readonly age: number
  /** Left out when it stays as it was. Needed when the child was not looked after until now. */
  readonly legalStatus?: LegalStatusCode
  readonly needCode?: CategoryOfNeedCode
  /** Why the last placement ended. Needed when there was one. */
  readonly changeReason?: ChangeReasonCode
  /** The carers move house and the child goes with them. */
  readonly isSameCarer?: boolean
}
/** The child stops being looked after. */
export type Departure = {
  readonly is: 'departure'
  readonly on: PlainDate
  readonly endReason: Exclude<EndReasonCode, 'X1'>
}

/** REC and REASON_PLACE_CHANGE are recorded on the episode that ceases. */
export type EpisodeEnd = {
  readonly on: PlainDate
  readonly endReason: EndReasonCode
  readonly changeReason: ChangeReasonCode | null
}
export type EpisodeBegun = Where & {
  readonly on: PlainDate
  readonly reasonNew: EpisodeReasonCode
  readonly legalStatus: LegalStatusCode
  readonly needCode: CategoryOfNeedCode
}
export type Episodes = { readonly end: EpisodeEnd | null; readonly begin: EpisodeBegun | null }

/** In the return an episode that ends with X1 is followed by another on the same day, and any other end by none. */
export function episodesFor(current: Current | null, change: Arrival | Departure): Episodes | Refusal {
  const tooEarly = current && whyTooEarly(current, change)
  if (tooEarly) return tooEarly
  if (change.is === 'departure') return leaving(current, change)
  const wrong = whyNotHere(change)
  if (wrong) return wrong
  return current === null ? arriving(change) : moving(current, change)
}

function leaving(current: Current | null, { on, endReason }: Departure): Episodes | Refusal {
  if (current === null) return conflict('This child is not looked after, so there is nothing to end')
  return { end: { on, endReason, changeReason: null }, begin: null }
}

function arriving({ on, legalStatus, needCode, placeCode, providerCode }: Arrival): Episodes | Refusal {
  if (legalStatus === undefined)
    return needed('legalStatus', 'Choose the legal status under which the child comes')
  if (needCode === undefined) return needed('needCode', 'Choose the main reason why the child needs care')
  return { end: null, begin: { on, reasonNew: 'S', legalStatus, needCode, placeCode, providerCode } }
}

function moving(current: Current, arrival: Arrival): Episodes | Refusal {
  const { on, placeCode, providerCode, changeReason } = arrival
  if (changeReason === undefined) return needed('changeReason', 'Choose why the child moved')
  const legalStatus = arrival.legalStatus ?? current.legalStatus
  const isSameCarer = arrival.isSameCarer ?? false
  const reasonNew = reasonFor(legalStatus !== current.legalStatus, isSameCarer)
  return {
    end: { on, endReason: 'X1', changeReason },
    begin: { on, reasonNew, legalStatus, needCode: current.needCode, placeCode, providerCode },
  }
}

/** The main reason for care is fixed when it begins, so a move never changes it: CIN in the return. */
function reasonFor(isNewStatus: boolean, isSameCarer: boolean): EpisodeReasonCode {
  if (isNewStatus) return isSameCarer ? 'U' : 'B'
  return isSameCarer ? 'T' : 'P'
}

/** Two episodes cannot begin on one day, and none may begin inside one already over. */
function whyTooEarly({ startedOn }: Current, { on, is }: Arrival | Departure): Refusal | undefined {
  const isTooEarly = is === 'arrival' ? on <= startedOn : on < startedOn
  if (!isTooEarly) return undefined
  return invalid({
    field: 'on',
    message: `The child's present placement began on ${inWords(startedOn)}; the day must be after that`,
  })
}

/** Supported accommodation is for those of 16 and over: validation rule 371 of the return. */
function whyNotHere({ placeCode, age }: Arrival): Refusal | undefined {
  if (placeCode === 'K3' && age < 16) {
    return invalid({ field: 'placeCode', message: 'Supported accommodation may not take a child under 16' })
  }
  return undefined
}

const needed = (field: string, message: string): Refusal => invalid({ field, message })
