/** The whole return of any year, written from the live record: what daily work records is what is sent. */

import { type Child, type ChildId, type Episode, type ToldKind, type ToldRows, keepings } from '#children'
import { type ReturnFile, isLive, placementTypes, returnFiles } from '#reference'
import { type ReturnChild, type Sex, type WrittenRow } from '#returns'
import { asReturnDate, episodeRow, firstDay, headerRow, lastDay, touches, uascRow } from '#returns'
import type { Cells, Kind } from '#rulebook'
import type { PlainDate } from '#shared/dates'
import type { Files } from './correction.ts'

export type LiveRecord = {
  readonly children: readonly Child[]
  readonly episodes: readonly Episode[]
  /** What stands for that year, besides who the children are and their stays. */
  readonly told: ToldRows
}
type When = { readonly year: number; readonly today: PlainDate }

/**
 * Every file that the year has, also those without rows, in DfE's layout. Told as far as the year has gone: an ending
 * after its last day, or to come, is blank, and outcomes that nobody has told of yet are no file. In the order of the
 * children's numbers, then of days.
 */
export function liveReturn(record: LiveRecord, when: When): Files {
  const until = lastDayOf(when)
  const stays = record.episodes.filter(
    each => each.startedOn <= until && touches(when.year, each.startedOn, each.endedOn),
  )
  const people = peopleIn(record, stays, when)
  const files: Record<string, readonly Cells[]> = {}
  for (const { name } of filesOfYear(when.year)) {
    const rows = rowsOf(name, { record, stays, people, when })
    const isToCome = outcomes.has(name) && until < lastDay(when.year) && rows.length === 0
    if (!isToCome) files[name] = rows
  }
  return files
}

/** Told of a year when it is over. */
const outcomes: ReadonlySet<Kind> = new Set(['OC2', 'OC3'])

export const filesOfYear = (year: number) =>
  returnFiles.filter((file: ReturnFile) => year >= (file.from ?? 0))

const lastDayOf = ({ year, today }: When): PlainDate => (today < lastDay(year) ? today : lastDay(year))

type Telling = {
  readonly record: LiveRecord
  readonly stays: readonly Episode[]
  readonly people: ReadonlyMap<ChildId, Child>
  readonly when: When
}

function rowsOf(name: Kind, telling: Telling): Cells[] {
  const { people, when } = telling
  const everybody = [...people.values()].map(asReturned)
  if (name === 'Header') return everybody.map(child => asCells(headerRow(child, when.year)))
  if (name === 'Episodes') return episodesOf(telling)
  if (name === 'UASC') return asylumOf(telling)
  return toldOf(name, telling)
}

/** Whoever had a stay in the year, or of whom the year's return tells besides: care leavers have no stays. */
function peopleIn({ children, told }: LiveRecord, stays: readonly Episode[], { year }: When) {
  const named = new Set(stays.map(({ child }) => child))
  for (const rows of Object.values(told)) for (const row of rows) if (row.year === year) named.add(row.child)
  const people = children.filter(({ id }) => named.has(id))
  return new Map(people.toSorted((a, b) => byText(a.localId, b.localId)).map(child => [child.id, child]))
}

function episodesOf({ stays, people, when }: Telling): Cells[] {
  const until = lastDayOf(when)
  const rows = stays.flatMap(stay => {
    const child = people.get(stay.child)
    return child ? [{ ...stay, child: child.localId, placeCode: codeIn(when.year, stay.placeCode) }] : []
  })
  return rows
    .toSorted((a, b) => byText(a.child, b.child) || byText(a.startedOn, b.startedOn))
    .map(stay => asCells(episodeRow(stay.endedOn !== null && stay.endedOn > until ? goingOn(stay) : stay)))
}

const goingOn = <Stay extends object>(stay: Stay) => ({
  ...stay,
  endedOn: null,
  endReason: null,
  changeReason: null,
})

/** An arrangement listed to DfE was Z1 before it had the four codes of 2025-26. */
const codeIn = (year: number, code: string): string =>
  /^Z1\d$/.test(code) && !isLive(placementTypes, code, year) ? 'Z1' : code

/** Those who sought asylum alone and were looked after in the year, until the day it ended. */
function asylumOf({ stays, people, when: { year } }: Telling): Cells[] {
  const staying = new Set(stays.map(({ child }) => child))
  return [...people.values()].flatMap(child => {
    if (!staying.has(child.id) || (child.asylumUntil !== null && child.asylumUntil < firstDay(year)))
      return []
    const row = uascRow(asReturned(child), year)
    return row ? [asCells(row)] : []
  })
}

/** What goes on from an earlier year is told where it had not ended and the child was looked after in this one. */
function toldOf(name: ToldKind, { record, stays, people, when }: Telling): Cells[] {
  const { columns } = keepings.find(({ kind }) => kind === name)!
  const staying = new Set(stays.map(({ child }) => child))
  const rows = (record.told[name] ?? []).flatMap(({ child: id, year, values }) => {
    const child = people.get(id)
    const goesOn = year === when.year || (staying.has(id) && isOpen(name, values))
    if (!child || !goesOn) return []
    const cells = columns.map(({ of, type }) => {
      const value = values[of]
      return [of, type === 'date' && value ? asReturnDate(value as PlainDate) : value] as const
    })
    return [asCells({ CHILD: child.localId, DOB: asReturnDate(child.born), ...Object.fromEntries(cells) })]
  })
  return rows.toSorted((a, b) => byText(a.CHILD ?? '', b.CHILD ?? ''))
}

const endsWith: Partial<Record<ToldKind, string>> = {
  Missing: 'MIS_END',
  SWEpisodes: 'SW_DEC',
  DoLo: 'DOLO_END',
}
const isOpen = (name: ToldKind, values: Readonly<Record<string, string | null>>): boolean =>
  (values[endsWith[name] ?? ''] ?? null) === null

const asReturned = ({ localId, seeksAsylum, asylumUntil, ...child }: Child): ReturnChild => ({
  child: localId,
  sex: child.sex as Sex,
  born: child.born,
  ethnicity: child.ethnicity,
  upn: child.upn,
  mother: child.mother,
  childBorn: child.childBorn,
  asylum: { seeks: seeksAsylum, until: asylumUntil },
})

const asCells = (row: WrittenRow): Cells =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, String(value ?? '')]))

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
