/** The pages on which a social worker writes down what matters to a child, and what the child is called. */

import { careNeedGroups, careNeeds } from '#reference'
import { form, questions } from '#web/forms'
import { checkboxes } from '#web/govuk'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { educationStages } from '../assessment.ts'
import { ageInWords, initialsOf, nameOf } from '../child.ts'
import { paths } from '../paths.ts'
import type { ChildRecord } from '../record.ts'
import { identityOf } from './record.ts'

export function assessmentPage({ child, assessment, day }: ChildRecord, viewer: Viewer): Page {
  const name = child.givenName ?? 'this child'
  const body = html`${identityOf(child, [{ name: 'Age', value: ageInWords(child.born, day) }])}
    <h1 class="govuk-heading-l">Record what matters now to ${name}</h1>
    <p class="govuk-body">
      Begin with the child’s own words. Everything you write is dated, and what was written before is kept.
    </p>
    ${form({
      action: paths.assessment(child.id),
      submit: 'Save what matters now',
      cancel: paths.child(child.id),
      body: [voiceAsked(assessment, viewer), needsAsked(assessment, viewer), planAsked(assessment, viewer)],
    })}`
  return { title: `What matters now to ${initialsOf(child)}`, body }
}

type Known = ChildRecord['assessment']

function voiceAsked(known: Known, viewer: Viewer): Html {
  const ask = questions(viewer)
  return html`${ask.textarea({
    name: 'voice',
    label: 'In the child’s own words, what matters most?',
    hint: 'Write it as they said it. If they do not use words, write how they show you.',
    value: known?.voice,
    rows: 5,
  })}
  ${ask.date({ name: 'assessedOn', label: 'When did you learn this?', value: viewer.today })}
  ${ask.textarea({
    name: 'strengths',
    label: 'What are they good at, and what do they enjoy?',
    hint: 'One on each line',
    value: known?.strengths.join('\n'),
    rows: 5,
  })}`
}

/** The groups share one name, so that their answers arrive as one list. */
function needsAsked(known: Known, { entered }: Viewer): Html {
  const chosen = [entered.needs ?? (entered.child ? [] : known?.needs) ?? []].flat()
  return html`<h2 class="govuk-heading-m">What do they need help with?</h2>
    ${careNeedGroups.map((group, i) =>
      checkboxes({
        name: 'needs',
        idPrefix: i === 0 ? 'needs' : `needs-${i}`,
        classes: 'govuk-checkboxes--small',
        fieldset: { legend: { text: group, classes: 'govuk-fieldset__legend--s' } },
        items: careNeeds
          .filter(each => each.group === group)
          .map(({ code, label }) => ({ value: code, text: label, checked: chosen.includes(code) })),
      }),
    )}`
}

function planAsked(known: Known, viewer: Viewer): Html {
  const ask = questions(viewer)
  const stages = educationStages.map(({ code, label }) => ({ value: code, text: label }))
  const yes = (answer: boolean | undefined) => (answer ? 'yes' : undefined)
  return html`${ask.textarea({ name: 'carePlan', label: 'What is the long-term plan?', value: known?.carePlan })}
  ${ask.textarea({
    name: 'outcomes',
    label: 'What should be different for them, and by when?',
    value: known?.outcomes,
  })}
  ${ask.text({ name: 'schoolName', label: 'School or college', value: known?.schoolName })}
  ${ask.text({
    name: 'schoolPostcode',
    label: 'Postcode of the school or college',
    width: 10,
    value: known?.schoolPostcode,
  })}
  ${ask.select({ name: 'educationStage', label: 'Stage of education', choices: stages, value: known?.educationStage })}
  ${ask.checkboxes({
    name: 'hasEhcp',
    label: 'Education, health and care plan',
    choices: [{ value: 'yes', text: 'They have one' }],
    value: yes(known?.hasEhcp),
    small: true,
  })}
  ${ask.checkboxes({
    name: 'healthSetting',
    label: 'Health',
    choices: [{ value: 'yes', text: 'They are being cared for in a health setting, such as a hospital' }],
    value: yes(known?.healthSetting),
    small: true,
  })}
  ${ask.checkboxes({
    name: 'youthJustice',
    label: 'Youth justice',
    choices: [{ value: 'yes', text: 'They are in the youth justice system' }],
    value: yes(known?.youthJustice),
    small: true,
  })}`
}

export function namePage({ child, day }: ChildRecord, viewer: Viewer): Page {
  const ask = questions(viewer)
  const body = html`${identityOf(child, [{ name: 'Age', value: ageInWords(child.born, day) }])}
    <h1 class="govuk-heading-l">What is ${nameOf(child)} called?</h1>
    <p class="govuk-body">Use the name the child uses. The statutory return carries no names.</p>
    ${form({
      action: paths.name(child.id),
      submit: 'Save the name',
      cancel: paths.child(child.id),
      body: [
        ask.text({ name: 'givenName', label: 'Given name', value: child.givenName }),
        ask.text({ name: 'familyName', label: 'Family name', value: child.familyName }),
      ],
    })}`
  return { title: `Name of ${initialsOf(child)}`, body }
}
