/** Every row of every table, past every policy: so that a test may say that nothing has changed. */

import pg from 'pg'
import type { TestDatabase } from './database.ts'

/** What being refused changes, as it should. */
const changesAnyway = ['access.audit', 'access.audit_head', 'access.session', 'public.migration']

/** A mark of each table's rows, by its name. Asked as the superuser of the test's own server. */
export async function everyRow({ url }: TestDatabase): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url.replace('nearhome_app@', 'postgres@') })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(`
      select nspname || '.' || relname as name from pg_class join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'p') and nspname !~ '^(pg_|information_schema)' and nspname <> 'reference'`)
    const marks = tables
      .filter(({ name }) => !changesAnyway.includes(name))
      .map(
        ({ name }) =>
          `select '${name}' as name, md5(string_agg(t::text, ',' order by t::text)) from ${name} t`,
      )
    const { rows } = await client.query<{ name: string; md5: string }>(marks.join(' union all '))
    return Object.fromEntries(rows.map(({ name, md5 }) => [name, md5]))
  } finally {
    await client.end()
  }
}
