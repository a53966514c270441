/** Tables are brought, checked, loaded, scored and undone, on the website and on both databases. */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { type Actor, inTransaction } from '#access'
import { addDays, dateToday } from '#shared/dates'
import { onBoth } from '../../tests/support/database.ts'
import { type SentTable, bringTables, loadTables } from '../../tests/support/extracts.ts'
import { people, today } from '../../tests/support/people.ts'
import { type Website, auditAbout, openWebsite } from '../../tests/support/website.ts'

const legal = (...rows: string[]): SentTable => ({
  name: 'anything.csv',
  content: `lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date\n${rows.join('\n')}\n`,
})
const health = (...rows: string[]): SentTable => ({
  name: 'checks.txt',
  content: `clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date\n${rows.join('\n')}\n`,
})

onBoth('loading under the data specification', opened => {
  suite('on the website', () => {
    let website: Website
    const as = (actor: Actor = people.dataLead) => website.as(actor)
    const words = async (path: string, actor: Actor = people.dataLead) => (await as(actor).see(path)).body
    const stored = async (actor: Actor = people.dataLead) =>
      inTransaction(website.database, actor, today, 'reader', async tx => {
        const found = await sql<{ child: string; version: string; cells: Record<string, string> }>`
          select child_local_id as child, line.version, cells from specification.line
          join specification.load on load.id = line.load_id
          where state = 'committed' order by committed_at, at`.execute(tx)
        return found.rows
      })
    /** Of a child, whatever became of the load. */
    const rowsOf = async (child: string) =>
      inTransaction(website.database, people.dataLead, today, 'reader', async tx => {
        const rows = await tx
          .selectFrom('specification.line')
          .select('at')
          .where('child_local_id', '=', child)
          .execute()
        return rows.length
      })
    before(async () => void (website = await openWebsite({ opened: opened() })))
    after(() => website.close())

    test('the specification lists its items, in the version asked for, and as a file', async () => {
      const page = await words('/specification')
      assert.match(page, /Data specification 1\.1/)
      assert.match(page, /total_weekly_cost/)
      assert.match(page, /Finance/)
      const first = await words('/specification?version=1.0')
      assert.doesNotMatch(first, /total_weekly_cost/)
      assert.match(first, /not the version in force/)
      assert.equal((await as().see('/specification?version=9')).statusCode, 404)
      const file = await words('/specification?format=csv')
      assert.match(file, /1\.1,placement_census,dols_in_place,/)
    })

    test('files that are no table are refused beside the question, and nothing is kept', async () => {
      const refused = await bringTables(website, [{ name: 'a.csv', content: 'a,b\n1,2' }])
      assert.equal(refused.statusCode, 422)
      assert.match(refused.body, /None of these files has a row that can be used. a.csv: None of its columns/)
      assert.equal((await bringTables(website, [])).statusCode, 422)
      assert.match(await words('/specification/loads'), /Nothing has been loaded yet/)
    })

    let address = ''
    const tables = [
      legal('1,1001,C2,2026-02-01', '2,1002,ZZ,2026-02-01', '3,,C2,2026-02-01'),
      health('1,1001,Dental check,2026-02-30', '2,1003,Dental check,2026-02-20'),
    ]

    test('what is wrong is grouped, and what would change is counted, before anything does', async () => {
      const brought = await bringTables(website, tables)
      assert.equal(brought.statusCode, 303)
      address = brought.headers.location as string
      const page = await words(address)
      assert.match(page, /Nothing has changed yet/)
      assert.match(page, /1 row cannot be used/)
      assert.match(page, /A code is not known/)
      assert.match(page, /A date cannot be read/)
      assert.deepEqual(await stored(), [])
      const kind = await words(`${address}/problems?code=not-a-code`)
      assert.match(kind, /1002/)
      assert.doesNotMatch(kind, /2026-02-30/)
      const file = await words(`${address}/problems?format=csv`)
      assert.equal(file.trim().split('\r\n').length, 4)
      assert.equal((await as().see(`${address}/problems?code=toString`)).statusCode, 404)
    })

    test('the same files again, in another order, are the same load', async () => {
      const again = await bringTables(website, tables.toReversed())
      assert.equal(again.headers.location, `${address}?again=yes`)
      assert.match(await words(`${address}?again=yes`), /You brought these same files before/)
    })

    test('rows are left out only when that is said, and what is loaded carries its version', async () => {
      const refused = await as().submit(`${address}/commitment`)
      assert.equal(refused.statusCode, 422)
      assert.match(refused.body, /may be left out/)
      assert.deepEqual(await stored(), [])
      const done = await as().submit(`${address}/commitment`, { leaveOut: 'yes' })
      assert.equal(done.statusCode, 303)
      assert.match(await words(address), /Tables loaded/)
      const rows = await stored()
      assert.deepEqual(rows.map(({ child }) => child).toSorted(), ['1001', '1001', '1002', '1003'])
      assert.ok(rows.every(({ version }) => version === '1.1'))
      assert.ok(rows.some(({ cells }) => cells.lega_legal_status === 'ZZ'))
      assert.equal((await as().submit(`${address}/commitment`, { leaveOut: 'yes' })).statusCode, 409)
    })

    test('it is in the record of access', async () => {
      const lines = await auditAbout(website, address.split('/').at(-1)!)
      const deeds = lines.filter(({ refused }) => !refused).map(({ action }) => action)
      assert.ok(deeds.includes('specification.start'))
      assert.ok(deeds.includes('specification.commit'))
    })

    test('the scorecard counts it, and says what else is due', async () => {
      const page = await words('/specification/scorecard')
      assert.match(page, /Bracknell Forest has not sent SDQ scores, due on 10 August 2026: 20 days ago/)
      assert.match(page, /2 of 7 tables/)
      const lines = (await words('/specification/scorecard?format=csv')).split('\r\n')
      const scores = lines.find(line => line.includes('ssd_legal_status'))!.split(',')
      assert.deepEqual(scores.slice(2, 4), ['100', '33.3'])
    })

    test('the co-operative sees every member’s counts and who has not sent, and no child', async () => {
      const page = await words('/specification/scorecard', people.regionLead)
      assert.match(page, /Reading has not sent placements/)
      assert.match(page, /Bracknell Forest/)
      assert.doesNotMatch(page, /Kent/)
      assert.doesNotMatch(page, /1001|1002/)
      assert.match(page, /2 of 7/)
      assert.equal((await as(people.regionLead).see(address)).statusCode, 404)
      assert.match(await words('/specification/loads', people.regionLead), /Each authority sees its own/)
    })

    test('what another authority loaded is not found, and does not count', async () => {
      assert.equal((await as(people.siblingDataLead).see(address)).statusCode, 404)
      const undone = await as(people.siblingDataLead).submit(`${address}/undoing`)
      assert.equal(undone.statusCode, 404)
      assert.match(await words('/specification/scorecard', people.siblingDataLead), /0 of 7 tables/)
      assert.equal((await as(people.broker).see('/specification')).statusCode, 403)
    })

    test('a newer load stands for its own tables, and undoing it lets the older stand again', async () => {
      const newer = [legal('1,1001,C2,2026-02-01', '9,1009,C2,2026-03-01')]
      const { headers } = await bringTables(website, newer)
      const at = headers.location as string
      const preview = await as().read(at)
      const { changes } = JSON.parse(preview.body) as { changes: object[] }
      const change = { table: 'ssd_legal_status', rows: 2, rowsBefore: 2, children: 2 }
      assert.deepEqual(changes, [{ ...change, newChildren: 1, goneChildren: 1 }])
      await as().submit(`${at}/commitment`)
      const scores = async () =>
        (await words('/specification/scorecard?format=csv'))
          .split('\r\n')
          .find(line => line.includes('legal'))!
      assert.match(await scores(), /,100,100,/)
      assert.equal((await as().submit(`${at}/undoing`)).statusCode, 303)
      assert.match(await scores(), /,100,33\.3,/)
      assert.equal((await stored()).length, 4)
      assert.equal(await rowsOf('1009'), 0)
      assert.match(await words(at), /Undone/)
      assert.equal((await as().submit(`${at}/undoing`)).statusCode, 409)
    })

    test('a load is cancelled before it is loaded, and leaves no row behind', async () => {
      const { headers } = await bringTables(website, [legal('1,1050,C2,2026-02-01')])
      const at = headers.location as string
      assert.equal(await rowsOf('1050'), 1)
      assert.equal((await as().submit(`${at}/cancellation`)).statusCode, 303)
      assert.equal((await as().submit(`${at}/commitment`)).statusCode, 409)
      assert.equal(await rowsOf('1050'), 0)
      assert.match(await words(`${at}/problems`), /There is nothing here/)
      const again = await bringTables(website, [legal('1,1050,C2,2026-02-01')])
      assert.notEqual(again.headers.location, `${at}?again=yes`)
    })

    test('a load may be undone for seven days', async () => {
      const at = await loadTables(website, [health('8,1001,Dental check,2026-02-20')])
      website.setToday(addDays(dateToday(), 9))
      const late = await as().submit(`${at}/undoing`)
      website.setToday(today)
      assert.equal(late.statusCode, 409)
    })
  })
})
