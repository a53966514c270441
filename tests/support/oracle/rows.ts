/** Small returns as plain text, and the few questions that the oracle asks of a cell. Shares nothing with the rulebook. */

export type Row = Readonly<Record<string, string>>
export type Sheets = Readonly<Record<string, readonly Row[]>>
export type SmallReturn = {
  /** The collection year: 2027 is 1 April 2026 to 31 March 2027. */
  readonly year: number
  readonly now: Sheets
  readonly last: Sheets
  readonly earlier: Readonly<Record<number, Sheets>>
}

/** What a rule flags, as `Episodes 0`. */
export type Verdict = (given: SmallReturn) => string[]

export const rowsOf = (sheets: Sheets | undefined, file: string): readonly Row[] => sheets?.[file] ?? []
export const ofChild = (rows: readonly Row[], child: string | undefined): readonly Row[] =>
  child ? rows.filter(({ CHILD }) => CHILD === child) : []

export const cell = (row: Row | undefined, column: string): string => (row?.[column] ?? '').trim()
export const isOf = (row: Row | undefined, column: string, list: string): boolean =>
  cell(row, column) !== '' && list.split(' ').includes(cell(row, column))

/** A day as the number 20270331; undefined where the cell holds none. */
export function dayIn(row: Row | undefined, column: string): number | undefined {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell(row, column)) ?? []
  if (!year) return undefined
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  const isReal = date.getUTCDate() === Number(day) && date.getUTCMonth() + 1 === Number(month)
  return isReal ? Number(`${year}${month}${day}`) : undefined
}

/** Whole days from one to the other. */
export function daysBetween(first: number, last: number): number {
  const at = (day: number) => Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100)
  return (at(last) - at(first)) / 86_400_000
}

/** Somebody born on 29 February has the birthday on 1 March where there is no such day. */
export function birthdayAt(born: number, age: number): number {
  const day = born + age * 10_000
  return day % 10_000 === 229 && Math.floor(day / 10_000) % 4 !== 0 ? day + 72 : day
}

export const firstDay = (year: number): number => (year - 1) * 10_000 + 401
export const lastDay = (year: number): number => year * 10_000 + 331

/** Names the rows of a file that answer yes. */
export const flaggedIn = (sheets: Sheets, file: string, asks: (row: Row) => boolean | undefined): string[] =>
  rowsOf(sheets, file).flatMap((row, at) => (asks(row) ? [`${file} ${at}`] : []))
