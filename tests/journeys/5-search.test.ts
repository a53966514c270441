/** Finding a home for one child: every open place ranked with its reasons, and every other with why not. */

import assert from 'node:assert/strict'
import { journey } from '../support/journey.ts'

journey('A brokerage officer searches for a home', async ({ as }) => {
  const officer = await as('Brokerage officer', 'Medway')
  await officer.goTo('Requests')
  await officer.look('requests')
  await officer.follow('Idris Qaderan')
  await officer.look('request-open')
  await officer.press('Search for a home')
  await officer.look('search')
  console.log(await officer.text())
  assert.ok(true)
})
