/** Puts the invented region into the tables: first as their owner, then each authority's own as that authority. */

import { type RawBuilder, sql } from 'kysely'
import { type Database, type OrganisationId, type Tx, inTransaction } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Furnishing } from '../furnishing/furnishing.ts'
import type { InventedAuthority, InventedRegion } from '../region.ts'
import { type Dweller, whoLivesIn } from '../supply/living.ts'

const most = 5000

/** Everybody who takes part, what they have agreed, and every home and place, before any child lives there. */
export const saveRegion = (owner: Database, region: InventedRegion): Promise<void> =>
  owner.transaction().execute(async tx => {
    const { organisations, people, agreements, wishes } = region
    await insert(tx, 'access.demonstration', [
      { one: true, seed: String(wishes.seed), today: wishes.today, complete: false },
    ])
    const inOrder = organisations.all.toSorted(
      (a, b) => Number(a.acts_for !== null) - Number(b.acts_for !== null),
    )
    await insert(tx, 'access.organisation', inOrder)
    await insert(tx, 'access.membership', organisations.memberships)
    await insert(tx, 'access.person', people.people)
    await insert(tx, 'access.role_held', people.roles)
    await insert(tx, 'access.agreement', agreements.agreements)
    await insert(tx, 'access.agreement_party', agreements.parties)
    await insert(tx, 'provision.home', region.homes)
    await insert(tx, 'provision.place', region.places())
  })

/** Once every authority's children have been invented: who lives in which place, from near or far. */
export const savePlacesTaken = (owner: Database, region: InventedRegion): Promise<void> =>
  owner.transaction().execute(async tx => {
    const taken = region.places().filter(place => place.taken_from !== null)
    for (const rows of chunks(taken.map(({ id, taken_from }) => ({ id, taken_from })))) {
      await sql`
        update provision.place set taken_from = known.taken_from
        from json_to_recordset(${JSON.stringify(rows)}::json) as known (id uuid, taken_from date)
        where place.id = known.id`.execute(tx)
    }
  })

/** What homes have said of who lives there. */
export const saveWhoLives = (
  owner: Database,
  region: InventedRegion,
  dwellers: readonly Dweller[],
): Promise<void> =>
  owner.transaction().execute(tx => insert(tx, 'provision.who_lives', whoLivesIn(region, dwellers)))

/** How many rows found the child or the episode they are about, which the loading of the returns must have made. */
export type Saved = Readonly<Record<keyof Furnishing, number>>

/** What the return does not say of an authority's children. Its returns must have been loaded. */
export const saveFurnishing = (
  database: Database,
  { organisation }: InventedAuthority,
  furnishing: Furnishing,
  today: PlainDate,
): Promise<Saved> => {
  const whose = { kind: 'authority', organisation: organisation.id as OrganisationId } as const
  return inTransaction(database, whose, today, 'writer', async tx => {
    const children = sql`children.child on child.authority_id = ${organisation.id} and child.local_id = known.local_id`
    return {
      names: await count(tx, furnishing.names, nameChildren(organisation.id)),
      assessments: await count(tx, furnishing.assessments, addAssessments(children)),
      siblings: await count(tx, furnishing.siblings, addSiblings(children)),
      episodes: await count(tx, furnishing.episodes, knowEpisodes(organisation.id)),
      placements: await count(tx, furnishing.placements, addPlacements(children)),
    }
  })
}

type Fragment = RawBuilder<unknown>
type Statement = (rows: Fragment) => Fragment

const nameChildren =
  (authority: string): Statement =>
  rows =>
    sql`
    update children.child set given_name = known.given_name, family_name = known.family_name
    from json_to_recordset(${rows}) as known (local_id text, given_name text, family_name text)
    where child.authority_id = ${authority} and child.local_id = known.local_id`

const addAssessments =
  (children: Fragment): Statement =>
  rows =>
    sql`
    insert into children.assessment (authority_id, id, child_id, assessed_on, voice, strengths, needs, care_plan,
      outcomes, school_name, school_postcode, education_stage, has_ehcp, health_setting, youth_justice)
    select child.authority_id, known.id, child.id, known.assessed_on, known.voice, known.strengths, known.needs,
      known.care_plan, known.outcomes, known.school_name, known.school_postcode, known.education_stage,
      known.has_ehcp, known.health_setting, known.youth_justice
    from json_to_recordset(${rows}) as known (id uuid, local_id text, assessed_on date, voice text, strengths text[],
      needs text[], care_plan text, outcomes text, school_name text, school_postcode text, education_stage text,
      has_ehcp boolean, health_setting boolean, youth_justice boolean)
    join ${children}`

const addSiblings =
  (children: Fragment): Statement =>
  rows =>
    sql`
    insert into children.sibling (authority_id, child_id, sibling_id)
    select child.authority_id, child.id, sibling.id
    from json_to_recordset(${rows}) as known (local_id text, sibling_local_id text)
    join ${children}
    join children.child sibling
      on sibling.authority_id = child.authority_id and sibling.local_id = known.sibling_local_id`

const knowEpisodes =
  (authority: string): Statement =>
  rows =>
    sql`
    update children.episode set home_id = known.home_id, weekly_fee_pence = known.weekly_fee_pence
    from json_to_recordset(${rows}) as known (local_id text, started_on date, home_id uuid, weekly_fee_pence bigint)
    join children.child on child.authority_id = ${authority} and child.local_id = known.local_id
    where episode.authority_id = ${authority} and episode.child_id = child.id
      and episode.started_on = known.started_on and episode.ended_on is null`

const addPlacements =
  (children: Fragment): Statement =>
  rows =>
    sql`
    insert into placements.placement (authority_id, id, child_id, home_id, organisation_id, place_id, state,
      place_code, provider_code, agreed_on, starts_on, weekly_fee_pence)
    select child.authority_id, known.id, child.id, known.home_id, known.organisation_id, known.place_id, 'started',
      known.place_code, known.provider_code, known.agreed_on, known.starts_on, known.weekly_fee_pence
    from json_to_recordset(${rows}) as known (id uuid, local_id text, home_id uuid, organisation_id uuid,
      place_id uuid, place_code text, provider_code text, agreed_on date, starts_on date, weekly_fee_pence bigint)
    join ${children}`

async function count(tx: Tx, rows: readonly object[], statement: Statement): Promise<number> {
  let total = 0
  for (const some of chunks(rows)) {
    const { numAffectedRows } = await statement(sql`${JSON.stringify(some)}::json`).execute(tx)
    total += Number(numAffectedRows ?? 0)
  }
  return total
}

/** The table's own types read the rows; the columns are those that the first row has. */
async function insert(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  for (const some of chunks(rows)) {
    const columns = sql.join(Object.keys(some[0]!).map(column => sql.ref(column)))
    await sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(some)}::json)
    `.execute(tx)
  }
}

const chunks = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / most) }, (_, i) => rows.slice(i * most, (i + 1) * most))
