/** Homes and their places: what providers tell in thirty seconds, what commissioners find, and Ofsted’s own list. */

import assert from 'node:assert/strict'
import { type Somebody, journey } from '../support/journey.ts'

journey('A manager tells which places are free', async ({ as }) => {
  const manager = await as('Registered manager of a provider’s homes', 'Foxholme')
  await manager.look('home-manager')
  await manager.goTo('Homes')
  await manager.look('homes-for-manager')
  await manager.press('Update your vacancies')
  await manager.look('vacancies')
  await manager.press(/^Confirm /)
  await manager.sees('Your homes')
  await manager.look('own-homes')
  await manager.follow((await manager.listed('rowheader'))[0]!)
  await manager.look('own-home')
  await closeAndOpen(manager)
  await manager.press('Add a place')
  await manager.fill('Name of the place', 'The blue room')
  await manager.press('Add the place')
  await manager.sees('There is a problem')
  await manager.look('add-place-refused')
  await manager.fill('Weekly fee', '1400')
  await manager.press('Add the place')
  await manager.sees('The blue room')
})

async function closeAndOpen(manager: Somebody): Promise<void> {
  await manager.press('Close the home')
  await manager.look('closing-home')
  await manager.press('Close the home')
  await manager.sees('There is a problem')
  await manager.answerTheRest()
  await manager.press('Close the home')
  await manager.look('home-closed')
  await manager.press('Open the home')
  await manager.look('opening-home')
  await manager.press('Open the home')
}

const heading =
  'URN,Provision type,Registration status,Setting name,Sector,Places,Local authority,Postcode,' +
  'Overall experiences and progress,Last inspection date,Organisation name,Organisation URN'
const list = `${heading}
SC987654,Children's home,Active,Plum Tree House,Private,4,Medway,ME4 4UF,Good,01/03/2026,Plum Tree Homes,1987654
SCX,Children's home,Active,Nowhere,Private,4,Medway,ME4 4UF,Good,01/03/2026,Plum Tree Homes,1987654
`

journey('A commissioner finds homes, and Ofsted’s list is loaded', async ({ as }) => {
  const commissioner = await as('Commissioner', 'Medway')
  await commissioner.goTo('Homes')
  await commissioner.look('homes')
  await commissioner.select('Vacancy', 'Has a vacant place')
  await commissioner.press('Apply filters')
  await commissioner.look('homes-vacant')
  await commissioner.follow((await commissioner.listed('rowheader'))[0]!)
  await commissioner.look('home')

  const keeper = await as('Administrator of the co-operative', 'South East')
  assert.ok((await keeper.heads()).includes('Ofsted’s list'), 'the co-operative keeps the register')
  await keeper.goTo('Ofsted’s list')
  await keeper.press('Read the list')
  await keeper.sees('There is a problem')
  await keeper.look('register-refused')
  const file = { name: 'ofsted.csv', mimeType: 'text/csv', buffer: Buffer.from(list) }
  await keeper.attach('Ofsted’s list', [file])
  await keeper.press('Read the list')
  await keeper.sees('What this list would change')
  await keeper.look('register-preview')
  await keeper.press('Load this list')
  await keeper.sees('The list has been loaded')
  await keeper.look('register-loaded')
})
