/** Agreements that somebody must do something about: sign, remind others to sign, or renew. */

import type { OrganisationId } from '#access'
import { type PlainDate, addDays } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { type Agreement, maySign, standing, unsigned } from './agreement.ts'

export type Watched = {
  /** That this organisation could sign today. */
  readonly toSign: readonly Agreement[]
  /** Where others have still to sign. */
  readonly waiting: readonly Agreement[]
  /** In force, and ending within three months. */
  readonly ending: readonly Agreement[]
}

/** Our own choice: long enough for 19 authorities to sign the next one. */
const noticeDays = 90

export function watchAgreements(
  agreements: readonly Agreement[],
  organisation: OrganisationId,
  today: PlainDate,
): Watched {
  const live = agreements.filter(each => standing(each, today) !== 'ended')
  const soon = addDays(today, noticeDays)
  return {
    toSign: live.filter(each => !(maySign(each, organisation, today) instanceof Refusal)),
    waiting: live.filter(each => unsigned(each).some(party => party.organisation !== organisation)),
    ending: live.filter(each => standing(each, today) === 'in force' && each.until <= soon),
  }
}
