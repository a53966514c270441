/** The steps between a search and an offer, as the officer and those who keep homes take them. */

import assert from 'node:assert/strict'
import type { Somebody, World } from './journey.ts'

export type Asked = { readonly home: string; readonly runBy: string }

/** A tiny region has these; a council keeps homes of its own. */
const councils = ['Medway', 'Bracknell Forest', 'West Berkshire']

export const theOfficer = ({ as }: World): Promise<Somebody> => as('Brokerage officer', 'Medway')

export async function openRequest(officer: Somebody): Promise<void> {
  await officer.goTo('Requests')
  await officer.follow((await officer.listed('rowheader'))[0]!)
}

/** The best few of the search, one by one. */
export async function askHomes(officer: Somebody, count: number): Promise<Asked[]> {
  const asked = await considerHomes(officer, count)
  await officer.press(/^Send to/)
  await officer.sees('Every home asked')
  return asked
}

/** Before they are asked. */
export async function considerHomes(officer: Somebody, count: number): Promise<Asked[]> {
  const homes = await officer.shown.getByText(/^\s*Ask /).allInnerTexts()
  for (const home of homes.slice(0, count)) await officer.choose(home.trim())
  await officer.press('Look at asking the homes ticked')
  await officer.look('sending')
  const asked = await officer.table('Who will be asked, and why each')
  assert.equal(asked.length, count)
  return asked.map(([home, runBy]) => ({ home: home!, runBy: runBy! }))
}

/** A provider's manager; or, for a council's own homes, its brokerage. */
export const keeperOf = ({ as }: World, { runBy }: Asked): Promise<Somebody> =>
  as(councils.includes(runBy) ? 'Brokerage officer' : 'Registered manager of a provider’s homes', runBy)

/** The newest request to that home. */
export async function openQueue(keeper: Somebody, { home }: Asked): Promise<void> {
  await keeper.goTo('Requests to you')
  await keeper.look('queue')
  const rows = await keeper.table(/Requests/)
  const row = rows.find(cells => cells[1] === home && cells.join(' ').includes('New'))
  assert.ok(row, `${home} has not been asked:\n${rows.join('\n')}`)
  await keeper.followIn(row.at(-1)!)
  await keeper.look('approach')
}

export async function sayInterested(keeper: Somebody): Promise<void> {
  await keeper.press('We may be able to help')
  await keeper.look('interest')
  await keeper.press('Say that we are interested')
  await keeper.look('approach-interested')
}

export async function share(officer: Somebody, { home }: Asked): Promise<void> {
  await openRequest(officer)
  await officer.follow('Answers and offers from homes')
  await officer.look('offers-interest')
  await officer.followIn(home, /Share/)
  await officer.look('sharing')
  await officer.press(`Share with ${home}`)
}

export async function offer(keeper: Somebody, weeklyFee: string): Promise<void> {
  await keeper.shown.reload()
  await keeper.look('approach-shared')
  await keeper.press('Make an offer')
  await keeper.look('offer')
  await fillOffer(keeper, weeklyFee)
  await keeper.press('Send the offer')
  await keeper.sees('Your offer')
  await keeper.look('approach-offered')
}

export async function fillOffer(keeper: Somebody, weeklyFee: string): Promise<void> {
  await keeper.fill('Weekly fee', weeklyFee)
  await keeper.chooseFirst('Which place do you offer?')
  await keeper.date('From which day could the child move in?', [30, 8, 2026])
}

/** Until the officer has one offer before them. */
export async function anOfferIsMade(world: World): Promise<Somebody> {
  const officer = await theOfficer(world)
  await openRequest(officer)
  await officer.press('Search for a home')
  const [asked] = await askHomes(officer, 1)
  const keeper = await keeperOf(world, asked!)
  await openQueue(keeper, asked!)
  await sayInterested(keeper)
  await share(officer, asked!)
  await offer(keeper, '980')
  await openRequest(officer)
  await officer.follow('Answers and offers from homes')
  return officer
}

export async function accept(officer: Somebody): Promise<void> {
  await officer.press(/^Accept /)
  await officer.look('acceptance')
  await officer.press('Accept, and take this place')
  await officer.sees('Agreed')
  await officer.look('placement-agreed')
}
