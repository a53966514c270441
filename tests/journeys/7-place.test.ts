/** A place taken: agreed, arrived, left; and one that did not happen, and was given back. */

import { journey } from '../support/journey.ts'
import { parseDate } from '#shared/dates'
import { accept, anOfferIsMade, openRequest } from '../support/asking.ts'

journey('A child moves in, and later leaves care', async world => {
  const officer = await anOfferIsMade(world)
  await accept(officer)
  await officer.goTo('Placements')
  await officer.look('placements')
  await officer.follow((await officer.listed('rowheader'))[0]!)
  await officer.press('The child has arrived')
  await officer.look('arrival')
  await officer.date('Which day did the child arrive?', [30, 8, 2026])
  await officer.press('Save')
  await officer.sees('There is a problem')
  await officer.look('arrival-refused')
  await officer.answerTheRest()
  await officer.press('Save')
  await officer.sees('Living there')
  await officer.look('placement-started')
  await officer.follow((await officer.heading()).split(' at ')[0]!)
  await officer.look('child-after-move')

  world.itBecomes(parseDate('2026-09-06')!)
  await officer.goTo('Placements')
  await officer.follow((await officer.listed('rowheader'))[0]!)
  await officer.press('The child has left care')
  await officer.look('ending')
  await officer.date('Which day did the child leave?', [6, 9, 2026])
  await officer.answerTheRest()
  await officer.press('Save, and free the place')
  await officer.sees('Left on')
  await officer.look('placement-ended')
})

journey('A child is not coming after all', async world => {
  const officer = await anOfferIsMade(world)
  await accept(officer)
  await officer.follow('The child is not coming')
  await officer.look('cancellation')
  await officer.press('Give the place back')
  await officer.sees('There is a problem')
  await officer.look('cancellation-refused')
  await officer.fill('Why is the child not coming?', 'Their aunt can have them after all.')
  await officer.press('Give the place back')
  await officer.look('cancelled')
  await openRequest(officer)
  await officer.sees('Looking for a home')
})
