/** All the SQL of placements. Whose they are is the database's own rule: see the policies in db/migrations. */

import { type Selectable, sql } from 'kysely'
import type { AuthorityId, OrganisationId, Tx } from '#access'
import type { HomeId, PlaceId } from '#provision'
import type { ChangeReasonCode, EndReasonCode, PlacementProviderCode, PlacementTypeCode } from '#reference'
import type { ApproachId, ChildId, ReferralId } from '#referrals'
import type { PlainDate } from '#shared/dates'
import { type Pence, pence } from '#shared/money'
import { type Refusal, conflict } from '#shared/refusal'
import type { Tables } from '#tables'
import type { Listed, LivesHere, Wanted } from './listing.ts'
import type { Ending, Placement, PlacementId } from './placement.ts'

type Row = Selectable<Tables['placements.placement']>

const placements = (tx: Tx) => tx.selectFrom('placements.placement').selectAll()

export async function findPlacement(tx: Tx, id: PlacementId): Promise<Placement | undefined> {
  const row = await placements(tx).where('id', '=', id).executeTakeFirst()
  return row && toPlacement(row)
}

/** Holds it until the transaction ends. Whoever changes a placement holds its place first. */
export async function holdPlacement(tx: Tx, id: PlacementId): Promise<Placement | undefined> {
  const row = await placements(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toPlacement(row)
}

/** Where the child lives now, if Nearhome placed them there. */
export async function findStartedOf(tx: Tx, child: ChildId): Promise<Placement | undefined> {
  const row = await placements(tx)
    .where('child_id', '=', child)
    .where('state', '=', 'started')
    .executeTakeFirst()
  return row && toPlacement(row)
}

/** The constraints are the backstop: should the lock on the place ever be forgotten, the answer is still kind. */
export async function addPlacement(tx: Tx, placement: Placement): Promise<Refusal | undefined> {
  try {
    await tx.insertInto('placements.placement').values(toRow(placement)).execute()
    return undefined
  } catch (fault) {
    return asConflict(fault)
  }
}

export async function savePlacement(tx: Tx, placement: Placement): Promise<Refusal | undefined> {
  const row = toRow(placement)
  try {
    await tx.updateTable('placements.placement').set(row).where('id', '=', placement.id).execute()
    return undefined
  } catch (fault) {
    return asConflict(fault)
  }
}

const sentences: Record<string, string> = {
  a_place_is_given_once: 'This place has been taken for another child',
  a_child_is_in_one_placement_at_a_time: 'This child already lives in another placement on those days',
  a_child_has_one_placement_agreed: 'Another home has already been agreed for this child',
  one_placement_for_an_offer: 'This offer has already been accepted',
}

function asConflict(fault: unknown): Refusal {
  const sentence = sentences[(fault as { constraint?: string }).constraint ?? '']
  if (sentence) return conflict(sentence)
  throw fault
}

/** The ONS code of an authority, against which a home is in its area or not. */
export async function codeOfAuthority(tx: Tx, authority: AuthorityId): Promise<string | null> {
  const row = tx.selectFrom('access.organisation').select('code').where('id', '=', authority)
  return (await row.executeTakeFirst())?.code ?? null
}

/** Those agreed, by the day they start, then those that have started, newest first. One page and one count. */
export async function listPlacements(tx: Tx, { states, limit, offset }: Wanted) {
  const chosen = tx
    .selectFrom('placements.placement as placement')
    .where('placement.state', 'in', [...states])
  const { total } = await chosen.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await chosen
    .innerJoin('children.child as child', join =>
      join
        .onRef('child.authority_id', '=', 'placement.authority_id')
        .onRef('child.id', '=', 'placement.child_id'),
    )
    .leftJoin('provision.home as home', 'home.id', 'placement.home_id')
    .select([
      'placement.id as id',
      'child.given_name as givenName',
      'child.family_name as familyName',
      'child.local_id as localId',
      'home.name as homeName',
      'placement.state as state',
      'placement.agreed_on as agreedOn',
      'placement.starts_on as startsOn',
      'placement.ended_on as endedOn',
      'placement.weekly_fee_pence as weeklyFee',
    ])
    .orderBy(sql`placement.state = 'agreed'`, 'desc')
    .orderBy('placement.starts_on', 'desc')
    .orderBy('placement.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return { total, placements: rows as unknown as Listed[] }
}

/** What a home may know: that a place of its own is taken, from when and at what fee. Not by whom. */
export const listForHome = (tx: Tx): Promise<LivesHere[]> =>
  tx
    .selectFrom('placements.placement as placement')
    .innerJoin('provision.home as home', 'home.id', 'placement.home_id')
    .innerJoin('provision.place as place', 'place.id', 'placement.place_id')
    .innerJoin('access.organisation as authority', 'authority.id', 'placement.authority_id')
    .leftJoin('referrals.approach as approach', join =>
      join
        .onRef('approach.authority_id', '=', 'placement.authority_id')
        .onRef('approach.id', '=', 'placement.approach_id'),
    )
    .select([
      'placement.id as id',
      'home.name as homeName',
      'place.name as placeName',
      'authority.name as authorityName',
      'approach.id as approach',
      'approach.reference as reference',
      'placement.state as state',
      'placement.starts_on as startsOn',
      'placement.weekly_fee_pence as weeklyFee',
    ])
    .orderBy('home.name')
    .orderBy('place.name')
    .execute() as Promise<unknown> as Promise<LivesHere[]>

/** The casts rest on the table's constraints. */
function toPlacement(row: Row): Placement {
  const core = {
    id: row.id as PlacementId,
    authority: row.authority_id as AuthorityId,
    child: row.child_id as ChildId,
    referral: row.referral_id as ReferralId | null,
    approach: row.approach_id as ApproachId | null,
    home: row.home_id as HomeId,
    organisation: row.organisation_id as OrganisationId,
    place: row.place_id as PlaceId,
    placeCode: row.place_code as PlacementTypeCode,
    providerCode: row.provider_code as PlacementProviderCode | null,
    agreedOn: row.agreed_on,
    startsOn: row.starts_on,
    weeklyFee: pence(row.weekly_fee_pence) as Pence,
  }
  switch (row.state) {
    case 'agreed':
    case 'started':
      return { ...core, state: row.state }
    case 'cancelled':
      return { ...core, state: 'cancelled', note: row.note ?? '' }
    case 'ended': {
      const changeReason = row.change_reason as ChangeReasonCode | null
      const ending = { endReason: row.end_reason as EndReasonCode, changeReason, note: row.note } as Ending
      return { ...core, ...ending, state: 'ended', endedOn: row.ended_on as PlainDate }
    }
    default:
      throw new Error('a placement is in no known state')
  }
}

function toRow(placement: Placement): Row {
  const ended = placement.state === 'ended' ? placement : null
  return {
    authority_id: placement.authority,
    id: placement.id,
    child_id: placement.child,
    referral_id: placement.referral,
    approach_id: placement.approach,
    home_id: placement.home,
    organisation_id: placement.organisation,
    place_id: placement.place,
    state: placement.state,
    place_code: placement.placeCode,
    provider_code: placement.providerCode,
    agreed_on: placement.agreedOn,
    starts_on: placement.startsOn,
    ended_on: ended?.endedOn ?? null,
    weekly_fee_pence: placement.weeklyFee,
    end_reason: ended?.endReason ?? null,
    change_reason: ended?.changeReason ?? null,
    note: placement.state === 'cancelled' ? placement.note : (ended?.note ?? null),
  }
}
