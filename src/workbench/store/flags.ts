/** The SQL of what the rules found: kept for the last checking of a year, and counted. */

import { sql } from 'kysely'
import type { AuthorityId, Tx } from '#access'
import type { CheckingId } from '../checking.ts'
import type { Flag } from '../readiness.ts'
import type { RowKey } from '../row-key.ts'
import type { ChildId } from './rows.ts'

export type KeyedFlag = Flag & { readonly key: RowKey }
export type Owner = { readonly authority: AuthorityId; readonly checking: CheckingId; readonly year: number }

const batch = 10_000

/** Children by their own number: they are there already, from the rows. */
export async function saveFlags(
  tx: Tx,
  { authority, checking }: Owner,
  flags: readonly KeyedFlag[],
): Promise<void> {
  for (let start = 0; start < flags.length; start += batch) {
    const part = flags.slice(start, start + batch)
    const column = <Value>(of: (flag: KeyedFlag) => Value) => part.map(of)
    await sql`
      insert into workbench.flag (authority_id, checking_id, rule, severity, file, at, row_key, child_id)
      select ${authority}::uuid, ${checking}::uuid, told.rule, told.severity, told.file, told.at, told.key, child.id
      from unnest(${column(each => each.rule)}::text[], ${column(each => each.severity)}::text[],
        ${column(each => each.file)}::text[], ${column(each => each.at)}::integer[],
        ${column(each => each.key)}::text[],
        ${column(each => each.child)}::text[]) as told (rule, severity, file, at, key, child)
      left join workbench.child on child.authority_id = ${authority}::uuid and child.local_id = told.child`.execute(
      tx,
    )
  }
}

/** What earlier checkings of the year found goes: their counts stay, for the trend. */
export async function dropEarlier(tx: Tx, { checking, year }: Owner): Promise<void> {
  for (const table of ['flag', 'standing']) {
    await sql`
      delete from ${sql.table(`workbench.${table}`)} where checking_id in
        (select id from workbench.checking where year = ${year} and id <> ${checking}::uuid)`.execute(tx)
  }
}

/** Before some rules are asked again: of one child, or of all. */
export async function dropFlags(
  tx: Tx,
  checking: CheckingId,
  rules: readonly string[],
  child: ChildId | null,
): Promise<void> {
  await sql`
    delete from workbench.flag where checking_id = ${checking}::uuid and rule = any(${[...rules]}::text[])
      and (${child}::uuid is null or child_id = ${child}::uuid)`.execute(tx)
}

/** A waiver that holds today answers its row's query. */
export const isWaived = (year: number) => sql<boolean>`exists (select from workbench.waiver
  where waiver.authority_id = flag.authority_id and waiver.year = ${year} and waiver.rule = flag.rule
    and waiver.row_key = flag.row_key and waiver.withdrawn_at is null and flag.severity = 'query'
    and waiver.expires_on >= current_setting('app.today')::date)`

export type Counts = {
  readonly errors: number
  readonly queries: number
  readonly waived: number
  readonly childrenFlagged: number
}

export async function countFlags(tx: Tx, checking: CheckingId, year: number): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(*) filter (where severity = 'error') as errors,
      count(*) filter (where severity = 'query' and not waived) as queries,
      count(*) filter (where waived) as waived,
      count(distinct child_id) filter (where not waived) as "childrenFlagged"
    from (select severity, child_id, ${isWaived(year)} as waived from workbench.flag
      where checking_id = ${checking}::uuid) flag`.execute(tx)
  return rows[0]!
}

export type RuleLine = {
  readonly rule: string
  readonly rows: number
  readonly children: number
  readonly waived: number
}

export async function countByRule(tx: Tx, checking: CheckingId, year: number): Promise<RuleLine[]> {
  const { rows } = await sql<RuleLine>`
    select rule, count(*) as rows, count(distinct child_id) as children, count(*) filter (where waived) as waived
    from (select rule, child_id, ${isWaived(year)} as waived from workbench.flag
      where checking_id = ${checking}::uuid) flag
    group by rule order by 2 desc, rule`.execute(tx)
  return rows
}

export type WorkerLine = {
  /** Null where the return names none. */
  readonly worker: string | null
  readonly team: string | null
  readonly children: number
  readonly errors: number
  readonly queries: number
}

/** Of each social worker that the return names; of those in one team together, the view adds. */
export async function countByWorker(tx: Tx, checking: CheckingId, year: number): Promise<WorkerLine[]> {
  const { rows } = await sql<WorkerLine>`
    select standing.worker, team.name as team, count(distinct flag.child_id) as children,
      count(*) filter (where severity = 'error') as errors,
      count(*) filter (where severity = 'query' and not waived) as queries
    from (select authority_id, child_id, severity, ${isWaived(year)} as waived from workbench.flag
      where checking_id = ${checking}::uuid) flag
    left join workbench.standing on standing.authority_id = flag.authority_id
      and standing.checking_id = ${checking}::uuid and standing.child_id = flag.child_id
    left join workbench.team on team.authority_id = flag.authority_id and team.worker = standing.worker
    group by 1, 2 order by 4 desc, 1 nulls last`.execute(tx)
  return rows
}

export async function saveStandings(
  tx: Tx,
  { authority, checking }: Owner,
  workers: ReadonlyMap<string, string | null>,
): Promise<void> {
  const [children, names] = [[...workers.keys()], [...workers.values()]]
  await sql`
    insert into workbench.standing (authority_id, checking_id, child_id, worker)
    select ${authority}::uuid, ${checking}::uuid, child.id, told.worker
    from unnest(${children}::text[], ${names}::text[]) as told (child, worker)
    join workbench.child on child.authority_id = ${authority}::uuid and child.local_id = told.child`.execute(
    tx,
  )
}

/** In the order of the files; a large return may have hundreds of thousands. */
export async function allFlags(tx: Tx, checking: CheckingId): Promise<Pick<Flag, 'rule' | 'file' | 'at'>[]> {
  const { rows } = await sql<Pick<Flag, 'rule' | 'file' | 'at'>>`
    select rule, file, at from workbench.flag where checking_id = ${checking}::uuid order by id`.execute(tx)
  return rows
}
