/** Whole returns of invented children for tests: of rows of chance, and of the made-up return beside the project. */

import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import Papa from 'papaparse'
import { codeSetOfColumn, returnFiles } from '#reference'
import {
  type Cells,
  type Kind,
  type Return,
  type TableName,
  type Tables,
  dateColumns,
  derivedColumns,
  providersFrom,
  settingOf,
  tableFrom,
} from '#rulebook'
import { dayOf } from '#shared/days'
export type Files = { readonly [N in TableName]?: readonly Cells[] }

export const tableNames: readonly TableName[] = returnFiles.flatMap(
  ({ name }) => [name, `${name}_last`] as const,
)
const kindOf = (name: TableName): Kind => name.replace('_last', '') as Kind
export const childOf = (cells: Cells): string => cells.CHILD ?? ''
export const childrenIn = (files: Files): string[] => [
  ...new Set(tableNames.flatMap(name => (files[name] ?? []).map(childOf))),
]

export const someProviders = providersFrom(
  ['SC1', 'SC2', 'SC2'].map((urn, at) => ({
    urn,
    placeCodes: at === 0 ? ['K2', 'U6'] : ['K3'],
    providerCodes: ['PR1', 'PR4'],
    registrationEnded: at === 0 ? dayOf(2026, 6, 10)! : null,
    postcode: 'ST15 9AB',
    authority: at === 0 ? 'E10000028' : 'E06000021',
  })),
)

/** Every file is there, if only without rows, so that no rule is skipped. */
export const returnFrom = (files: Files, year: number, from: number): Return => ({
  ...settingOf(year, 'E10000028'),
  start: dayOf(from, 4, 1)!,
  end: dayOf(from + 1, 3, 31)!,
  tables: Object.fromEntries(
    tableNames.map(name => [name, tableFrom(kindOf(name), files[name] ?? [])]),
  ) as Tables,
  providers: someProviders,
  postcodes: { knows: postcode => postcode !== 'ZZ1 1ZZ' },
})

const days =
  '01/04/2026 31/03/2026 31/03/2027 01/04/2027 10/06/2026 10/06/2025 10/06/2008 01/04/2009 10/06/2009 01/04/2022 soon'
const others: Readonly<Record<string, string>> = {
  UASC: '0 1',
  URN: 'SC1 SC2 SC9 XXXXXXX',
  UPN: 'UN1 UN4 A123456789012',
  HOME_POST: 'ST159AB ZZ11ZZ',
  PL_POST: 'ST159AB ZZ11ZZ',
  PL_LA: 'E10000028 E06000021 WAL',
  PL_LOCATION: 'IN OUT',
  PL_DISTANCE: '0 12.4 400',
  SDQ_SCORE: '0 40 41',
  SW_ID: 'SW123 XX1',
  LA_PERM: '860 SCO 999',
  DATE_PERM: 'ZZ/06/2026 10/06/2020 ZZ/ZZ/ZZZZ',
}

const cellOf = (kind: Kind, column: string): fc.Arbitrary<string> => {
  const known = dateColumns[kind].includes(column)
    ? days.split(' ')
    : (others[column]?.split(' ') ?? codeSetOfColumn[column]?.map(({ code }) => code) ?? [])
  return fc.constantFrom('', ...known, 'XX')
}

const rowsOf = (name: TableName): fc.Arbitrary<Cells[]> => {
  const kind = kindOf(name)
  const { columns } = returnFiles.find(each => each.name === kind)!
  const cells = Object.fromEntries(
    [...columns, ...(derivedColumns[kind] ?? [])].map(column => [column, cellOf(kind, column)]),
  )
  return fc.array(fc.record({ ...cells, CHILD: fc.constantFrom('a', 'b', 'c', '') }), { maxLength: 7 })
}

export const inventedFiles: fc.Arbitrary<Files> = fc.record(
  Object.fromEntries(tableNames.map(name => [name, rowsOf(name)])),
)

const fake = '../shared/data/fake903'
export const hasMadeUpReturn = existsSync(fake)
const fakeFiles: Partial<Record<Kind, string>> = {
  Header: 'header',
  Episodes: 'episodes',
  Reviews: 'reviews',
  UASC: 'uasc',
  OC2: 'oc2',
  OC3: 'oc3',
  AD1: 'ad1',
  PlacedAdoption: 'placed_for_adoption_errors',
  PrevPerm: 'previous_permanence',
  Missing: 'missing',
  SWEpisodes: 'sw_episodes',
  DoLo: 'DoLo',
}

/** Some children of the made-up return, their rows mixed; two in three rows were in last year's too. */
export function mixedReturn(count: number): Files {
  const all = Object.entries(fakeFiles).map(([kind, file]) => {
    const text = readFileSync(`${fake}/${file}.csv`, 'utf8').replace(/^\uFEFF/, '')
    return [kind, Papa.parse<Cells>(text, { header: true, skipEmptyLines: true }).data] as const
  })
  const rare = all.filter(([kind]) => !['Header', 'Episodes', 'Reviews', 'OC2', 'PrevPerm'].includes(kind))
  const chosen = new Set([...rare, ...all].flatMap(([, rows]) => rows.map(childOf)).slice(0, count))
  const files: Record<string, readonly Cells[]> = {}
  for (const [kind, rows] of all) {
    const own = mixed(rows.filter(cells => chosen.has(childOf(cells))))
    files[kind] = own
    files[`${kind}_last`] = own.filter((_, at) => at % 3 > 0)
  }
  return files
}

/** Every seventh row after every seventh: the same in each run, and each child's rows far apart. */
const mixed = <Row>(rows: readonly Row[]): Row[] =>
  rows
    .map((row, at) => [at % 7, row] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, row]) => row)
