/** A return is signed by two people and frozen, taken away as its exact files, and what changes later is shown. */

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import type { Actor } from '#access'
import { readReturnFiles } from '#filing'
import { onBoth } from '../../tests/support/database.ts'
import { everyRow } from '../../tests/support/every-row.ts'
import { people, today } from '../../tests/support/people.ts'
import { bringAndCheck, smallReturn } from '../../tests/support/returns.ts'
import { type Website, openWebsite } from '../../tests/support/website.ts'
import { workOnCheckings } from './actions/checking-return.ts'

const year = 2026
const at = `/returns/years/${year}`

onBoth('signing a return', opened => {
  suite('on the website', () => {
    let website: Website
    let signed = ''
    const as = (actor: Actor = people.dataLead) => website.as(actor)
    const words = async (path: string, actor: Actor = people.dataLead) => (await as(actor).see(path)).body
    before(async () => {
      website = await openWebsite({ opened: opened() })
      await bringAndCheck(website, smallReturn(year, 12), year)
      await as().submit(`${at}/checking`)
      while (await workOnCheckings(website.database, today));
    })
    after(() => website.close())

    const explained = async () => {
      const asked = [...(await words(`${at}/signing`)).matchAll(/name="(why-[\w]+)"/g)].map(
        ([, name]) => name!,
      )
      return Object.fromEntries(asked.map(name => [name, 'Checked, and it is so']))
    }

    /** Where a value of the first child that has something wrong is put right. */
    const cellOf = async (column: string) => {
      const [, child] = /children\/([\da-f-]{36})"/.exec(await words(`${at}/children`))!
      const links = (await words(`${at}/children/${child}`)).matchAll(
        /href="([^"]*\/rows\/Header\/\d+\/\w+)"/g,
      )
      return [...links].map(([, href]) => href!).find(href => href.endsWith(`/${column}`))!
    }

    test('errors that nobody explains are in the way, each by its name', async () => {
      const no = await as().submit(`${at}/signing`)
      assert.equal(no.statusCode, 422)
      assert.match(no.body, /Say why the errors of/)
    })

    test('the first signature does not freeze it, and the same person cannot give the second', async () => {
      assert.equal((await as().submit(`${at}/signing`, await explained())).statusCode, 303)
      const page = await words(`${at}/signing`)
      assert.match(page, /somebody else must sign/)
      signed = /signings\/([\w-]+)\/withdrawal/.exec(page)![1]!
      const no = await as().submit(`/returns/signings/${signed}/signature`)
      assert.equal(no.statusCode, 409)
      assert.equal((await as().see(`/returns/signings/${signed}`)).statusCode, 404)
    })

    test('a return that has changed since must be prepared again', async () => {
      const put = await as().submit(await cellOf('ETHNIC'), { value: 'NOBT', reason: 'Not known yet' })
      assert.equal(put.statusCode, 303)
      const no = await as(people.director).submit(`/returns/signings/${signed}/signature`)
      assert.equal(no.statusCode, 409)
      await as().submit(`/returns/signings/${signed}/withdrawal`)
      assert.equal((await as().submit(`${at}/signing`, await explained())).statusCode, 303)
      signed = /signings\/([\w-]+)\/withdrawal/.exec(await words(`${at}/signing`))![1]!
    })

    test('the second signature freezes it: each file has its hash, and nothing differs', async () => {
      assert.equal(
        (await as(people.director).submit(`/returns/signings/${signed}/signature`)).statusCode,
        303,
      )
      const page = await words(`/returns/signings/${signed}`)
      const files = [...page.matchAll(/files\/([\w.]+)"[\s\S]*?<code[^>]*>(\w{64})/g)]
      assert.deepEqual(
        files.map(([, name]) => name!).toSorted((a, b) => (a < b ? -1 : 1)),
        ['Episodes.csv', 'Header.csv', 'return.xml'],
      )
      for (const [, name, hash] of files) {
        const { body } = await as().see(`/returns/signings/${signed}/files/${name}`)
        assert.equal(createHash('sha256').update(body).digest('hex'), hash, name)
      }
      assert.match(await words(`/returns/signings/${signed}/differences`), /Nothing has changed/)
    })

    test('the XML holds the rows of the CSV files, with what was put right', async () => {
      const take = async (name: string) => {
        const { body } = await as().see(`/returns/signings/${signed}/files/${name}`)
        return readReturnFiles([{ name, bytes: Buffer.from(body) }]).files
      }
      const xml = new Map((await take('return.xml')).map(({ kind, rows }) => [kind, rows]))
      for (const name of ['Header', 'Episodes'] as const) {
        const [csv] = await take(`${name}.csv`)
        assert.equal(xml.get(name)?.length, csv!.rows.length)
      }
      assert.ok(xml.get('Header')!.some(({ ETHNIC }) => ETHNIC === 'NOBT'))
    })

    test('a later change is a difference, and what was signed stays, whoever asks', async () => {
      await as().submit(await cellOf('SEX'), {
        value: 'U',
        reason: 'Not sure any more',
      })
      assert.match(await words(`/returns/signings/${signed}/differences`), /SEX: [FM] → U/)
      // The owner of the tables meets the trigger, or where row-level security is forced on it too, no row at all.
      const { owner } = opened()
      const changed = await owner
        .updateTable('workbench.sign_off')
        .set({ state: 'withdrawn' })
        .where('id', '=', signed)
        .executeTakeFirst()
        .then(({ numUpdatedRows }) => numUpdatedRows)
        .catch((fault: Error) => fault.message)
      assert.ok(changed === 0n || changed === 'a signed return stays as it is', String(changed))
      assert.equal(
        (await as(people.director).submit(`/returns/signings/${signed}/withdrawal`)).statusCode,
        409,
      )
    })

    test('what the rules flag can be taken away, as CSV, as a workbook and in one’s own file', async () => {
      assert.match(await words(`${at}/flags?form=csv`), /what is wrong/)
      const workbook = await as().see(`${at}/flags?form=xlsx`)
      assert.equal(workbook.rawPayload.subarray(0, 2).toString(), 'PK')
      assert.match(await words(`${at}/files/Header`), /CHILD/)
      assert.equal((await as().see(`${at}/files/OC3`)).statusCode, 404)
    })

    test('the years are joined, and the list can be taken away', async () => {
      assert.match(await words('/returns/history'), /The years joined/)
      assert.match(await words('/returns/history?format=csv'), /in the history/)
    })

    test('files can be checked and nothing of them is kept', async () => {
      const rows = async () => (opened().kind === 'server' ? everyRow(opened()) : {})
      const before = await rows()
      const form = new FormData()
      form.set('year', String(year))
      for (const { name, content } of smallReturn(year, 5)) {
        form.append('files', new File([Buffer.from(content)], name))
      }
      const sent = new Response(form)
      const payload = Buffer.from(await sent.arrayBuffer())
      const answer = await as().submit('/returns/check', payload, {
        'content-type': sent.headers.get('content-type')!,
      })
      assert.equal(answer.statusCode, 200)
      assert.match(answer.body, /What the rules of 2025-26 found/)
      assert.deepEqual(await rows(), before)
      const none = await as().submit('/returns/check', { year })
      assert.equal(none.statusCode, 422)
    })
  })
})
