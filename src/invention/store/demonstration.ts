/** What a database holds already: nobody, an invented region, part of one, or people who are not invented. */

import { sql } from 'kysely'
import type { Database } from '#access'

export type Standing = 'nobody' | 'invented' | 'partly-invented' | 'in-use'

export async function standingOf(owner: Database): Promise<Standing> {
  const { rows } = await sql<{ complete: boolean | null; organisations: boolean }>`
    select (select complete from access.demonstration) as complete,
           exists (select from access.organisation) as organisations`.execute(owner)
  const { complete, organisations } = rows[0]!
  if (complete !== null) return complete ? 'invented' : 'partly-invented'
  return organisations ? 'in-use' : 'nobody'
}

/** Takes away what an interrupted seeding left. Everything in such a database is invented. */
export const forgetInvented = (owner: Database): Promise<void> =>
  owner.transaction().execute(async tx => {
    const { rows } = await sql`select from access.demonstration where not complete for update`.execute(tx)
    if (rows.length === 0) throw new Error('only a half-invented region may be taken away')
    await sql`truncate access.organisation, access.agreement, children.child cascade`.execute(tx)
    await sql`delete from access.demonstration`.execute(tx)
  })

/** The planner must know how much there is now; then the region counts as whole. */
export async function completeRegion(owner: Database): Promise<void> {
  await sql`analyze`.execute(owner)
  await sql`update access.demonstration set complete = true`.execute(owner)
}

/**
 * Embedded, one session does everything, and nothing is lost that cannot be invented again: while a region is being
 * made, a commit does not wait for the disk. The last one does, and takes all before it along.
 */
export async function withoutWaiting<Result>(owner: Database, work: () => Promise<Result>): Promise<Result> {
  await sql`set synchronous_commit = off`.execute(owner)
  try {
    return await work()
  } finally {
    await sql`reset synchronous_commit`.execute(owner)
  }
}
