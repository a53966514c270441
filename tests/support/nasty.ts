/** What nobody would send: values that trip a careless program, in fields known and unknown. */

import fc from 'fast-check'
import type { Route } from '#web/route'
import type { Example } from './examples.ts'
import { fieldsOf, sampleOf } from './samples.ts'

export type Given = Readonly<Record<string, Example>>

export const long = 'x'.repeat(20_000)
const values: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  2 ** 53,
  '',
  ' ',
  long,
  [],
  [[]],
  {},
  { a: 1 },
]
const texts = [
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '10000-01-01',
  '-1',
  '1e9',
  '99999999999999999999',
  'NaN',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '👩‍👩‍👧‍👦',
  '\u202eright to left',
  '\uFEFF',
  '<script>alert(1)</script>',
  "' or 1=1 --",
  '%',
  '\\',
  '../../etc/passwd',
  '=1+1',
  '__proto__',
  'constructor',
  'toString',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'not-a-uuid',
]
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...values, ...texts),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.array(fc.string({ maxLength: 5 }), { maxLength: 5 }),
  fc.jsonValue({ maxDepth: 2 }),
  fc.integer(),
)

/** Names that a careless program would trip on. */
const strangeNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'files',
  'format',
  '',
]

/** A plausible input with some of its fields, and perhaps a strange one, replaced by something nasty. */
export function around({ action }: Route, given: readonly Given[]): fc.Arbitrary<Record<string, unknown>> {
  const names = [...fieldsOf(action.schema).map(([name]) => name), ...strangeNames]
  const ids = given.map(each => Object.fromEntries(Object.entries(each).map(([name, { id }]) => [name, id])))
  const changes = fc.array(fc.tuple(fc.constantFrom(...names), nasty), { maxLength: 4 })
  return fc
    .tuple(fc.constantFrom(...ids), changes)
    .map(([known, changed]) => ({ ...sampleOf(action.schema, known), ...Object.fromEntries(changed) }))
}
