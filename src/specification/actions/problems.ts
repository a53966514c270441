/** What is wrong with an extract, row by row, and as a file to work through. */

import { z } from 'zod'
import type { Action } from '#access'
import { unlessEmpty } from '#shared/parse'
import { notFound } from '#shared/refusal'
import type { Extract } from '../extract.ts'
import { type Code, isCode } from '../problem.ts'
import { type ProblemLine, findProblems } from '../store/rows.ts'
import { seenBy, which } from './extracts.ts'

export const perPage = 50
/** A file holds all that is kept. */
const all = 20_000

const asking = which.extend({
  code: unlessEmpty(z.string('Choose a kind of problem').max(40, 'Choose a kind of problem')),
  page: z.coerce
    .number('Choose a page')
    .int('Choose a page')
    .min(1, 'Choose a page')
    .max(10_000, 'Choose a page')
    .default(1),
  format: unlessEmpty(z.string('Choose csv, or leave it out').max(10, 'Choose csv, or leave it out')),
})

export type Problems = {
  readonly extract: Extract
  readonly code: Code | null
  readonly problems: readonly ProblemLine[]
  readonly total: number
  readonly page: number
}

export const listProblems: Action<z.output<typeof asking>, Problems> & { readonly role: 'reader' } = {
  name: 'specification.problems',
  says: 'Lists what is wrong with tables that were brought, row by row',
  role: 'reader',
  permission: 'return:read',
  schema: asking,
  about: ({ extract }) => extract,
  async run(context, { extract: asked, code, page, format }) {
    const extract = await seenBy(context, asked)
    if (!extract) return notFound('Load not found')
    if (code !== undefined && !isCode(code)) return notFound('There is no such kind of problem')
    const part = format === 'csv' ? { at: 1, of: all } : { at: page, of: perPage }
    const found = await findProblems(context.tx, asked, code, part)
    return { extract, code: code ?? null, page, ...found }
  },
}
