/** Home pages and figures as people meet them: each role, wide and narrow, on a busy day and a quiet one. */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { type Actor, atTheGate, startSession } from '#access'
import { openSite } from '#app'
import { axe, open, overflow, page, screenshot } from './support/browser.ts'
import { plantBusyDay } from './support/busy-day.ts'
import { type TestDatabase, openTestDatabase } from './support/database.ts'
import { people, today } from './support/people.ts'

const looked = {
  'brokerage-officer': people.broker,
  'social-worker': people.socialWorker,
  commissioner: people.commissioner,
  'data-lead': people.dataLead,
  director: people.director,
  'region-data-lead': people.regionLead,
  'region-administrator': people.administrator,
  'registered-manager': people.larchManager,
  partner: people.partner,
}

suite('home pages in a browser', () => {
  let opened: TestDatabase
  let server: FastifyInstance
  let browser: Browser
  before(async () => {
    opened = await openTestDatabase('embedded')
    const { database } = opened
    const clock = { today: () => today, now: () => new Date() }
    server = await openSite({ database, ...clock, secure: false, provider: null, demonstration: false })
    await server.listen()
    browser = await open()
  })
  after(async () => {
    await browser?.close()
    await server?.close()
    await opened?.close()
  })

  const address = () => `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  async function tabOf(actor: Actor): Promise<Page> {
    const cookie = `looking-${actor.id}-${Math.random()}`
    await atTheGate(opened.database, tx => startSession(tx, cookie, actor.id, false))
    const tab = await page(browser)
    await tab.context().addCookies([{ name: 'nearhome-local', value: cookie, url: address() }])
    return tab
  }

  async function faultless(actor: Actor, path: string, name: string): Promise<void> {
    const tab = await tabOf(actor)
    const complaints: string[] = []
    tab.on('console', said => void (said.type() === 'error' && complaints.push(said.text())))
    const answer = await tab.goto(`${address()}${path}`)
    assert.equal(answer?.status(), 200)
    assert.deepEqual(complaints, [])
    await tab.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
    await screenshot(tab, name)
    assert.deepEqual(await axe(tab), [])
    assert.equal(await overflow(tab), 0)
    await tab.context().close()
  }

  for (const [role, actor] of Object.entries(looked)) {
    test(`on a quiet day, the home page of a ${role}`, () => faultless(actor, '/', `home-quiet-${role}`))
  }
  test('a busy day is planted', async () => void (await plantBusyDay(opened)))
  for (const [role, actor] of Object.entries(looked)) {
    test(`on a busy day, the home page of a ${role}`, () => faultless(actor, '/', `home-${role}`))
  }
  test('the figures of the region', () => faultless(people.regionLead, '/figures', 'figures-region'))
  test('the figures of an authority', () => faultless(people.director, '/figures', 'figures-authority'))
  test('how a figure is counted', () =>
    faultless(people.director, '/figures/definitions/three-placements', 'figures-definition'))

  test('every figure of the dashboard leads to its definition and its file', async () => {
    const tab = await tabOf(people.regionLead)
    await tab.goto(`${address()}/figures`)
    const definitions = tab.locator('a[href^="/figures/definitions/"]')
    const addresses = await definitions.evaluateAll(all => all.map(each => each.getAttribute('href')!))
    assert.ok(new Set(addresses).size >= 9)
    for (const path of new Set(addresses)) {
      assert.equal((await tab.goto(`${address()}${path}`))?.status(), 200)
    }
    const file = await tab.request.get(`${address()}/figures?format=csv`)
    assert.match(await file.text(), /measure,area,breakdown,value/)
    await tab.context().close()
  })

  test('the figures that link to children link to as many as they count', async () => {
    const tab = await tabOf(people.director)
    await tab.goto(`${address()}/figures`)
    const links = await tab
      .locator('.nearhome-figure a[href^="/children?"]')
      .evaluateAll(all =>
        all.map(each => [each.getAttribute('href')!, each.closest('tr')!.lastElementChild!.textContent]),
      )
    assert.ok(links.length > 2)
    for (const [path, count] of links) {
      const list = await tab.request.get(`${address()}${path}`, { headers: { accept: 'application/json' } })
      assert.equal(String(((await list.json()) as { total: number }).total), count!.trim())
    }
    await tab.context().close()
  })
})
