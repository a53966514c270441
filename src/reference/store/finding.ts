/** The full postcode directory, where an authority has loaded one. */

import type { Kysely } from 'kysely'
import type { Tables } from '#tables'
import type { Position } from '../position.ts'

export type ReferenceDatabase = Kysely<Tables>

export type PlacedPostcode = { readonly position: Position; readonly authority: string | null }

/** The exact places of those postcodes that are in the directory; callers fall back on the outward code. */
export async function findPostcodes(
  database: ReferenceDatabase,
  postcodes: readonly string[],
): Promise<ReadonlyMap<string, PlacedPostcode>> {
  if (postcodes.length === 0) return new Map()
  const rows = await database
    .selectFrom('reference.postcode')
    .selectAll()
    .where('postcode', 'in', postcodes)
    .execute()
  return new Map(
    rows.map(({ postcode, easting, northing, authority_code: authority }) => [
      postcode,
      { position: { easting, northing }, authority },
    ]),
  )
}

/** Whether anybody has loaded the directory: without it every question is answered by outward codes. */
export const hasPostcodes = async (database: ReferenceDatabase): Promise<boolean> =>
  (await database.selectFrom('reference.postcode').select('postcode').limit(1).executeTakeFirst()) !==
  undefined
