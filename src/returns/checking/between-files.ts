/** The files of a return beside one another: rows twice, children in one file and not another, births that differ. */

import type { PlainDate } from '#shared/dates'
import { type ReturnChild, toChild } from './accepted.ts'
import { asReturnDate } from '../reading/cell.ts'
import type { Kind } from '#filing'
import { type Problem, problem } from '../problem.ts'
import type { CheckedRow } from './row-rules.ts'
import type { Known } from './whole-load.ts'

/** The children whose rows may be used, by number: from the Header, or else already known. */
export type People = {
  readonly children: ReadonlyMap<string, ReturnChild>
  readonly born: ReadonlyMap<string, PlainDate>
}

export function withoutRepeats(rows: readonly CheckedRow[], problems: Problem[]): CheckedRow[] {
  const seen = new Set<string>()
  return rows.filter(({ file, row, child, written }) => {
    if (!seen.has(written)) return seen.add(written)
    problems.push(problem('row-twice', { file, row, child }, 'The same row is there already.', true))
    return false
  })
}

export function besideOneAnother(
  files: ReadonlyMap<Kind, CheckedRow[]>,
  known: Known,
  problems: Problem[],
): People {
  const header = files.get('Header') ?? []
  const children = childrenOf(header, files.get('UASC'), problems)
  const born = new Map(known)
  for (const { child, born: day } of children.values()) born.set(child, day)
  const inHeader = new Set(header.map(({ child }) => child))
  for (const file of files) {
    if (file[0] !== 'Header') checkChildren(file, inHeader, born, problems)
  }
  if (files.has('Episodes')) checkEpisodesOf(header, files, problems)
  return { children, born }
}

function childrenOf(header: readonly CheckedRow[], uasc: CheckedRow[] | undefined, problems: Problem[]) {
  const asylum = new Map(uasc?.map(({ child, values }) => [child, values['DUC'] as PlainDate | null]))
  const children = new Map<string, ReturnChild>()
  const sorted = header.filter(({ usable }) => usable).sort((a, b) => (a.written < b.written ? -1 : 1))
  for (const { file, row, child, values } of sorted) {
    if (children.has(child)) {
      const wrong = `Child ${child} has another row in the Header, which differs from this one.`
      problems.push(problem('child-twice', { file, row, child }, wrong, true))
      continue
    }
    const seeks = asylum.has(child)
    children.set(child, {
      ...toChild(values),
      asylum: uasc ? { seeks, until: asylum.get(child) ?? null } : null,
    })
  }
  return children
}

/** Each child once in each file, but each row of the Episodes, since none of those can be used. */
function checkChildren(
  [kind, rows]: readonly [Kind, readonly CheckedRow[]],
  inHeader: ReadonlySet<string>,
  born: Known,
  problems: Problem[],
): void {
  const said = new Set<string>()
  for (const { file, row, child, values } of rows) {
    const where = { file, row, child, field: 'CHILD' }
    const day = born.get(child)
    if (day === undefined && child && (kind === 'Episodes' || !said.has(child))) {
      said.add(child)
      const stops = kind === 'Episodes'
      if (inHeader.has(child))
        problems.push(
          problem('header-unusable', where, `The Header row of child ${child} cannot be used.`, stops),
        )
      else problems.push(problem('no-header', where, `Child ${child} is not in the Header.`, stops))
    } else if (day && values['DOB'] && values['DOB'] !== day && inHeader.has(child)) {
      const wrong = `DOB is ${asReturnDate(values['DOB'] as PlainDate)}, but ${asReturnDate(day)} in the Header.`
      problems.push(problem('birth-differs', { ...where, field: 'DOB' }, wrong))
    }
  }
}

/** Care leavers, who are in OC3, may have no episodes in the year. DfE, SSDA903 rule 1012. */
function checkEpisodesOf(
  header: readonly CheckedRow[],
  files: ReadonlyMap<Kind, CheckedRow[]>,
  problems: Problem[],
): void {
  const told = new Set(
    [...(files.get('Episodes') ?? []), ...(files.get('OC3') ?? [])].map(({ child }) => child),
  )
  for (const { file, row, child } of header) {
    if (!child || told.has(child)) continue
    problems.push(
      problem('no-episodes', { file, row, child, field: 'CHILD' }, `Child ${child} has no episodes.`),
    )
  }
}
