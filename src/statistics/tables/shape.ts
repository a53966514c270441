/** What a file of tables may hold, and the sentence for each thing it may not. */

import { z } from 'zod'
import { profiles } from './profile.ts'
import type { Mark } from './publication.ts'

const text = (what: string) => z.string(`Give ${what} as text`).min(1, `Give ${what} as text`)
const whole = (what: string, least = 0) =>
  z.int(`${what} must be a whole number`).min(least, `${what} must be ${least} or more`)
const list = <Each>(each: z.ZodType<Each>, what: string) => z.array(each, `Give ${what} as a list`)
const thing = <Shape extends z.ZodRawShape>(shape: Shape, what: string) =>
  z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `${what} has no "${issue.keys.join('", "')}"`
        : `Give ${what} as an object in braces`,
  })

const marks: readonly unknown[] = ['c', 'z', 'x', 'k']
const isFigure = (given: unknown) => Number.isSafeInteger(given) && (given as number) >= 0
const value = z.custom<number | Mark>(given => isFigure(given) || marks.includes(given), {
  error: ({ input }) => {
    if (typeof input !== 'number')
      return 'Give a whole number, or "c" (held back), "z" (does not apply), "x" (not available), "k" (rounds to zero)'
    if (input < 0) return `A figure cannot be negative, as ${input} is`
    return `A figure must be a whole number, not ${input} (give money in pence)`
  },
})
const categories = z.record(z.string(), text('a category'), 'Give "at" as {"dimension": "category"}')
const cell = thing(
  {
    at: categories,
    value,
    rounding: whole('"rounding"', 1).optional(),
    providers: whole('"providers"').optional(),
    contributions: list(whole('A contribution'), '"contributions"').optional(),
  },
  'A cell',
)
const table = thing(
  {
    name: text('the name of the table'),
    of: z.enum(['count', 'amount'], '"of" must be "count" or "amount"').default('count'),
    measure: text('what is counted').optional(),
    rounding: whole('"rounding"', 1).optional(),
    dimensions: list(text('a dimension'), '"dimensions"'),
    cells: list(cell, '"cells"'),
  },
  'A table',
)
const parts = z.union(
  [list(text('a part'), 'parts').min(1), list(list(text('a part'), 'parts').min(1), 'parts').min(1)],
  'Give the parts of a total as a list of names, or as several such lists',
)
const dimension = thing(
  {
    whole: text('the whole').optional(),
    sums: z.record(z.string(), parts, 'Give "sums" as {"total": ["part", "part"]}').default({}),
    rounding: z.record(z.string(), whole('"rounding"', 1)).default({}),
  },
  'A dimension',
)
const dimensions = z.record(z.string(), dimension, 'Give "dimensions" as {"name": {"sums": ...}}')
const reference = thing(
  { release: text('a release').optional(), table: text('a table'), at: categories },
  'A reference to a cell',
)
const named = z.enum(
  profiles.map(({ name }) => name),
  `"profile" must be one of ${profiles.map(({ name }) => `"${name}"`).join(', ')}, or an object`,
)
const profile = thing(
  {
    like: named,
    threshold: whole('"threshold"').max(1000).optional(),
    suppress: z.boolean('"suppress" must be true or false').optional(),
    rounding: whole('"rounding"', 1).optional(),
    providers: whole('"providers"').optional(),
    dominance: thing({ n: whole('"n"', 1), k: whole('"k"', 1).max(100) }, '"dominance"').optional(),
    p: whole('"p"').max(99, '"p" must be below 100').optional(),
  },
  'A profile',
)

export const publicationShape = thing(
  {
    profile: z.union([named, profile], {
      error: issue =>
        typeof issue.input === 'object' && issue.input !== null
          ? 'A profile needs "like", and may change "threshold", "suppress", "rounding", "providers", "dominance", "p"'
          : `"profile" must be one of ${profiles.map(({ name }) => `"${name}"`).join(', ')}, or an object`,
    }),
    release: text('the name of the release').default('this release'),
    dimensions,
    tables: list(table, '"tables"').min(1, 'Give at least one table'),
    earlier: list(
      thing(
        {
          release: text('the name of the earlier release'),
          dimensions: dimensions.optional(),
          tables: list(table, '"tables"'),
        },
        'An earlier release',
      ),
      '"earlier"',
    ).default([]),
    links: list(
      thing({ total: reference, parts: list(reference, '"parts"').min(1) }, 'A link'),
      '"links"',
    ).default([]),
  },
  'The file',
)

export type Shape = z.infer<typeof publicationShape>
export type TableShape = Shape['tables'][number]
export type DimensionShape = Shape['dimensions'][string]
export type ReferenceShape = Shape['links'][number]['total']
