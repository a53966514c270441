/** A worker killed at any moment loses nothing and doubles nothing, and the load says truthfully where it stands. */

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { type Actor, inTransaction, readChain, verifyChain } from '#access'
import { type TestDatabase, openTestDatabase } from './support/database.ts'
import { chance, killAt, killTheRest, letWork, startWorker } from './support/killed-worker.ts'
import { people, today } from './support/people.ts'
import { bring, loadAll, recordOf, smallReturn, work } from './support/returns.ts'
import { type Website, auditAbout, openWebsite } from './support/website.ts'

const wantedKills = 25
const killsOfOneState = 5 // before the load may pass on to its next
const fewest = 6 // in each of checking and committing, out of the kills
const mostAttempts = 60
const longestOn = 40 // milliseconds

suite('a worker that is killed', () => {
  let opened: TestDatabase
  let website: Website
  let cache: string
  before(async () => {
    cache = mkdtempSync(join(tmpdir(), 'nearhome-workers-'))
    opened = await openTestDatabase('server')
    website = await openWebsite({ opened })
  })
  after(async () => {
    killTheRest()
    await website?.close()
    await opened?.close()
    rmSync(cache, { recursive: true, force: true })
  })

  test(`at ${wantedKills} moments or more, is followed by one that finishes, as if nothing had happened`, async () => {
    const random = chance(20260830)
    await loadAll(website, filesOf(2018), 2018)
    const steps = await stepsOf(2019)
    const stood = { checking: 0, committing: 0 }
    const loads = [{ year: 2020, address: await start(2020) }]
    const landed: string[] = []
    let held = await recordOf(website.database)
    let since = 0
    let waiting = startWorker(opened.url, cache)
    for (let attempt = 0; landed.length < wantedKills || fewestOf(landed).length > 0; attempt += 1) {
      assert.ok(attempt < mostAttempts, `after ${attempt} attempts only these landed: ${landed.join()}`)
      if (since === killsOfOneState) {
        await work(website.database)
        since = 0
      }
      let { year, address } = loads.at(-1)!
      if ((await stateOf(address)) === 'committed') {
        held = await recordOf(website.database)
        loads.push({ year: (year += 1), address: (address = await start(year)) })
      }
      if ((await stateOf(address)) === 'ready') await commit(address)
      const begun = (await stateOf(address)) as 'checking' | 'committing'
      const anywhere = { step: 1 + Math.floor(random() * steps[begun]), goesOn: random() * longestOn }
      const aim = attempt % 2 === 0 ? standing(steps[begun], stood[begun]++) : anywhere
      const worker = await waiting
      waiting = startWorker(opened.url, cache)

      const killed = await killAt(
        worker,
        aim,
        async () => void (await toldTruly(address, [begun, following[begun]], held)),
      )
      const wasInHand = await letTimePass()
      const now = await toldTruly(address, [begun, following[begun]], held)
      if (killed) landed.push(now === begun && wasInHand ? begun : 'between')
      since = now === begun ? since + 1 : 0
    }
    await letWork(await waiting)

    await finish(loads.at(-1)!.address)
    for (const year of [2018, 2019]) await loadAll(website, filesOf(year), year, people.siblingDataLead)
    for (const { year, address } of loads) await sameAsUnkilled(year, address)
    const content = await contentOf(people.dataLead)
    assert.deepEqual(content, await contentOf(people.siblingDataLead))
    assert.equal(content.length, childrenOf(loads.at(-1)!.year))
    await chainIsWhole()
  })

  const childrenOf = (year: number) => 300 + 5 * (year - 2018)
  const filesOf = (year: number) => smallReturn(year, childrenOf(year))

  /** How many steps a worker takes for each when nobody disturbs it. */
  async function stepsOf(year: number) {
    const address = await start(year)
    const checking = await letWork(await startWorker(opened.url, cache))
    await commit(address)
    const committing = await letWork(await startWorker(opened.url, cache))
    assert.equal(await stateOf(address), 'committed')
    return { checking, committing }
  }

  const start = async (year: number): Promise<string> =>
    (await bring(website, filesOf(year), year)).headers.location!.split('?')[0]!

  async function commit(address: string): Promise<void> {
    const { statusCode } = await website.as(people.dataLead).submit(`${address}/commitment`)
    assert.equal(statusCode, 303)
  }

  async function shown(address: string, actor: Actor = people.dataLead) {
    const { body } = await website.as(actor).read(address)
    return JSON.parse(body) as { load: Shown; groups: readonly { code: string; count: number }[] }
  }
  const stateOf = async (address: string, actor?: Actor) => (await shown(address, actor)).load.state

  /** What is said of the load is so: until it is loaded the record is as it was, and then it is not. */
  async function toldTruly(address: string, possible: readonly string[], held: string): Promise<string> {
    const { load, groups } = await shown(address)
    const { state } = load
    assert.ok(possible.includes(state), `${state}, not ${possible.join(' or ')}`)
    const record = await recordOf(website.database)
    if (state === 'committed') assert.notEqual(record, held)
    else assert.equal(record, held, `the record has changed while ${state}`)
    if (state === 'checking') assert.deepEqual(groups, [], 'problems are told before all are known')
    if ('done' in load) assert.ok(load.done! <= load.of!, `${load.done} of ${load.of} rows`)
    else assert.ok(load.outcome, `${state} without an outcome`)
    assert.equal(await timesLoaded(address), state === 'committed' ? 1 : 0)
    return state
  }

  const timesLoaded = async (address: string): Promise<number> => {
    const lines = await auditAbout(website, address.split('/').at(-1)!)
    return lines.filter(({ action }) => action === 'return.loaded').length
  }

  /** The outcome and the problems are those of an authority that brings the same files, and whose workers live. */
  async function sameAsUnkilled(year: number, address: string): Promise<void> {
    const other = await loadAll(website, filesOf(year), year, people.siblingDataLead)
    const [one, two] = [await shown(address), await shown(other, people.siblingDataLead)]
    assert.deepEqual([one.load.state, two.load.state], ['committed', 'committed'])
    assert.deepEqual(one.load.outcome, two.load.outcome)
    assert.deepEqual(one.groups, two.groups)
    assert.equal(await timesLoaded(address), 1)
  }

  async function finish(address: string): Promise<void> {
    await work(website.database)
    if ((await stateOf(address)) === 'ready') await commit(address)
    await work(website.database)
    assert.equal(await stateOf(address), 'committed')
  }

  /**
   * As when the few seconds are over for which a silent worker is thought to live; answers whether one had the
   * load in hand. It waits for whatever the worker's last transaction still holds.
   */
  const letTimePass = () =>
    inTransaction(website.database, people.dataLead, today, 'writer', async tx => {
      const passed = await sql`
        update returns.load set held_until = now() - interval '1 second' where held_until is not null
        returning id`.execute(tx)
      return passed.rows.length > 0
    })

  /** All that the return tells, without the numbers we give ourselves, and what depends on whose area it is. */
  const contentOf = (actor: Actor) =>
    inTransaction(website.database, actor, today, 'reader', async tx => {
      const found = await sql`
        select to_jsonb(child) - array['id', 'authority_id', 'load_id'] as child,
          to_jsonb(episode) - array['id', 'authority_id', 'child_id', 'load_id', 'in_area'] as episode
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

type Shown = {
  readonly state: string
  readonly done?: number
  readonly of?: number
  readonly outcome?: object
}

const following = { checking: 'ready', committing: 'committed' } as const

/**
 * Once a worker is done it looks for more, which takes it three steps. Before those it ends its work, and holds the chain
 * of the audit, for which whoever looks at the load would wait: before that is the last step to stand still at.
 */
const standing = (steps: number, before: number) => ({ step: steps - 4 - (before % 8), goesOn: null })

/** The states in which too few were killed. */
const fewestOf = (landed: readonly string[]): string[] =>
  Object.keys(following).filter(state => landed.filter(each => each === state).length < fewest)
