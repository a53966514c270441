/** Asks every rule of a return, each by itself, and says which could not be asked and which failed. */

import type { Return, TableName } from '../return.ts'
import { type Flags, type Rule, type Source, isLive } from '../rule.ts'

export type Checked = {
  /** By code; a rule that flags nothing is not here. */
  readonly flagged: Readonly<Record<string, Flags>>
  /** By code: why the rule could not be asked. */
  readonly skipped: Readonly<Record<string, string>>
  /** By code: why the rule was not asked in full. What it flags stands; what it does not is not passed. */
  readonly partly: Readonly<Record<string, string>>
  /** By code: the rule went wrong. It is never counted as passed. */
  readonly failed: Readonly<Record<string, string>>
  /** By code, in milliseconds. */
  readonly took: Readonly<Record<string, number>>
}

export type Outcome =
  | { readonly flagged: Flags; readonly partly?: string }
  | { readonly skipped: string }
  | { readonly failed: string }

/** `now` counts milliseconds; without it nothing is timed. Costs one pass of each rule over the rows it reads. */
export function checkReturn(rules: readonly Rule[], given: Return, now: () => number = () => 0): Checked {
  const took: Record<string, number> = {}
  const outcomes: [string, Outcome][] = []
  for (const each of rules) {
    if (!isLive(each, given.year)) continue
    const began = now()
    outcomes.push([each.code, askRule(each, given)])
    took[each.code] = now() - began
  }
  return { ...gathered(outcomes), took }
}

/** What came of each rule, by how it went. */
export function gathered(outcomes: Iterable<readonly [code: string, Outcome]>): Omit<Checked, 'took'> {
  const flagged: Record<string, Flags> = {}
  const [skipped, partly, failed]: Record<string, string>[] = [{}, {}, {}]
  for (const [code, outcome] of outcomes) {
    if ('skipped' in outcome) skipped![code] = outcome.skipped
    else if ('failed' in outcome) failed![code] = outcome.failed
    else {
      if (Object.keys(outcome.flagged).length > 0) flagged[code] = outcome.flagged
      if (outcome.partly !== undefined) partly![code] = outcome.partly
    }
  }
  return { flagged, skipped: skipped!, partly: partly!, failed: failed! }
}

export function askRule(rule: Rule, given: Return): Outcome {
  const missing = rule.needs.filter(source => !isThere(source, given))
  if (missing.length > 0) return { skipped: `It needs ${missing.map(inWords).join(' and ')}.` }
  const short = rule.reaches.filter(source => !isThere(source, given))
  const without = short.length > 0 ? `It lacks ${short.map(inWords).join(' and ')}.` : null
  try {
    const partly = [without, rule.undecided(given)].filter(each => each !== null).join(' ')
    return { flagged: tidy(rule.run(given)), ...(partly && { partly }) }
  } catch (fault) {
    return { failed: fault instanceof Error ? fault.message : String(fault) }
  }
}

const isThere = (source: Source, given: Return): boolean =>
  source === 'providers' || source === 'postcodes' || source === 'earlier'
    ? given[source] !== undefined
    : given.tables[source] !== undefined

function inWords(source: Source): string {
  if (source === 'providers') return "Ofsted's lists of homes and providers"
  if (source === 'postcodes') return 'the directory of postcodes'
  if (source === 'earlier') return 'earlier returns'
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
