/** The region's counts in memory, by authority and question, until its children change or the day ends. */

import { sql } from 'kysely'
import { type AuthorityId, type Tx, databaseBehind } from '#access'
import type { PlainDate } from '#shared/dates'
import { type RegionCount, type RegionNarrowing, countRegion } from './region.ts'

type Kept = { readonly number: number; readonly answers: Map<string, Promise<readonly RegionCount[]>> }
const kept = new WeakMap<object, Map<AuthorityId, Kept>>()
const mostQuestions = 100

/**
 * Counted once however many ask at once; what could not be counted is forgotten.
 *
 * Why it is safe. Each asker's own transaction is asked first, under row-level security, for the revision of each
 * authority: one that the asker may not see has no revision, and is not looked up. Only counts are kept, the same for
 * whoever may ask, and only by the region, which cannot write children: nothing kept can be taken back.
 */
export async function keptCounts(
  tx: Tx,
  narrowing: RegionNarrowing,
  today: PlainDate,
): Promise<RegionCount[]> {
  const { authorities, ...rest } = narrowing
  const question = JSON.stringify([
    today,
    rest.kind,
    rest.legalStatus,
    rest.ageBand,
    rest.distance,
    rest.moves,
    rest.unregistered,
  ])
  const known = await keptOf(tx, authorities)
  const unknown = [...known].filter(([, { answers }]) => !answers.has(question))
  if (unknown.length > 0) {
    const counting = countRegion(tx, {
      narrowing: { ...rest, authorities: unknown.map(([id]) => id) },
      today,
    })
    for (const [id, { answers }] of unknown) {
      const own = counting.then(counts => counts.filter(({ authority }) => authority === (id as string)))
      if (answers.size >= mostQuestions) answers.clear()
      answers.set(question, own)
      own.catch(() => answers.delete(question))
    }
  }
  return (await Promise.all([...known.values()].map(({ answers }) => answers.get(question)!))).flat()
}

async function keptOf(tx: Tx, authorities: readonly AuthorityId[]): Promise<Map<AuthorityId, Kept>> {
  const { rows } = await sql<{ id: AuthorityId; number: number }>`
    select authority_id as id, number from children.revision
    where authority_id = any(${[...authorities]}::uuid[])`.execute(tx)
  const keeper = databaseBehind(tx)
  const mine = kept.get(keeper) ?? new Map<AuthorityId, Kept>()
  kept.set(keeper, mine)
  for (const { id, number } of rows) {
    if (mine.get(id)?.number !== number) mine.set(id, { number, answers: new Map() })
  }
  return new Map(rows.map(({ id }) => [id, mine.get(id)!]))
}
