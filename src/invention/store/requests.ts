/** Keeps the invented requests for homes, each authority's own as that authority. Its children must be known. */

import { sql } from 'kysely'
import { type AuthorityId, type Database, type OrganisationId, type Tx, inTransaction } from '#access'
import { findChildByLocalId, findKept, recordOn } from '#children'
import { addApproach, saveReferral } from '#referrals'
import type { PlainDate } from '#shared/dates'
import type { InventedRegion } from '../region.ts'
import type { MessageRow, Staff } from '../requests/messages.ts'
import { type Requesting, requestFor } from '../requests/requests.ts'
import type { InventedNeed } from '../requests/waiting.ts'

/** How many were kept. */
export type RequestsKept = {
  readonly requests: number
  readonly drafts: number
  readonly approaches: number
  readonly offers: number
}

export async function saveRequests(
  database: Database,
  region: InventedRegion,
  needs: readonly InventedNeed[],
  today: PlainDate,
): Promise<RequestsKept> {
  const kept = { requests: 0, drafts: 0, approaches: 0, offers: 0 }
  for (const [authority, own] of Map.groupBy(needs, need => need.authority_id)) {
    const staff = staffOf(region, authority)
    const { name: area } = region.organisations.all.find(({ id }) => id === authority)!
    const whose = { kind: 'authority', organisation: authority as OrganisationId } as const
    await inTransaction(database, whose, today, 'writer', async tx => {
      for (const need of own) {
        const request = await keep(tx, { seed: region.seed, today, area, need, staff })
        kept.requests += 1
        if (request.referral.state === 'draft') kept.drafts += 1
        kept.approaches += request.approaches.length
        kept.offers += request.approaches.filter(({ state }) => state === 'offered').length
      }
    })
  }
  return kept
}

async function keep(tx: Tx, asking: Omit<Requesting, 'record'>) {
  const child = await findChildByLocalId(tx, asking.need.local_id)
  const known = child && (await findKept(tx, child.id))
  if (!known) throw new Error(`child ${asking.need.local_id} was not loaded`)
  const request = requestFor({ ...asking, record: recordOn(known, asking.today) })
  await saveReferral(tx, request.referral)
  for (const approach of request.approaches) await addApproach(tx, approach)
  await addMessages(tx, asking.need.authority_id as AuthorityId, request.messages)
  return request
}

async function addMessages(tx: Tx, authority: AuthorityId, messages: readonly MessageRow[]): Promise<void> {
  if (messages.length === 0) return
  await sql`
    insert into referrals.message (authority_id, id, approach_id, organisation_id, from_home, text, person_id, sent_at)
    select ${authority}::uuid, id, approach_id, organisation_id, from_home, text, person_id, sent_at
    from json_to_recordset(${JSON.stringify(messages)}::json) as known (id uuid, approach_id uuid,
      organisation_id uuid, from_home boolean, text text, person_id uuid, sent_at timestamptz)`.execute(tx)
}

function staffOf({ people: { people, roles } }: InventedRegion, authority: string): Staff {
  const byId = new Map(people.map(person => [person.id, person]))
  const holding = (role: string) =>
    roles.filter(each => each.role === role).map(each => byId.get(each.person_id)!)
  const own = (role: string) => holding(role).find(person => person.organisation_id === authority)!
  return {
    socialWorker: own('social-worker'),
    broker: own('brokerage-officer'),
    managers: new Map(holding('registered-manager').map(each => [each.organisation_id, each.id])),
  }
}
