/** How ready a return is: what is wrong in it, what is asked of it, what is missing, and what could not be checked. */

import { type ReturnFile, returnFiles } from '#reference'
import { type Checked, type Kind, type Return, type Rule, type TableName, ruleByCode } from '#rulebook'
import { type Day, dayOf } from '#shared/days'

/** One row that one rule flags. */
export type Flag = {
  readonly rule: string
  readonly severity: Rule['severity']
  readonly file: TableName
  /** From 0, in the order of the file. */
  readonly at: number
  readonly child: string
}

export type Readiness = {
  readonly errors: number
  readonly queries: number
  /** Queries that somebody has answered; they are not among `queries`. */
  readonly waived: number
  readonly children: number
  readonly childrenFlagged: number
  readonly filesMissing: readonly Kind[]
  readonly childrenWithoutReviews: number
  /** Rules that could not be asked, or went wrong: never counted as passed. */
  readonly skipped: number
  readonly failed: number
  /** By code: why a rule was not asked in full. What it did not flag it has not passed. */
  readonly partly: Readonly<Record<string, string>>
}

/** In the order of the rules, then of the rows. */
export function flagsOf({ flagged }: Checked, given: Return): Flag[] {
  const flags: Flag[] = []
  for (const [code, tables] of Object.entries(flagged)) {
    const { severity } = ruleByCode.get(code)!
    for (const [name, positions] of Object.entries(tables)) {
      const file = name as TableName
      const rows = given.tables[file]?.rows ?? []
      for (const at of positions) flags.push({ rule: code, severity, file, at, child: rows[at]?.CHILD ?? '' })
    }
  }
  return flags
}

export function readinessOf(
  given: Return,
  checked: Checked,
  flags: readonly Flag[],
  isWaived: (flag: Flag) => boolean,
): Readiness {
  const standing = flags.filter(flag => !isWaived(flag))
  const count = (severity: Rule['severity']) => standing.filter(flag => flag.severity === severity).length
  return {
    errors: count('error'),
    queries: count('query'),
    waived: flags.length - standing.length,
    children: given.tables.Header?.byChild.size ?? given.tables.Episodes?.byChild.size ?? 0,
    childrenFlagged: new Set(standing.map(({ child }) => child)).size,
    filesMissing: filesMissing(given),
    childrenWithoutReviews: withoutReviews(given).length,
    skipped: Object.keys(checked.skipped).length,
    failed: Object.keys(checked.failed).length,
    partly: checked.partly,
  }
}

/** Files of that year's return that are not there. */
export const filesMissing = ({ year, tables }: Return): Kind[] =>
  returnFiles
    .filter((file: ReturnFile) => year >= (file.from ?? 0))
    .map(({ name }) => name)
    .filter(name => tables[name] === undefined)

/** 20 working days, the longest that a first review may take, come to about four weeks. */
const firstReviewDays = 28

/**
 * Children looked after at the end of the year, or when they left it, for longer than a first review may take, with no
 * review in the year. Care Planning, Placement and Case Review (England) Regulations 2010, reg. 33.
 */
export function withoutReviews({ tables, start, end }: Return): string[] {
  const { Episodes, Reviews } = tables
  if (!Episodes) return []
  return [...Episodes.byChild].flatMap(([child, episodes]) => {
    const reviewed = Reviews?.of(child).some(
      ({ REVIEW }) => REVIEW !== null && REVIEW >= start && REVIEW <= end,
    )
    const isShortBreak = episodes.every(({ LS }) => LS === 'V3' || LS === 'V4')
    if (reviewed || isShortBreak) return []
    const days = episodes.reduce((sum, { DECOM, DEC }) => sum + within(DECOM, DEC, start, end), 0)
    return days > firstReviewDays ? [child] : []
  })
}

const long = dayOf(9999, 12, 31)!
const within = (from: Day | null, until: Day | null, start: Day, end: Day): number =>
  from === null ? 0 : Math.max(0, Math.min(until ?? long, end) - Math.max(from, start))
