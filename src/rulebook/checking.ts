/** Asks every rule of a return, each by itself, and says which could not be asked and which failed. */

import type { Return, TableName } from './return.ts'
import { type Flags, type Rule, type Source, isLive } from './rule.ts'

export type Checked = {
  /** By code; a rule that flags nothing is not here. */
  readonly flagged: Readonly<Record<string, Flags>>
  /** By code: why the rule could not be asked. */
  readonly skipped: Readonly<Record<string, string>>
  /** By code: the rule went wrong. It is never counted as passed. */
  readonly failed: Readonly<Record<string, string>>
  /** By code, in milliseconds. */
  readonly took: Readonly<Record<string, number>>
}

export type Outcome = { readonly flagged: Flags } | { readonly skipped: string } | { readonly failed: string }

/** `now` counts milliseconds; without it nothing is timed. Costs one pass of each rule over the rows it reads. */
export function checkReturn(rules: readonly Rule[], given: Return, now: () => number = () => 0): Checked {
  const flagged: Record<string, Flags> = {}
  const skipped: Record<string, string> = {}
  const failed: Record<string, string> = {}
  const took: Record<string, number> = {}
  for (const each of rules) {
    if (!isLive(each, given.year)) continue
    const began = now()
    const outcome = askRule(each, given)
    took[each.code] = now() - began
    if ('skipped' in outcome) skipped[each.code] = outcome.skipped
    else if ('failed' in outcome) failed[each.code] = outcome.failed
    else if (Object.keys(outcome.flagged).length > 0) flagged[each.code] = outcome.flagged
  }
  return { flagged, skipped, failed, took }
}

export function askRule(rule: Rule, given: Return): Outcome {
  const missing = rule.needs.filter(source => !isThere(source, given))
  if (missing.length > 0) return { skipped: `It needs ${missing.map(inWords).join(' and ')}.` }
  try {
    return { flagged: tidy(rule.run(given)) }
  } catch (fault) {
    return { failed: fault instanceof Error ? fault.message : String(fault) }
  }
}

const isThere = (source: Source, given: Return): boolean =>
  source === 'providers' || source === 'postcodes'
    ? given[source] !== undefined
    : given.tables[source] !== undefined

function inWords(source: Source): string {
  if (source === 'providers') return "Ofsted's lists of homes and providers"
  if (source === 'postcodes') return 'the directory of postcodes'
  return source.endsWith('_last') ? `last year's ${source.slice(0, -5)} file` : `the ${source} file`
}

/** Each position once, in order; tables with none left out. */
function tidy(flags: Flags): Flags {
  const tidied: Partial<Record<TableName, readonly number[]>> = {}
  for (const name of Object.keys(flags) as TableName[]) {
    const sorted = [...new Set(flags[name])].sort((a, b) => a - b)
    if (sorted.length > 0) tidied[name] = sorted
  }
  return tidied
}
