/** Asking homes: what each is told and when, what they answer, and which offer the council takes. */

import assert from 'node:assert/strict'
import {
  accept,
  askHomes,
  keeperOf,
  offer,
  openQueue,
  openRequest,
  sayInterested,
  share,
  theOfficer,
} from '../support/asking.ts'
import { type Somebody, journey } from '../support/journey.ts'

journey('Homes are asked, answer and offer, and the council takes one', async world => {
  const officer = await theOfficer(world)
  await nobodyIsAskedUnlessChosen(officer)
  const [first, second, third] = await askHomes(officer, 3)
  await officer.look('offers-asked')

  const interested = await keeperOf(world, first!)
  await openQueue(interested, first!)
  await askBack(interested, officer)
  await sayInterested(interested)
  await share(officer, first!)
  await offerWithoutADay(interested)
  await offer(interested, '980')

  const another = await keeperOf(world, second!)
  await openQueue(another, second!)
  await sayInterested(another)
  await share(officer, second!)
  await offer(another, '1250')

  const full = await keeperOf(world, third!)
  await openQueue(full, third!)
  await decline(full)

  await openRequest(officer)
  await officer.follow('Answers and offers from homes')
  await officer.sees('Offers side by side')
  await officer.look('offers-compared')
  await accept(officer)
  await another.goTo('Requests to you')
  await another.look('queue-closed')
})

async function nobodyIsAskedUnlessChosen(officer: Somebody): Promise<void> {
  await openRequest(officer)
  await officer.press('Search for a home')
  await officer.press('Look at asking the homes ticked')
  await officer.sees('No home has been chosen')
  await officer.look('sending-nobody')
  await officer.follow('Tick homes on the search')
}

async function askBack(keeper: Somebody, officer: Somebody): Promise<void> {
  await keeper.follow('Ask a question first')
  await keeper.press('Send the question')
  await keeper.sees('There is a problem')
  await keeper.look('question-refused')
  await keeper.fill('Your question', 'Which bus goes to school?')
  await keeper.press('Send the question')
  await keeper.sees('Which bus goes to school?')
  await keeper.look('approach-asked-back')

  await openRequest(officer)
  await officer.follow('Answers and offers from homes')
  await officer.look('offers-question')
  await officer.follow(/^Answer /)
  await officer.look('answer')
  await officer.fill('Your answer', 'The 41, every ten minutes.')
  await officer.press('Send the answer')

  await keeper.shown.reload()
  await keeper.sees('The 41, every ten minutes.')
}

async function offerWithoutADay(keeper: Somebody): Promise<void> {
  await keeper.shown.reload()
  await keeper.press('Make an offer')
  await keeper.fill('Weekly fee', '980')
  await keeper.press('Send the offer')
  await keeper.sees('There is a problem')
  assert.equal(await keeper.shown.getByLabel('Weekly fee').inputValue(), '980', 'what was typed is kept')
  await keeper.look('offer-refused')
  await keeper.back()
}

async function decline(keeper: Somebody): Promise<void> {
  await keeper.follow('This home cannot help')
  await keeper.press('Decline')
  await keeper.sees('There is a problem')
  await keeper.look('decline-refused')
  await keeper.chooseFirst('Why can this home not help?')
  await keeper.press('Decline')
  await keeper.sees('You declined on 30 August 2026')
  await keeper.look('approach-declined')
}
