/** How pages are answered with 50 askers at once while an authority's episodes change, and the memory that takes. */

import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { type OrganisationId, inTransaction } from '#access'
import { type EpisodeId, saveCosts } from '#children'
import { dateToday } from '#shared/dates'
import { pence } from '#shared/money'
import { type Asked, askFor, signInAs } from './client.ts'
import { type Filled, actorWith, fillRegion } from './region.ts'
import { type Table, against, count, ms, percentile, ratio, tell } from './samples.ts'
import { type Serving, startServing } from './serving.ts'

const most = 300
const mostMemory = 300
const askers = 50

type Page = { readonly name: string; readonly path: string; readonly cookie: string }
type Row = { readonly p95: number; readonly errors: number; readonly cells: readonly string[] }

export async function pageTables(quick: boolean): Promise<Table[]> {
  const sizes = quick ? [{ children: 2000 }] : [{ children: 10_840 }, { children: 84_000, authorities: 152 }]
  const tables: Table[] = []
  for (const wishes of sizes) {
    const filled = await fillRegion(wishes)
    const serving = await startServing(filled.opened.url)
    tables.push(await measure(filled, serving, quick ? 4 : 20))
    await serving.stop()
    await filled.opened.close()
  }
  return tables
}

async function measure(filled: Filled, serving: Serving, seconds: number): Promise<Table> {
  const before = serving.peak()
  const base = { at: serving.at, askers, seconds }
  const live = await askFor('/live', { ...base, cookie: '' })
  const rows: Row[] = []
  const stop = keepChanging(filled)
  for (const page of await pagesOf(filled, serving)) {
    await askFor(page.path, { ...base, askers: 1, seconds: 1, cookie: page.cookie })
    const worked = serving.worked()
    const asked = await askFor(page.path, { ...base, cookie: page.cookie })
    rows.push(tell(rowOf(page, asked, { live, worked: serving.worked() - worked })))
  }
  const changes = await stop()
  return tableOf(filled, rows, { live, changes, seconds, before, peak: serving.peak() })
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

type Beside = { readonly live: Asked; readonly worked: number }

function rowOf({ name, path }: Page, asked: Asked, { live, worked }: Beside): Row {
  const { samples, errors, perSecond, bytes } = asked
  const at = (share: number) => percentile(share, samples)
  return {
    p95: at(0.95),
    errors,
    cells: [
      `${name}: \`${path}\``,
      `${ms(at(0.5))} / ${ms(at(0.95))} / ${ms(at(1))}`,
      count(perSecond),
      ratio(live.perSecond, perSecond),
      ms(worked / samples.length),
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
