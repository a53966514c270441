/** A few plain verbs with which a test goes through the website as a person does, with and without scripts. */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { AddressInfo } from 'node:net'
import type { Browser, Locator, Page } from 'playwright-core'
import type { Database } from '#access'
import type { PlainDate } from '#shared/dates'
import { openSite } from '#app'
import { answerTheRest } from './answering.ts'
import { open, page } from './browser.ts'
import { type Seat, lookAt } from './looking.ts'
import { today } from './people.ts'
import { openRegion } from './region.ts'

export type Somebody = ReturnType<typeof somebodyAt>
export type World = {
  /** Signs in, as whoever does that work there; a browser of their own each. */
  readonly as: (role: string, organisation: string) => Promise<Somebody>
  /** Somebody who has not signed in, at the front door. */
  readonly stranger: () => Promise<Somebody>
  readonly itBecomes: (day: PlainDate) => void
  readonly database: Database
}

/** Told twice, each time in a region where nothing has happened yet: with scripts and without. */
export function journey(title: string, tell: (world: World) => Promise<void>): void {
  for (const scripts of [true, false]) {
    suite(`${title}, with scripts ${scripts ? 'on' : 'off'}`, () => {
      let day = today
      let browser: Browser
      let database: Database
      let server: Awaited<ReturnType<typeof openSite>>
      before(async () => {
        ;[browser, database] = await Promise.all([open(), openRegion()])
        const clock = { today: () => day, now: () => new Date() }
        server = await openSite({ database, ...clock, secure: false, provider: null, demonstration: true })
        await server.listen({ host: '127.0.0.1', port: 0 })
      })
      after(async () => {
        await browser.close()
        await server.close()
        await database.destroy()
      })
      test('goes from its beginning to its end', async () => {
        const { port } = server.server.address() as AddressInfo
        await tell(
          worldAt({
            browser,
            database,
            door: `http://127.0.0.1:${port}/`,
            scripts,
            itBecomes: to => void (day = to),
          }),
        )
      })
    })
  }
}

/** In whichever journey a page is met first, it is looked at. */
const seenWith = { scripts: new Set<string>(), none: new Set<string>() }

type Setting = {
  browser: Browser
  database: Database
  door: string
  scripts: boolean
  itBecomes: World['itBecomes']
}

function worldAt({ browser, database, door, scripts, itBecomes }: Setting): World {
  const seen = seenWith[scripts ? 'scripts' : 'none']
  const people = new Map<string, Somebody>()
  const stranger = async () => {
    const shown = await page(browser, { javaScriptEnabled: scripts })
    shown.setDefaultTimeout(10_000)
    await shown.goto(door)
    return somebodyAt({ shown, scripts, seen })
  }
  const as = async (role: string, organisation: string) => {
    const known = people.get(`${role}, ${organisation}`)
    if (known) return known
    const somebody = await stranger()
    const line = somebody.shown.getByRole('listitem').filter({ hasText: `${role}, ${organisation}` })
    await somebody.following(() => line.first().getByRole('button').click())
    people.set(`${role}, ${organisation}`, somebody)
    return somebody
  }
  return { as, stranger, itBecomes, database }
}

type Words = string | RegExp

/** Finds things by the words that are on the page, and never by what is behind them. */
function somebodyAt({ shown, scripts, seen }: Seat) {
  let clicks = 0
  const main = () => shown.getByRole('main')
  const following = async (doing: () => Promise<unknown>) => {
    clicks += 1
    await doing()
    await shown.waitForLoadState()
    await isNoFault(shown)
  }
  const first = async (found: Locator, words: Words): Promise<Locator> => {
    assert.ok(
      await found.count(),
      `nothing called ${String(words)} on “${await shown.title()}”:\n${(await told(shown)).slice(0, 900)}`,
    )
    return found.first()
  }
  return {
    shown,
    following,
    clicks: () => clicks,
    /** Along the links at the head of the page. */
    goTo: async (name: string) => {
      const links = shown
        .getByRole('banner')
        .or(shown.getByRole('navigation'))
        .getByRole('link', { name, exact: true })
      const link = await first(links, name)
      if (!(await link.isVisible())) await shown.getByRole('button', { name: 'Menu' }).click()
      await following(() => link.click())
    },
    /** The names of those links. */
    heads: async () =>
      (await shown.getByRole('navigation').first().locator('a').allTextContents()).map(text => text.trim()),
    follow: async (name: Words) => {
      const link = await first(main().or(shown.getByRole('contentinfo')).getByRole('link', { name }), name)
      await following(() => link.click())
    },
    back: () => following(() => shown.locator('.govuk-back-link').click()),
    press: async (name: Words) => {
      const button = await first(main().getByRole('button', { name }), name)
      await following(() => button.click())
    },
    fill: async (label: Words, text: string) => (await first(main().getByLabel(label), label)).fill(text),
    select: async (label: Words, text: string) =>
      (await first(main().getByRole('combobox', { name: label }), label)).selectOption({ label: text }),
    choose: async (label: Words, question?: Words) => {
      clicks += 1
      const within = question ? main().getByRole('group', { name: question }) : main()
      await (await first(within.getByLabel(label), label)).check()
    },
    open: async (summary: Words) => {
      clicks += 1
      await (await first(main().locator('summary', { hasText: summary }), summary)).click()
    },
    date: async (question: Words, [day, month, year]: readonly [number, number, number]) => {
      const group = await first(main().getByRole('group', { name: question }), question)
      await group.getByLabel('Day').fill(String(day))
      await group.getByLabel('Month').fill(String(month))
      await group.getByLabel('Year').fill(String(year))
    },
    /** A link in the row that says so. */
    followIn: async (row: Words, name?: Words) => {
      const link = main()
        .getByRole('row')
        .filter({ hasText: row })
        .getByRole('link', name ? { name } : {})
      await following(async () => (await first(link, row)).click())
    },
    chooseFirst: async (question: Words) => {
      clicks += 1
      await main().getByRole('group', { name: question }).getByRole('radio').first().check()
    },
    /** The links in the lists or tables of this page, by their words. */
    listed: (within: 'listitem' | 'rowheader') => main().getByRole(within).getByRole('link').allInnerTexts(),
    /** A table, by its caption: what its cells say, row by row. */
    table: async (caption: Words) => {
      const rows = await main().getByRole('table', { name: caption }).locator('tbody tr').all()
      return Promise.all(rows.map(row => row.locator('th, td').allInnerTexts()))
    },
    answerTheRest: () => answerTheRest(main()),
    attach: async (label: Words, files: { name: string; mimeType: string; buffer: Buffer }[]) =>
      (await first(main().locator('input[type=file]'), label)).setInputFiles(files),
    sees: async (words: Words) => {
      const found = await told(shown)
      const holds = typeof words === 'string' ? found.includes(words) : words.test(found)
      assert.ok(holds, `“${String(words)}” is not on “${await shown.title()}”:\n${found.slice(0, 900)}`)
    },
    doesNotSee: async (words: string) =>
      assert.ok(!(await told(shown)).includes(words), `“${words}” is shown`),
    heading: async () => (await main().getByRole('heading', { level: 1 }).first().innerText()).trim(),
    text: () => told(shown),
    link: async (name: Words) => (await main().getByRole('link', { name }).count()) > 0,
    /** Nothing that shuts anybody out, nothing over the side of a telephone; and a picture kept for people to look at. */
    look: (name: string) => lookAt({ shown, scripts, seen }, name),
  }
}

const told = async (shown: Page): Promise<string> =>
  (await shown.getByRole('main').innerText()).replaceAll(/\s+/g, ' ')

async function isNoFault(shown: Page): Promise<void> {
  assert.doesNotMatch(await shown.title(), /went wrong|not found/i, `${shown.url()}: ${await shown.title()}`)
}
