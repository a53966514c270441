/** Which team each social worker of the return is in, as a list that can be pasted. */

import { form, questions } from '#web/forms'
import { html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { paths } from '../paths.ts'
import type { Team } from '../actions/assigning.ts'
import { backTo } from './words.ts'

export const teamsPage = (
  { year, teams }: { year: number; teams: readonly Team[] },
  viewer: Viewer,
): Page => ({
  title: 'Teams of social workers',
  body: html`${backTo(paths.workers(year), 'By social worker and team')}
    <h1 class="govuk-heading-l">Teams of social workers</h1>
    <p class="govuk-body">
      The return names social workers by SW_ID and knows no teams. Say here which team each is in; the list
      replaces the one before.
    </p>
    ${form({
      action: paths.teams(year),
      submit: 'Keep this list',
      cancel: paths.workers(year),
      body: questions(viewer).textarea({
        name: 'list',
        label: 'SW_ID, team',
        hint: 'One social worker on each line, for example: SW1001, Looked after north',
        value: teams.map(({ worker, name }) => `${worker}, ${name}`).join('\n'),
        rows: 15,
      }),
    })}`,
})
