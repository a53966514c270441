/** Looking at a page: can everybody use it, does it fit a telephone, and what does it look like? */

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { axe, overflow, page, screenshot } from './browser.ts'

export type Seat = { readonly shown: Page; readonly scripts: boolean; readonly seen: Set<string> }

/** Once for each name. */
export async function lookAt({ shown, scripts, seen }: Seat, name: string): Promise<void> {
  if (seen.has(name)) return
  seen.add(name)
  const refreshes = (await shown.locator('meta[http-equiv=refresh]').count()) > 0
  const still = scripts && !refreshes ? shown : await copyOf(shown)
  assert.deepEqual(await axe(still), [], `axe at ${name} (${shown.url()})`)
  assert.equal(await overflow(still), 0, `${name} runs over the side at 320 px (${shown.url()})`)
  if (scripts) await screenshot(still, name)
  if (still !== shown) await still.context().close()
}

/** Axe is a script itself: where there are none, or the page will not keep still, it looks at the same page there. */
async function copyOf(shown: Page): Promise<Page> {
  const copy = await page(shown.context().browser()!)
  const markup = await shown.content()
  const body = markup.replaceAll(/<script[^>]*>.*?<\/script>|<meta http-equiv="refresh"[^>]*>/gs, '')
  await copy.route(shown.url(), route => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  await copy.goto(shown.url())
  return copy
}
