/** The published return, dirty on purpose, is checked in a browser with its true progress, and put right for one child. */

import { workOnCheckings } from '../../src/workbench/actions/checking-return.ts'
import { journey } from '../support/journey.ts'
import { today } from '../support/people.ts'
import { bringInForm } from '../support/returns-in-form.ts'
import { arePublishedHere, publishedFiles, work } from '../support/returns.ts'

const title = 'A data lead checks the published return and puts a child right'

if (arePublishedHere) {
  journey(title, async ({ as, database }) => {
    const lead = await as('Data lead of an authority', 'Medway')
    await lead.goTo('Returns')
    await lead.press('Load a return')
    await bringInForm(
      lead,
      publishedFiles('fake903', name => !name.includes('errors')),
    )
    await work(database)
    await lead.shown.getByText('You can leave this page').waitFor({ state: 'detached' })
    await lead.look('published-return-refused')
    await lead.press('Check these files against every rule')
    await lead.sees('You can leave this page')
    await lead.look('published-return-being-checked')
    while (await workOnCheckings(database, today));
    await lead.shown.getByText('You can leave this page').waitFor({ state: 'detached' })
    await lead.sees('2,675 children')
    await lead.look('published-return-checked')

    await lead.followIn('The sex of the child is missing')
    await lead.shown.getByRole('main').getByRole('rowheader').getByRole('link').first().click()
    await lead.look('published-return-child')
    await lead.sees('Rule 101')
    await lead.follow(/put SEX/)
    await lead.fill('What it should say', 'F')
    await lead.fill('Why', 'Seen in the file')
    await lead.press('Put it right')
    await lead.sees('Put right')
    await lead.doesNotSee('Rule 101')
    await lead.look('published-return-put-right')
  })
}
