/** A worker killed at any moment loses nothing and doubles nothing, and the load says truthfully where it stands. */

import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Actor, inTransaction, readChain, verifyChain } from '#access'
import { type TestDatabase, openTestDatabase } from './support/database.ts'
import { people, today } from './support/people.ts'
import { bring, countsOf, loadAll, smallReturn, work } from './support/returns.ts'
import { type Website, openWebsite } from './support/website.ts'

const kills = 25

suite('a worker that is killed', () => {
  let opened: TestDatabase
  let website: Website
  before(async () => {
    opened = await openTestDatabase('server')
    website = await openWebsite({ opened })
  })
  after(async () => {
    await website.close()
    await opened.close()
  })

  test(`at ${kills} moments, is followed by one that finishes, as if nothing had happened`, async () => {
    const random = chance(20260830)
    const years = [2020]
    const longest = await measure(2019)
    years.unshift(2019)
    let address = await start(years.at(-1)!)
    let held = await countsOf(website.database)
    const stood: string[] = []
    let next = spawnWorker(opened.url)
    for (let killed = 0; killed < kills; killed += 1) {
      const state = await stateOf(address)
      if (state === 'ready') await website.as(people.dataLead).submit(`${address}/commitment`)
      if (state === 'committed') {
        held = await countsOf(website.database)
        years.push(years.at(-1)! + 1)
        address = await start(years.at(-1)!)
      }
      const worker = await next
      next = killed < kills - 1 ? spawnWorker(opened.url) : next
      await letTimePass()
      worker.stdin!.write('go\n')
      await wait(
        random() * longest[state === 'checking' || state === 'committed' ? 'checking' : 'committing'],
      )
      worker.kill('SIGKILL')
      await once(worker, 'exit')

      const now = await stateOf(address)
      stood.push(now)
      assert.ok(['checking', 'ready', 'committing', 'committed'].includes(now), now)
      if (now !== 'committed') assert.deepEqual(await countsOf(website.database), held, `while ${now}`)
    }
    for (const state of ['checking', 'committing'])
      assert.ok(stood.includes(state), `never killed while ${state}`)

    await finish(address)
    for (const year of years) await loadAll(website, filesOf(year), year, people.siblingDataLead)
    assert.deepEqual(await contentOf(people.dataLead), await contentOf(people.siblingDataLead))
    await chainIsWhole()
  })

  const filesOf = (year: number) => smallReturn(year, 300 + 10 * (year - 2019))

  /** How long a worker takes for each when nobody disturbs it, here and now: so long is it worth waiting to kill it. */
  async function measure(year: number) {
    const address = await start(year)
    const checking = await undisturbed()
    await website.as(people.dataLead).submit(`${address}/commitment`)
    return { checking, committing: await undisturbed() }
  }

  async function undisturbed(): Promise<number> {
    const worker = await spawnWorker(opened.url)
    const from = performance.now()
    worker.stdin!.write('go\n')
    await once(worker, 'exit')
    return performance.now() - from
  }

  async function start(year: number): Promise<string> {
    const { headers } = await bring(website, filesOf(year), year)
    return headers.location!
  }

  async function stateOf(address: string): Promise<string> {
    const shown = await website.as(people.dataLead).read(address)
    return JSON.parse(shown.body).load.state
  }

  async function finish(address: string): Promise<void> {
    for (;;) {
      await letTimePass()
      await work(website.database)
      const state = await stateOf(address)
      if (state === 'committed') return
      assert.equal(state, 'ready')
      await website.as(people.dataLead).submit(`${address}/commitment`)
    }
  }

  /** As when the few seconds are over for which a silent worker is thought to live. */
  const letTimePass = () =>
    inTransaction(website.database, people.dataLead, today, 'writer', tx =>
      sql`update returns.load set held_until = now() - interval '1 second' where held_until is not null`.execute(
        tx,
      ),
    )

  /** All that the return tells, without the numbers we give ourselves. */
  const contentOf = (actor: Actor) =>
    inTransaction(website.database, actor, today, 'reader', async tx => {
      const found = await sql`
        select local_id, sex, born, ethnicity, started_on, ended_on, end_reason, legal_status, place_code,
          placement_postcode, distance_miles
        from children.child left join children.episode on episode.child_id = child.id
        order by local_id, started_on`.execute(tx)
      return found.rows
    })

  async function chainIsWhole(): Promise<void> {
    const { organisation } = people.dataLead
    const { lines, head } = await inTransaction(website.database, people.dataLead, today, 'reader', tx =>
      readChain(tx, organisation),
    )
    assert.equal(verifyChain(organisation, lines, head).state, 'whole')
  }
})

async function spawnWorker(url: string): Promise<ChildProcess> {
  const program = join(import.meta.dirname, 'support/worker.ts')
  const worker = spawn(process.execPath, [program, url], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(worker.stdout, 'data')
  return worker
}

/** The same moments every time: a small generator of Lehmer's. */
function chance(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
