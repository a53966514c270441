/** Tables of the data specification: brought as a data lead would, and one that is there for the probe to knock at. */

import type { Actor } from '#access'
import { newId } from '#shared/ids'
import { asWriter } from './children.ts'
import type { TestDatabase } from './database.ts'
import { people } from './people.ts'
import { secretsOf } from './records.ts'
import type { Website } from './website.ts'

export type SentTable = { readonly name: string; readonly content: string | Uint8Array }

/** The form as a browser sends it. */
export async function bringTables(
  { as }: Website,
  tables: readonly SentTable[],
  actor: Actor = people.dataLead,
) {
  const form = new FormData()
  for (const { name, content } of tables) form.append('files', new File([Buffer.from(content)], name))
  const sent = new Response(form)
  const payload = Buffer.from(await sent.arrayBuffer())
  return as(actor).submit('/specification/loads/new', payload, {
    'content-type': sent.headers.get('content-type')!,
  })
}

/** Brought, checked and loaded: its address. */
export async function loadTables(
  website: Website,
  tables: readonly SentTable[],
  actor: Actor = people.dataLead,
) {
  const { headers } = await bringTables(website, tables, actor)
  const address = headers.location!.split('?')[0]!
  await website.as(actor).submit(`${address}/commitment`, { leaveOut: 'yes' })
  return address
}

/** Tables of the data specification, checked and not loaded, with one row and something wrong in it. */
export function addExtract({ database }: TestDatabase, actor: Actor): Promise<string> {
  const [extract, file] = [newId(), newId()] as [string, string]
  const told = secretsOf(actor.organisation).find(each => each.startsWith('Returned'))!
  const whose = { authority_id: actor.organisation, load_id: extract }
  const counts = { rows: 1, left_out: 0, children: 1, required: 4, filled: 4, sound: 0 }
  const problem = { row_number: 2, child: told, field: 'clah_health_check_date', code: 'not-a-date' }
  return asWriter(database, actor, async tx => {
    await tx
      .insertInto('specification.load')
      .values({
        authority_id: actor.organisation,
        id: extract,
        version: '1.1',
        state: 'ready',
        fingerprint: extract,
        problems: 1,
        left_out: 0,
        started_by: actor.id,
      })
      .execute()
    await tx
      .insertInto('specification.file')
      .values({ ...whose, id: file, name: `${told}.csv`, encoding: 'UTF-8', row_count: 1 })
      .execute()
    const table = { table_name: 'ssd_cla_health' }
    await tx
      .insertInto('specification.tally')
      .values({ ...whose, ...table, ...counts })
      .execute()
    const cells = JSON.stringify({ clah_person_id: told })
    await tx
      .insertInto('specification.line')
      .values({ ...whose, ...table, at: 0, version: '1.1', child_local_id: told, row_key: '1', cells })
      .execute()
    await tx
      .insertInto('specification.problem')
      .values({ ...whose, ...table, ...problem, file_id: file, message: `Of ${told}`, stops: false })
      .execute()
    return extract
  })
}
