/** Counts in memory, by authority and question, until its children change or the day ends. */

import { sql } from 'kysely'
import { type AuthorityId, type Tx, databaseBehind } from '#access'
import type { PlainDate } from '#shared/dates'
import { type ChildNarrowing, type PlaceCount, asksChild, countByPlace } from './lists.ts'
import { type RegionCount, type RegionNarrowing, countRegion } from './region.ts'

type Kept<Count> = { readonly number: number; readonly answers: Map<string, Promise<readonly Count[]>> }
type Asking<Count> = {
  readonly authorities: readonly AuthorityId[]
  /** Everything that the counts depend on, but for whose they are. */
  readonly question: string
  readonly count: (authorities: readonly AuthorityId[]) => Promise<ReadonlyMap<string, readonly Count[]>>
}
const mostQuestions = 100

/**
 * Counted once however many ask at once; what could not be counted is forgotten. The same list, by authority, for as
 * long as nothing changes.
 *
 * Why it is safe. Each asker's own transaction is asked first, under row-level security, for the revision of each
 * authority: one that the asker may not see has no revision, and is not looked up. Only counts are kept, the same for
 * whoever may ask, and only by readers, who cannot write children: nothing kept can be taken back.
 */
function keeper<Count>() {
  const kept = new WeakMap<object, Map<AuthorityId, Kept<Count>>>()
  return async (tx: Tx, { authorities, question, count }: Asking<Count>) => {
    const database = databaseBehind(tx)
    const mine = kept.get(database) ?? new Map<AuthorityId, Kept<Count>>()
    kept.set(database, mine)
    const known = await refreshed(tx, authorities, mine)
    const unknown = known.filter(([, { answers }]) => !answers.has(question))
    const counting = unknown.length > 0 ? count(unknown.map(([id]) => id)) : null
    for (const [id, { answers }] of unknown) {
      const own = counting!.then(counts => counts.get(id) ?? [])
      if (answers.size >= mostQuestions) answers.clear()
      answers.set(question, own)
      own.catch(() => answers.delete(question))
    }
    return Promise.all(known.map(([, { answers }]) => answers.get(question)!))
  }
}

async function refreshed<Count>(
  tx: Tx,
  authorities: readonly AuthorityId[],
  mine: Map<AuthorityId, Kept<Count>>,
): Promise<(readonly [AuthorityId, Kept<Count>])[]> {
  const { rows } = await sql<{ id: AuthorityId; number: number }>`
    select authority_id as id, number from children.revision
    where authority_id = any(${[...authorities]}::uuid[]) order by authority_id`.execute(tx)
  return rows.map(({ id, number }) => {
    const last = mine.get(id)
    const one = last?.number === number ? last : { number, answers: new Map() }
    mine.set(id, one)
    return [id, one] as const
  })
}

const forRegion = keeper<RegionCount>()
const forAuthority = keeper<PlaceCount>()

/** A list for each authority that the region sees. */
export const keptCounts = (
  tx: Tx,
  { authorities, ...rest }: RegionNarrowing,
  today: PlainDate,
): Promise<(readonly RegionCount[])[]> =>
  forRegion(tx, {
    authorities,
    question: questionOf(rest, today),
    count: async those => {
      const counts = await countRegion(tx, { narrowing: { ...rest, authorities: those }, today })
      return Map.groupBy<string, RegionCount>(counts, ({ authority }) => authority)
    },
  })

/** Of an authority's own children. What asks about a child as well as where they live is counted each time. */
export async function countOwn(
  tx: Tx,
  authority: AuthorityId,
  listing: { readonly narrowing: ChildNarrowing; readonly today: PlainDate },
): Promise<readonly PlaceCount[]> {
  if (asksChild(listing.narrowing)) return countByPlace(tx, listing)
  const { kind, legalStatus, distance, moves } = listing.narrowing
  const counts = await forAuthority(tx, {
    authorities: [authority],
    question: questionOf({ kind, legalStatus, distance, moves }, listing.today),
    count: async () => new Map([[authority, await countByPlace(tx, listing)]]),
  })
  return counts.flat()
}

type Question = Omit<RegionNarrowing, 'authorities' | 'unregistered'> & {
  readonly unregistered?: boolean | undefined
}
const questionOf = (asked: Question, today: PlainDate): string =>
  JSON.stringify([
    today,
    asked.kind,
    asked.legalStatus,
    asked.ageBand,
    asked.distance,
    asked.moves,
    asked.unregistered,
  ])
