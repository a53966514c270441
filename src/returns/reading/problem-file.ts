/** A person's own file given back with what is wrong beside each row, to put right and load again. */

import { giveBack } from '#filing'
import { type Problem, halves } from '../problem.ts'
import type { Reading } from './reading.ts'

/** Every row of the file, those without problems too; one with several problems tells them all. */
export function problemFile(reading: Reading, problems: readonly Problem[]): string {
  const byRow = Map.groupBy(
    problems.filter(each => each.file === reading.file),
    ({ row }) => row,
  )
  return giveBack(reading, row => said(row, byRow.get(row) ?? []))
}

function said(row: number, problems: readonly Problem[]): string[] {
  const parts = problems.map(halves)
  return [
    String(row),
    [...new Set(problems.flatMap(({ field }) => field ?? []))].join(', '),
    parts.map(({ wrong }) => wrong).join(' '),
    [...new Set(parts.map(({ fix }) => fix))].join(' '),
  ]
}
