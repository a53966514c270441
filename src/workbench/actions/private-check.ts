/** A check of files that are looked at and not kept: nothing of them is stored, whatever comes of it. */

import { z } from 'zod'
import { type Action } from '#access'
import { type Remark, type Report, flaggedCsv, flaggedWorkbook, readReturnFiles, sheetsFrom } from '#filing'
import { supplyFor } from '#provision'
import { assembleReturn, checkReturn, ruleByCode, rules, years } from '#rulebook'
import { invalid } from '#shared/refusal'
import { type Flag, flagsOf, readinessOf, type Readiness } from '../readiness.ts'
import { providersOn } from '../register.ts'
import type { RuleLine } from '../store/flags.ts'
import { codeOfAuthority } from '../store/register.ts'
import { atlas, yearsBefore } from './reading.ts'
import type { Taken } from './downloads.ts'

const oldest = years[0]
const newest = years.at(-1)!
const chooseFiles = 'Choose the files of the return'

const brought = z.object({
  name: z.string().max(255, 'Give the file a shorter name'),
  content: z.instanceof(Uint8Array, { error: 'Send the files as a form sends files' }),
})
const checking = z.object({
  year: z.coerce
    .number('Choose the year of the return')
    .int('Choose the year of the return')
    .min(oldest, `Choose a year from ${oldest}`)
    .max(newest, `Choose a year up to ${newest}`)
    .describe('2026 for the year to 31 March 2026'),
  files: z.array(brought, chooseFiles).min(1, chooseFiles).max(20, 'Choose at most 20 files'),
  form: z.enum(['page', 'csv', 'xlsx'], 'Choose what to get back').default('page'),
})

export type Privately =
  | { readonly as: 'file'; readonly file: Taken }
  | {
      readonly as: 'page'
      readonly year: number
      readonly readiness: Readiness
      readonly byRule: readonly RuleLine[]
      readonly skipped: Readonly<Record<string, string>>
      readonly failed: Readonly<Record<string, string>>
      readonly remarks: readonly Remark[]
      /** Years of the returns that the files were put beside, the newest first. */
      readonly beside: readonly number[]
    }

export const prepareCheck: Action<object, { readonly years: readonly number[] }> & {
  readonly role: 'reader'
} = {
  name: 'return-check.prepare',
  says: 'Tells the years that files may be checked for',
  role: 'reader',
  permission: 'return:correct',
  schema: z.object({}),
  about: () => null,
  run: async () => ({ years: years.toReversed() }),
}

export const checkPrivately: Action<z.output<typeof checking>, Privately> & { readonly role: 'reader' } = {
  name: 'return-check.privately',
  says: 'Checks files of a return against every rule, and keeps nothing of them',
  role: 'reader',
  permission: 'return:correct',
  schema: checking,
  about: () => null,
  async run({ tx }, { year, files, form }) {
    const read = readReturnFiles(files.map(({ name, content }) => ({ name, bytes: content })))
    if (read.files.length === 0) {
      const why = [...read.refused, ...read.passedOver]
        .map(({ file, says }) => `"${file}": ${says}`)
        .join(' ')
      return invalid({
        field: 'files',
        message: `None of these is a file of the return. ${why}`.slice(0, 2000),
      })
    }
    const { last, earlier } = await yearsBefore(tx, year)
    const given = assembleReturn({
      year,
      authority: await codeOfAuthority(tx),
      now: sheetsFrom(read),
      last,
      earlier,
      postcodes: atlas(),
      providers: providersOn((await supplyFor(tx)).map(({ home }) => home)),
    })
    const checked = checkReturn(rules, given)
    if (form !== 'page') return { as: 'file', file: asFile({ checked, given, files: read.files }, form) }
    const flags = flagsOf(checked, given)
    return {
      as: 'page',
      year,
      readiness: readinessOf(given, checked, flags, () => false),
      byRule: byRule(flags),
      skipped: checked.skipped,
      failed: checked.failed,
      remarks: [...read.refused, ...read.passedOver],
      beside: [...(last ? [year - 1] : []), ...earlier.map(each => each.year)],
    }
  },
}

function asFile(report: Report, form: 'csv' | 'xlsx'): Taken {
  if (form === 'csv') {
    const content = [...flaggedCsv(report)].join('')
    return { name: 'what-to-put-right.csv', type: 'text/csv; charset=utf-8', content }
  }
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: 'what-to-put-right.xlsx', type, content: flaggedWorkbook(report) }
}

export function byRule(flags: readonly Flag[]): RuleLine[] {
  const lines = [...Map.groupBy(flags, ({ rule }) => rule)].map(([rule, found]) => ({
    rule,
    rows: found.length,
    children: new Set(found.map(({ child }) => child)).size,
    waived: 0,
  }))
  return lines.filter(({ rule }) => ruleByCode.has(rule)).toSorted((a, b) => b.rows - a.rows)
}
