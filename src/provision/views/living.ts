/** Who lives in a home: the boxes of the thirty-second update, and one sentence elsewhere. */

import { inWords } from '#shared/dates'
import { checkboxes, details } from '#web/govuk'
import { type Html, html } from '#web/html'
import { questions } from '#web/questions'
import type { Viewer } from '#web/route'
import { type WhoLives, agesTyped, livingInWords } from '../living.ts'
import type { SeenHome } from '../sight.ts'

/** Filled in with what was said last, so that confirming says it again. */
export function livingQuestions({ id, name }: SeenHome, said: WhoLives | null, viewer: Viewer): Html {
  const { text } = questions(viewer)
  const wrong = viewer.problems.some(
    ({ field }) => /^(girls|boys|others|nobody)-/.test(field ?? '') && field?.endsWith(id),
  )
  const box = (name_: 'girls' | 'boys' | 'others', label: string) =>
    text({ name: `${name_}-${id}`, label, value: said && agesTyped(said[name_]), width: 20 })
  return details({
    summaryText: said
      ? `Who lives at ${name}: ${livingInWords(said)} (said on ${inWords(said.saidOn)})`
      : `Say who lives at ${name}, in ages alone`,
    open: wrong,
    html: html`<p class="govuk-body">
        Councils then ask you only about children who would fit in. Give ages, such as 9, 12, and nothing that
        tells who a child is.
      </p>
      ${box('girls', 'Ages of girls')} ${box('boys', 'Ages of boys')}
      ${box('others', 'Ages of other children (optional)')} ${nobody(id, said, viewer)}`,
  })
}

function nobody(id: string, said: WhoLives | null, { entered, problems }: Viewer): Html {
  const name = `nobody-${id}`
  const wasNobody = said !== null && livingInWords(said) === 'no child'
  const checked = Object.keys(entered).length > 0 ? entered[name] === 'yes' : wasNobody
  const problem = problems.find(({ field }) => field === name)
  return checkboxes({
    name,
    idPrefix: name,
    classes: 'govuk-checkboxes--small',
    errorMessage: problem && { text: problem.message },
    items: [{ value: 'yes', text: 'No child lives here today', checked }],
  })
}

export const livingWords = (said: WhoLives | null): string =>
  said
    ? `${capital(livingInWords(said))}, as the home said on ${inWords(said.saidOn)}`
    : 'The home has not said'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
