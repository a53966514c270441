/** What can be wrong with a return: each kind of problem, how to put it right, and whether its row can be used. */

export type Problem = {
  readonly file: string | null // the caller's key of the file; null for the load as a whole
  readonly row: number | null // in the person's own file, its heading being 1; null for the file as a whole
  readonly child: string | null
  readonly field: string | null
  readonly code: Code
  readonly message: string // what is wrong, then how to put it right
  readonly stops: boolean // this row (or, without a row, this file or load) cannot be used
}

export type Rule = {
  readonly title: string
  readonly fix: string
  readonly dfe?: string // the rules of the Department for Education's own validation that ask the same
}

/** The kinds of problem. A title heads its group on the page; the fix ends each of its messages. */
export const rules = {
  // The file as a whole
  'not-text': { title: 'Files that are not CSV', fix: 'Open it, choose "Save as" and "CSV UTF-8", and load that file.' },
  'empty-file': { title: 'Files with nothing in them', fix: 'Export it again, or leave it out.' },
  'unknown-columns': { title: 'Files we do not recognise', fix: 'Check that this is a file of the return, with its row of column names.' },
  'missing-columns': { title: 'Files with columns missing', fix: 'Add these columns, even if they are empty, and load the file again.' },
  'same-kind-twice': { title: 'Two files of the same kind', fix: 'Leave one of them out, or join them into one file.' },
  'too-many-rows': { title: 'Files with too many rows', fix: 'Check that the file is for one authority and one year.' },
  'open-quote': { title: 'Files with a quotation mark that never closes', fix: 'Remove the quotation mark, or close it.' },
  'extra-columns': { title: 'Columns we do not read', fix: 'You do not need to do anything: the rest of the file is read.' },
  'column-twice': { title: 'Columns that are there twice', fix: 'Remove the one that is wrong. We read the first.' },

  // One row by itself
  'too-many-cells': { title: 'Rows with more cells than the heading', fix: 'Put quotation marks round any value that contains a comma.' },
  'no-child': { title: 'Rows without a child', fix: "Enter the child's number in CHILD." },
  'spoiled-child': { title: 'Child numbers changed by Excel', fix: 'Format the column CHILD as text, and export it again.' },
  blank: { title: 'Values that are missing', fix: 'Enter it in your case system and export again.', dfe: '101-103, 141, 143-146, 166, 442, 526' },
  'unknown-code': { title: 'Codes we do not know', fix: 'Use one of the codes of the guide to the return.', dfe: '101, 103, 143-146, 149, 167, 178, 1009' },
  'code-not-of-this-year': { title: 'Codes not used in this year', fix: 'Check the year you chose, or use a code of that year.', dfe: '101, 146, 149' },
  'not-a-date': { title: 'Dates we cannot read', fix: 'Enter a day in the calendar as dd/mm/yyyy.', dfe: '102, 141, 147, 166, 171' },
  'date-style': { title: 'Dates written in another style', fix: 'We have read it; the return itself asks for dd/mm/yyyy.' },
  'date-in-future': { title: 'Dates in the future', fix: 'Check the year of the date.', dfe: '301, 354, 385' },
  'not-a-postcode': { title: 'Postcodes we cannot read', fix: 'Check it for letters and figures that look alike. We leave it blank.', dfe: '392c' },
  'not-a-upn': { title: 'Pupil numbers we cannot read', fix: 'Enter a letter and 12 figures, or UN1 to UN5. We leave it as it is.', dfe: '168' },
  'too-old': { title: 'Children born too long ago', fix: 'Check the year of birth.', dfe: '351' },
  'starts-after-year': { title: 'Episodes after the year of the return', fix: 'Check the date, or choose the year it belongs to.', dfe: '354' },
  'ends-after-year': { title: 'Ends after the year of the return', fix: 'Leave DEC and REC blank in a return for a year that ended earlier.', dfe: '385' },
  'ends-before-start': { title: 'Episodes that end before they start', fix: 'Correct DECOM or DEC.', dfe: '356' },
  'ends-on-start': { title: 'Episodes that end on the day they start', fix: 'Remove the episode, or correct DECOM or DEC.', dfe: '355' },
  'end-without-reason': { title: 'Ends without a reason', fix: 'Enter REC, the reason it ended.', dfe: '148' },
  'reason-without-end': { title: 'Reasons to end without a date', fix: 'Enter DEC, the day it ended, or clear REC. We read it as not ended.', dfe: '148' },

  // Rows beside one another
  'row-twice': { title: 'Rows that are there twice', fix: 'Remove one of them. We use the first.' },
  'child-twice': { title: 'Children with two rows in the Header', fix: 'Keep the row that is right.' },
  'episode-twice': { title: 'Two episodes that start on one day', fix: 'Keep the one that is right. We use the one that lasts longer.' },
  'no-header': { title: 'Children who are not in the Header', fix: 'Add the child to the Header, or correct CHILD.' },
  'no-episodes': { title: 'Children in the Header with no episodes', fix: "Add the child's episodes, or remove the child from the Header.", dfe: '1012' },
  'birth-differs': { title: 'Days of birth that differ between files', fix: 'Correct the one that is wrong. We use the one in the Header.' },
  'born-after-entry': { title: 'Episodes that start before the child was born', fix: 'Correct DECOM, or DOB in the Header.', dfe: '302' },
  'never-ends': { title: 'Episodes that never end', fix: 'Enter DEC and REC. We read it as ending the day the next begins.', dfe: '142' },
  overlap: { title: 'Episodes that overlap', fix: 'Correct DEC of the earlier or DECOM of the later. We read the earlier as ending when the later begins.', dfe: '501' },
  gap: { title: 'Gaps between episodes', fix: 'Add the missing episode, or give the reason care ended.', dfe: '388, 433' },
  'not-a-start': { title: 'First episodes that do not start care', fix: 'Use S in RNE, or add the episode before it.', dfe: '357' },
  'not-a-new-start': { title: 'Care that starts again without saying so', fix: 'Use S in RNE, or X1 in REC of the episode before.', dfe: '432' },
  twins: { title: 'Children who may be twins', fix: 'You do not need to do anything if they are brothers and sisters.' },
  'possible-duplicate': { title: 'Children who may be one child', fix: 'If they are one child, use one number for both.', dfe: '444' },

  // The load as a whole
  'nothing-to-load': { title: 'Nothing to load', fix: 'Add the Header and the Episodes.' },
  'wrong-year': { title: 'Another year', fix: 'Choose the year the files are for, or the files for this year.' },
  'wrong-authority': { title: 'Another authority', fix: 'Check that these files are for your authority.' },
} as const satisfies Record<string, Rule>

export type Code = keyof typeof rules
export const ruleOf = (code: Code): Rule => rules[code]

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
  const { fix } = ruleOf(code)
  return { wrong: message.endsWith(fix) ? message.slice(0, -fix.length).trim() : message, fix }
}
