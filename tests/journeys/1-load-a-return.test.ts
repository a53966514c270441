/** A data lead loads a year's return: nothing changes until it is seen and agreed, and it can be taken back. */

import assert from 'node:assert/strict'
import type { Database } from '#access'
import { type Somebody, journey } from '../support/journey.ts'
import { filesOf, inventRegion, returnsOf } from '#invention'
import { type SentFile, smallReturn, work } from '../support/returns.ts'
import { wishes } from '../support/region.ts'

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

  await bring(lead, smallReturn(2026))
  await waitingFor(lead, database, 'load-checking')
  await lead.sees('Check that these files are for your authority')
  await lead.look('load-of-another-authority')
  await lead.follow('See every problem, row by row')
  await lead.look('load-problems')
  await lead.back()
  await lead.press('Load a return')

  await bring(lead, withAnotherNeed())
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

/** The return as it was loaded at first, but for why one child needs care. */
function withAnotherNeed(): SentFile[] {
  const region = inventRegion(wishes)
  const [medway] = [...region.authorities()].filter(({ area }) => area.name === 'Medway')
  return filesOf(returnsOf(region, medway!, 2026)).map(({ name, text }) => ({
    name,
    content: text.replace(',N1,', ',N2,'),
  }))
}

async function bring(lead: Somebody, brought: readonly SentFile[]): Promise<void> {
  const files = brought.map(({ name, content }) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  }))
  assert.ok(files.length > 1)
  await lead.attach('Files of the return', files)
  await lead.press('Check these files')
}

/** The page tells how far the work is, and refreshes itself; here the work is done between two looks. */
async function waitingFor(lead: Somebody, database: Database, name: string): Promise<void> {
  await lead.sees('You can leave this page')
  await lead.look(name)
  await work(database)
  await lead.shown.getByText('You can leave this page').waitFor({ state: 'detached' })
}
