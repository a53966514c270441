/** `returns`: a statutory return checked, explained and converted with no database opened, and written from one. */

import type { Command } from '../command.ts'

const json = { type: 'boolean', says: 'prints the answer as JSON' } as const

export const returnsCommands: readonly Command[] = [
  {
    name: 'returns check',
    takes: 'DIR',
    says: 'Asks every rule of a year of the files of a return (CSV or XML), and keeps nothing.',
    more:
      'Ends with 0 when all was read and asked, whether or not anything is wrong with the return;\n' +
      'with 1 when a file could not be used or a rule failed, which is said; with 2 when it was asked wrongly.',
    options: {
      year: { type: 'string', says: 'the year of the return, such as 2025-26' },
      authority: {
        type: 'string',
        says: 'the returning authority: its code (E10000011), number (845) or name',
      },
      last: { type: 'string', says: "the folder of last year's return" },
      earlier: {
        type: 'string',
        multiple: true,
        says: 'an earlier return, as YEAR=FOLDER (2022-23=returns/2023); may be given more than once',
      },
      ofsted: {
        type: 'string',
        multiple: true,
        says: 'a list of Ofsted (XLSX or CSV); may be given more than once',
      },
      postcodes: {
        type: 'string',
        says: 'a postcode directory of your own: the ONS CSV, or one kept by `reference`',
      },
      json: {
        type: 'boolean',
        says: 'prints which rows each rule flags, counted from 0 in each file, as JSON',
      },
      csv: { type: 'string', says: 'a file for every flagged row, rule by rule, as CSV' },
      xlsx: { type: 'string', says: 'a file for the same as a workbook, with sums by rule and by child' },
      back: { type: 'string', says: 'a folder for your own files with what is wrong beside each row' },
    },
    run: async (values, rest) => (await import('./returns-check.ts')).check(values, rest),
  },
  {
    name: 'returns rules',
    takes: '[CODE]',
    says: 'Lists the rules of a year, or explains the one that CODE names.',
    options: { year: { type: 'string', says: 'the year of the return (every year without it)' }, json },
    run: async (values, rest) => (await import('./returns-rules.ts')).tellRules(values, rest),
  },
  {
    name: 'returns try',
    says: 'Reads a case of a rule on each line of standard input, as JSON, and answers each on a line.',
    options: { pack: { type: 'string', says: 'the year whose rules are asked: 2025-26 or lac2025_26' } },
    run: async values => (await import('./returns-try.ts')).tryCases(values),
  },
  {
    name: 'returns convert',
    takes: 'DIR OUT',
    says: 'Writes a return as one XML file, or as CSV files in a folder, in the layout of DfE.',
    options: { to: { type: 'string', says: 'xml or csv' } },
    run: async (values, rest) => (await import('./returns-convert.ts')).convert(values, rest),
  },
  {
    name: 'returns history',
    takes: 'DIR',
    says: 'Joins the yearly returns in a directory into one history of each child, and lists every row repaired.',
    more:
      'DIR holds YEAR/*.csv or AUTHORITY/YEAR/*.csv, where 2026 is the year to 31 March 2026, or files with\n' +
      'LA and YEAR columns. Ends with 1 when a file or a row could not be used, which is said.',
    options: {
      authority: { type: 'string', says: 'only this authority, as its folder or its LA column names it' },
      json,
      csv: { type: 'string', says: 'a file for every row repaired, left out or doubted, with its rule' },
    },
    run: async (values, rest) => (await import('./returns-history.ts')).history(values, rest),
  },
  {
    name: 'returns write',
    says: 'Writes the whole return of a year from the live record, in a person’s name.',
    options: {
      year: { type: 'string', says: 'the year of the return, such as 2025-26' },
      as: { type: 'string', says: 'the email of somebody who may see the returns of the authority' },
      to: { type: 'string', says: 'a folder for the files' },
      xml: { type: 'boolean', says: 'writes one XML file in place of CSV files' },
    },
    run: async values => (await import('./returns-write.ts')).writeReturn(values),
  },
]
