/** The full postcode directory, where an authority has loaded one. */

import { type Kysely, sql } from 'kysely'
import type { Tables } from '#tables'
import type { Position } from './position.ts'
import type { DirectoryRow } from './postcode-directory.ts'

export type ReferenceDatabase = Kysely<Tables>

export async function savePostcodes(
  database: ReferenceDatabase,
  rows: readonly DirectoryRow[],
): Promise<void> {
  const unique = [...new Map(rows.map(each => [each.postcode, each])).values()]
  const batch = unique.map(({ postcode, position, authority }) => ({ postcode, ...position, authority }))
  await sql`
    insert into reference.postcode (postcode, easting, northing, authority_code)
    select postcode, easting, northing, authority
    from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
      as batch (postcode text, easting integer, northing integer, authority text)
    on conflict (postcode) do update
    set easting = excluded.easting, northing = excluded.northing, authority_code = excluded.authority_code`.execute(
    database,
  )
}

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
