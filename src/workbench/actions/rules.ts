/** What may be asked of the rules themselves: the list of a year's, and one explained with an example. */

import { z } from 'zod'
import type { Action } from '#access'
import { type Rule, groups, isLive, ruleByCode, years } from '#rulebook'
import { unlessEmpty } from '#shared/parse'
import { notFound } from '#shared/refusal'

const newest = years.at(-1)!
const listing = z.object({
  year: unlessEmpty(z.coerce.number().int().min(years[0]).max(newest).catch(newest)).describe(
    '2026 for 2025-26',
  ),
})
export type ListedRules = {
  readonly year: number
  readonly groups: readonly { readonly name: string; readonly rules: readonly Rule[] }[]
}

export const listRules: Action<z.output<typeof listing>, ListedRules> & { readonly role: 'reader' } = {
  name: 'rule.list',
  says: 'Lists the rules of the return for a collection year, grouped by file',
  role: 'reader',
  permission: 'account',
  schema: listing,
  about: () => null,
  run: async (_, { year = newest }) => ({
    year,
    groups: groups.map(({ name, rules }) => ({ name, rules: rules.filter(rule => isLive(rule, year)) })),
  }),
}

const which = z.object({ rule: z.string('Choose a rule').max(20, 'Choose a rule') })

export const explainRule: Action<z.output<typeof which>, Rule> & { readonly role: 'reader' } = {
  name: 'rule.explain',
  says: 'Explains a rule of the return with an example',
  role: 'reader',
  permission: 'account',
  schema: which,
  about: () => null,
  run: async (_, { rule }) => ruleByCode.get(rule) ?? notFound(`There is no rule ${rule}`),
}
