/** A return is checked, put right in place, answered and assigned, on the website and on both databases. */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { type Actor, inTransaction } from '#access'
import { onBoth } from '../../tests/support/database.ts'
import { people, today } from '../../tests/support/people.ts'
import { bringAndCheck, smallReturn } from '../../tests/support/returns.ts'
import { type Website, openWebsite } from '../../tests/support/website.ts'
import { workOnCheckings } from './actions/checking-return.ts'
import { rowsOfRule } from './store/lists.ts'
import { newestOf } from './store/checkings.ts'
import type { CheckedReturn } from './checking.ts'

const year = 2026
const at = `/returns/years/${year}`

onBoth('the workbench of a return', opened => {
  suite('on the website', () => {
    let website: Website
    const as = (actor: Actor = people.dataLead) => website.as(actor)
    before(async () => {
      website = await openWebsite({ opened: opened() })
      const files = smallReturn(year, 30).map(({ name, content }) => ({
        name,
        content: String(content)
          .replace('1003,F,', '1003,U,')
          .replace('1004,M,', '1004,X,')
          .replace('1005,F,', '1005,U,'),
      }))
      await bringAndCheck(website, files, year)
    })
    after(() => website.close())

    const check = async () => {
      const asked = await as().submit(`${at}/checking`)
      assert.equal(asked.statusCode, 303)
      while (await workOnCheckings(website.database, today));
    }
    const checked = () =>
      inTransaction(website.database, people.dataLead, today, 'reader', async tx => {
        const found = (await newestOf(tx, year, 'checked')) as CheckedReturn
        return found
      })
    const flagged = (rule: string) =>
      inTransaction(website.database, people.dataLead, today, 'reader', async tx => {
        const { id } = (await newestOf(tx, year, 'checked'))!
        return (await rowsOfRule(tx, { checking: id, year }, rule, { at: 1, of: 100 })).rows
      })
    const words = async (path: string, actor: Actor = people.dataLead) => (await as(actor).see(path)).body

    test('says that it was not checked yet, and then what each rule found', async () => {
      assert.match(await words(at), /has not been checked/)
      await check()
      const page = await words(at)
      assert.match(page, /rules\/101/)
      assert.match(page, /rules\/232/)
      assert.match(page, /could not be asked/)
      assert.equal((await flagged('101')).length, 1)
      assert.equal((await flagged('232')).length, 2)
    })

    test('a value put right counts at once, and as a whole check counts it', async () => {
      const [row] = await flagged('101')
      const cell = `${at}/children/${row!.child}/rows/Header/${row!.at}/SEX`
      assert.match(await words(cell), /Put SEX right/)
      const before = (await checked()).readiness.errors
      const refused = await as().submit(cell, { value: 'M', reason: '' })
      assert.equal(refused.statusCode, 422)
      assert.match(refused.body, /Say why/)
      const done = await as().submit(cell, { value: 'M', reason: 'As the case system has it' })
      assert.equal(done.statusCode, 303)

      assert.deepEqual(await flagged('101'), [])
      assert.equal((await checked()).readiness.errors, before - 1)
      const [now, all] = [(await checked()).readiness, (await check(), (await checked()).readiness)]
      assert.deepEqual(now, all)
      const page = await words(`${at}/children/${row!.child}`)
      assert.match(page, /Put right; the file says X/)
    })

    test('what was put right can be taken back', async () => {
      const page = await words(`${at}/corrections`)
      const [, id] = /corrections\/([\w-]+)\/withdrawal/.exec(page)!
      assert.equal((await as().submit(`/returns/corrections/${id}/withdrawal`)).statusCode, 303)
      assert.equal((await flagged('101')).length, 1)
      assert.equal((await as().submit(`/returns/corrections/${id}/withdrawal`)).statusCode, 404)
    })

    test('a query is answered until a day, and an error is not', async () => {
      const none = await as().submit(`${at}/rules/101/waiving`, {
        reason: 'It is so',
        expiresOn: '2026-12-01',
      })
      assert.equal(none.statusCode, 409)
      const { queries } = (await checked()).readiness
      const done = await as().submit(`${at}/rules/232/waiving`, {
        reason: 'Not known yet',
        expiresOn: '2026-12-01',
      })
      assert.equal(done.statusCode, 303)
      assert.equal((await checked()).readiness.queries, queries - 2)
      assert.equal((await checked()).readiness.waived, 2)
      assert.match(await words(`${at}/waivers`), /Not known yet/)
      for (const [, id] of (await words(`${at}/waivers`)).matchAll(/waivers\/([\w-]+)\/withdrawal/g)) {
        assert.equal((await as().submit(`/returns/waivers/${id}/withdrawal`)).statusCode, 303)
      }
      assert.equal((await checked()).readiness.queries, queries)
    })

    test('children are assigned many at once, and commented on', async () => {
      const rows = await flagged('232')
      const children = rows.map(({ child }) => child!)
      const done = await as().submit(`${at}/children/assigning`, { children, person: people.dataLead.id })
      assert.equal(done.statusCode, 303)
      const list = await words(`${at}/children?person=${people.dataLead.id}`)
      for (const child of children) assert.ok(list.includes(child))
      const stranger = await as().submit(`${at}/children/assigning`, {
        children,
        person: people.siblingBroker.id,
      })
      assert.equal(stranger.statusCode, 422)
      await as().submit(`${at}/children/${children[0]}/comments`, { words: 'Asked the team' })
      assert.match(await words(`${at}/children/${children[0]}`), /Asked the team/)
    })

    test('social workers are put in teams', async () => {
      const wrong = await as().submit(`${at}/teams`, { list: 'SW1 North' })
      assert.equal(wrong.statusCode, 422)
      assert.match(wrong.body, /Line 1 needs/)
      assert.equal((await as().submit(`${at}/teams`, { list: 'SW1, North\nSW2, South' })).statusCode, 303)
      assert.match(await words(`${at}/teams`), /SW2, South/)
    })

    test('another authority finds nothing, and the region only how ready it is', async () => {
      const [row] = await flagged('232')
      for (const path of [at, `${at}/children`, `${at}/children/${row!.child}`, `${at}/corrections`]) {
        assert.equal((await as(people.siblingDataLead).see(path)).statusCode, 404, path)
      }
      const region = await words('/returns/years', people.regionLead)
      assert.match(region, /Bracknell/)
      assert.ok(!region.includes('1003'))
    })

    test('every rule is explained to anybody who is signed in', async () => {
      assert.match(await words('/rules?year=2026', people.broker), /Rules of the return of 2025-26/)
      const page = await words('/rules/356', people.broker)
      assert.match(page, /Flagged/)
      assert.equal((await as(people.broker).see('/rules/nothing')).statusCode, 404)
    })
  })
})
