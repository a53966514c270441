/** The SQL of lists: rows that one rule flags, and children with what is wrong with their rows. */

import { sql } from 'kysely'
import type { PersonId, Tx } from '#access'
import type { Kind } from '#rulebook'
import type { CheckingId } from '../checking.ts'
import type { RowKey } from '../row-key.ts'
import { isWaived } from './flags.ts'
import type { ChildId } from './rows.ts'

export type Which = { readonly checking: CheckingId; readonly year: number }
export type Page = { readonly at: number; readonly of: number }

export type FlaggedRow = {
  readonly file: Kind
  readonly at: number
  readonly key: RowKey
  readonly child: ChildId | null
  readonly localId: string | null
  readonly waived: boolean
  readonly cells: Readonly<Record<string, string>>
}

/** The page is cut from the flags alone, and only then are their rows looked up, each by its whole key. */
export async function rowsOfRule(tx: Tx, { checking, year }: Which, rule: string, page: Page) {
  const { rows } = await sql<FlaggedRow & { total: number }>`
    select flag.file, flag.at, flag.row_key as key, flag.child_id as child, child.local_id as "localId", line.cells,
      flag.waived, flag.total
    from (select flag.*, ${isWaived(year)} as waived, count(*) over () as total from workbench.flag
      where checking_id = ${checking}::uuid and rule = ${rule}
      order by id limit ${page.of} offset ${(page.at - 1) * page.of}) flag
    join workbench.checking on checking.authority_id = flag.authority_id and checking.id = flag.checking_id
    join workbench.line on line.authority_id = flag.authority_id and line.load_id = checking.load_id
      and line.file = flag.file and line.at = flag.at
    left join workbench.child on child.authority_id = flag.authority_id and child.id = flag.child_id
    order by flag.id`.execute(tx)
  return { total: rows[0]?.total ?? 0, rows }
}

export type ChildLine = {
  readonly child: ChildId
  readonly localId: string
  readonly worker: string | null
  readonly team: string | null
  readonly errors: number
  readonly queries: number
  readonly rules: readonly string[]
  readonly assignedTo: PersonId | null
}

export type Narrowed = {
  readonly rule?: string | undefined
  readonly worker?: string | undefined
  readonly team?: string | undefined
  readonly person?: string | undefined
  readonly number?: string | undefined
}

/** Those with something wrong, most errors first. */
export async function childrenFlagged(tx: Tx, { checking, year }: Which, asked: Narrowed, page: Page) {
  const { rows } = await sql<ChildLine & { total: number }>`
    select child.id as child, child.local_id as "localId", standing.worker, team.name as team, counted.errors,
      counted.queries, counted.rules, assignment.person_id as "assignedTo", count(*) over () as total
    from (select authority_id, child_id, count(*) filter (where severity = 'error') as errors,
        count(*) filter (where severity = 'query' and not waived) as queries,
        array_agg(distinct rule order by rule) filter (where not waived) as rules
      from (select authority_id, child_id, severity, rule, ${isWaived(year)} as waived from workbench.flag
        where checking_id = ${checking}::uuid and child_id is not null) flag
      group by authority_id, child_id having count(*) filter (where not waived) > 0) counted
    join workbench.child on child.authority_id = counted.authority_id and child.id = counted.child_id
    left join workbench.standing on standing.authority_id = child.authority_id
      and standing.checking_id = ${checking}::uuid and standing.child_id = child.id
    left join workbench.team on team.authority_id = child.authority_id and team.worker = standing.worker
    left join workbench.assignment on assignment.authority_id = child.authority_id and assignment.year = ${year}
      and assignment.child_id = child.id
    where (${asked.rule ?? null}::text is null or ${asked.rule ?? null} = any(counted.rules))
      and (${asked.worker ?? null}::text is null or standing.worker = ${asked.worker ?? null})
      and (${asked.team ?? null}::text is null or team.name = ${asked.team ?? null})
      and (${asked.person ?? null}::uuid is null or assignment.person_id = ${asked.person ?? null}::uuid)
      and (${asked.number ?? null}::text is null or child.local_id = ${asked.number ?? null})
    order by counted.errors desc, counted.queries desc, child.local_id
    limit ${page.of} offset ${(page.at - 1) * page.of}`.execute(tx)
  return { total: rows[0]?.total ?? 0, rows }
}

export type ChildFlag = {
  readonly rule: string
  readonly file: Kind
  readonly at: number
  readonly waived: boolean
}

export async function flagsOfChild(tx: Tx, { checking, year }: Which, child: ChildId): Promise<ChildFlag[]> {
  const { rows } = await sql<ChildFlag>`
    select rule, file, at, ${isWaived(year)} as waived from workbench.flag
    where checking_id = ${checking}::uuid and child_id = ${child}::uuid order by file, at, id`.execute(tx)
  return rows
}

export type RegionLine = {
  readonly authority: string
  readonly year: number | null
  readonly checkedAt: Date | null
  readonly readiness: {
    readonly errors: number
    readonly queries: number
    readonly waived: number
    readonly filesMissing: readonly string[]
  } | null
  readonly signedAt: Date | null
  readonly trend: readonly number[]
}

/** For the co-operative: of each authority that shares, the newest checked year, and nothing that is in it. */
export async function readinessOfRegion(tx: Tx): Promise<RegionLine[]> {
  const { rows } = await sql<RegionLine>`
    select authority.name as authority, last.year, last.checked_at as "checkedAt", last.readiness,
      (select max(signed_at) from workbench.sign_off where sign_off.authority_id = authority.id
        and sign_off.year = last.year and sign_off.state = 'signed') as "signedAt",
      coalesce((select array_agg((earlier.readiness->>'errors')::integer order by earlier.asked_at)
        from workbench.checking earlier where earlier.authority_id = authority.id and earlier.year = last.year
          and earlier.state = 'checked'), '{}') as trend
    from access.organisation authority
    left join lateral (
      select year, checked_at, readiness from workbench.checking
      where checking.authority_id = authority.id and checking.state = 'checked'
      order by year desc, asked_at desc limit 1
    ) last on true
    where authority.id in (select authority_id from access.sharing)
    order by (last.readiness->>'errors')::integer desc nulls first, authority.name`.execute(tx)
  return rows
}
