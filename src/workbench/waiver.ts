/** A query answered "it is so", for a while: the rule goes on finding it, and it is not counted. */

import type { PersonId } from '#access'
import type { Rule } from '#rulebook'
import { type PlainDate, addDays } from '#shared/dates'
import type { Id } from '#shared/ids'
import { type Refusal, conflict, invalid } from '#shared/refusal'
import type { RowKey } from './row-key.ts'

export type WaiverId = Id<'Waiver'>

export type Waiver = {
  readonly id: WaiverId
  readonly rule: string
  readonly row: RowKey
  readonly reason: string
  /** The last day on which it holds. */
  readonly expiresOn: PlainDate
  readonly madeBy: PersonId
  readonly madeAt: string
}

/** A year and a little: one collection. */
export const longestDays = 400

export const holds = ({ expiresOn }: Waiver, today: PlainDate): boolean => today <= expiresOn

/** An error cannot be waived: it says that the return is wrong, not that it is unusual. */
export function mayWaive(
  { severity, code }: Pick<Rule, 'severity' | 'code'>,
  expiresOn: PlainDate,
  today: PlainDate,
): Refusal | null {
  if (severity === 'error') {
    return conflict(
      `Rule ${code} is an error, so it cannot be waived. Put the value right, or explain it when you sign`,
    )
  }
  if (expiresOn < today) {
    return invalid({ field: 'expiresOn', message: 'Choose a last day that is not in the past' })
  }
  if (expiresOn > addDays(today, longestDays)) {
    return invalid({ field: 'expiresOn', message: `Choose a last day within ${longestDays} days` })
  }
  return null
}

const joined = (rule: string, row: RowKey): string => `${rule} ${row}`

/** Which flags are waived today, asked by rule and row. */
export function waivedBy(
  waivers: readonly Waiver[],
  today: PlainDate,
): (rule: string, row: RowKey) => boolean {
  const held = new Set(waivers.filter(each => holds(each, today)).map(each => joined(each.rule, each.row)))
  return (rule, row) => held.has(joined(rule, row))
}
