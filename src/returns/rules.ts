/** The kinds of problem a return can have: a title for the group, how to put it right, and DfE's rules alike. */

export type Rule = {
  readonly title: string
  readonly fix: string
  readonly dfe: string | null // rules of the Department for Education's own validation of the SSDA903
}

const rule = (title: string, fix: string, dfe: string | null = null): Rule => ({ title, fix, dfe })

export const rules = {
  // The file as a whole
  'not-text': rule(
    'Files that are not CSV',
    'Open it, choose "Save as" and "CSV UTF-8", and load that file.',
  ),
  'empty-file': rule('Files with nothing in them', 'Export it again, or leave it out.'),
  'unknown-columns': rule(
    'Files we do not recognise',
    'Check that this is a file of the return, with its row of column names.',
  ),
  'missing-columns': rule(
    'Files with columns missing',
    'Add these columns, even if they are empty, and load the file again.',
  ),
  'same-kind-twice': rule('Two files of the same kind', 'Leave one of them out, or join them into one file.'),
  'too-many-rows': rule('Files with too many rows', 'Check that the file is for one authority and one year.'),
  'open-quote': rule(
    'Files with a quotation mark that never closes',
    'Remove the quotation mark, or close it.',
  ),
  'extra-columns': rule(
    'Columns we do not read',
    'You do not need to do anything: the rest of the file is read.',
  ),
  'column-twice': rule('Columns that are there twice', 'Remove the one that is wrong. We read the first.'),
  // One row by itself
  'too-many-cells': rule(
    'Rows with more cells than the heading',
    'Put quotation marks round any value that contains a comma.',
  ),
  'no-child': rule('Rows without a child', "Enter the child's number in CHILD."),
  'spoiled-child': rule(
    'Child numbers changed by Excel',
    'Format the column CHILD as text, and export it again.',
  ),
  blank: rule(
    'Values that are missing',
    'Enter it in your case system and export again.',
    '101-103, 141, 143-146, 166, 442, 526',
  ),
  'unknown-code': rule(
    'Codes we do not know',
    'Use one of the codes of the guide to the return.',
    '101, 103, 143-146, 149, 167, 178, 1009',
  ),
  'code-not-of-this-year': rule(
    'Codes not used in this year',
    'Check the year you chose, or use a code of that year.',
    '101, 146, 149',
  ),
  'not-a-date': rule(
    'Dates we cannot read',
    'Enter a day in the calendar as dd/mm/yyyy.',
    '102, 141, 147, 166, 171',
  ),
  'date-style': rule(
    'Dates written in another style',
    'We have read it; the return itself asks for dd/mm/yyyy.',
  ),
  'date-in-future': rule('Dates in the future', 'Check the year of the date.', '301, 354, 385'),
  'not-a-postcode': rule(
    'Postcodes we cannot read',
    'Check it for letters and figures that look alike. We leave it blank.',
    '392c',
  ),
  'not-a-upn': rule(
    'Pupil numbers we cannot read',
    'Enter a letter and 12 figures, or UN1 to UN5. We leave it as it is.',
    '168',
  ),
  'too-old': rule('Children born too long ago', 'Check the year of birth.', '351'),
  'starts-after-year': rule(
    'Episodes after the year of the return',
    'Check the date, or choose the year it belongs to.',
    '354',
  ),
  'ends-after-year': rule(
    'Ends after the year of the return',
    'Leave DEC and REC blank in a return for a year that ended earlier.',
    '385',
  ),
  'ends-before-start': rule('Episodes that end before they start', 'Correct DECOM or DEC.', '356'),
  'ends-on-start': rule(
    'Episodes that end on the day they start',
    'Remove the episode, or correct DECOM or DEC.',
    '355',
  ),
  'end-without-reason': rule(
    'Ends without a reason',
    'Enter REC, the reason it ended. Until then we read X1 if another follows that day, or E8.',
    '148',
  ),
  'reason-without-end': rule(
    'Reasons to end without a date',
    'Enter DEC, the day it ended, or clear REC. We read it as not ended.',
    '148',
  ),
  // Rows beside one another
  'row-twice': rule('Rows that are there twice', 'Remove one of them. We use the first.'),
  'child-twice': rule('Children with two rows in the Header', 'Keep the row that is right.'),
  'episode-twice': rule(
    'Two episodes that start on one day',
    'Keep the one that is right. We use the one that lasts longer.',
  ),
  'no-header': rule('Children who are not in the Header', 'Add the child to the Header, or correct CHILD.'),
  'no-episodes': rule(
    'Children in the Header with no episodes',
    "Add the child's episodes, or remove the child from the Header.",
    '1012',
  ),
  'birth-differs': rule(
    'Days of birth that differ between files',
    'Correct the one that is wrong. We use the one in the Header.',
  ),
  'header-unusable': rule(
    'Rows of children whose Header row cannot be used',
    "Put the child's Header row right first.",
  ),
  'overlaps-newer': rule(
    'Episodes that differ from a newer return',
    'Correct it here or there. We keep what the newer return says.',
  ),
  'born-after-entry': rule(
    'Episodes that start before the child was born',
    'Correct DECOM, or DOB in the Header.',
    '302',
  ),
  'never-ends': rule(
    'Episodes that never end',
    'Enter DEC and REC. We read it as ending the day the next begins.',
    '142',
  ),
  overlap: rule(
    'Episodes that overlap',
    'Correct DEC of the earlier or DECOM of the later. We read the earlier as ending when the later begins.',
    '501',
  ),
  gap: rule('Gaps between episodes', 'Add the missing episode, or give the reason care ended.', '388, 433'),
  'not-a-start': rule(
    'First episodes that do not start care',
    'Use S in RNE, or add the episode before it.',
    '357',
  ),
  'not-a-new-start': rule(
    'Care that starts again without saying so',
    'Use S in RNE, or X1 in REC of the episode before.',
    '432',
  ),
  twins: rule(
    'Children who may be twins',
    'You do not need to do anything if they are brothers and sisters.',
  ),
  'possible-duplicate': rule(
    'Children who may be one child',
    'If they are one child, use one number for both.',
    '444',
  ),
  // The load as a whole
  'nothing-to-load': rule('Nothing to load', 'Add the Header and the Episodes.'),
  'wrong-year': rule('Another year', 'Choose the year the files are for, or the files for this year.'),
  'wrong-authority': rule('Another authority', 'Check that these files are for your authority.'),
} as const satisfies Record<string, Rule>

export type Code = keyof typeof rules
