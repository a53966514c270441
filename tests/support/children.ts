/** Puts invented children into an authority's records, as one of its own writers would. */

import { type Actor, type AuthorityId, type Database, type Tx, inTransaction } from '#access'
import {
  type Assessment,
  type Child,
  type Episode,
  aChild,
  anEpisode,
  saveAssessments,
  upsertChildren,
  upsertEpisodes,
} from '#children'
import { people, today } from './people.ts'

type Facts = {
  readonly of?: Actor
  readonly child?: Partial<Child>
  /** One open episode unless told otherwise. */
  readonly episodes?: readonly Partial<Episode>[]
  readonly assessments?: readonly Assessment[]
}

/** By the platform's own role: not even the tables' owner may write another's children. */
export async function addChild(
  database: Database,
  { of: actor = people.socialWorker, child: facts = {}, episodes = [{}], assessments = [] }: Facts = {},
): Promise<Child> {
  const authority = actor.organisation as string as AuthorityId
  const child = aChild({ ...facts, authority })
  const history = episodes.map(each => anEpisode({ ...each, child: child.id }))
  await asWriter(database, actor, async tx => {
    await upsertChildren(tx, authority, [child])
    await upsertEpisodes(tx, authority, history)
    await saveAssessments(
      tx,
      authority,
      assessments.map(each => ({ ...each, child: child.id })),
    )
  })
  return child
}

export const asWriter = <Result>(database: Database, actor: Actor, work: (tx: Tx) => Promise<Result>) =>
  inTransaction(database, actor, today, 'writer', work)
