/** Rules whose words reach back, on the website: last year's return and those before it are at hand. */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { inTransaction } from '#access'
import { writeReturnFile } from '#returns'
import { onBoth } from '../../tests/support/database.ts'
import { people, today } from '../../tests/support/people.ts'
import { bringAndCheck, smallReturn } from '../../tests/support/returns.ts'
import { type Website, openWebsite } from '../../tests/support/website.ts'
import { workOnCheckings } from './actions/checking-return.ts'
import type { CheckedReturn } from './checking.ts'
import { newestOf } from './store/checkings.ts'
import { rowsOfRule } from './store/lists.ts'

const year = 2026
const at = `/returns/years/${year}`
const leaver = (child: string, DOB: string) => ({
  CHILD: child,
  DOB,
  IN_TOUCH: 'YES',
  ACTIV: 'F1',
  ACCOM: 'B1',
})

onBoth('returns of earlier years', opened => {
  suite('on the website', () => {
    let website: Website
    before(async () => {
      website = await openWebsite({ opened: opened() })
      const left = { CHILD: '2001', DECOM: '01/05/2023', RNE: 'S', LS: 'C2', CIN: 'N1', PLACE: 'U6' }
      const gone = [
        { ...left, DEC: '01/06/2023', REC: 'E4A' },
        { ...left, CHILD: '1002', DEC: '01/06/2023', REC: 'E12', PLACE: 'A4' },
      ]
      await bringAndCheck(website, smallReturn(2024, 1, gone), 2024)
      await bringAndCheck(website, smallReturn(2025, 1), 2025)
      const leavers = [
        leaver('2001', '01/05/2007'),
        leaver('2002', '01/05/2007'),
        leaver('2003', '01/05/2006'),
      ]
      await bringAndCheck(
        website,
        [...smallReturn(year, 3), { name: 'leavers.csv', content: writeReturnFile('OC3', leavers) }],
        year,
      )
      await website.as(people.dataLead).submit(`${at}/checking`)
      while (await workOnCheckings(website.database, today));
    })
    after(() => website.close())

    const words = async (path: string) => (await website.as(people.dataLead).see(path)).body
    const checked = () =>
      inTransaction(
        website.database,
        people.dataLead,
        today,
        'reader',
        async tx => (await newestOf(tx, year, 'checked')) as CheckedReturn,
      )
    const flagged = async (rule: string) => {
      const { id } = await checked()
      return inTransaction(
        website.database,
        people.dataLead,
        today,
        'reader',
        async tx => (await rowsOfRule(tx, { checking: id, year }, rule, { at: 1, of: 100 })).rows,
      )
    }

    test('a child adopted two years before is known to have been', async () => {
      assert.deepEqual(
        (await flagged('199')).map(({ file, cells }) => [file, cells.CHILD]),
        [['Episodes', '1002']],
      )
    })

    test('a care leaver in care two years before is not told of as wrong', async () => {
      assert.deepEqual(
        (await flagged('1002')).map(({ cells }) => cells.CHILD),
        ['2002'],
      )
    })

    test('who was 16 before the first return is not judged, and the pages say so', async () => {
      const { partly } = (await checked()).readiness
      assert.match(partly['1002']!, /^1 care leaver was not judged: .*01\/04\/2023/)
      assert.match(await words(at), /1 rule was not asked in full/)
      const page = await words(`${at}/rules/1002`)
      assert.match(page, /1 care leaver was not judged/)
    })

    test('a value put right leaves what the earlier returns say', async () => {
      const [row] = await flagged('199')
      const cell = `${at}/children/${row!.child}/rows/Episodes/${row!.at}/CIN`
      const done = await website.as(people.dataLead).submit(cell, { value: 'N2', reason: 'As the file says' })
      assert.equal(done.statusCode, 303)
      assert.equal((await flagged('199')).length, 1)
      assert.equal((await flagged('1002')).length, 1)
    })

    test('files that are not kept are put beside them too', async () => {
      const form = new FormData()
      form.set('year', String(year))
      for (const { name, content } of smallReturn(year, 3)) {
        form.append('files', new File([Buffer.from(content)], name))
      }
      const sent = new Response(form)
      const { body } = await website
        .as(people.dataLead)
        .submit('/returns/check', Buffer.from(await sent.arrayBuffer()), {
          'content-type': sent.headers.get('content-type')!,
        })
      assert.match(body, /They were put beside your returns of 2024-25, 2023-24/)
      assert.match(body, /href="\/rules\/199"/)
      assert.doesNotMatch(body, /needs last year/)
    })

    test('a rule page says what decides, and how sure we are', async () => {
      const page = await words('/rules/1002')
      assert.match(page, /What decides/)
      assert.match(page, /The message of DfE/)
      assert.match(page, /How sure we are/)
      assert.match(page, /Episodes of 2024-25/)
    })
  })
})
