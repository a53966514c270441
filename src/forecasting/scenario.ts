/** Scenarios as data: what is changed, from when, over how long and by how much; refused in sentences. */

import { z } from 'zod'
import type { Levers, Plan } from './simulating/plan.ts'
import { toDay } from '#shared/days'
import type { PlainDate } from '#shared/dates'
import { noLevers } from './simulating/plan.ts'

const date = z.iso.date('a date as YYYY-MM-DD')
const timing = { from: date.optional(), months: z.number().int().min(0).max(120).default(0) }
const change = z.number().min(-1).max(10)

const lever = z.discriminatedUnion('lever', [
  z.strictObject({ lever: z.literal('entries'), change, ...timing }),
  z.strictObject({ lever: z.literal('reunification'), change, ...timing }),
  z.strictObject({ lever: z.literal('foster homes'), change, ...timing }),
  z.strictObject({ lever: z.literal('step-down'), share: z.number().min(0).max(0.99), ...timing }),
  z.strictObject({
    lever: z.literal('rate'),
    per10000: z.number().positive().max(1000),
    population: z.number().positive(),
    ...timing,
  }),
])
const scenario = z.strictObject({ name: z.string().min(1), levers: z.array(lever).min(1) })

export type Scenario = z.infer<typeof scenario>
export type Lever = Scenario['levers'][number]
type Timing = { readonly from?: string | undefined; readonly months: number }

/** A scenario, or what is wrong with it and where. */
export function readScenario(given: unknown): Scenario | { readonly wrong: string } {
  const read = scenario.safeParse(given)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const path = issue!.path.length > 0 ? issue!.path.join('.') : 'the scenario'
  return { wrong: `${path}: ${issue!.message}` }
}

/** How far a lever has been pulled in the middle of each month, 0 to 1: straight from its start over its months. */
export function pulled({ from, months }: Timing, plan: Plan, month: number): number {
  const start = from === undefined ? 0 : toDay(from as PlainDate) - plan.origin
  const middle = ((month === 0 ? 0 : plan.ends[month - 1]!) + plan.ends[month]!) / 2
  if (middle < start) return 0
  return months === 0 ? 1 : Math.min(1, (middle - start) / (months * 30.4375))
}

/** `growth` is what entries must be multiplied by for a rate to be reached, where the scenario asks for one. */
export function leversOf({ levers: all }: Scenario, plan: Plan, growth = 1): Levers {
  const levers = noLevers(plan.months)
  for (const each of all)
    for (let month = 0; month < plan.months; month += 1) {
      const share = pulled(each, plan, month)
      if (each.lever === 'entries') levers.entries[month]! *= 1 + share * each.change
      else if (each.lever === 'reunification') levers.reunification[month]! *= 1 + share * each.change
      else if (each.lever === 'foster homes') levers.fosterHomes[month]! *= 1 + share * each.change
      else if (each.lever === 'rate') levers.entries[month]! *= 1 + share * (growth - 1)
      else levers.stepDown[month]! += stepDownPerDay(each.share, Math.max(1, each.months), share)
    }
  return levers
}

/** Steady over its months, so that at their end such a share of those who were there has stepped down; then no more. */
const stepDownPerDay = (share: number, months: number, pulledSoFar: number): number =>
  pulledSoFar > 0 && pulledSoFar < 1 ? -Math.log(1 - share) / (months * 30.4375) : 0

/** The number of children that a scenario aims at, where it names a rate. */
export function targetOf({ levers }: Scenario): number | undefined {
  const rate = levers.find(each => each.lever === 'rate')
  return rate && (rate.population * rate.per10000) / 10_000
}
