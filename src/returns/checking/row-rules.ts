/** What can be said of one row by itself: each column's value is read, or said to be wrong. */

import { type CodeSet, codeSetOfColumn, codesIn, isCodeOf, isLive, normalisePostcode } from '#reference'
import type { PlainDate } from '#shared/dates'
import { asReturnDate, isPartDate, isSpoiledNumber, isUpn, readCode, readDate } from '../reading/cell.ts'
import { firstDay, lastDay } from '../collection-year.ts'
import { type Kind, columnsOf } from '#filing'
import { isNeeded, takenFor } from '../reading/needed.ts'
import { type Problem, problem } from '../problem.ts'
import type { Row } from '../reading/reading.ts'
import type { Code } from '../rules.ts'

export type Values = Readonly<Record<string, string | null>>
export type CheckedRow = {
  readonly file: string
  readonly row: number
  readonly child: string
  readonly values: Values // dates in ISO, codes and postcodes in capitals; null where blank or not to be used
  readonly written: string // the row as it came, to tell whether two are the same
  readonly usable: boolean
}
export type Told = { readonly year: number; readonly today: PlainDate }
type Say = (code: Code, field: string | undefined, wrong: string, stops?: boolean) => void

const dates = new Set(
  'DOB MC_DOB DECOM DEC REVIEW DUC DATE_INT DATE_MATCH DATE_PLACED DATE_PLACED_CEASED MIS_START MIS_END SW_DECOM'
    .concat(' SW_DEC DOLO_START DOLO_END')
    .split(' '),
)
const postcodes = new Set(['HOME_POST', 'PL_POST'])

export function checkRow(
  file: string,
  kind: Kind,
  { row, cells }: Row,
  told: Told,
): { checked: CheckedRow; problems: Problem[] } {
  const child = cells['CHILD'] ?? ''
  const problems: Problem[] = []
  const say: Say = (code, field, wrong, stops = false) =>
    problems.push(problem(code, { file, row, child, ...(field && { field }) }, wrong, stops))

  const values: Record<string, string | null> = {}
  for (const column of columnsOf(kind)) {
    const text = cells[column] ?? ''
    if (text) values[column] = readCell({ kind, column, text }, told, say)
    else values[column] = sayIfMissing(kind, column, cells, say)
  }
  if (isSpoiledNumber(child))
    say('spoiled-child', 'CHILD', `CHILD is ${child}, which Excel has shortened.`, true)
  if (kind === 'Header') bornTooLongAgo(values, told, say)
  if (kind === 'Episodes') checkEpisode(values, cells, told, say)

  const written = columnsOf(kind)
    .map(column => cells[column] ?? '')
    .join('\u0001')
  return {
    checked: { file, row, child, values, written, usable: !problems.some(each => each.stops) },
    problems,
  }
}

/** A provider is not asked for in a temporary or an unlisted placement. DfE, SSDA903 rules 213 and 526. */
function sayIfMissing(kind: Kind, column: string, cells: Row['cells'], say: Say): null {
  if (column === 'CHILD') say('no-child', column, 'CHILD is blank.', true)
  else if (isNeeded(kind, column)) say('blank', column, `${column} is blank.`, true)
  const instead = takenFor(kind, column)
  if (!instead || (column === 'PLACE_PROVIDER' && /^[TZ]/i.test(cells['PLACE'] ?? ''))) return null
  say('blank', column, `${column} is blank, and we take it to be ${instead}.`)
  return null
}

type Cell = { readonly kind: Kind; readonly column: string; readonly text: string }

function readCell(cell: Cell, told: Told, say: Say): string | null {
  const { column, text } = cell
  if (dates.has(column)) return readDay(cell, told, say)
  if (codeSetOfColumn[column]) return readFromSet(cell, told, say)
  if (postcodes.has(column)) {
    const postcode = normalisePostcode(text)
    if (!postcode) say('not-a-postcode', column, `${column} is "${text}", which is not a postcode.`)
    return postcode ?? null
  }
  if (column === 'UPN') return readUpn(text, say)
  if (column === 'DATE_PERM' && !isPartDate(text) && !readDate(text)) {
    say('not-a-date', column, `DATE_PERM is "${text}", which is not a date.`)
  }
  return text
}

function readDay({ kind, column, text }: Cell, { today }: Told, say: Say): PlainDate | null {
  const stops = isNeeded(kind, column)
  const then = column === 'DEC' ? ' We read the episode as not ended.' : ''
  const read = readDate(text)
  if (!read) {
    say('not-a-date', column, `${column} is "${text}", which is not a date.${then}`, stops)
    return null
  }
  if (!read.usual) say('date-style', column, `${column} is "${text}".`)
  if (read.date <= today || column === 'DUC') return read.date
  const wrong = `${column} is ${asReturnDate(read.date)}, which is in the future.${then}`
  say('date-in-future', column, wrong, stops)
  return null
}

function readFromSet({ kind, column, text }: Cell, { year }: Told, say: Say): string | null {
  const set = codeSetOfColumn[column]!
  const code =
    column === 'ACCOM' || column === 'ACTIV' ? readCode(text).replace(/^0+(?=.)/, '') : readCode(text)
  if (isLive(set, code, year)) return code
  if (isCodeOf(set, code)) {
    const wrong = `${column} is ${code}, which the return for ${year} does not use.`
    say('code-not-of-this-year', column, `${wrong}${choices(set, year)}`)
    return code
  }
  const stops = isNeeded(kind, column)
  const then = stops ? '' : ` ${insteadOf(kind, column)}`
  const wrong = `${column} is "${text}", which is not a code of the return.`
  say('unknown-code', column, `${wrong}${choices(set, year)}${then}`, stops)
  return null
}

/** A short set is told whole; a long one is in the guide. */
function choices(set: CodeSet, year: number): string {
  const codes = codesIn(set, year).map(({ code }) => code)
  return codes.length > 13 ? '' : ` It may be ${codes.slice(0, -1).join(', ')} or ${codes.at(-1)}.`
}

function insteadOf(kind: Kind, column: string): string {
  if (column === 'REC') return 'We read X1 if another episode follows that day, or E8.'
  const instead = takenFor(kind, column)
  return instead ? `We take it to be ${instead}.` : 'We leave it blank.'
}

function readUpn(text: string, say: Say): string {
  const upn = text.toUpperCase()
  if (!isUpn(upn) && !/^UN[1-5]$/.test(upn))
    say('not-a-upn', 'UPN', `UPN is "${text}", which is not a pupil number.`)
  return upn
}

/** Nobody over 25 on the first day of the year belongs in its return. DfE, SSDA903 rule 351. */
function bornTooLongAgo({ DOB: born }: Values, { year }: Told, say: Say): void {
  const first = firstDay(year)
  if (!born || born > `${Number(first.slice(0, 4)) - 26}${first.slice(4)}`) return
  say(
    'too-old',
    'DOB',
    `DOB is ${asReturnDate(born as PlainDate)}, over 25 years before the year began.`,
    true,
  )
}

function checkEpisode(
  values: Record<string, string | null>,
  cells: Row['cells'],
  { year }: Told,
  say: Say,
): void {
  const { DECOM: start, DEC: end, REC: reason } = values as Record<string, PlainDate | null>
  const last = lastDay(year)
  if (start && start > last) {
    say(
      'starts-after-year',
      'DECOM',
      `DECOM is ${asReturnDate(start)}, after the year ended on 31/03/${year}.`,
    )
  }
  if (end && end > last) {
    say('ends-after-year', 'DEC', `DEC is ${asReturnDate(end)}, after the year ended on 31/03/${year}.`)
  }
  if (start && end && end < start) {
    say(
      'ends-before-start',
      'DEC',
      `DEC is ${asReturnDate(end)}, before DECOM, ${asReturnDate(start)}.`,
      true,
    )
  }
  if (start && end === start)
    say('ends-on-start', 'DEC', `DEC and DECOM are both ${asReturnDate(start)}.`, true)
  if (end && !cells['REC']) say('end-without-reason', 'REC', 'There is a DEC, but REC is blank.')
  if (reason && !cells['DEC']) say('reason-without-end', 'REC', `REC is ${reason}, but DEC is blank.`)
  if (!end) values['REC'] = null
}
