/** What was put right and what was answered in a year's return, as it stands against the files now at hand. */

import { z } from 'zod'
import type { Action, PersonId } from '#access'
import { colleagues, nameIn } from '#returns'
import { type Kind, ruleByCode } from '#rulebook'
import { conflict, notFound } from '#shared/refusal'
import { applyCorrections } from '../correction.ts'
import { kindOfKey } from '../row-key.ts'
import { type KeptWaiver, correctionsOf, waiversOf } from '../store/corrections.ts'
import { countByRule } from '../store/flags.ts'
import { rowsOf } from '../store/rows.ts'
import type { ShownChild } from './children.ts'
import { asFiles } from './reading.ts'
import { type OfYear, lastChecked, whichYear } from './years.ts'

export type { KeptWaiver }

export type ShownCorrections = { readonly year: number; readonly corrections: ShownChild['corrections'] }

export const listCorrections: Action<OfYear, ShownCorrections> & { readonly role: 'reader' } = {
  name: 'return-cell.list',
  says: 'Lists the values of a year’s return that were put right, and how each stands against the newest files',
  role: 'reader',
  permission: 'return:read',
  schema: whichYear,
  about: () => null,
  async run(context, { year }) {
    const checked = await lastChecked(context, year)
    if (!checked) return notFound('This return has not been checked yet')
    const { tx } = context
    const kept = await correctionsOf(tx, year)
    const kinds = [...new Set<Kind>(kept.map(({ row }) => kindOfKey(row)))]
    const rows = (await Promise.all(kinds.map(file => rowsOf(tx, checked.load, { file })))).flat()
    const { standing } = applyCorrections(asFiles(rows, kinds).files, kept)
    const people = await colleagues(tx)
    return {
      year,
      corrections: kept.map(each => ({
        ...each,
        standing: standing.get(each.id)!,
        by: nameIn(people, each.madeBy),
      })),
    }
  },
}

export type ShownWaivers = {
  readonly year: number
  readonly waivers: readonly KeptWaiver[]
  readonly people: ReadonlyMap<PersonId, string>
}

export const listWaivers: Action<OfYear, ShownWaivers> & { readonly role: 'reader' } = {
  name: 'return-rule.list-waivers',
  says: 'Lists the queries of a year’s return that were answered, with the reason and the last day of each',
  role: 'reader',
  permission: 'return:read',
  schema: whichYear,
  about: () => null,
  async run({ tx, actor }, { year }) {
    if (actor.kind !== 'authority') return notFound('Return not found')
    return { year, waivers: await waiversOf(tx, year), people: await colleagues(tx) }
  },
}

const ofRule = whichYear.extend({ rule: z.string('Choose a rule').max(20, 'Choose a rule') })
export type Waivable = {
  readonly year: number
  readonly code: string
  readonly rows: number
  readonly children: number
}

export const prepareWaiver: Action<z.output<typeof ofRule>, Waivable> & { readonly role: 'reader' } = {
  name: 'return-rule.prepare-waiver',
  says: 'Shows how many rows the answer to a query would cover',
  role: 'reader',
  permission: 'return:correct',
  schema: ofRule,
  about: () => null,
  async run(context, { year, rule: code }) {
    const checked = await lastChecked(context, year)
    const rule = ruleByCode.get(code)
    if (!checked || !rule)
      return notFound(checked ? `There is no rule ${code}` : 'This return has not been checked yet')
    if (rule.severity === 'error')
      return conflict(`Rule ${code} is an error, so it cannot be answered. Put the values right`)
    const line = (await countByRule(context.tx, checked.id, year)).find(each => each.rule === code)
    return { year, code, rows: line?.rows ?? 0, children: line?.children ?? 0 }
  },
}
