/** The sufficient data specification itself: its versions, and the tables and items that each asks for. */

import type { PlainDate } from '#shared/dates'
import { type Table, type VersionName, versionNames } from './item.ts'
import { careTables } from './items/care.ts'
import { census } from './items/census.ts'
import { legalStatus } from './items/legal.ts'
import { wellbeingTables } from './items/wellbeing.ts'

export type Version = {
  readonly name: VersionName
  /** The first day it is asked for; it stands until the next. */
  readonly from: PlainDate
  readonly says: string
}

export const versions: readonly Version[] = [
  {
    name: '1.0',
    from: '2026-04-01' as PlainDate,
    says:
      'Six tables of the Standard Safeguarding Dataset: placements, episodes, legal statuses, SDQ scores, ' +
      'health checks and missing episodes.',
  },
  {
    name: '1.1',
    from: '2026-07-01' as PlainDate,
    says:
      'Adds the regional placement census: what each placement costs a week, who pays, how it was bought, ' +
      'solo placements and deprivation of liberty.',
  },
]

const everyTable: readonly Table[] = [...careTables, legalStatus, ...wellbeingTables, census]

/** What a version asks for. */
export const tablesIn = (version: VersionName): readonly Table[] =>
  everyTable.filter(({ since }) => versionNames.indexOf(since) <= versionNames.indexOf(version))

export const tableNamed = (name: string): Table | undefined => everyTable.find(each => each.name === name)

/** The version in force on a day; before the first, the first. */
export const versionOn = (day: PlainDate): Version =>
  versions.findLast(({ from }) => from <= day) ?? versions[0]!

export const isVersion = (word: string): word is VersionName => versionNames.some(each => each === word)

/** From when a table has been asked for. */
export const askedSince = ({ since }: Table): PlainDate => versions.find(({ name }) => name === since)!.from
