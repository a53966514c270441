/** One invented record of each sort for two authorities, and who ought to see each: what the probe knocks at. */

import { type Actor, type OrganisationId, type Tx, inTransaction } from '#access'
import { newId } from '#shared/ids'
import { parseDate } from '#shared/dates'
import type { TestDatabase } from './database.ts'
import { agreement as usual, organisation, people, today } from './people.ts'

export type Example = { readonly id: string; readonly sees: (actor: Actor) => boolean }

/** By the name of the parameter in a path. Every parameter must have one. */
export type Examples = ReadonlyMap<string, readonly Example[]>

const any = () => true
const only =
  (...ids: OrganisationId[]) =>
  (actor: Actor) =>
    ids.includes(actor.organisation)
const everySector = (runs: OrganisationId) => (actor: Actor) =>
  actor.organisation === runs ||
  actor.kind === 'region' ||
  [organisation.bracknell.id, organisation.reading.id].includes(actor.organisation)

/** Words that stand in one authority's records, and that nobody else may ever be told. */
export const secretsOf = (authority: OrganisationId): readonly string[] => [
  `Given${mark(authority)}`,
  `Family${mark(authority)}`,
  `Voice${mark(authority)}`,
  `Answer${mark(authority)}`,
]
/** Words sent to one home, which no other provider may be told. */
export const packetOf = (authority: OrganisationId): string => `Packet${mark(authority)}`
const mark = (authority: OrganisationId) => `Secret${Number(authority.slice(-4))}`

export async function addExamples({ database }: TestDatabase): Promise<Examples> {
  const as = (actor: Actor, work: (tx: Tx) => Promise<unknown>) =>
    inTransaction(database, actor, today, 'writer', work)
  const home = newId()
  const place = newId()
  const larch = organisation.larch.id
  await as(people.larchManager, tx => addHome(tx, larch, home, place))

  const [agreement, person] = [newId(), newId()]
  await as(people.administrator, tx => addParties(tx, agreement, person))

  const found = new Map<string, Example[]>([
    ['agreement', [{ id: agreement, sees: any }]],
    ['person', [{ id: person, sees: any }]],
    ['home', [{ id: home, sees: everySector(larch) }]],
    ['place', [{ id: place, sees: everySector(larch) }]],
  ])
  for (const actor of [people.broker, people.siblingBroker]) {
    const [child, referral, approach, load] = [newId(), newId(), newId(), newId()] as [
      string,
      string,
      string,
      string,
    ]
    const ours = only(actor.organisation)
    await as(actor, tx => addRecords(tx, actor, { child, referral, approach, load, home }))
    const add = (name: string, id: string, sees: Example['sees']) =>
      found.set(name, [...(found.get(name) ?? []), { id, sees }])
    const placement = newId()
    const [stay, room] = [newId(), newId()]
    await as(people.larchManager, tx => addHome(tx, larch, stay, room))
    await as(actor, tx => addPlacement(tx, actor, { placement, child, stay, room }))
    add('placement', placement, only(actor.organisation, larch))
    add('child', child, ours)
    add('referral', referral, ours)
    add('load', load, ours)
    add('approach', approach, only(actor.organisation, larch))
  }
  return found
}

type Ids = { child: string; referral: string; approach: string; load: string; home: string }

async function addRecords(
  tx: Tx,
  actor: Actor,
  { child, referral, approach, load, home }: Ids,
): Promise<void> {
  const authority_id = actor.organisation
  const [given_name, family_name, voice, answer] = secretsOf(authority_id) as [string, string, string, string]
  const born = parseDate('2014-03-09')!
  const named = { authority_id, id: child, local_id: child, given_name, family_name }
  await tx
    .insertInto('children.child')
    .values({ ...named, sex: 'F', born, ethnicity: 'WBRI' })
    .execute()
  const assessed = { authority_id, id: newId(), child_id: child, assessed_on: today, voice }
  await tx
    .insertInto('children.assessment')
    .values({ ...assessed, strengths: [], needs: [] })
    .execute()
  const asked = { authority_id, id: referral, child_id: child, requested_by: actor.id, requested_on: today }
  const open = { urgency: 'planned', state: 'open', needed_by: today, ready_on: today }
  const answers = JSON.stringify({ strengths: answer })
  await tx
    .insertInto('referrals.referral')
    .values({ ...asked, ...open, answers })
    .execute()
  const sent = {
    authority_id,
    id: approach,
    referral_id: referral,
    home_id: home,
    sent_by: actor.id,
    sent_on: today,
  }
  const packet = {
    reference: approach,
    state: 'sent',
    why_chosen: 'near',
    anonymised: anonymised(authority_id),
  }
  const to = { organisation_id: organisation.larch.id }
  await tx
    .insertInto('referrals.approach')
    .values({ ...sent, ...packet, ...to })
    .execute()
  const loading = {
    authority_id,
    id: load,
    year: 2026,
    state: 'cancelled',
    fingerprint: 'none',
    started_by: actor.id,
  }
  await tx.insertInto('returns.load').values(loading).execute()
}

const anonymised = (authority: OrganisationId) => JSON.stringify({ strengths: packetOf(authority) })

async function addHome(tx: Tx, organisation_id: OrganisationId, home: string, place: string): Promise<void> {
  const where = { postcode: 'RG1 4AB', easting: 472_000, northing: 173_000, area_code: 'E06000038' }
  const purpose = {
    registered_places: 2,
    age_from: 8,
    age_to: 17,
    sexes: 'any',
    needs_met: [],
    needs_not_met: [],
  }
  const state = { state: 'open', state_from: today, takes_solo: false, takes_siblings: true }
  const called = { kind: 'childrens-home', name: 'An invented home', sector: 'private' }
  await tx
    .insertInto('provision.home')
    .values({ id: home, organisation_id, ...called, ...where, ...purpose, ...state })
    .execute()
  const dates = { confirmed_on: today, available_from: today }
  await tx
    .insertInto('provision.place')
    .values({ id: place, organisation_id, home_id: home, name: 'One', weekly_fee_pence: 400_000, ...dates })
    .execute()
}

/** An agreement that nobody has signed, and a person who is none of those who knock. */
async function addParties(tx: Tx, agreement: string, person: string): Promise<void> {
  await tx
    .insertInto('access.agreement')
    .values({ ...usual, id: agreement })
    .execute()
  const parties = [organisation.coop, organisation.bracknell].map(({ id: organisation_id }) => ({
    agreement_id: agreement,
    organisation_id,
  }))
  await tx.insertInto('access.agreement_party').values(parties).execute()
  const called = { name: 'Example Person', email: `${person}@reading.example` }
  await tx
    .insertInto('access.person')
    .values({ id: person, organisation_id: organisation.reading.id, ...called })
    .execute()
}

type Stay = { placement: string; child: string; stay: string; room: string }
const addPlacement = (tx: Tx, actor: Actor, { placement, child, stay, room }: Stay) =>
  tx
    .insertInto('placements.placement')
    .values({
      authority_id: actor.organisation,
      id: placement,
      child_id: child,
      home_id: stay,
      organisation_id: organisation.larch.id,
      place_id: room,
      state: 'agreed',
      place_code: 'K2',
      agreed_on: today,
      starts_on: today,
      weekly_fee_pence: 400_000,
    })
    .execute()
