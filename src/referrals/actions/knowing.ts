/** All that a search and a sending must know of one child, gathered once. */

import { type Context, type Tx, authorityOf } from '#access'
import { type ChildRecord, findKept, nameOf, recordOn } from '#children'
import { findPostcodes, type Position, positionOf, sectorOf } from '#reference'
import { Refusal, notFound } from '#shared/refusal'
import type { Hidden } from '../telling/hiding.ts'
import { type Need, needFrom } from '../matching/need.ts'
import type { SiblingHome } from '../matching/searched.ts'
import { type Referral, type ReferralId, asOpen } from '../referral.ts'
import { codeOfAuthority, siblingsLive } from '../store/around.ts'
import { findReferral } from '../store/referrals.ts'

export type KnownChild = {
  readonly record: ChildRecord
  readonly name: string
  readonly need: Need
  readonly siblingHomes: readonly SiblingHome[]
  /** What would tell a home who the child is. */
  readonly hidden: Hidden
}

/** The child of a request that is open, or why it cannot be searched for. */
export async function knowOpen(context: Context, id: ReferralId) {
  const found = await findReferral(context.tx, id)
  if (!found) return noReferral
  const referral = asOpen(found)
  if (referral instanceof Refusal) return referral
  const child = await know(context, referral)
  return child ? { referral, child } : noReferral
}

export const noReferral = notFound('Request not found')

/** A child's story is opened in the record of access of the council whose child it is. */
export async function know(
  { tx, actor, today, note }: Context,
  referral: Referral,
): Promise<KnownChild | undefined> {
  const kept = await findKept(tx, referral.child)
  if (!kept) return undefined
  note({ chain: actor.organisation, about: referral.child })

  const record = recordOn(kept, today)
  const siblings = await siblingsLive(
    tx,
    record.siblings.map(each => each.id),
  )
  const at = await placesOf(
    tx,
    record,
    siblings.map(({ postcode }) => postcode),
  )
  const siblingHomes = siblings.map(({ home, postcode }) => ({ home, position: at(postcode) }))
  const authority = authorityOf(actor)
  const need = needFrom(referral.answers, {
    authority,
    areaCode: await codeOfAuthority(tx, authority),
    neededBy: referral.neededBy ?? today,
    ...whereIn(referral, record, at),
  })
  return {
    record,
    name: nameOf(record.child),
    need,
    siblingHomes,
    hidden: hiddenIn(record, referral, actor.name),
  }
}

type At = (postcode: string | null | undefined) => Position | null

/** Exactly where the full directory is loaded; otherwise the middle of the outward code. */
async function placesOf(
  tx: Tx,
  { current, assessment }: ChildRecord,
  others: readonly (string | null)[],
): Promise<At> {
  const postcodes = [current?.homePostcode, current?.placementPostcode, assessment?.schoolPostcode, ...others]
  const exact = await findPostcodes(tx, [...new Set(told(postcodes))])
  return postcode => (postcode ? (exact.get(postcode)?.position ?? positionOf(postcode) ?? null) : null)
}

/** What the request says wins; the record's exact place is used where the two agree. */
function whereIn({ answers }: Referral, { current, assessment }: ChildRecord, at: At) {
  const around = (sector: unknown, postcode: string | null | undefined): Position | null =>
    typeof sector === 'string' && sector !== (postcode ? sectorOf(postcode) : undefined)
      ? (positionOf(`${sector}AA`) ?? null)
      : at(postcode)
  return {
    home: around(answers['familySector'], current?.homePostcode),
    school: around(answers['schoolSector'], assessment?.schoolPostcode),
    now: at(current?.placementPostcode),
  }
}

function hiddenIn(record: ChildRecord, { answers }: Referral, officer: string): Hidden {
  const { child, siblings, assessments } = record
  return {
    names: [child, ...siblings].flatMap(({ givenName, familyName }) => told([givenName, familyName])),
    schools: told([...assessments.map(({ schoolName }) => schoolName), answers['schoolName']]),
    staff: told([officer, answers['officer']]),
    numbers: told([child.localId, child.upn, ...siblings.map(({ localId }) => localId)]),
  }
}

const told = (words: readonly unknown[]): readonly string[] => [
  ...new Set(words.filter((word): word is string => typeof word === 'string' && word.trim() !== '')),
]
