/** A data lead loads a year's return: nothing changes until it is seen and agreed, and it can be taken back. */

import type { Database } from '#access'
import { type Somebody, journey } from '../support/journey.ts'
import { bringInForm, withAnotherNeed } from '../support/returns-in-form.ts'
import { smallReturn, work } from '../support/returns.ts'

journey('A data lead loads a return, and undoes it', async ({ as, database }) => {
  const lead = await as('Data lead of an authority', 'Medway')
  await lead.look('home-data-lead')
  await lead.goTo('Returns')
  await lead.look('returns')
  await lead.press('Load a return')
  await lead.look('load')
  await lead.press('Check these files')
  await lead.sees('There is a problem')
  await lead.look('load-refused')

  await bringInForm(lead, smallReturn(2026))
  await waitingFor(lead, database, 'load-checking')
  await lead.sees('Check that these files are for your authority')
  await lead.look('load-of-another-authority')
  await lead.follow('See every problem, row by row')
  await lead.look('load-problems')
  await lead.back()
  await lead.press('Load a return')

  await bringInForm(lead, withAnotherNeed())
  await waitingFor(lead, database, 'load-checking')
  await lead.sees('Nothing has changed yet')
  await lead.sees('We found nothing wrong with these files')
  await lead.look('load-ready')
  await lead.press('See what will change')
  await lead.look('load-effect')
  if (await lead.link('Rows that cannot be used')) await lead.answerTheRest()
  await lead.press('Load this return')
  await waitingFor(lead, database, 'load-committing')
  await lead.sees('Return loaded')
  await lead.look('load-receipt')

  await lead.follow('undo it')
  await lead.look('load-undoing')
  await lead.press(/undo/i)
  await work(database)
  await lead.sees('The record is as it was before')
  await lead.look('load-undone')
})

/** The page tells how far the work is, and refreshes itself; here the work is done between two looks. */
async function waitingFor(lead: Somebody, database: Database, name: string): Promise<void> {
  await lead.sees('You can leave this page')
  await lead.look(name)
  await work(database)
  await lead.shown.getByText('You can leave this page').waitFor({ state: 'detached' })
}
