/** The SQL of searches: the words a person looked by, for a day. */

import { sql } from 'kysely'
import type { AuthorityId, PersonId, Tx } from '#access'
import type { Id } from '#shared/ids'

export type SearchId = Id<'Search'>

export async function saveSearch(
  tx: Tx,
  search: { authority: AuthorityId; id: SearchId; person: PersonId; words: string },
): Promise<void> {
  await tx
    .deleteFrom('children.search')
    .where('made_at', '<', sql<Date>`now() - interval '1 day'`)
    .execute()
  const { authority, id, person, words } = search
  await tx
    .insertInto('children.search')
    .values({ authority_id: authority, id, person_id: person, words })
    .execute()
}

/** What a person looked for is theirs alone, and gone after a day. */
export async function findSearch(tx: Tx, id: SearchId, person: PersonId): Promise<string | undefined> {
  const row = await tx
    .selectFrom('children.search')
    .select('words')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('made_at', '>', sql<Date>`now() - interval '1 day'`)
    .executeTakeFirst()
  return row?.words
}
