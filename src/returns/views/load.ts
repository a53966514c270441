/** A load's own page, in each of its states. */

import { inWords } from '#shared/dates'
import { buttonForm } from '#web/forms'
import { button, insetText, panel } from '#web/govuk'
import { type Html, html } from '#web/html'
import { progress } from '#web/progress'
import type { Page, Viewer } from '#web/route'
import { summary } from '#web/summary'
import type { Shown } from '../actions/loads.ts'
import { type Committed, type Ready, type Refused, type Working, lastDayToUndo } from '../load.ts'
import { changesAnything } from '../outcome.ts'
import { paths } from '../paths.ts'
import { effectHeadlines, effectInFull } from './effect.ts'
import { fileTable, groupTable } from './problems.ts'
import { counted, stateInWords, stateOf, titleOf, when } from './words.ts'

/** `refresh` only while there is something to wait for. */
export function loadPage(shown: Shown, viewer: Viewer): Page {
  const { load } = shown
  const waits = load.state === 'checking' || load.state === 'committing'
  return {
    title: `${titleOf(load)}: ${stateInWords(load.state).toLowerCase()}`,
    ...(waits && { refresh: 1 }),
    wide: !waits,
    body: html`<a class="govuk-back-link" href="${paths.returns}">Returns</a>
      ${viewer.query.again === 'yes' && sameFiles(shown)}
      ${load.state !== 'committed' && html`<h1 class="govuk-heading-l">${titleOf(load)}</h1>`}
      ${bodyOf(shown, viewer)}`,
  }
}

const sameFiles = ({ load, startedBy }: Shown): Html =>
  insetText({
    html: html`You brought these same files before. This is what became of them: nothing has been done twice.
    They first came on ${when(load.startedAt)}, from ${startedBy}.`,
  })

function bodyOf(shown: Shown, viewer: Viewer): Html {
  const { load } = shown
  switch (load.state) {
    case 'checking':
    case 'committing':
      return working(load, viewer)
    case 'refused':
      return html`${refused(load, viewer)} ${wrong(shown)}`
    case 'ready':
      return html`${ready(load, viewer)} ${wrong(shown)}`
    case 'committed':
      return html`${receipt(load, shown, viewer)} ${wrong(shown)}`
    case 'undone':
      return html`${stateOf(load.state)}
        <p class="govuk-body">
          This return was loaded on ${when(load.committedAt)} and undone on ${when(load.undoneAt)}. The record
          is as it was before.
        </p>
        ${startAgain(viewer)} ${wrong(shown)}`
    case 'cancelled':
      return html`${stateOf(load.state)}
        <p class="govuk-body">This return was cancelled before it was loaded. Nothing changed.</p>
        ${startAgain(viewer)}`
  }
}

const may = ({ actor }: Viewer): boolean => actor.permissions.has('return:load')

const working = ({ id, state, phase, done, of }: Working, viewer: Viewer): Html => html`
  ${progress({ phase, done, of, counted: phase === 'Reading the files' ? 'files' : 'rows' })}
  <p class="govuk-body">
    You can leave this page: the work goes on, and this address shows how it ended.
    ${state === 'committing' && 'All of the return goes in, or none of it.'}
  </p>
  ${
    state === 'checking' &&
    may(viewer) &&
    html`<a class="govuk-link" href="${paths.cancellation(id)}">Cancel this return</a>`
  }
`

const refused = ({ id, year, state, why }: Refused, viewer: Viewer): Html => html`
  ${stateOf(state)}
  <h2 class="govuk-heading-m">We cannot use these files</h2>
  ${why.split('\n').map(line => html`<p class="govuk-body">${line}</p>`)}
  <p class="govuk-body">Nothing has changed.</p>
  ${startAgain(viewer)}
  ${
    viewer.actor.permissions.has('return:correct') &&
    html`<p class="govuk-body">You can check them against the rules of that year all the same.</p>
      ${buttonForm(paths.checking(year), 'Check these files against every rule', { load: id })}`
  }
`

const startAgain = (viewer: Viewer): Html | false =>
  may(viewer) && button({ text: 'Load a return', href: paths.start })

const ready = ({ id, outcome }: Ready, viewer: Viewer): Html => html`
  ${stateOf('ready')}
  <p class="govuk-body">
    ${
      changesAnything(outcome)
        ? 'Nothing has changed yet. This is what loading this return would do.'
        : 'Loading this return would change nothing: all that it says is in the record already.'
    }
  </p>
  ${effectHeadlines(outcome)} ${leftOut({ id, outcome })}
  ${
    may(viewer) &&
    html`<div class="govuk-button-group">
      ${button({ text: 'See what will change', href: paths.commitment(id) })}
      <a class="govuk-link" href="${paths.cancellation(id)}">Cancel this return</a>
    </div>`
  }
`

export const leftOut = ({ id, outcome }: Pick<Ready, 'id' | 'outcome'>): Html | false =>
  outcome.leftOut > 0 &&
  html`<p class="govuk-body">
    <a class="govuk-link" href="${paths.leftOut(id)}"
      >${counted(outcome.leftOut, 'row cannot be used', 'rows cannot be used')}</a
    >. You can put them right and bring the files again, or load the rest without them.
  </p>`

function receipt(load: Committed, { startedBy }: Shown, viewer: Viewer): Html {
  const { id, outcome, committedAt } = load
  const last = lastDayToUndo(load)
  return html`
    ${panel({ titleText: 'Return loaded', text: titleOf(load) })} ${effectHeadlines(outcome)}
    ${leftOut({ id, outcome })}
    ${summary([
      { name: 'Brought by', value: startedBy },
      { name: 'Brought', value: when(load.startedAt) },
      { name: 'Loaded', value: when(committedAt) },
      { name: 'Number of this load', value: id },
    ])}
    ${
      may(viewer) &&
      viewer.today <= last &&
      html`<p class="govuk-body">
        If it was a mistake, you can <a class="govuk-link" href="${paths.undoing(id)}">undo it</a> until
        ${inWords(last)}.
      </p>`
    }
    <h2 class="govuk-heading-m">What it changed</h2>
    ${effectInFull(outcome)}
  `
}

const mostGroups = 5

const wrong = ({ load, groups, files }: Shown): Html => html`
  <h2 class="govuk-heading-m">What is wrong with the files</h2>
  ${groupTable(load, groups, mostGroups)}
  ${
    groups.length > 0 &&
    html`<p class="govuk-body">
      <a class="govuk-link" href="${paths.problems(load.id)}">See every problem, row by row</a>
    </p>`
  }
  ${fileTable(load, files)}
`
