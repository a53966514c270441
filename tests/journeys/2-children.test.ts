/** The children of one council, as their own record tells it; and the region's list, in which nobody is named. */

import assert from 'node:assert/strict'
import { journey } from '../support/journey.ts'

journey('A child is found, and what matters to them is written down', async ({ as }) => {
  const worker = await as('Social worker', 'Medway')
  await worker.goTo('Children')
  await worker.look('children')
  const [name] = await worker.listed('rowheader')
  const familyName = name!.split(' ').at(-1)!

  await worker.fill('Name or number', 'zzzz')
  await worker.press('Look for a child')
  await worker.sees('Try fewer letters')
  await worker.look('children-nobody')
  await worker.fill('Name or number', familyName.slice(0, 5))
  await worker.press('Look for a child')
  await worker.sees(name!)
  assert.doesNotMatch(worker.shown.url(), new RegExp(familyName, 'i'), 'no name stands in an address')
  await worker.look('children-found')

  await worker.follow(name!)
  await worker.look('child')
  await worker.press('Record what matters now')
  await worker.look('assessment')
  await worker.fill('In the child’s own words, what matters most?', 'My cat, and seeing Gran on Sundays.')
  await worker.press('Save what matters now')
  await worker.sees('My cat, and seeing Gran on Sundays.')
  await worker.look('child-own-words')

  await worker.date('See the record on another day', [1, 8, 2026])
  await worker.press('See that day')
  await worker.sees('This is the record as it stood on 1 August 2026')
  await worker.doesNotSee('My cat, and seeing Gran on Sundays.')
  await worker.look('child-in-the-past')
})

journey('The co-operative sees the region’s children, and no name', async ({ as }) => {
  const worker = await as('Social worker', 'Medway')
  await worker.goTo('Children')
  const names = await worker.listed('rowheader')

  const lead = await as(
    'Data and sufficiency lead of the co-operative',
    'South East Regional Care Co-operative',
  )
  await lead.goTo('Children in the region')
  await lead.look('region-children')
  for (const name of names) await lead.doesNotSee(name)
  await lead.select('Authority', 'Medway')
  await lead.press('Apply filters')
  await lead.look('region-children-filtered')
})
