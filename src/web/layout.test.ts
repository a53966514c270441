/** What goes round every page. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from './html.ts'
import { faultPage, layout, refusalPage } from './layout.ts'
import { notFound } from '#shared/refusal'

const viewer = { actor: { name: 'Jo <Field>', organisationName: 'Wexcombe Council' }, problems: [] }
const around = { navigation: [{ text: 'Homes', href: '/homes', current: true }], signOut: '/sign-out' }
const page = { title: 'Homes', body: html`<h1>Homes</h1>` }

test('a person always sees who they are, for whom, and how to leave', () => {
  const { text } = layout(viewer, page, around)
  assert.match(text, /Jo &lt;Field&gt;[\s\S]*Wexcombe Council[\s\S]*action="\/sign-out"/)
})

test('what is wrong is in the title, and at the top with a link to its box', () => {
  const problems = [{ field: 'needs.0', message: 'Choose a need' }]
  const { text } = layout({ ...viewer, problems }, page, around)
  assert.match(text, /<title>Error: Homes - Nearhome<\/title>/)
  assert.match(text, /href="#needs">Choose a need/)
})

test('no page has a script or a style within it', () => {
  for (const { text } of [
    layout(viewer, page, around),
    faultPage(),
    refusalPage(notFound('Home not found'), viewer),
  ]) {
    assert.doesNotMatch(text, /<style|<script(?![^>]* src=)| style="| on[a-z]+="/)
  }
})

test('nobody who has not signed in is offered to sign out', () => {
  assert.doesNotMatch(layout(null, page).text, /sign-out/)
})

test('a page that waits asks again by itself, and no other does', () => {
  assert.match(layout(viewer, { ...page, refresh: 2 }, around).text, /http-equiv="refresh" content="2"/)
  assert.doesNotMatch(layout(viewer, page, around).text, /http-equiv/)
})
