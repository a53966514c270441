/** The SQL of what surrounds a child who needs a home: children alike, and those who live in a home already. */

import { sql } from 'kysely'
import type { AuthorityId, OrganisationId, Tx } from '#access'
import type { ChildId } from '#children'
import type { HomeId } from '#provision'
import type { PlainDate } from '#shared/dates'
import type { SiblingHome } from '../matching/searched.ts'

type Likeness = { readonly age: number; readonly sex: string; readonly needs: readonly string[] }

/**
 * How many of the authority's children looked after today share age, sex and the rarest of the needs. The area is the
 * authority's: the child is one of those counted, so there is never fewer than one.
 */
export async function countAlike(tx: Tx, { age, sex, needs }: Likeness, today: PlainDate): Promise<number> {
  const { rows } = await sql<{ need: string | null; alike: number }>`
    with alike as (
      select child.id, (select assessment.needs from children.assessment
        where assessment.authority_id = child.authority_id and assessment.child_id = child.id
        order by assessed_on desc limit 1) as needs
      from children.child
      where child.sex = ${sex}
        and child.born <= (${today}::date - make_interval(years => ${age}::int))::date
        and child.born > (${today}::date - make_interval(years => ${age + 1}::int))::date
        and exists (select from children.episode where episode.authority_id = child.authority_id
          and episode.child_id = child.id and episode.ended_on is null)
    )
    select need, count(alike.id)::int as alike
    from unnest(${[...needs]}::text[] || array[null]::text[]) as need
    left join alike on need is null or need = any(alike.needs)
    group by need`.execute(tx)
  return Math.max(1, Math.min(...rows.map(({ alike }) => alike)))
}

export type Whereabouts = { readonly home: HomeId | null; readonly postcode: string | null }

/** Where brothers and sisters live now. */
export async function siblingsLive(tx: Tx, siblings: readonly ChildId[]): Promise<Whereabouts[]> {
  if (siblings.length === 0) return []
  const rows = await tx
    .selectFrom('children.episode')
    .select(['home_id', 'placement_postcode'])
    .where('child_id', 'in', siblings)
    .where('ended_on', 'is', null)
    .execute()
  return rows.map(row => ({ home: row.home_id as SiblingHome['home'], postcode: row.placement_postcode }))
}

/** The authority's own children in these homes, by age alone. */
export async function agesIn(
  tx: Tx,
  homes: readonly HomeId[],
  today: PlainDate,
): Promise<Map<HomeId, number[]>> {
  if (homes.length === 0) return new Map()
  const { rows } = await sql<{ home: HomeId; ages: number[] }>`
    select episode.home_id as home,
           array_agg(extract(year from age(${today}::date, child.born))::int order by child.born) as ages
    from children.episode
    join children.child on child.authority_id = episode.authority_id and child.id = episode.child_id
    where episode.ended_on is null and episode.home_id = any(${[...homes]}::uuid[])
    group by episode.home_id`.execute(tx)
  return new Map(rows.map(({ home, ages }) => [home, ages]))
}

/** The ONS code of an authority, against which a home is in its area or not. */
export async function codeOfAuthority(tx: Tx, authority: AuthorityId): Promise<string | null> {
  const row = tx.selectFrom('access.organisation').select('code').where('id', '=', authority)
  return (await row.executeTakeFirst())?.code ?? null
}

/** Who takes part is known to all who do. */
export async function nameOfOrganisation(tx: Tx, id: OrganisationId): Promise<string> {
  const row = tx.selectFrom('access.organisation').select('name').where('id', '=', id)
  return (await row.executeTakeFirstOrThrow()).name
}
