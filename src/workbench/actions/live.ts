/** The return of a year as the live record tells it: how ready it is, and the files to take away. */

import { z } from 'zod'
import type { Action, Context } from '#access'
import { type Held, heldForReturn, toldFor } from '#children'
import { supplyFor } from '#provision'
import {
  type Checked,
  type EarlierSheets,
  type Return,
  assembleReturn,
  checkReturn,
  rules,
  years,
} from '#rulebook'
import { invalid, notFound } from '#shared/refusal'
import type { Refusal } from '#shared/refusal'
import type { Files } from '../correction.ts'
import { type FrozenFile, freeze } from '../frozen.ts'
import { liveReturn } from '../live-return.ts'
import { type Flag, type Readiness, flagsOf, readinessOf } from '../readiness.ts'
import { providersOn } from '../register.ts'
import { asKept } from '../side.ts'
import { recordedSince } from '../store/checkings.ts'
import type { RuleLine } from '../store/flags.ts'
import { codeOfAuthority } from '../store/register.ts'
import { atlas } from './reading.ts'
import { byRule } from './private-check.ts'
import { type OfYear, whichYear } from './years.ts'

export type ShownLive = {
  readonly year: number
  readonly readiness: Readiness
  readonly byRule: readonly RuleLine[]
  readonly skipped: Readonly<Record<string, string>>
  readonly failed: Readonly<Record<string, string>>
  /** How many rows each file has. */
  readonly rows: readonly (readonly [file: string, rows: number])[]
}

export const showLive: Action<OfYear, ShownLive> & { readonly role: 'reader' } = {
  name: 'return-live.show',
  says: 'Shows how ready the return of a year is that the live record would write today',
  role: 'reader',
  permission: 'return:read',
  schema: whichYear,
  about: () => null,
  async run(context, { year }) {
    const no = mayWrite(context, year)
    if (no) return no
    const { given, files } = await liveIn(context, year)
    const checked = checkReturn(rules, given)
    const flags = flagsOf(checked, given)
    return { year, ...told(given, checked, flags), rows: countsOf(files) }
  },
}

const told = (given: Return, checked: Checked, flags: readonly Flag[]) => ({
  readiness: readinessOf(given, checked, flags, () => false),
  byRule: byRule(flags),
  skipped: checked.skipped,
  failed: checked.failed,
})

const countsOf = (files: Files): [string, number][] =>
  Object.entries(files).map(([name, rows]) => [name, rows.length])

const oneFile = whichYear.extend({ name: z.string('Choose a file').max(100, 'Choose a file') })

export const takeLive: Action<z.output<typeof oneFile>, FrozenFile> & { readonly role: 'reader' } = {
  name: 'return-live.take',
  says: 'Gives a file of the return that the live record would write today: CSV by kind, or all as XML',
  role: 'reader',
  permission: 'return:read',
  schema: oneFile,
  about: () => null,
  async run(context, { year, name }) {
    const no = mayWrite(context, year)
    if (no) return no
    const { files } = freeze(liveFiles(await recordFor(context, year), context, year))
    return files.find(each => each.name === name) ?? notFound('File not found')
  },
}

export const writeLive: Action<OfYear, { readonly files: readonly FrozenFile[] }> & {
  readonly role: 'reader'
} = {
  name: 'return-live.write',
  says: 'Writes the whole return of a year from the live record: every CSV file, and all as XML',
  role: 'reader',
  permission: 'return:read',
  schema: whichYear,
  about: () => null,
  async run(context, { year }) {
    const no = mayWrite(context, year)
    if (no) return no
    return { files: freeze(liveFiles(await recordFor(context, year), context, year)).files }
  },
}

const [oldest, newest] = [years[0]!, years.at(-1)!]

/** Only an authority has a record to write from, and only years whose layout and rules are known. */
export function mayWrite({ actor }: Context, year: number): Refusal | null {
  if (actor.kind !== 'authority') return notFound('Return not found')
  if (year >= oldest && year <= newest) return null
  return invalid({ field: 'year', message: `Choose a year from ${oldest} to ${newest}` })
}

type Recorded = { readonly held: Held; readonly told: Awaited<ReturnType<typeof toldFor>> }

export const recordFor = async ({ tx }: Context, year: number): Promise<Recorded> => ({
  held: await heldForReturn(tx),
  told: await toldFor(tx, year),
})

export const liveFiles = ({ held, told: others }: Recorded, { today }: Context, year: number): Files =>
  liveReturn({ ...held, told: others }, { year, today })

/** With the years before it, as far back as the record tells all of them, for the rules that look there. */
async function liveIn(context: Context, year: number): Promise<{ given: Return; files: Files }> {
  const { tx } = context
  const record = await recordFor(context, year)
  const files = liveFiles(record, context, year)
  const since = await recordedSince(tx, year)
  const before = { held: record.held, told: await toldFor(tx, year - 1) }
  const last = since < year ? withRows(liveFiles(before, context, year - 1)) : {}
  const given = assembleReturn({
    year,
    authority: await codeOfAuthority(tx),
    now: asKept(files),
    last: asKept(last),
    earlier: earlierIn(record.held, context, { since, year }),
    postcodes: atlas(),
    providers: providersOn((await supplyFor(tx)).map(({ home }) => home)),
  })
  return { given, files }
}

/** Who was looked after in each year before the last, and how care ended: the rules ask no more of them. */
const earlierIn = (held: Held, context: Context, { since, year }: Span): EarlierSheets[] =>
  years
    .filter(each => since <= each && each < year - 1)
    .map(each => ({ year: each, sheets: asKept(withRows(liveFiles({ held, told: {} }, context, each))) }))

type Span = { readonly since: number; readonly year: number }

/** A file of which nothing was ever told is not there: an empty one would say that there was nothing to tell. */
const withRows = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).filter(([, rows]) => rows.length > 0))
