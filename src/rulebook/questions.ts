/** Questions that many rules ask of days, codes and rows. A day that is not known answers no. */

import { codeSetOfColumn, codesIn } from '#reference'
import { type Day, dayOf, later, toDate, yearsLater } from '#shared/days'
import type { Kind, RowOf } from './row.ts'
import type { Table } from './table.ts'

type Maybe = Day | null | undefined

export const isBefore = (a: Maybe, b: Maybe): boolean => a != null && b != null && a < b
export const isAfter = (a: Maybe, b: Maybe): boolean => a != null && b != null && a > b
export const isSameDay = (a: Maybe, b: Maybe): boolean => a != null && b != null && a === b

/** The day somebody born on `born` reaches an age. */
export const birthday = (born: Maybe, age: number): Day | null =>
  born == null ? null : yearsLater(born, age)

/** Whether somebody is of that age or more on a day; not known is no. */
export const isAged = (born: Maybe, age: number, on: Maybe): boolean =>
  born != null && on != null && yearsLater(born, age) <= on

/** Whether somebody is younger than that on a day; not known is no. */
export const isYounger = (born: Maybe, age: number, on: Maybe): boolean =>
  born != null && on != null && yearsLater(born, age) > on

/** Whether somebody has passed the day of that birthday: on the day itself, not yet; not known is no. */
export const isOver = (born: Maybe, age: number, on: Maybe): boolean =>
  born != null && on != null && yearsLater(born, age) < on

/** The day by which school age is told: 31 August of the calendar year before the one in which a year begins. */
export const schoolAgeDay = (start: Day): Day => dayOf(Number(toDate(start).slice(0, 4)) - 1, 8, 31)!

/** Days from one to the other; null where either is not known. */
export const daysFrom = (a: Maybe, b: Maybe): number | null => (a == null || b == null ? null : b - a)

export const dayAfter = (day: Maybe): Day | null => (day == null ? null : later(day, 1))

/** Whether something was written where a date should be and it is none. */
export const isNoDate = (written: string | null, day: Maybe): boolean => written !== null && day == null

export type Codes = ReadonlySet<string>
export const codes = (list: string): Codes => new Set(list.split(' '))

/** Whether a cell holds one of the codes; blank holds none. */
export const isOneOf = (cell: string | null | undefined, list: Codes): boolean =>
  cell != null && list.has(cell)

/** Positions of the rows that answer yes, in the order of the file. */
export function where<K extends Kind>(table: Table<K>, asks: (row: RowOf<K>) => boolean): number[] {
  const found: number[] = []
  for (const row of table.rows) if (asks(row)) found.push(row.at)
  return found
}

export const positions = (rows: Iterable<{ readonly at: number } | undefined>): number[] =>
  [...rows].flatMap(row => (row === undefined ? [] : [row.at]))

/** The codes that a column may hold in a year. */
export const codesOf = (column: string, year: number): Codes =>
  new Set(codesIn(codeSetOfColumn[column]!, year).map(({ code }) => code))

type Written = { readonly written: Readonly<Record<string, string | null>> }

/** Whether something stands in a cell, be it readable or not. */
export function isFilled<Row extends Written>(row: Row, column: keyof Row & string): boolean {
  return (column in row.written ? row.written[column] : row[column]) != null
}

export const isAnyFilled = <Row extends Written>(
  row: Row,
  columns: readonly (keyof Row & string)[],
): boolean => columns.some(column => isFilled(row, column))

export const areAllFilled = <Row extends Written>(
  row: Row,
  columns: readonly (keyof Row & string)[],
): boolean => columns.every(column => isFilled(row, column))

/** Rows whose cell holds something that is not of the list. */
export const whereOutside = <K extends Kind>(
  table: Table<K>,
  column: keyof RowOf<K> & string,
  list: Codes,
): number[] => where(table, row => isFilled(row, column) && !list.has(String(row[column])))

/** Rows where something was written that is no date. */
export const whereNoDate = <K extends Kind>(table: Table<K>, column: keyof RowOf<K> & string): number[] =>
  where(table, row => isFilled(row, column) && row[column] == null)
