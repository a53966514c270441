/** The CSV files of returns as rows that can be joined, whatever their layout; what cannot be read is said. */

import papa from 'papaparse'
import { type Doubt, type Repair, type Told, anyDay, doubtRules, repairRules } from '#rulebook'
import { adulthood } from './kinds.ts'

/** A file, with the authority and the year that its place tells; rows with LA and YEAR tell their own. */
export type Sheet = {
  readonly path: string
  readonly text: string
  readonly authority: string
  readonly year: number | undefined
}

/** Something that was wrong with a row or a file, and what was done about it. */
export type Problem = {
  readonly file: string
  readonly authority: string
  readonly year: number | null
  /** Counted from 1 after the line of headings; null where the whole file is meant. */
  readonly row: number | null
  readonly child: string
  readonly problem: string
  readonly dropped: boolean
}

export type Filed = {
  readonly headers: Told[]
  readonly episodes: Told[]
  /** Unaccompanied children, as `authority/child`. */
  readonly alone: Set<string>
  readonly problems: Problem[]
}

/** Returns after the year that ends with or holds `asAt` are left aside. */
export function fileSheets(sheets: readonly Sheet[], lastYear: number): Filed {
  const filed: Filed = { headers: [], episodes: [], alone: new Set(), problems: [] }
  const seen = new Map<string, Set<string>>()
  for (const sheet of sheets) {
    if (sheet.year !== undefined && sheet.year > lastYear) continue
    const [headings = [], ...rows] = rowsIn(sheet.text)
    const columns = headings.map(heading => heading.trim().toUpperCase())
    const kind = kindOfSheet(columns)
    if (!kind) continue
    const cells = rows.map(row => cellsOf(columns, row))
    const told = toldIn(sheet, cells, filed.problems).filter(each => each.year <= lastYear)
    for (const { authority, year } of told) noted(seen, `${authority}/${year}`).add(kind)
    if (kind === 'Header') push(filed.headers, told)
    else if (kind === 'Episodes') push(filed.episodes, told)
    else
      for (const each of told)
        if (isAlone(each)) filed.alone.add(`${each.authority}/${each.cells.CHILD!.trim()}`)
  }
  filed.problems.push(...missing(seen))
  return filed
}

/** Lines with nothing in them are not counted. As rows, not objects: the library is far slower at naming cells. */
const rowsIn = (text: string): string[][] =>
  papa
    .parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true })
    .data.filter(row => row.some(cell => cell.trim() !== ''))

function cellsOf(columns: readonly string[], row: readonly string[]): Record<string, string> {
  const cells: Record<string, string> = {}
  for (let at = 0; at < columns.length; at += 1) if (at < row.length) cells[columns[at]!] = row[at]!
  return cells
}

type SheetKind = 'Header' | 'Episodes' | 'UASC'

/** By its columns, because files are named in many ways. */
function kindOfSheet(columns: readonly string[]): SheetKind | undefined {
  const has = (...names: string[]) => names.every(name => columns.includes(name))
  if (has('CHILD', 'DECOM', 'PLACE')) return 'Episodes'
  if (has('CHILD', 'DUC')) return 'UASC'
  return has('CHILD', 'DOB', 'ETHNIC') ? 'Header' : undefined
}

function toldIn(sheet: Sheet, rows: readonly Record<string, string>[], problems: Problem[]): Told[] {
  const told: Told[] = []
  for (const [row, cells] of rows.entries()) {
    const authority = cells.LA?.trim() || sheet.authority
    const year = Number(cells.YEAR?.trim() || sheet.year || yearOf(cells))
    if (year >= 1990 && year <= 2100) told.push({ authority, year, row, cells })
    else {
      const problem = 'No year of return is told, by a folder or by YEAR: the row is left out.'
      const child = cells.CHILD ?? ''
      problems.push({ file: sheet.path, authority, year: null, row: row + 1, child, problem, dropped: true })
    }
  }
  return told
}

/** Where nobody says which return a row is of: that of the year in which the episode ends, or begins. */
function yearOf(cells: Record<string, string>): number {
  const day = anyDay(cells.DEC) ?? anyDay(cells.DECOM)
  if (day === null) return Number.NaN
  const date = new Date(day * 86_400_000)
  return date.getUTCFullYear() + (date.getUTCMonth() >= 3 ? 1 : 0)
}

/** DUC is when a child ceased to be unaccompanied: empty, or the eighteenth birthday or later, while in care. */
function isAlone({ cells }: Told): boolean {
  const [born, ceased] = [anyDay(cells.DOB), anyDay(cells.DUC)]
  return (
    Boolean(cells.CHILD?.trim()) && (born === null || ceased === null || ceased > born + adulthood - 1461)
  )
}

function* missing(seen: ReadonlyMap<string, ReadonlySet<string>>): Generator<Problem> {
  for (const [place, kinds] of seen) {
    const [authority, year] = [place.slice(0, place.lastIndexOf('/')), Number(place.slice(-4))]
    const say = (file: string, problem: string): Problem => ({
      file,
      authority,
      year,
      row: null,
      child: '',
      problem,
      dropped: false,
    })
    if (!kinds.has('UASC')) yield say('UASC', 'There is no UASC file: no child is known to be unaccompanied.')
    if (!kinds.has('Header')) yield say('Header', 'There is no Header: ages are known only from other years.')
    if (!kinds.has('Episodes')) yield say('Episodes', 'There are no episodes for this year.')
  }
}

/** Every doubt and repair but the newer telling of an unfinished episode, which is how the return is made. */
export function problemsIn(doubts: readonly Doubt[], repairs: readonly Repair[]): Problem[] {
  const said = doubts.map(({ file, authority, year, row, child, rule, dropped }): Problem => {
    return { file, authority, year, row: row + 1, child, problem: doubtRules[rule], dropped }
  })
  for (const { told, rule, dropped } of repairs) {
    if (rule === 'continued') continue
    const { authority, year, child, row } = told
    said.push({ file: 'Episodes', authority, year, row: row + 1, child, problem: repairRules[rule], dropped })
  }
  return said
}

const noted = (seen: Map<string, Set<string>>, key: string): Set<string> => {
  const known = seen.get(key) ?? new Set<string>()
  seen.set(key, known)
  return known
}
function push(into: Told[], rows: readonly Told[]): void {
  for (const row of rows) into.push(row)
}
