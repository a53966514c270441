/** An invented region in a database of its own, its children written at once and not by a thousand loads. */

import { sql } from 'kysely'
import { type Actor, type OrganisationId, type PersonId, type Role, inTransaction, toActor } from '#access'
import { type AuthorityId } from '#access'
import { type Child, type ChildId, type Episode, upsertChildren, upsertEpisodes } from '#children'
import {
  type InventedAuthority,
  type InventedRegion,
  type Waiting,
  completeRegion,
  furnish,
  inventRegion,
  needsOf,
  saveFurnishing,
  savePlacesTaken,
  saveRegion,
  saveRequests,
  waitingIn,
} from '#invention'
import { milesBetween } from '#reference'
import { dateToday } from '#shared/dates'
import { newId } from '#shared/ids'
import { dateOf } from '../src/invention/days.ts'
import { type TestDatabase, openTestDatabase } from '../tests/support/database.ts'

type Life = InventedAuthority['lives'][number]

export type Filled = {
  readonly opened: TestDatabase
  readonly region: InventedRegion
  readonly authorities: number
  readonly lookedAfter: number
  readonly episodes: number
  /** The member with most children, and those looked after now for whom nobody has asked for a home. */
  readonly largest: { readonly organisation: OrganisationId; readonly here: readonly Known[] }
}
export type Known = { readonly id: ChildId; readonly life: Life }

/** As `seed` makes it, but for the returns, whose loading is measured elsewhere. */
export async function fillRegion(wishes: { children: number; authorities?: number }): Promise<Filled> {
  const opened = await openTestDatabase('server')
  await sql`truncate access.organisation cascade`.execute(opened.owner)
  const filled = await unconstrained(opened, () => fill(opened, wishes))
  await sql`vacuum analyze`.execute(opened.owner)
  return filled
}

/** The exclusion constraint is checked for all episodes at the end: for each by itself it took half of the time. */
async function unconstrained<Result>({ owner }: TestDatabase, work: () => Promise<Result>): Promise<Result> {
  const name = sql.id('a_child_is_in_one_episode_at_a_time')
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint
    where conname = 'a_child_is_in_one_episode_at_a_time'`.execute(owner)
  await sql`alter table children.episode drop constraint ${name}`.execute(owner)
  const result = await work()
  await sql`alter table children.episode add constraint ${name} ${sql.raw(rows[0]!.definition)}`.execute(
    owner,
  )
  return result
}

async function fill(
  opened: TestDatabase,
  wishes: { children: number; authorities?: number },
): Promise<Filled> {
  const today = dateToday()
  const region = inventRegion({ seed: 1, today, ...wishes })
  await saveRegion(opened.owner, region)

  const members = new Set(region.organisations.memberships.map(each => each.authority_id))
  const told = { authorities: 0, lookedAfter: 0, episodes: 0 }
  let largest: Filled['largest'] = { organisation: '' as OrganisationId, here: [] }
  const waiting: Waiting[] = []
  let most = 0
  for (const authority of region.authorities()) {
    const { known, episodes } = await writeLives(opened, authority)
    await saveFurnishing(opened.database, authority, furnish(region, authority), today)
    const asked = waitingIn(region, authority)
    waiting.push(...asked)
    const waits = new Set(asked.map(({ life }) => life))
    const here = known.filter(({ life }) => life.left === null)
    told.authorities += 1
    told.lookedAfter += here.length
    told.episodes += episodes
    if (members.has(authority.organisation.id) && here.length > most) {
      most = here.length
      const unasked = here.filter(({ life }) => !waits.has(life))
      largest = { organisation: authority.organisation.id as OrganisationId, here: unasked }
    }
  }
  await savePlacesTaken(opened.owner, region)
  await saveRequests(opened.database, region, needsOf(region, waiting), today)
  await completeRegion(opened.owner)
  return { opened, region, ...told, largest }
}

async function writeLives({ database }: TestDatabase, { area, organisation, lives }: InventedAuthority) {
  const authority = organisation.id as AuthorityId
  const known = lives.map(life => ({ id: newId<'Child'>(), life }))
  const episodes = known.flatMap(({ id, life }) => episodesOf(id, life, area.code))
  const whose = { kind: 'authority', organisation: organisation.id as OrganisationId } as const
  await inTransaction(database, whose, dateToday(), 'writer', async tx => {
    await upsertChildren(
      tx,
      authority,
      known.map(each => childOf(each, authority)),
    )
    await upsertEpisodes(tx, authority, episodes)
  })
  return { known, episodes: episodes.length }
}

const childOf = ({ id, life }: Known, authority: AuthorityId): Child => ({
  id,
  authority,
  localId: life.number,
  givenName: null,
  familyName: null,
  sex: life.sex,
  born: dateOf(life.born),
  ethnicity: life.ethnicity,
  upn: life.upn,
  asylumUntil: null,
  seeksAsylum: life.asylum,
  mother: null,
  childBorn: null,
})

const episodesOf = (child: ChildId, life: Life, area: string): Episode[] =>
  life.episodes.map(({ stay, ...each }) => ({
    id: newId(),
    child,
    startedOn: dateOf(each.started),
    reasonNew: each.why,
    legalStatus: each.legal,
    needCode: life.category,
    placeCode: stay.code === 'Z' ? 'Z1' : stay.code,
    providerCode: stay.provider,
    endedOn: each.ended === null ? null : dateOf(each.ended),
    endReason: each.ending,
    changeReason: each.moved,
    homePostcode: life.home?.postcode ?? null,
    placementPostcode: stay.spot.postcode,
    urn: stay.urn,
    distanceMiles: life.home ? milesBetween(life.home, stay.spot) : null,
    placementArea: stay.spot.area,
    inArea: stay.spot.area === area,
    weeklyFee: null,
    home: null,
  }))

/** Somebody at work there: an authority's own, or, where none is named, the region's. */
export function actorWith(
  { people: { people, roles }, organisations }: InventedRegion,
  role: Role,
  at?: OrganisationId,
): Actor {
  const holders = new Set(roles.filter(each => each.role === role).map(each => each.person_id))
  const person = people.find(({ id, organisation_id }) => holders.has(id) && (organisation_id === at || !at))!
  const organisation = organisations.all.find(({ id }) => id === person.organisation_id)!
  return toActor({
    id: person.id as PersonId,
    name: person.name,
    email: person.email,
    organisation: organisation.id as OrganisationId,
    organisationName: organisation.name,
    organisationKind: organisation.kind,
    roles: [role],
  })
}
