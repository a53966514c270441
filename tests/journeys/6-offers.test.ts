/** Asking homes: what each is told and when, what they answer, and which offer the council takes. */

import assert from 'node:assert/strict'
import { type Somebody, type World, journey } from '../support/journey.ts'

journey('Homes are asked, answer and offer', async world => {
  const officer = await world.as('Brokerage officer', 'Medway')
  const [first, second, third] = await askThree(officer)

  const interested = await keeperOf(world, first!.runBy)
  await answering(interested, first!.home)
  await askBack(interested, officer)
  await sayInterested(interested)
  await share(officer, first!.home)
  await offer(interested, first!.home, '980')

  const another = await keeperOf(world, second!.runBy)
  await answering(another, second!.home)
  await sayInterested(another)
  await share(officer, second!.home)
  await offer(another, second!.home, '1250')

  const full = await keeperOf(world, third!.runBy)
  await answering(full, third!.home)
  await decline(full)

  await compareAndAccept(officer, first!.home)
  await another.goTo('Requests to you')
  await another.look('queue-closed')
})

type Asked = { home: string; runBy: string }

async function askThree(officer: Somebody): Promise<Asked[]> {
  await openRequest(officer)
  await officer.press('Search for a home')
  await officer.press('Look at asking the homes ticked')
  await officer.sees('No home has been chosen')
  await officer.look('sending-nobody')
  await officer.follow('Tick homes on the search')
  for (const home of [0, 1, 2]) await officer.choose((await ticks(officer))[home]!)
  await officer.press('Look at asking the homes ticked')
  await officer.look('sending')
  const asked = await officer.table('Who will be asked, and why each')
  await officer.press('Send to 3 homes')
  await officer.sees('Every home asked')
  await officer.look('offers-asked')
  return asked.map(([home, runBy]) => ({ home: home!, runBy: runBy! }))
}

const ticks = async (officer: Somebody) =>
  (await officer.shown.getByText(/^\s*Ask /).allInnerTexts()).map(text => text.trim())

async function openRequest(officer: Somebody): Promise<void> {
  await officer.goTo('Requests')
  await officer.follow((await officer.listed('rowheader'))[0]!)
}

/** A provider's manager; or, for a council's own homes, its brokerage. */
async function keeperOf({ as }: World, runBy: string): Promise<Somebody> {
  const isCouncil = ['Medway', 'Bracknell Forest', 'West Berkshire'].includes(runBy)
  return as(isCouncil ? 'Brokerage officer' : 'Registered manager of a provider’s homes', runBy)
}

async function answering(keeper: Somebody, home: string): Promise<void> {
  await keeper.goTo('Requests to you')
  await keeper.look('queue')
  const rows = await keeper.table(/Requests/)
  const row = rows.find(cells => cells[1] === home && cells.join(' ').includes('New'))
  assert.ok(row, `${home} has been asked`)
  const reference = row.at(-1)!
  await keeper.followIn(reference)
  await keeper.look('approach')
  await keeper.doesNotSee('Idris')
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

async function sayInterested(keeper: Somebody): Promise<void> {
  await keeper.press('We may be able to help')
  await keeper.look('interest')
  await keeper.press('Say that we are interested')
  await keeper.look('approach-interested')
}

async function share(officer: Somebody, home: string): Promise<void> {
  await openRequest(officer)
  await officer.follow('Answers and offers from homes')
  await officer.look('offers-interest')
  await officer.followIn(home, /Share/)
  await officer.look('sharing')
  await officer.press(`Share with ${home}`)
}

async function offer(keeper: Somebody, home: string, weeklyFee: string): Promise<void> {
  await keeper.shown.reload()
  await keeper.look('approach-shared')
  await keeper.press('Make an offer')
  await keeper.look('offer')
  await keeper.fill('Weekly fee', weeklyFee)
  await keeper.press('Send the offer')
  await keeper.sees('There is a problem')
  assert.equal(await keeper.shown.getByLabel('Weekly fee').inputValue(), weeklyFee, 'what was typed is kept')
  await keeper.look('offer-refused')
  await keeper.chooseFirst('Which place do you offer?')
  await keeper.date('From which day could the child move in?', [7, 9, 2026])
  await keeper.press('Send the offer')
  await keeper.sees('Your offer')
  await keeper.look('approach-offered')
  assert.ok(home)
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

async function compareAndAccept(officer: Somebody, home: string): Promise<void> {
  await openRequest(officer)
  await officer.follow('Answers and offers from homes')
  await officer.sees('Offers side by side')
  await officer.look('offers-compared')
  await officer.press(`Accept ${home}`)
  await officer.look('acceptance')
  await officer.press('Accept, and take this place')
  await officer.sees('Agreed')
  await officer.look('placement-agreed')
}
