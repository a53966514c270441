/** What may be wrong with an extract, in words, and whether the row can be used all the same. */

import type { CellCode } from './cell.ts'

export type Code =
  | CellCode
  | 'no-child'
  | 'wrong-length'
  | 'missing'
  | 'same-key'
  | 'ends-before-start'
  | 'in-future'
  | 'parts-differ'
  | 'column-absent'
  | 'file-not-used'

export type Problem = {
  /** Which of the files, from 0 in the order they came. */
  readonly file: number
  readonly table: string | null
  /** The heading is row 1; null for the whole file. */
  readonly row: number | null
  readonly child: string | null
  readonly field: string | null
  readonly code: Code
  readonly message: string
  /** The row is left out. */
  readonly stops: boolean
}

type Words = { readonly title: string; readonly fix: string }

export const codes: Readonly<Record<Code, Words>> = {
  'file-not-used': {
    title: 'A file cannot be used',
    fix: 'Export the table again as CSV, with its columns as the specification lists them.',
  },
  'column-absent': { title: 'A required column is not there', fix: 'Add the column to the extract.' },
  'no-child': {
    title: 'A row names no child',
    fix: 'Write the child’s number in the row, or take the row out.',
  },
  'wrong-length': {
    title: 'A row has more cells than the heading',
    fix: 'Put quotation marks round a cell that has a comma in it.',
  },
  missing: {
    title: 'A required cell is empty',
    fix: 'Record it in the case system, and export the table again.',
  },
  'not-a-date': { title: 'A date cannot be read', fix: 'Write it as 31/03/2026 or 2026-03-31.' },
  'not-a-number': { title: 'A number cannot be read', fix: 'Write figures alone.' },
  'out-of-range': { title: 'A number is out of range', fix: 'Check it in the case system.' },
  'not-a-code': { title: 'A code is not known', fix: 'Use a code that the specification lists.' },
  'not-yes-or-no': { title: 'An answer is neither yes nor no', fix: 'Write Y or N.' },
  'wrong-shape': {
    title: 'A postcode or a number of Ofsted’s is not written as it should be',
    fix: 'Write it in full.',
  },
  'same-key': {
    title: 'Two rows have the same number',
    fix: 'Take one of them out, or give it its own number.',
  },
  'ends-before-start': {
    title: 'Something ends before it began',
    fix: 'Check both dates in the case system.',
  },
  'in-future': {
    title: 'A date is in the future',
    fix: 'Check the year; an extract tells what has happened.',
  },
  'parts-differ': {
    title: 'What each pays does not add up to the whole cost',
    fix: 'Check the contributions against the total.',
  },
}

export const isCode = (word: string): word is Code => Object.hasOwn(codes, word)

/** An empty cell tells against completeness; whatever else is wrong, against accuracy. */
export const isInaccurate = (code: Code): boolean => code !== 'missing' && code !== 'column-absent'
