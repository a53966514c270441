/** What a schema would let through, made from the schema itself: for probing, and for fuzzing around. */

import { randomUUID } from 'node:crypto'
import { type ZodType, z } from 'zod'
import type { Examples } from './examples.ts'
import { organisation, today } from './people.ts'

export type Shape = {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly anyOf?: readonly Shape[]
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
}

type Fields = readonly (readonly [name: string, shape: Shape])[]
const read = new WeakMap<ZodType, Fields>()

/** Each field of a schema, read once. */
export function fieldsOf(schema: ZodType): Fields {
  const fields = read.get(schema) ?? readFields(schema)
  read.set(schema, fields)
  return fields
}

/** What its input cannot say, its output may. */
function readFields(schema: ZodType): Fields {
  const side = (io: 'input' | 'output') =>
    (z.toJSONSchema(schema, { io, unrepresentable: 'any', cycles: 'ref' }) as Shape).properties ?? {}
  const [sent, kept] = [side('input'), side('output')]
  return [...new Set([...Object.keys(sent), ...Object.keys(kept)])].map(name => {
    const shape = sent[name] ?? {}
    return [name, Object.keys(shape).length > 0 ? shape : (kept[name] ?? {})]
  })
}

/** A plausible input: what the given answers do not say is made up. */
export const sampleOf = (
  schema: ZodType,
  given: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> =>
  Object.fromEntries(fieldsOf(schema).map(([name, shape]) => [name, given[name] ?? valueOf(shape)]))

function valueOf(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.anyOf) return valueOf(shape.anyOf[0]!)
  if (shape.format === 'uuid') return randomUUID()
  if (shape.format === 'date') return '2026-09-15'
  if (shape.format === 'email') return `${randomUUID()}@reading.example`
  if (shape.type === 'array') return [valueOf(shape.items ?? {})]
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(1, shape.minimum ?? 1)
  if (shape.type === 'boolean') return true
  if (shape.type === 'object') {
    return Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([name, each]) => [name, valueOf(each)]),
    )
  }
  return 'Plain words'
}

/** What must be so for an answer to be plausible in the records of the examples. */
export const plausibleAnswers = (examples: Examples): Record<string, unknown> => ({
  ...Object.fromEntries([...examples].map(([param, [first]]) => [param, first!.id])),
  organisation: organisation.bracknell.id,
  parties: [organisation.coop.id, organisation.bracknell.id],
  role: 'social-worker',
  until: '2027-09-15',
  expiresOn: today,
})
