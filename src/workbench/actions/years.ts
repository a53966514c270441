/** What may be asked of a year's return as a whole: how ready it is, and to check it. */

import { z } from 'zod'
import { type Action, type Context, authorityOf } from '#access'
import { newId } from '#shared/ids'
import { id, unlessEmpty } from '#shared/parse'
import { conflict, notFound } from '#shared/refusal'
import { type CheckedReturn, type Checking, type CheckingId } from '../checking.ts'
import {
  checkingsOf,
  findChecking,
  insertChecking,
  isCheckable,
  newestLoads,
  newestOf,
} from '../store/checkings.ts'
import { type RuleLine, countByRule } from '../store/flags.ts'
import { type RegionLine, readinessOfRegion } from '../store/lists.ts'

export type { RegionLine }

export const whichYear = z.object({
  year: z.coerce
    .number('Choose the year of the return')
    .int('Choose the year of the return')
    .min(2000, 'Choose the year of the return')
    .max(2100, 'Choose the year of the return')
    .describe('2026 for the year to 31 March 2026'),
})
export type OfYear = z.output<typeof whichYear>

export type YearLine = {
  readonly year: number
  readonly startedAt: string
  readonly checking: Checking | null
}
export type Years =
  | { readonly of: 'years'; readonly years: readonly YearLine[] }
  | { readonly of: 'region'; readonly lines: readonly RegionLine[] }

export const listYears: Action<object, Years> & { readonly role: 'reader' } = {
  name: 'return-year.list',
  says: 'Lists the years that a return was brought for, or for the region its authorities, and how ready each is',
  role: 'reader',
  permission: 'return:read',
  schema: z.object({}),
  about: () => null,
  async run({ tx, actor }) {
    if (actor.kind !== 'authority') return { of: 'region', lines: await readinessOfRegion(tx) }
    const years: YearLine[] = []
    for (const { year, startedAt } of await newestLoads(tx)) {
      years.push({ year, startedAt, checking: (await newestOf(tx, year)) ?? null })
    }
    return { of: 'years', years }
  },
}

export type ShownYear = {
  readonly year: number
  /** The last that was asked for; it may be waiting while the one before is shown. */
  readonly newest: Checking | null
  readonly checked: CheckedReturn | null
  /** Files were brought since the return was checked. */
  readonly isStale: boolean
  readonly trend: readonly CheckedReturn[]
  readonly byRule: readonly RuleLine[]
}

const mostInTrend = 24

export const showYear: Action<OfYear, ShownYear> & { readonly role: 'reader' } = {
  name: 'return-year.show',
  says: 'Shows how ready a year’s return is: errors, queries, what is missing, the trend, and what each rule found',
  role: 'reader',
  permission: 'return:read',
  schema: whichYear,
  about: () => null,
  async run(context, { year }) {
    const { tx, actor } = context
    if (actor.kind !== 'authority') return notFound('Return not found')
    const load = (await newestLoads(tx)).find(each => each.year === year)
    if (!load) return notFound('No return has been brought for this year')
    const checked = await lastChecked(context, year)
    return {
      year,
      newest: (await newestOf(tx, year)) ?? null,
      checked,
      isStale: checked !== null && checked.load !== load.load,
      trend: await checkingsOf(tx, year, mostInTrend),
      byRule: checked ? await countByRule(tx, checked.id, year) : [],
    }
  },
}

/** What is shown of a year; null before it has been checked. Only its own authority may ask. */
export async function lastChecked({ tx, actor }: Context, year: number): Promise<CheckedReturn | null> {
  if (actor.kind !== 'authority') return null
  return ((await newestOf(tx, year, 'checked')) as CheckedReturn | undefined) ?? null
}

const whichFiles = whichYear.extend({
  load: unlessEmpty(id<'Load'>('Choose a load')).describe(
    'the files to check; the newest of the year, if left out',
  ),
})

/** Files that could not be loaded into the record may be checked all the same, when somebody names them. */
export const checkYear: Action<z.output<typeof whichFiles>, Checking> = {
  name: 'return-year.check',
  says: 'Checks a year’s return against every rule, in the background',
  role: 'writer',
  permission: 'return:correct',
  schema: whichFiles,
  about: ({ load }) => load ?? null,
  async run({ tx, actor }, { year, load: named }) {
    const loads = await newestLoads(tx)
    const load = named ?? loads.find(each => each.year === year)?.load
    if (!load || (named && !(await isCheckable(tx, year, named)))) {
      return notFound('No return has been brought for this year. Load its files first')
    }
    if ((await newestOf(tx, year))?.state === 'waiting')
      return conflict('This return is being checked already')
    const checking = newId<'Checking'>() as CheckingId
    const lastLoad = loads.find(each => each.year === year - 1)?.load ?? null
    const whose = { authority: authorityOf(actor), askedBy: actor.id }
    await insertChecking(tx, { ...whose, id: checking, year, load, lastLoad })
    return (await findChecking(tx, checking))!
  },
}
