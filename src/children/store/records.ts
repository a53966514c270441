/** The SQL that gathers what is kept of one child. */

import type { Tx } from '#access'
import type { ChildId } from '../child.ts'
import type { Kept } from '../record.ts'
import { assessmentsOf } from './assessments.ts'
import { findChild, findSiblings } from './children.ts'
import { episodesOf } from './episodes.ts'

/** Four short questions, each answered from an index by authority and child. */
export async function findKept(tx: Tx, id: ChildId): Promise<Kept | undefined> {
  const child = await findChild(tx, id)
  if (!child) return undefined
  return {
    child,
    episodes: await episodesOf(tx, id),
    assessments: await assessmentsOf(tx, id),
    siblings: await findSiblings(tx, id),
  }
}
