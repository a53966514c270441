/** The SQL of how returns stand: those in hand, the last load of each year, and how ready each authority is. */

import { sql } from 'kysely'
import type { Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Id } from '#shared/ids'
import type { Load } from '../load.ts'

/** Those begun and neither loaded nor given up, with how many problems their files have. */
export type InHand = {
  readonly id: Id<'Load'>
  readonly year: number
  readonly state: 'checking' | 'ready' | 'committing'
  readonly startedOn: PlainDate
  readonly problems: number
  /** Rows that cannot be used until they are put right. */
  readonly stops: number
}

/** Days are said as they are in England, whatever the server's clock. */
const dayOf = (column: string) => sql<PlainDate>`(${sql.ref(column)} at time zone 'Europe/London')::date`

export async function loadsInHand(
  tx: Tx,
  most: number,
): Promise<{ readonly total: number; readonly first: readonly InHand[] }> {
  const { rows } = await sql<InHand & { total: number }>`
    select load.id, load.year, load.state, ${dayOf('load.started_at')} as "startedOn", problems.problems,
      problems.stops, count(*) over () as total
    from returns.load
    cross join lateral (
      select count(*) as problems, count(*) filter (where stops) as stops from returns.problem
      where problem.authority_id = load.authority_id and problem.load_id = load.id
    ) problems
    where load.state in ('checking', 'ready', 'committing')
    order by load.started_at desc
    limit ${most}`.execute(tx)
  return { total: rows[0]?.total ?? 0, first: rows }
}

export type LastLoad = { readonly year: number; readonly committedOn: PlainDate }

/** The last load of each year that stands, the latest year first: one undone does not. */
export async function lastLoads(tx: Tx): Promise<readonly LastLoad[]> {
  const { rows } = await sql<LastLoad>`
    select year, max(${dayOf('committed_at')}) as "committedOn" from returns.load
    where state = 'committed'
    group by year order by year desc`.execute(tx)
  return rows
}

export type Readiness = {
  readonly authority: string
  readonly name: string
  /** The latest year that stands loaded; null if none. */
  readonly year: number | null
  readonly committedOn: PlainDate | null
  readonly isInHand: boolean
}

/** For the co-operative: every authority that shares, those furthest behind first. */
export async function readinessOfReturns(tx: Tx): Promise<readonly Readiness[]> {
  const { rows } = await sql<Readiness>`
    select authority.id as authority, authority.name, last.year, ${dayOf('last.committed_at')} as "committedOn",
      exists (select from returns.load waiting where waiting.authority_id = authority.id
        and waiting.state in ('checking', 'ready', 'committing')) as "isInHand"
    from access.organisation authority
    left join lateral (
      select year, committed_at from returns.load
      where load.authority_id = authority.id and load.state = 'committed'
      order by year desc, committed_at desc limit 1
    ) last on true
    where authority.id in (select authority_id from access.sharing)
    order by last.year nulls first, last.committed_at, authority.name`.execute(tx)
  return rows
}

/** The day on which the newest load of the same year, loaded after this one and still standing, was loaded. */
export async function newerOfYear(tx: Tx, { id, year }: Load): Promise<PlainDate | null> {
  const row = await tx
    .selectFrom('returns.load')
    .select(dayOf('committed_at').as('committedOn'))
    .where('year', '=', year)
    .where('state', '=', 'committed')
    .where(eb =>
      eb('committed_at', '>', tx.selectFrom('returns.load').select('committed_at').where('id', '=', id)),
    )
    .orderBy('committed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.committedOn ?? null
}
