/** Putting a value right in place, taking that back, and answering a query. */

import { z } from 'zod'
import { type Action, authorityOf } from '#access'
import { returnFiles } from '#reference'
import { type Kind, ruleByCode } from '#rulebook'
import { newId } from '#shared/ids'
import { date, id, unlessEmpty } from '#shared/parse'
import { invalid, notFound } from '#shared/refusal'
import type { CheckedReturn } from '../checking.ts'
import { mayCorrect } from '../correction.ts'
import { kindOfKey } from '../row-key.ts'
import { holdNewest, setReadiness } from '../store/checkings.ts'
import {
  holdCorrection,
  insertCorrection,
  insertWaivers,
  withdrawCorrection,
  withdrawWaiver,
} from '../store/corrections.ts'
import { rowsOfRule } from '../store/lists.ts'
import { type StoredRow, findRow } from '../store/rows.ts'
import { mayWaive } from '../waiver.ts'
import { readinessNow } from './checking-return.ts'
import { seen, whichChild } from './children.ts'
import { recheck } from './rechecking.ts'
import { whichYear } from './years.ts'

const kinds = returnFiles.map(({ name }) => name) as [Kind, ...Kind[]]
export const whichCell = whichChild.extend({
  part: z.enum(kinds, 'Choose a file of the return'),
  at: z.coerce
    .number('Choose a row')
    .int('Choose a row')
    .min(0, 'Choose a row')
    .max(10_000_000, 'Choose a row'),
  column: z.string('Choose a column').max(40, 'Choose a column'),
})
const reason = z
  .string('Say why')
  .trim()
  .min(3, 'Say why, in a few words')
  .max(1000, 'Say it in at most 1,000 characters')

export type ShownCell = {
  readonly year: number
  readonly child: z.output<typeof whichChild>['returned']
  readonly row: StoredRow
  readonly column: string
}

/** The cell of a child's own row: one of another child is not there. */
export const showCell: Action<z.output<typeof whichCell>, ShownCell> & { readonly role: 'reader' } = {
  name: 'return-cell.show',
  says: 'Shows one value of a child’s row, to be put right',
  role: 'reader',
  permission: 'return:correct',
  schema: whichCell,
  about: ({ returned }) => returned,
  async run(context, { year, returned: child, part: file, at, column }) {
    const found = await seen(context, year, child)
    if ('refusal' in found) return found.refusal
    const row = await findRow(context.tx, found.checked.load, file, at)
    if (row?.child !== child || !columnsOf(file).includes(column)) return notFound('Value not found')
    return { year, child, row, column }
  },
}

const correcting = whichCell.extend({
  value: z.string('Enter the value').trim().max(200, 'Enter at most 200 characters').default(''),
  reason,
})

export const correctCell: Action<z.output<typeof correcting>, z.output<typeof whichChild>> = {
  name: 'return-cell.correct',
  says: 'Puts a value of a return right in place; the file stays as it came',
  role: 'writer',
  permission: 'return:correct',
  schema: correcting,
  about: ({ returned }) => returned,
  async run(context, { year, returned: child, part: file, at, column, value, reason: why }) {
    const { tx, actor } = context
    const checked = await holdNewest(tx, year)
    const row = checked && (await findRow(tx, checked.load, file, at))
    if (!checked || row?.child !== child) return notFound('Value not found')
    const was = row.cells[column]?.trim() ?? ''
    const no = mayCorrect({ was, value, column, columns: columnsOf(file) })
    if (no) return no

    const authority = authorityOf(actor)
    await insertCorrection(tx, {
      id: newId<'Correction'>(),
      authority,
      year,
      child,
      row: row.key,
      column,
      was,
      value,
      reason: why,
      madeBy: actor.id,
    })
    await recheck(tx, checked, { authority, child, kind: file })
    return { year, returned: child }
  },
}

const columnsOf = (file: Kind): readonly string[] => returnFiles.find(({ name }) => name === file)!.columns

const whichCorrection = z.object({ correction: id<'Correction'>('Choose a correction') })

export const takeBack: Action<z.output<typeof whichCorrection>, z.output<typeof whichChild>> = {
  name: 'return-cell.take-back',
  says: 'Takes back a value that was put right: the file’s own counts again',
  role: 'writer',
  permission: 'return:correct',
  schema: whichCorrection,
  about: ({ correction }) => correction,
  async run({ tx, actor, note }, { correction: asked }) {
    const correction = await holdCorrection(tx, asked)
    if (!correction) return notFound('Correction not found')
    const { year, child } = correction
    note({ chain: actor.organisation, about: child })
    await withdrawCorrection(tx, asked, actor.id)
    const checked = await holdNewest(tx, year)
    const kind = kindOfKey(correction.row)
    if (checked) await recheck(tx, checked, { authority: authorityOf(actor), child, kind })
    return { year, returned: child }
  },
}

const waiving = whichYear.extend({
  rule: z.string('Choose a rule').max(20, 'Choose a rule'),
  returned: unlessEmpty(id<'ReturnChild'>('Choose a child')).describe(
    'only this child’s rows; all, if left out',
  ),
  reason,
  expiresOn: date('Enter the last day it holds'),
})
type Waived = { readonly year: number; readonly rule: string }
const mostWaived = 5000

export const waiveRule: Action<z.output<typeof waiving>, Waived> = {
  name: 'return-rule.waive',
  says: 'Answers a query "it is so", for a child or for all, with a reason and a last day',
  role: 'writer',
  permission: 'return:correct',
  schema: waiving,
  about: ({ returned }) => returned ?? null,
  async run({ tx, actor, today }, { year, rule: code, returned: child, reason: why, expiresOn }) {
    const checked = await holdNewest(tx, year)
    const rule = ruleByCode.get(code)
    if (!checked || !rule)
      return notFound(checked ? `There is no rule ${code}` : 'This return has not been checked yet')
    const no = mayWaive(rule, expiresOn, today)
    if (no) return no
    const flagged = await rowsOfRule(tx, { checking: checked.id, year }, code, { at: 1, of: mostWaived })
    const rows = flagged.rows
      .filter(each => child === undefined || each.child === child)
      .map(({ key }) => key)
    if (rows.length === 0)
      return invalid({ field: 'returned', message: 'The rule flags nothing here any more' })

    await insertWaivers(tx, {
      authority: authorityOf(actor),
      year,
      rule: code,
      rows,
      reason: why,
      expiresOn,
      madeBy: actor.id,
    })
    await recount(tx, checked)
    return { year, rule: code }
  },
}

const recount = async (tx: Parameters<typeof setReadiness>[0], checked: CheckedReturn): Promise<void> =>
  setReadiness(tx, checked.id, await readinessNow(tx, checked, checked.readiness))

const whichWaiver = z.object({ waiver: id<'Waiver'>('Choose an answer') })

export const withdrawAnswer: Action<z.output<typeof whichWaiver>, { readonly year: number }> = {
  name: 'return-rule.withdraw-waiver',
  says: 'Withdraws the answer to a query: it counts again',
  role: 'writer',
  permission: 'return:correct',
  schema: whichWaiver,
  about: ({ waiver }) => waiver,
  async run({ tx }, { waiver }) {
    const year = await withdrawWaiver(tx, waiver)
    if (year === undefined) return notFound('Answer not found')
    const checked = await holdNewest(tx, year)
    if (checked) await recount(tx, checked)
    return { year }
  },
}
