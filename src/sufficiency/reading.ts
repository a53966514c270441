/** The file of a siting problem, read: what is wrong is said by its path in the file. */

import { z } from 'zod'
import type { Problem } from './problem.ts'

const amount = (what: string) => z.number(`must be ${what}, 0 or more`).min(0, `must be ${what}, 0 or more`)
const id = z.string('must be an id in quotes').min(1, 'must not be empty')
const yesOrNo = z.boolean('must be true or false').default(false)

const site = z.object({
  id,
  cost: amount('a number').default(0),
  capacity: amount('a number').nullable().default(null),
  fixed: yesOrNo,
  forbidden: yesOrNo,
  group: id.nullable().default(null),
})
const file = z.object(
  {
    demand: z
      .array(z.object({ id, weight: amount('a number') }), 'must be a list of demands')
      .min(1, 'must not be empty'),
    sites: z.array(site, 'must be a list of sites').min(1, 'must not be empty'),
    distance: z.array(
      z.array(amount('a number of miles'), 'must be a row of miles'),
      'must be a list of rows',
    ),
    within: amount('a number of miles').nullable().default(null),
    budget: amount('a number').nullable().default(null),
    worst: amount('a number of miles').nullable().default(null),
    minimum: z
      .record(
        id,
        z.int('must be a whole number, 0 or more').min(0, 'must be a whole number, 0 or more'),
        'must name groups, each with a number',
      )
      .default({}),
  },
  'must be an object with demand, sites and distance',
)

export type Read = { readonly problem: Omit<Problem, 'open'> } | { readonly wrong: string }

/** Cost: one look at each number. */
export function readProblem(raw: unknown): Read {
  const parsed = file.safeParse(raw)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    return { wrong: `${inWords(path)} ${message}` }
  }
  const { minimum, ...rest } = parsed.data
  const wrong = misfit(parsed.data)
  return wrong ? { wrong } : { problem: { ...rest, minimum: new Map(Object.entries(minimum)) } }
}

type File = z.output<typeof file>

function misfit({ demand, sites, distance, minimum }: File): string | null {
  const twice = (ids: readonly string[]) => ids.findIndex((each, i) => ids.indexOf(each) < i)
  const lists = { demand: demand.map(each => each.id), sites: sites.map(each => each.id) }
  for (const [name, ids] of Object.entries(lists)) {
    const at = twice(ids)
    if (at >= 0) return `${name}[${at}].id "${ids[at]}" is given twice`
  }
  if (distance.length !== demand.length)
    return `distance must have a row for each of ${demand.length} demands, not ${distance.length}`
  const short = distance.findIndex(row => row.length !== sites.length)
  if (short >= 0)
    return `distance[${short}] must have a column for each of ${sites.length} sites, not ${distance[short]!.length}`
  const both = sites.findIndex(each => each.fixed && each.forbidden)
  if (both >= 0) return `sites[${both}] is both fixed and forbidden: choose one`
  const strange = Object.keys(minimum).find(group => !sites.some(each => each.group === group))
  return strange === undefined ? null : `minimum.${strange} is the group of no site`
}

/** `sites[3].cost`. */
const inWords = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (said, each) =>
      typeof each === 'number' ? `${said}[${each}]` : said ? `${said}.${String(each)}` : String(each),
    '',
  ) || 'The file'
