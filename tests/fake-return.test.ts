/** The published return, dirty on purpose, goes through the workbench: checked with true progress, put right for a child. */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { type Database, inTransaction } from '#access'
import { workOnCheckings } from '../src/workbench/actions/checking-return.ts'
import { openTestDatabase } from './support/database.ts'
import { people, today } from './support/people.ts'
import { arePublishedHere, bringAndCheck, publishedFiles } from './support/returns.ts'
import { type Website, openWebsite } from './support/website.ts'

const at = '/returns/years/2026'

suite('the published return in the workbench', { skip: !arePublishedHere && 'it is not here' }, () => {
  let website: Website
  before(async () => {
    website = await openWebsite({ opened: await openTestDatabase('server') })
  })
  after(() => website.close())
  const as = () => website.as(people.dataLead)
  const words = async (path: string) => (await as().see(path)).body

  test('is refused for another year, and checked all the same when somebody says so', async () => {
    const files = publishedFiles('fake903', name => !name.includes('errors'))
    const address = await bringAndCheck(website, files, 2026)
    assert.match(await words(address), /Check these files against every rule/)
    const asked = await as().submit(`${at}/checking`, { load: address.split('/').at(-1) })
    assert.equal(asked.statusCode, 303)
  })

  test('tells truly how far it is, and then what the rules found', async () => {
    const phases = new Set<string>()
    const watching = watch(website.database, phases)
    while (await workOnCheckings(website.database, today));
    watching.stop()
    await watching.done
    assert.ok(
      [...phases].some(phase => phase.startsWith('Asking the rules')),
      [...phases].join(),
    )
    const page = await words(at)
    assert.match(page, /2,675 children/)
    assert.match(page, /rules\/388/)
  })

  test('one child is put right by hand, value by value, until no rule flags its Header', async () => {
    const [, child] = /children\/([\da-f-]{36})"/.exec(await words(`${at}/rules/101`))!
    const path = `${at}/children/${child}`
    const [, row] = /rows\/Header\/(\d+)\/SEX/.exec(await words(path))!
    for (const [column, value] of [
      ['SEX', 'F'],
      ['DOB', '01/05/2012'],
      ['ETHNIC', 'WBRI'],
      ['UPN', 'H801200001001'],
      ['MOTHER', '0'],
      ['MC_DOB', ''],
    ]) {
      const done = await as().submit(`${path}/rows/Header/${row}/${column}`, {
        value,
        reason: 'Seen in the file',
      })
      assert.ok(done.statusCode === 303 || /another value/.test(done.body), `${column}: ${done.statusCode}`)
    }
    const page = await words(path)
    for (const code of ['101', '102', '103', '168', '351', '611', '612']) {
      assert.ok(!new RegExp(`rule ${code}</a>`).test(page), `rule ${code} still flags the child`)
    }
  })

  test('every flag can be taken away, and the whole takes no more rows than there are', async () => {
    const csv = await words(`${at}/flags?form=csv`)
    assert.ok(csv.split('\r\n').length > 40_000)
    const workbook = await as().see(`${at}/flags?form=xlsx`)
    assert.equal(workbook.rawPayload.subarray(0, 2).toString(), 'PK')
  })
})

function watch(database: Database, phases: Set<string>) {
  let going = true
  const done = (async () => {
    while (going) {
      await inTransaction(database, people.dataLead, today, 'reader', async tx => {
        const rows = await tx.selectFrom('workbench.checking').select('phase').execute()
        for (const { phase } of rows) phases.add(phase)
      })
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  })()
  return { stop: () => void (going = false), done }
}
