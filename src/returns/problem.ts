/** Something that is wrong with a return: where, what, how to put it right, and whether its row can be used. */

import { type Code, rules } from './rules.ts'

export type Problem = {
  readonly file: string | null // the caller's key of the file; null for the load as a whole
  readonly row: number | null // in the person's own file, its heading being 1; null for the file as a whole
  readonly child: string | null
  readonly field: string | null
  readonly code: Code
  readonly message: string // what is wrong, then how to put it right
  readonly stops: boolean // this row (or, without a row, this file or load) cannot be used
}

type Where = { file: string | null; row?: number; child?: string | undefined; field?: string }

/** What is wrong, with how to put it right added from the rule. */
export const problem = (code: Code, where: Where, wrong: string, stops = false): Problem => ({
  file: where.file,
  row: where.row ?? null,
  child: where.child || null,
  field: where.field ?? null,
  code,
  message: `${wrong} ${rules[code].fix}`,
  stops,
})

/** A message's two halves again: what is wrong, and how to put it right. */
export function halves({ code, message }: Pick<Problem, 'code' | 'message'>): { wrong: string; fix: string } {
  const { fix } = rules[code]
  return { wrong: message.endsWith(fix) ? message.slice(0, -fix.length).trim() : message, fix }
}
