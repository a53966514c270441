/** A whole journey through the website, as people go through it: once with scripts and once without. */

import { after, before, suite, test } from 'node:test'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import type { Database } from '#access'
import type { PlainDate } from '#shared/dates'
import { openSite } from '#app'
import { open, page } from './browser.ts'
import { today } from './people.ts'
import { openRegion } from './region.ts'
import { type Somebody, somebodyAt } from './somebody.ts'

export type { Somebody }
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
        browser = await open()
        database = await openRegion()
        const clock = { today: () => day, now: () => new Date() }
        server = await openSite({ database, ...clock, secure: false, provider: null, demonstration: true })
        await server.listen({ host: '127.0.0.1', port: 0 })
      })
      after(async () => {
        await browser?.close()
        await server?.close()
        await database?.destroy()
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
