/** The SQL of what stands: the newest that was loaded of each table, and what loading another would change. */

import { sql } from 'kysely'
import type { AuthorityId, Tx } from '#access'
import type { ExtractId } from '../extract.ts'
import type { Standing } from '../scorecard.ts'

export type AuthorityStanding = Standing & { readonly authority: AuthorityId }

/** Of each authority that whoever asks may see, the newest loaded of each table: counts alone. */
export async function standings(tx: Tx): Promise<AuthorityStanding[]> {
  const { rows } = await sql<AuthorityStanding>`
    select distinct on (tally.authority_id, tally.table_name) tally.authority_id as authority,
      tally.table_name as "table", tally.rows, tally.left_out as "leftOut", tally.children, tally.required,
      tally.filled, tally.sound, load.version,
      (load.committed_at at time zone 'Europe/London')::date as "sentOn"
    from specification.tally
    join specification.load on load.authority_id = tally.authority_id and load.id = tally.load_id
    where load.state = 'committed'
    order by tally.authority_id, tally.table_name, load.committed_at desc, load.id`.execute(tx)
  return rows
}

export type Member = { readonly id: AuthorityId; readonly name: string }

/** The authorities that share their records with the co-operative. */
export async function members(tx: Tx): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select id, name from access.organisation
    where id in (select authority_id from access.sharing) order by name`.execute(tx)
  return rows
}

export type Change = {
  readonly table: string
  readonly rows: number
  readonly rowsBefore: number
  readonly children: number
  readonly newChildren: number
  readonly goneChildren: number
}

/** What loading an extract changes: of each of its tables, against the newest that stands. */
export async function changesOf(tx: Tx, extract: ExtractId): Promise<Change[]> {
  const { rows } = await sql<Change>`
    with its as (select table_name, rows, children from specification.tally where load_id = ${extract}::uuid),
    before as (
      select distinct on (tally.table_name) tally.table_name, tally.load_id, tally.rows
      from specification.tally
      join specification.load on load.authority_id = tally.authority_id and load.id = tally.load_id
      where load.state = 'committed' and load.id <> ${extract}::uuid
      order by tally.table_name, load.committed_at desc, load.id
    ),
    now_named as (
      select distinct table_name, child_local_id from specification.line where load_id = ${extract}::uuid
    ),
    then_named as (
      select distinct line.table_name, child_local_id from specification.line
      join before on before.load_id = line.load_id and before.table_name = line.table_name
    ),
    named as (
      select table_name, count(*) filter (where was.table_name is null)::integer as new_children,
        count(*) filter (where now.table_name is null)::integer as gone_children
      from now_named now full join then_named was using (table_name, child_local_id) group by table_name
    )
    select its.table_name as "table", its.rows, coalesce(before.rows, 0) as "rowsBefore", its.children,
      coalesce(named.new_children, 0) as "newChildren", coalesce(named.gone_children, 0) as "goneChildren"
    from its left join before using (table_name) left join named using (table_name) order by 1`.execute(tx)
  return rows
}

/** The names of the people of one's own organisation, those who may no longer sign in among them. */
export async function nameOf(tx: Tx, person: string): Promise<string> {
  const row = await tx.selectFrom('access.person').select('name').where('id', '=', person).executeTakeFirst()
  return row?.name ?? 'somebody who has left'
}
