/** A real browser, for tests that look: Debian's Chromium if there is one, or the one that comes with the packages. */

import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import axeCore, { type AxeResults } from 'axe-core'
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core'

const output = 'test-output'
export const widths = { wide: 1280, narrow: 320 }
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Close it when done, or the tests never end. */
export const open = async (): Promise<Browser> => chromium.launch(await chosenBrowser())

/** A fresh person at the browser: no cookies, and no script if asked. Close its context when done. */
export async function page(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: widths.wide, height: 900 }, ...options })
  return context.newPage()
}

const options = { resultTypes: ['violations'], runOnly: { type: 'tag', values: rules } }
const run = `axe.run(document, ${JSON.stringify(options)})`

/** What axe finds wrong, in lines that a person can act on; an empty list is what we want. */
export async function axe(shown: Page): Promise<string[]> {
  await shown.evaluate(axeCore.source)
  const { violations } = (await shown.evaluate(run)) as AxeResults
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter(({ html }) => !(id === 'aria-allowed-attr' && revealing.test(html)))
      .map(({ html, failureSummary = '' }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  )
}

/** GOV.UK's own script says a revealing choice is expanded; axe does not allow it, users need it (govuk-frontend 979). */
const revealing = /class="govuk-(radios|checkboxes)__input".*aria-controls/

/** Kept at both widths, for people to look at. */
export async function screenshot(shown: Page, name: string): Promise<void> {
  mkdirSync(output, { recursive: true })
  const before = shown.viewportSize()
  for (const width of Object.values(widths)) {
    await shown.setViewportSize({ width, height: 900 })
    const path = join(output, `${name}-${width}.jpeg`)
    await again(() => shown.screenshot({ path, fullPage: true, quality: 80 }))
  }
  if (before) await shown.setViewportSize(before)
}

/** A busy browser may have no frame to hand yet, and says so: it is asked three times. Whatever else it says, stands. */
export async function again<T>(take: () => Promise<T>, times = 3): Promise<T> {
  try {
    return await take()
  } catch (fault) {
    if (times === 1 || !/Unable to capture screenshot/.test(String(fault))) throw fault
    await setTimeout(200)
    return again(take, times - 1)
  }
}

/** How far the page runs over the side, in pixels, at the narrow width: nothing, if it reflows (WCAG 1.4.10). */
export async function overflow(shown: Page): Promise<number> {
  const before = shown.viewportSize()
  await shown.setViewportSize({ width: widths.narrow, height: 900 })
  const over = await shown.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  if (before) await shown.setViewportSize(before)
  return Number(over)
}

/** Where none is installed it is unpacked, once, among the temporary files. */
export async function chosenBrowser() {
  for (const path of [process.env.CHROMIUM_PATH, '/usr/bin/chromium']) {
    if (path && existsSync(path)) return { executablePath: path, args: ['--no-sandbox'] }
  }
  const { default: packed, inflate } = await import('@sparticuz/chromium')
  const executablePath = await packed.executablePath()
  const archive = new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))
  const libraries = await inflate(fileURLToPath(archive))
  const args = ['--no-sandbox', '--headless=shell', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage']
  return {
    executablePath,
    args,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(libraries, 'lib'),
      FONTCONFIG_FILE: whereFontsAre(),
    } as Record<string, string>,
  }
}

/** The package's own list names one folder by its full path; without a font it draws nothing, and sooner or later dies. */
function whereFontsAre(): string {
  const list = join(tmpdir(), 'nearhome-fonts.conf')
  const own = `${list}.${process.pid}`
  const folders = [join(tmpdir(), 'fonts'), '/usr/share/fonts'].map(each => `<dir>${each}</dir>`).join('')
  const cache = `<cachedir>${join(tmpdir(), 'fonts-cache')}</cachedir>`
  writeFileSync(own, `<?xml version="1.0"?><fontconfig>${folders}${cache}</fontconfig>`)
  renameSync(own, list)
  return list
}
