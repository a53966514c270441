/** Finding a home for one child: every open place ranked with its reasons, and every other with why not. */

import assert from 'node:assert/strict'
import { type Somebody, journey } from '../support/journey.ts'

journey('A brokerage officer searches for a home', async ({ as }) => {
  const officer = await as('Brokerage officer', 'Medway')
  await officer.look('home-brokerage')
  await officer.goTo('Requests')
  await officer.look('requests')
  await officer.follow((await officer.listed('rowheader'))[0]!)
  await officer.look('request-open')

  await officer.press('Search for a home')
  await officer.look('search')
  await officer.sees('What every home here is')
  const usual = await ranked(officer)
  assert.ok(usual.length > 1, 'several homes could suit')

  await officer.open('How much each thing matters')
  await officer.look('search-weights')
  for (const box of await officer.shown.getByRole('textbox').all()) await box.fill('0')
  await officer.fill('Inexpensive', '10')
  await officer.press('Rank again')
  await officer.sees('Ranked with your own weights')
  await officer.look('search-own-weights')
  assert.notDeepEqual(await ranked(officer), usual, 'other weights make another order')
  await officer.follow('Use the usual weights')
  assert.deepEqual(await ranked(officer), usual)

  const [reason] = await officer.listed('rowheader')
  await officer.follow(reason!)
  await officer.sees('Why it was left out')
  await officer.look('search-left-out')
  await officer.follow('Back to the best homes')

  await officer.follow(usual[0]!)
  await officer.look('home-from-search')
})

const ranked = (officer: Somebody) =>
  officer.shown.getByRole('heading', { level: 3 }).getByRole('link').allInnerTexts()
