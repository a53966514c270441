/** A return is checked against every rule, put right for a child, answered, assigned, signed by two people and taken away. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type Database } from '#access'
import { workOnCheckings } from '../../src/workbench/actions/checking-return.ts'
import { type Somebody, journey } from '../support/journey.ts'
import { today } from '../support/people.ts'
import { bringInForm, withAnotherNeed } from '../support/returns-in-form.ts'
import { arePublishedHere, publishedFiles, work } from '../support/returns.ts'

journey('A data lead puts a return right, and two people sign it', async ({ as, database }) => {
  const lead = await as('Data lead of an authority', 'Medway')
  await lead.goTo('Returns')
  await lead.press('Load a return')
  await bringInForm(lead, withFaults())
  await work(database)
  await lead.shown.getByText('You can leave this page').waitFor({ state: 'detached' })

  await lead.goTo('Returns')
  await lead.follow('Check returns against every rule, and put them right')
  await lead.look('returns-by-year')
  await lead.follow('Return of 2025-26')
  await lead.sees('has not been checked against the rules yet')
  await lead.press('Check this return')
  await checked(lead, database)
  await lead.look('return-of-a-year')
  await lead.followIn('The sex of the child is missing')
  await lead.look('return-rule')
  await lead.follow('See an example')
  await lead.look('rule-explained')
  await lead.shown.goBack()

  await putRight(lead)
  await answerQuery(lead)
  await signTwice(lead, await as('Director of Children’s Services', 'Medway'))

  await lead.goTo('Returns')
  await lead.follow('Check returns against every rule, and put them right')
  await lead.follow('The years joined')
  await lead.look('years-joined')
  await lead.back()
  await checkWithoutKeeping(lead)
})

/** One child with a sex that is no code, and two whose sex is not known. */
function withFaults() {
  let turn = 0
  return withAnotherNeed().map(({ name, content }) => ({
    name,
    content: String(content).replace(/,[MF],(?=\d\d\/)/g, sex => {
      turn += 1
      return turn === 1 ? ',X,' : turn < 4 ? ',U,' : sex
    }),
  }))
}

async function checked(lead: Somebody, database: Database): Promise<void> {
  await lead.sees('You can leave this page')
  await lead.look('return-being-checked')
  while (await workOnCheckings(database, today));
  await lead.shown.getByText('You can leave this page').waitFor({ state: 'detached' })
  await lead.sees('Checked on')
}

/** From the rule to the child, and from the child to the value: what is put right counts at once. */
async function putRight(lead: Somebody): Promise<void> {
  await lead.shown.getByRole('main').getByRole('rowheader').getByRole('link').first().click()
  await lead.look('return-child')
  await lead.sees('Rule 101')
  await lead.follow(/put SEX/)
  await lead.look('return-cell')
  await lead.press('Put it right')
  await lead.sees('Say why')
  await lead.look('return-cell-refused')
  await lead.fill('What it should say', 'F')
  await lead.fill('Why', 'As the case system has it')
  await lead.press('Put it right')
  await lead.sees('Put right; the file says X')
  await lead.doesNotSee('Rule 101')
  await lead.fill('Comment for your colleagues', 'Asked the team to put it right at the source')
  await lead.press('Add this comment')
  await lead.sees('Asked the team')
  await lead.back()
  await lead.look('return-children')
}

async function answerQuery(lead: Somebody): Promise<void> {
  await lead.choose(/^Choose /)
  await lead.select('Assign the chosen children to', 'Nobody')
  await lead.press('Assign')
  await lead.back()
  await lead.follow('232')
  await lead.follow('Answer this query for every row')
  await lead.look('return-answering')
  await lead.fill('Why it is so', 'Not yet known to anybody')
  await lead.date('The last day this answer holds', [1, 12, 2026])
  await lead.press('Answer this query')
  await lead.sees('Yes')
  await lead.back()
  await lead.follow('Queries answered')
  await lead.look('return-answers')
  await lead.back()
  await lead.follow('By social worker and team')
  await lead.look('return-workers')
  await lead.back()
}

async function signTwice(lead: Somebody, director: Somebody): Promise<void> {
  await lead.follow('Sign this return')
  await lead.look('return-signing')
  for (const box of await lead.shown
    .getByRole('main')
    .getByLabel(/why it is true/)
    .all())
    await box.fill('It is so')
  await lead.press('It is ready: prepare it')
  await lead.sees('somebody else must sign it')
  await lead.look('return-prepared')

  await director.goTo('Returns')
  await director.follow('Check returns against every rule, and put them right')
  await director.follow('Return of 2025-26')
  await director.follow('Sign this return')
  await director.press('Sign: this return is true')
  await director.follow('Version 1')
  await director.look('return-signed')
  await director.follow('What has changed since it was signed')
  await director.sees('Nothing has changed')
  await director.look('return-differences')
  await director.back()
  const taken = director.shown.waitForEvent('download')
  await director.shown.getByRole('link', { name: 'return.xml' }).click()
  const xml = readFileSync((await (await taken).path())!, 'utf8')
  assert.match(xml, /^<\?xml[\s\S]*<EXPSSDA903>/)
}

/** The published return, dirty on purpose, looked at and not kept. */
async function checkWithoutKeeping(lead: Somebody): Promise<void> {
  await lead.follow('Check files without keeping them')
  await lead.look('return-private')
  if (!arePublishedHere) return
  const files = publishedFiles('fake903', name => !name.includes('errors')).map(({ name, content }) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  }))
  await lead.attach('Files of the return', files)
  await lead.press('Check these files')
  await lead.sees('Nothing of your files was kept')
  await lead.sees('388')
  await lead.look('return-privately-checked')
}
