/** Brings returns as a data lead would: files in a form, then the background work. */

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Actor, type Database, inTransaction } from '#access'
import { workOnLoads, writeReturnFile } from '#returns'
import { people, today } from './people.ts'
import type { Website } from './website.ts'

export type SentFile = { readonly name: string; readonly content: string | Uint8Array }
type Row = Readonly<Record<string, string>>

/** The form as a browser sends it. */
export async function bring(
  { as }: Website,
  files: readonly SentFile[],
  year: number,
  actor: Actor = people.dataLead,
  headers: Record<string, string> = {},
) {
  const form = new FormData()
  form.set('year', String(year))
  for (const { name, content } of files) form.append('files', new File([Buffer.from(content)], name))
  const sent = new Response(form)
  const payload = Buffer.from(await sent.arrayBuffer())
  const type = { 'content-type': sent.headers.get('content-type')! }
  return as(actor).submit('/returns/new', payload, { ...type, ...headers })
}

export async function work(database: Database): Promise<void> {
  while (await workOnLoads(database, today));
}

/** Brought and checked: its address. */
export async function bringAndCheck(
  website: Website,
  files: readonly SentFile[],
  year: number,
  actor: Actor = people.dataLead,
): Promise<string> {
  const { headers } = await bring(website, files, year, actor)
  await work(website.database)
  return headers.location!.split('?')[0]!
}

export async function loadAll(
  website: Website,
  files: readonly SentFile[],
  year: number,
  actor: Actor = people.dataLead,
): Promise<string> {
  const address = await bringAndCheck(website, files, year, actor)
  await website.as(actor).submit(`${address}/commitment`, { leaveOut: 'yes' })
  await work(website.database)
  return address
}

/** The invented returns that were published for testing, dirty on purpose. */
export function publishedFiles(folder: string, isMeant: (name: string) => boolean = () => true): SentFile[] {
  const path = join('../shared/data', folder)
  return readdirSync(path)
    .filter(name => name.endsWith('.csv') && isMeant(name))
    .map(name => ({ name, content: readFileSync(join(path, name)) }))
}

/** Invented children 1001, 1002 ..., each with an episode of the year, and any rows besides. */
export function smallReturn(year: number, children = 20, more: readonly Row[] = []): SentFile[] {
  const numbers = Array.from({ length: children }, (_, i) => 1001 + i)
  const header = numbers.map(number => ({
    CHILD: String(number),
    SEX: number % 2 ? 'F' : 'M',
    DOB: `${String((number % 27) + 1).padStart(2, '0')}/05/2012`,
    ETHNIC: 'WBRI',
    UPN: '',
    MOTHER: '',
  }))
  const episodes = numbers.map(number => ({
    CHILD: String(number),
    DECOM: `${String((number % 27) + 1).padStart(2, '0')}/06/${year - 1}`,
    RNE: 'S',
    LS: 'C2',
    CIN: 'N1',
    PLACE: 'U6',
    PLACE_PROVIDER: 'PR4',
    HOME_POST: 'RG12 1AB',
    PL_POST: 'RG1 4AA',
  }))
  return [
    { name: 'who.csv', content: writeReturnFile('Header', header) },
    { name: 'where.csv', content: writeReturnFile('Episodes', [...episodes, ...more]) },
  ]
}

/** One word for all that an authority's record of children holds. */
export const recordOf = (database: Database, actor: Actor = people.dataLead): Promise<string> =>
  inTransaction(database, actor, today, 'reader', async tx => {
    const found = await sql<{ whole: string }>`
      select md5(coalesce((select string_agg(child::text, '' order by id) from children.child), '')
        || coalesce((select string_agg(episode::text, '' order by id) from children.episode), '')) as whole`.execute(
      tx,
    )
    return found.rows[0]!.whole
  })

export const countsOf = (database: Database, actor: Actor = people.dataLead) =>
  inTransaction(database, actor, today, 'reader', async tx => {
    const found = await sql<{ children: number; episodes: number }>`
      select (select count(*) from children.child) as children, (select count(*) from children.episode) as episodes`.execute(
      tx,
    )
    return found.rows[0]!
  })
