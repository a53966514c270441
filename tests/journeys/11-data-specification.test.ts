/** What the region plans by is sent as tables, checked, loaded, scored, chased and taken back. */

import { journey, type Somebody } from '../support/journey.ts'

journey('A data lead sends the tables of the data specification', async ({ as }) => {
  const lead = await as('Data lead of an authority', 'Medway')
  await lead.sees('Tables to send')
  await lead.sees('days late')
  await lead.goTo('Data specification')
  await lead.sees('Sufficient data specification')
  await lead.look('data-specification')

  await lead.follow('Load tables')
  await lead.look('tables-loaded-none')
  await lead.press('Load tables')
  await lead.press('Check these files')
  await lead.sees('There is a problem')
  await lead.look('tables-refused')
  await bring(lead, [legal, health])
  await lead.sees('Nothing has changed yet')
  await lead.sees('1 row cannot be used')
  await lead.look('tables-ready')
  await lead.follow('A code is not known')
  await lead.sees('1002')
  await lead.look('tables-problems')
  await lead.back()

  await lead.press('Go on to load them')
  await lead.press('Load these tables')
  await lead.sees('may be left out')
  await lead.look('tables-commitment')
  await lead.choose(/Load the rest without/)
  await lead.press('Load these tables')
  await lead.sees('Under version 1.1 of the specification')
  await lead.look('tables-receipt')
  await lead.follow('See the scorecard')
  await lead.sees('2 of 7 tables')
  await lead.look('scorecard-own')

  const region = await as('Data and sufficiency lead of the co-operative', 'South East')
  await region.sees('Authorities with tables to send')
  await region.goTo('Data specification')
  await region.follow('see the scorecard')
  await region.sees('Medway has not sent')
  await region.doesNotSee('1002')
  await region.look('scorecard-members')

  await undo(lead)
})

const legal = {
  name: 'statuses.csv',
  text:
    'lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date\n' +
    '1,1001,C2,2026-02-01\n2,1002,ZZ,2026-02-01\n3,,C2,2026-02-01\n',
}
const health = {
  name: 'checks.csv',
  text:
    'clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date\n' +
    '1,1001,Dental check,2026-02-30\n2,1003,Dental check,2026-02-20\n',
}

async function bring(lead: Somebody, tables: readonly { name: string; text: string }[]): Promise<void> {
  const files = tables.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }))
  await lead.attach('Files to load', files)
  await lead.press('Check these files')
}

async function undo(lead: Somebody): Promise<void> {
  await lead.back()
  await lead.follow('Load tables')
  await lead.look('tables-loaded')
  await lead.shown.getByRole('main').getByRole('rowheader').getByRole('link').first().click()
  await lead.follow('undo it')
  await lead.look('tables-undoing')
  await lead.press('Undo these tables')
  await lead.sees('What was sent before them stands again')
  await lead.look('tables-undone')
}
