/** What may be asked of the children of a return: a list of those with something wrong, and one child's rows. */

import { z } from 'zod'
import type { Action, PersonId } from '#access'
import { colleagues, nameIn } from '#returns'
import { ruleByCode } from '#rulebook'
import { id, unlessEmpty } from '#shared/parse'
import { type Refusal, notFound } from '#shared/refusal'
import type { CheckedReturn } from '../checking.ts'
import { type Files, type Standing, applyCorrections } from '../correction.ts'
import { type KeptCorrection, type KeptWaiver, correctionsOf, waiversOf } from '../store/corrections.ts'
import { type WorkerLine, countByWorker } from '../store/flags.ts'
import {
  type ChildFlag,
  type ChildLine,
  type FlaggedRow,
  childrenFlagged,
  flagsOfChild,
  rowsOfRule,
} from '../store/lists.ts'
import { type Comment, type Team, assignedTo, commentsOf, teamsOf } from '../store/people.ts'
import { type ChildId, type ReturnChild, findChild, rowsOf } from '../store/rows.ts'
import { asFiles } from './reading.ts'
import { lastChecked, whichYear } from './years.ts'

export type { ChildFlag, FlaggedRow, WorkerLine }

export const perPage = 50
export const page = unlessEmpty(z.coerce.number().int().min(1).max(1_000_000).catch(1))
const notChecked = 'This return has not been checked yet'

const listing = whichYear.extend({
  rule: unlessEmpty(z.string().max(20)).describe('a rule, by its code'),
  worker: unlessEmpty(z.string().max(40)).describe('a social worker, as SW_ID names them'),
  team: unlessEmpty(z.string().max(100)),
  person: unlessEmpty(id<'Person'>('Choose a person')).describe('whom the child is assigned to'),
  page,
})
export type ListedChildren = {
  readonly year: number
  readonly children: readonly ChildLine[]
  readonly total: number
  readonly page: number
  readonly people: ReadonlyMap<PersonId, string>
  readonly teams: readonly Team[]
}

export const listChildren: Action<z.output<typeof listing>, ListedChildren> & { readonly role: 'reader' } = {
  name: 'return-child.list',
  says: 'Lists the children of a year’s return whose rows have something wrong, those with most errors first',
  role: 'reader',
  permission: 'return:read',
  schema: listing,
  about: () => null,
  async run(context, { year, page: at = 1, ...asked }) {
    const checked = await lastChecked(context, year)
    if (!checked) return notFound(notChecked)
    const { tx } = context
    const found = await childrenFlagged(tx, { checking: checked.id, year }, asked, { at, of: perPage })
    const people = await colleagues(tx)
    return { year, children: found.rows, total: found.total, page: at, people, teams: await teamsOf(tx) }
  },
}

const ofRule = whichYear.extend({ rule: z.string('Choose a rule').max(20), page })
export type ShownRule = {
  readonly year: number
  readonly code: string
  readonly rows: readonly FlaggedRow[]
  readonly total: number
  readonly page: number
  /** Why the rule was not asked in full, where it was not. */
  readonly partly: string | null
}

export const showRule: Action<z.output<typeof ofRule>, ShownRule> & { readonly role: 'reader' } = {
  name: 'return-rule.show',
  says: 'Shows the rows of a year’s return that one rule flags',
  role: 'reader',
  permission: 'return:read',
  schema: ofRule,
  about: () => null,
  async run(context, { year, rule: code, page: at = 1 }) {
    const checked = await lastChecked(context, year)
    if (!checked || !ruleByCode.has(code)) return notFound(checked ? `There is no rule ${code}` : notChecked)
    const found = await rowsOfRule(context.tx, { checking: checked.id, year }, code, { at, of: perPage })
    const partly = checked.readiness.partly[code] ?? null
    return { year, code, rows: found.rows, total: found.total, page: at, partly }
  },
}

export const listWorkers: Action<
  z.output<typeof whichYear>,
  { year: number; lines: readonly WorkerLine[] }
> & {
  readonly role: 'reader'
} = {
  name: 'return-worker.list',
  says: 'Counts what is wrong in a year’s return by social worker and by team',
  role: 'reader',
  permission: 'return:read',
  schema: whichYear,
  about: () => null,
  async run(context, { year }) {
    const checked = await lastChecked(context, year)
    if (!checked) return notFound(notChecked)
    return { year, lines: await countByWorker(context.tx, checked.id, year) }
  },
}

export const whichChild = whichYear.extend({ returned: id<'ReturnChild'>('Choose a child') })

export type ShownChild = {
  readonly year: number
  readonly child: ReturnChild
  /** By file, with what was put right laid over; and as they came. */
  readonly files: Files
  readonly asCame: Files
  /** Where each row stands in its file. */
  readonly places: Readonly<Record<string, readonly number[]>>
  readonly flags: readonly ChildFlag[]
  readonly corrections: readonly (KeptCorrection & { readonly standing: Standing; readonly by: string })[]
  readonly waivers: readonly KeptWaiver[]
  readonly comments: readonly (Comment & { readonly by: string })[]
  readonly assignedTo: PersonId | null
  readonly people: ReadonlyMap<PersonId, string>
}

export const showChild: Action<z.output<typeof whichChild>, ShownChild> & { readonly role: 'reader' } = {
  name: 'return-child.show',
  says: 'Shows a child’s rows in a year’s return, each faulty cell with the rule’s sentence',
  role: 'reader',
  permission: 'return:read',
  schema: whichChild,
  about: ({ returned }) => returned,
  async run(context, { year, returned: asked }) {
    const { tx } = context
    const found = await seen(context, year, asked)
    if ('refusal' in found) return found.refusal
    const { checked, child } = found
    const { files: asCame, places } = asFiles(await rowsOf(tx, checked.load, { child: child.id }), [])
    const kept = await correctionsOf(tx, year, child.id)
    const { files, standing } = applyCorrections(asCame, kept)
    const people = await colleagues(tx)
    const comments = await commentsOf(tx, year, child.id)
    return {
      year,
      child,
      files,
      asCame,
      places: places as ShownChild['places'],
      flags: await flagsOfChild(tx, { checking: checked.id, year }, child.id),
      corrections: kept.map(each => ({
        ...each,
        standing: standing.get(each.id)!,
        by: nameIn(people, each.madeBy),
      })),
      waivers: await waiversOf(tx, year, child.id),
      comments: comments.map(each => ({ ...each, by: nameIn(people, each.saidBy) })),
      assignedTo: await assignedTo(tx, year, child.id),
      people,
    }
  },
}

type Seen = { readonly checked: CheckedReturn; readonly child: ReturnChild } | { readonly refusal: Refusal }

/** A child of a return that has been checked; of another authority's there is none. */
export async function seen(
  context: Parameters<typeof lastChecked>[0],
  year: number,
  asked: ChildId,
): Promise<Seen> {
  const checked = await lastChecked(context, year)
  const child = checked && (await findChild(context.tx, asked))
  return checked && child
    ? { checked, child }
    : { refusal: notFound(checked ? 'Child not found' : notChecked) }
}
