/** How pages are answered with 50 askers at once while an authority's episodes change, and the memory that takes. */

import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { type OrganisationId, inTransaction } from '#access'
import { type EpisodeId, saveCosts } from '#children'
import { dateToday } from '#shared/dates'
import { pence } from '#shared/money'
import { type Asked, askFor, signInAs } from './client.ts'
import { type Filled, actorWith, fillRegion } from './region.ts'
import { type Table, against, count, growth, ms, percentile, ratio, tell } from './samples.ts'
import { type Serving, startServing } from './serving.ts'

const most = 300
const mostMemory = 300
const askers = 50

type Page = { readonly name: string; readonly path: string; readonly cookie: string }
type Row = {
  readonly name: string
  readonly p95: number
  /** Of the server and of its database, in milliseconds for each request. */
  readonly work: number
  readonly errors: number
  readonly cells: readonly string[]
}
type Measured = { readonly children: number; readonly table: Table; readonly rows: readonly Row[] }

export async function pageTables(quick: boolean): Promise<Table[]> {
  const sizes = quick ? [{ children: 2000 }] : [{ children: 10_840 }, { children: 84_000, authorities: 152 }]
  const all: Measured[] = []
  for (const wishes of sizes) {
    const filled = await fillRegion(wishes)
    const serving = await startServing(filled.opened.url)
    all.push(await measure(filled, serving, quick ? 4 : 15))
    await serving.stop()
    await filled.opened.close()
  }
  return [...all.map(({ table }) => table), ...(all.length > 1 ? [growthOf(all)] : [])]
}

/** The same pages with more children, beside how many more. */
function growthOf(all: readonly Measured[]): Table {
  const [first] = all
  return {
    title: 'Pages: how each grows',
    says: `From ${all.map(({ children }) => count(children)).join(' to ')} children; 2 is in step with them.`,
    columns: ['Page', 'p95', 'Work of server and database'],
    rows: first!.rows.map(({ name }, i) => [
      name,
      growth(all.map(({ children, rows }) => ({ work: children, time: rows[i]!.p95 }))),
      growth(all.map(({ children, rows }) => ({ work: children, time: rows[i]!.work }))),
    ]),
    notes: ['Pages of the region also have a line for each authority: 19, then 152.'],
  }
}

async function measure(filled: Filled, serving: Serving, seconds: number): Promise<Measured> {
  const before = serving.peak()
  const base = { at: serving.at, askers, seconds }
  const live = await askFor('/live', { ...base, seconds: seconds / 3, cookie: '' })
  const rows: Row[] = []
  const stop = keepChanging(filled)
  for (const page of await pagesOf(filled, serving)) {
    await askFor(page.path, { ...base, seconds: 1, cookie: page.cookie })
    const [worked, database] = [serving.worked(), serving.databaseWorked()]
    const asked = await askFor(page.path, { ...base, cookie: page.cookie })
    const work = { server: serving.worked() - worked, database: serving.databaseWorked() - database }
    rows.push(tell(rowOf(page, asked, { live, ...work })))
  }
  const changes = await stop()
  const table = tableOf(filled, rows, { live, changes, seconds, before, peak: serving.peak() })
  return { children: filled.lookedAfter, table, rows }
}

async function pagesOf({ region, largest }: Filled, { at }: Serving): Promise<Page[]> {
  const signIn = async (role: Parameters<typeof actorWith>[1], where?: OrganisationId) =>
    signInAs(at, actorWith(region, role, where).id)
  const lead = await signIn('region-data-lead')
  const director = await signIn('director', largest.organisation)
  const broker = await signIn('brokerage-officer', largest.organisation)
  return [
    { name: 'The region’s figures, as its data lead', path: '/figures', cookie: lead },
    { name: 'An authority’s figures, as its director', path: '/figures', cookie: director },
    { name: 'Home page, as a brokerage officer', path: '/', cookie: broker },
    { name: 'Requests, as a brokerage officer', path: '/referrals', cookie: broker },
    { name: 'Children, as a brokerage officer', path: '/children', cookie: broker },
    { name: 'The region’s children, as its data lead', path: '/region/children', cookie: lead },
  ]
}

/** Once a second another authority's episodes change, the largest's every third time, so that counts are counted anew. */
function keepChanging({ opened, region, largest }: Filled): () => Promise<number> {
  const all = [...region.organisations.authorities.values()].map(({ id }) => id as OrganisationId)
  let [changes, going] = [0, true]
  const done = (async () => {
    while (going) {
      const organisation = changes % 3 === 0 ? largest.organisation : all[changes % all.length]!
      const whose = { kind: 'authority', organisation } as const
      await inTransaction(opened.database, whose, dateToday(), 'writer', async tx => {
        const { rows } = await sql<{ id: EpisodeId; fee: number | null }>`
          select id, weekly_fee_pence as fee from children.episode where ended_on is null limit 1`.execute(tx)
        const costs = rows.map(({ id, fee }) => ({ id, weeklyFee: pence((fee ?? 0) + 100), home: null }))
        await saveCosts(tx, costs)
      })
      changes += 1
      await wait(1000)
    }
  })()
  return async () => {
    going = false
    await done
    return changes
  }
}

type Beside = { readonly live: Asked; readonly server: number; readonly database: number }

function rowOf({ name, path }: Page, asked: Asked, { live, server, database }: Beside): Row {
  const { samples, errors, perSecond, bytes } = asked
  const at = (share: number) => percentile(share, samples)
  const each = (work: number) => work / samples.length
  return {
    name,
    p95: at(0.95),
    work: each(server + database),
    errors,
    cells: [
      `${name}: \`${path}\``,
      `${ms(at(0.5))} / ${ms(at(0.95))} / ${ms(at(1))}`,
      count(perSecond),
      ratio(live.perSecond, perSecond),
      ms(each(server)),
      ms(each(database)),
      `${count(bytes / 1000)} kB`,
      String(errors),
    ],
  }
}

type Round = {
  readonly live: Asked
  readonly changes: number
  readonly seconds: number
  readonly before: number
  readonly peak: number
}

function tableOf(filled: Filled, rows: readonly Row[], round: Round): Table {
  const { authorities, lookedAfter, episodes } = filled
  const { live, changes, seconds, before, peak } = round
  const at = (share: number) => ms(percentile(share, live.samples))
  const slowest = Math.max(...rows.map(({ p95 }) => p95))
  const errors = rows.reduce((sum, each) => sum + each.errors, live.errors)
  return {
    title: `Pages: ${count(lookedAfter)} children looked after by ${authorities} authorities`,
    says: `${askers} at once for ${seconds} s each, on PostgreSQL with ${count(episodes)} episodes, written at once and not by loads.`,
    columns: [
      'Page',
      'p50 / p95 / most',
      'A second',
      'Times the cost of `/live`',
      'Server’s own work for each',
      'Its database’s',
      'Size',
      'Errors',
    ],
    rows: [
      [
        '`/live`, which asks nothing of the database',
        `${at(0.5)} / ${at(0.95)} / ${at(1)}`,
        count(live.perSecond),
        '× 1.0',
        '',
        '',
        '',
        String(live.errors),
      ],
      ...rows.map(({ cells }) => cells),
    ],
    notes: [
      `p95 is to be below ${most} ms: the slowest page’s is ${ms(slowest)} (${against(slowest, most)}).`,
      `${errors} errors; ${changes} changes to an authority’s episodes meanwhile, about one a second.`,
      `The server process held ${before} MB before and ${peak} MB at its peak, beside the database; below ${mostMemory} MB is asked (${against(peak, mostMemory)}).`,
    ],
  }
}
