/** What the rules flag in a year's return as a list to work through, and in the person's own files. */

import { z } from 'zod'
import type { Action, Tx } from '#access'
import { type Report, flaggedCsv, flaggedWorkbook, giveBackAll } from '#filing'
import { type Checked, type Flags, assembleReturn } from '#rulebook'
import { notFound } from '#shared/refusal'
import type { CheckedReturn } from '../checking.ts'
import { allFlags } from '../store/flags.ts'
import { codeOfAuthority } from '../store/register.ts'
import { atlas, readLoad } from './reading.ts'
import { correctedNow } from './signing.ts'
import { lastChecked, whichYear } from './years.ts'

const notChecked = 'This return has not been checked yet'
const asking = whichYear.extend({ form: z.enum(['csv', 'xlsx'], 'Choose CSV or XLSX').default('csv') })

export type Taken = { readonly name: string; readonly type: string; readonly content: string | Uint8Array }

export const takeFlags: Action<z.output<typeof asking>, Taken> & { readonly role: 'reader' } = {
  name: 'return-year.flags',
  says: 'Gives all that the rules flag in a year’s return as a file: CSV, or a workbook',
  role: 'reader',
  permission: 'return:read',
  schema: asking,
  about: () => null,
  async run(context, { year, form }) {
    const checked = await lastChecked(context, year)
    if (!checked) return notFound(notChecked)
    const { report } = await reportOf(context.tx, checked)
    const name = `return-${year}-what-to-put-right`
    if (form === 'xlsx') {
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      return { name: `${name}.xlsx`, type, content: flaggedWorkbook(report) }
    }
    return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', content: [...flaggedCsv(report)].join('') }
  },
}

const oneFile = whichYear.extend({ part: z.string('Choose a file').max(40, 'Choose a file') })

export const takeBackFile: Action<z.output<typeof oneFile>, Taken> & { readonly role: 'reader' } = {
  name: 'return-year.file',
  says: 'Gives a file of a year’s return back, with what each rule says beside each row',
  role: 'reader',
  permission: 'return:read',
  schema: oneFile,
  about: () => null,
  async run(context, { year, part }) {
    const checked = await lastChecked(context, year)
    if (!checked) return notFound(notChecked)
    const { report, brought, read } = await reportOf(context.tx, checked)
    const only = read.files.filter(({ kind }) => kind === part)
    const [back] = [...giveBackAll(report, only, brought)]
    if (!back) return notFound('File not found')
    return { name: `${part}-with-what-is-wrong.csv`, type: 'text/csv; charset=utf-8', content: back.text }
  },
}

/** The flags as they were kept, beside the rows as they are now. */
async function reportOf(tx: Tx, checked: CheckedReturn) {
  const { brought, read } = await readLoad(tx, checked.load)
  const flagged: Record<string, Record<string, number[]>> = {}
  for (const { rule, file, at } of await allFlags(tx, checked.id))
    ((flagged[rule] ??= {})[file] ??= []).push(at)
  const found: Checked = {
    flagged: flagged as Readonly<Record<string, Flags>>,
    skipped: checked.skipped,
    partly: checked.readiness.partly,
    failed: checked.failed,
    took: {},
  }
  const given = assembleReturn({
    year: checked.year,
    authority: await codeOfAuthority(tx),
    now: await correctedNow(tx, checked),
    postcodes: atlas(),
  })
  const report: Report = { checked: found, given, files: read.files }
  return { report, brought, read }
}
