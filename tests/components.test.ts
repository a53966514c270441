/** The components as people meet them: in a real browser, wide and narrow, with and without a script. */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import fastify from 'fastify'
import files from '@fastify/static'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { again, axe, open, overflow, page, screenshot } from './support/browser.ts'
import { componentsPage, refused, untouched } from '#web/fixtures'
import { govukFolder } from '#web/govuk'
import { html } from '#web/html'
import { assetsFolder, faultPage, layout } from '#web/layout'
import type { Answered } from '#web/questions'

const actor = { name: 'Jo Field', organisationName: 'Wexcombe Council' }
const around = {
  navigation: ['Home', 'Children', 'Homes', 'Referrals', 'Placements', 'Returns'].map((text, i) => ({
    text,
    href: `/${i}`,
    current: i === 1,
  })),
  banner: html`<strong>Demonstration.</strong> Everyone here is invented.`,
  signOut: '/sign-out',
}
const shown = (answered: Answered) =>
  layout({ actor, problems: answered.problems }, componentsPage(answered), around)
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'"

async function serveComponents() {
  const server = fastify()
  server.addHook('onRequest', async (_, reply) => void reply.header('content-security-policy', policy))
  await server.register(files, { root: [assetsFolder, join(govukFolder, 'govuk')], prefix: '/assets/' })
  const pages = { '/untouched': shown(untouched), '/refused': shown(refused), '/fault': faultPage() }
  for (const [path, { text }] of Object.entries(pages)) {
    server.get(path, async (_, reply) => reply.type('text/html; charset=utf-8').send(text))
  }
  const asked: string[] = []
  server.addHook('onRequest', async ({ url }) => void asked.push(url))
  return { server, asked, address: await server.listen() }
}

test('a picture that the browser cannot take yet is asked for three times, and no other fault is hidden', async () => {
  const refusing = (times: number, saying: string) => {
    let asked = 0
    const take = async () => {
      if (++asked <= times) throw new Error(saying)
      return asked
    }
    return again(take)
  }
  const notYet = 'Protocol error (Page.captureScreenshot): Unable to capture screenshot'
  assert.equal(await refusing(2, notYet), 3)
  await assert.rejects(refusing(3, notYet), /Unable to capture/)
  await assert.rejects(refusing(1, 'Target closed'), /Target closed/)
})

suite('in a browser', () => {
  let site: Awaited<ReturnType<typeof serveComponents>>
  let browser: Browser
  before(async () => {
    site = await serveComponents()
    browser = await open()
  })
  after(async () => {
    await browser?.close()
    await site?.server.close()
  })

  for (const state of ['untouched', 'refused', 'fault']) {
    for (const javaScriptEnabled of [true, false]) {
      const how = javaScriptEnabled ? 'with a script' : 'without a script'
      test(`the components ${state}, ${how}, are found faultless and fit a narrow screen`, async () => {
        const tab = await page(browser, { javaScriptEnabled })
        const complaints: string[] = []
        tab.on('console', said => void (said.type() === 'error' && complaints.push(said.text())))
        tab.on('requestfailed', asked => void complaints.push(asked.url()))
        await tab.goto(`${site.address}/${state}`)
        assert.deepEqual(complaints, [])
        await screenshot(tab, `components-${state}${javaScriptEnabled ? '' : '-no-script'}`)
        if (javaScriptEnabled) assert.deepEqual(await axe(tab), [])
        assert.equal(await overflow(tab), 0)
        await tab.context().close()
      })
    }
  }

  test('the font that only GOV.UK may use is never asked for', () => {
    assert.ok(site.asked.includes('/assets/nearhome.css'))
    assert.deepEqual(
      site.asked.filter(url => url.includes('/fonts/')),
      [],
    )
  })

  test('the summary of what is wrong leads to the box to put right', async () => {
    const tab = await page(browser)
    await tab.goto(`${site.address}/refused`)
    assert.match(await tab.title(), /^Error: /)
    for (const field of ['startsOn', 'fee', 'colour', 'wishes']) {
      await tab.locator(`.govuk-error-summary a[href="#${field}"]`).click()
      assert.equal(await tab.locator(':focus').getAttribute('id'), field)
    }
    await tab.context().close()
  })

  test('a slash goes to the search box', async () => {
    const tab = await page(browser)
    await tab.goto(`${site.address}/untouched`)
    await tab.keyboard.press('/')
    assert.equal(await tab.locator(':focus').getAttribute('id'), 'q')
    await tab.context().close()
  })
})
