/** A few plain verbs with which somebody in a test goes through the website as a person does. */

import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { answerTheRest } from './answering.ts'
import { type Seat, lookAt } from './looking.ts'

export type Somebody = ReturnType<typeof somebodyAt>
type Words = string | RegExp

/** Finds things by the words that are on the page, and never by what is behind them. */
export function somebodyAt(seat: Seat) {
  const { shown } = seat
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
    seat,
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
    /** The browser's own, not the page's. */
    backButton: () => following(() => shown.goBack()),
    /** The page that comes may be the answer to either. */
    pressTwice: async (name: Words) => {
      clicks += 2
      await (await first(main().getByRole('button', { name }), name)).dblclick()
    },
    comesToSee: async (words: RegExp) => {
      await main().filter({ hasText: words }).waitFor()
      await isNoFault(shown)
    },
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
    offers: async (name: Words) => (await main().getByRole('button', { name }).count()) > 0,
    link: async (name: Words) => (await main().getByRole('link', { name }).count()) > 0,
    /** Nothing that shuts anybody out, nothing over the side of a telephone; and a picture kept for people to look at. */
    look: (name: string) => lookAt(seat, name),
  }
}

/** The page that somebody sees once more, as it is now, in another tab. */
export async function besides({ shown, seat }: Somebody): Promise<Somebody> {
  const tab = await shown.context().newPage()
  await tab.goto(shown.url())
  return somebodyAt({ ...seat, shown: tab })
}

const told = async (shown: Page): Promise<string> =>
  (await shown.getByRole('main').innerText()).replaceAll(/\s+/g, ' ')

async function isNoFault(shown: Page): Promise<void> {
  assert.doesNotMatch(await shown.title(), /went wrong|not found/i, `${shown.url()}: ${await shown.title()}`)
}
