/** Counts of each authority's children, kept until they change. */

import { databaseBehind, type Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Counts } from '../dashboard.ts'
import { count } from './counting.ts'
import type { Revision } from './seen.ts'

/**
 * Counts by authority, kept until that authority's revision rises or the day ends, and counted once however many ask
 * at once. Safe to keep across askers: they are counts only, the same for whoever may see the authority; each asker's
 * own transaction is asked first, under row-level security, for the authority's revision, and one whose revision the
 * asker cannot see is not looked up. For readers only: a writer could keep what it then takes back.
 */
type Kept = Revision & {
  readonly today: PlainDate
  readonly counting: Promise<Counts>
  /** What stood on the same day until this is counted. */
  stood: Counts | undefined
  counted: Counts | undefined
}
const kept = new WeakMap<object, Map<string, Kept>>()

/** Whether an asker must be told of every change, or of those until a few seconds ago. */
export type Patience = 'each change' | 'a few seconds behind'

const behind = 5000
const lookedAt = new WeakMap<object, number>()

/**
 * Whoever first sees a change counts it, and whoever must be told of each waits for that. In a region of 152
 * authorities some authority has just changed at every moment, so it is told of changes five seconds after the last at
 * the latest, by one of its askers; meanwhile the others are told what stood. Never of another day, nor of an authority
 * not seen now.
 */
export async function countsSeen(
  tx: Tx,
  revisions: readonly Revision[],
  { today, patience }: { readonly today: PlainDate; readonly patience: Patience },
): Promise<ReadonlyMap<string, Counts>> {
  const mine = keptFor(tx)
  const rests = patience === 'a few seconds behind' && hasJustLooked(tx)
  const stale = revisions.filter(({ id, number }) => !isFresh(mine.get(id), number, today))
  const due = rests ? stale.filter(({ id }) => !stoodOf(mine.get(id), today)) : stale
  if (due.length > 0) keep(tx, due, today)
  const ours = new Set(due)
  const counts = new Map<string, Counts>()
  for (const revision of revisions) {
    const known = mine.get(revision.id)!
    const mayRest = patience === 'a few seconds behind' && !ours.has(revision)
    counts.set(revision.id, known.counted ?? (mayRest ? known.stood : undefined) ?? (await known.counting))
  }
  return counts
}

/** By the wall's clock, which may be set back: then one look is too many. */
function hasJustLooked(tx: Tx): boolean {
  const now = Date.now()
  const since = now - (lookedAt.get(databaseBehind(tx)) ?? 0)
  if (since >= 0 && since < behind) return true
  lookedAt.set(databaseBehind(tx), now)
  return false
}

const stoodOf = (known: Kept | undefined, today: PlainDate): Counts | undefined =>
  known?.today === today ? (known.counted ?? known.stood) : undefined

function keptFor(tx: Tx): Map<string, Kept> {
  const keeper = databaseBehind(tx)
  const mine = kept.get(keeper) ?? new Map<string, Kept>()
  kept.set(keeper, mine)
  return mine
}

const isFresh = (known: Kept | undefined, number: number, today: PlainDate) =>
  known?.number === number && known.today === today

/** One after another, as they share a transaction. What could not be counted is forgotten, and counted again. */
function keep(tx: Tx, stale: readonly Revision[], today: PlainDate): void {
  const mine = keptFor(tx)
  let last: Promise<unknown> = Promise.resolve()
  for (const { id, number } of stale) {
    const stood = stoodOf(mine.get(id), today)
    const counting = last.then(() => count(tx, id, today))
    last = counting
    const one: Kept = { id, number, today, stood, counted: undefined, counting }
    mine.set(id, one)
    counting.then(
      counts => Object.assign(one, { counted: counts, stood: undefined }),
      () => mine.get(id) === one && mine.delete(id),
    )
  }
}
