/** Somebody new, at the sign-in page: how many presses it takes until a child has a home near home. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept, anOfferIsMade } from '../support/asking.ts'
import { journey } from '../support/journey.ts'

/** Of the officer alone; what is typed is not counted. */
const mostPresses = 30
const counted: number[] = []

journey('A newcomer places a child in a home near home', async world => {
  const officer = await anOfferIsMade(world)
  await accept(officer)
  await officer.press('The child has arrived')
  await officer.date('Which day did the child arrive?', [30, 8, 2026])
  await officer.answerTheRest()
  await officer.press('Save')
  await officer.sees('Living there')
  counted.push(officer.clicks())
})

test('a newcomer presses few times between signing in and the child’s arrival', context => {
  context.diagnostic(`presses of the brokerage officer, with scripts and without: ${counted.join(', ')}`)
  for (const presses of counted) assert.ok(presses <= mostPresses, `${presses} presses`)
})
