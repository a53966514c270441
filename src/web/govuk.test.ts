/** Our typed components say exactly what GOV.UK's own examples say. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as govuk from './govuk.ts'
import { Html, html } from './html.ts'

type Fixture = { name: string; options: object; html: string }
type Component = (options: never) => Html

for (const [name, render] of Object.entries(govuk)) {
  if (typeof render !== 'function') continue
  const folder = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  test(`${folder} gives what each of its official examples gives`, () => {
    const path = `${govuk.govukFolder}/govuk/components/${folder}/fixtures.json`
    const { fixtures } = JSON.parse(readFileSync(path, 'utf8')) as { fixtures: Fixture[] }
    assert.ok(fixtures.length > 0)
    for (const fixture of fixtures) {
      const ours = (render as Component)(fixture.options as never)
      assert.equal(closeUp(ours.text), closeUp(fixture.html), fixture.name)
    }
  })
}

/** Space between tags is the formatter's business, not ours. */
const closeUp = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ?([<>]) ?/g, '$1')
    .trim()

test('text that looks like HTML is shown, not obeyed', () => {
  assert.match(govuk.tag({ text: '<b>open</b>' }).text, /&lt;b&gt;open/)
  assert.match(govuk.tag({ html: html`<b>open</b>` }).text, /<b>open<\/b>/)
})
