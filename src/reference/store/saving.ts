/** Keeping the full postcode directory, row by row. */

import { sql } from 'kysely'
import type { DirectoryRow } from '../postcode-directory.ts'
import type { ReferenceDatabase } from './finding.ts'

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
