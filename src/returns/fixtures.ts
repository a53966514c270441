/** Invented rows of a return, for tests: one girl, one boy, and the files that tell of them. */

import type { PlainDate } from '#shared/dates'
import { type Checked, type Asked, check } from './checking/checking.ts'
import type { Geography, Stored } from './merging/effect.ts'
import type { Kind } from '#filing'
import { halves } from './problem.ts'
import { type Brought, type Reading, readReturnFile } from './reading/reading.ts'
import type { Code } from './rules.ts'
import { type WrittenRow, writeReturnFile } from './reading/writing.ts'

export const day = (text: string) => text as PlainDate

/** The year to 31 March 2026, looked at in the summer after it. */
export const load2026: Asked = { year: 2026, today: day('2026-07-01'), known: new Map() }

export const aHeader = (over: WrittenRow = {}): WrittenRow => ({
  CHILD: '1001',
  SEX: 'F',
  DOB: '14/02/2012',
  ETHNIC: 'WBRI',
  UPN: 'A123456789012',
  MOTHER: '0',
  ...over,
})

export const anEpisode = (over: WrittenRow = {}): WrittenRow => ({
  CHILD: '1001',
  DECOM: '05/05/2025',
  RNE: 'S',
  LS: 'C2',
  CIN: 'N1',
  PLACE: 'U6',
  PLACE_PROVIDER: 'PR1',
  HOME_POST: 'BN1 1AA',
  PL_POST: 'BN2 3EE',
  URN: '1234567',
  ...over,
})

/** An ended episode followed, the same day, by one that is still open. */
export const aMove = (first: WrittenRow = {}, second: WrittenRow = {}): WrittenRow[] => [
  anEpisode({ DEC: '01/09/2025', REC: 'X1', REASON_PLACE_CHANGE: 'CARPL', ...first }),
  anEpisode({ DECOM: '01/09/2025', RNE: 'P', PL_POST: 'RH10 1AA', ...second }),
]

export const bring = (name: string, content: string | Uint8Array): Brought => ({
  file: name,
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
})

export const aFile = (kind: Kind, rows: Iterable<WrittenRow>): Reading =>
  readReturnFile(bring(`${kind}.csv`, writeReturnFile(kind, rows)))

export function checkAll(readings: readonly Reading[], over: Partial<Asked> = {}): Checked {
  const steps = check(readings, { ...load2026, ...over })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Checks a Header and Episodes, of the girl unless told otherwise. */
export const checkRows = (
  episodes: readonly WrittenRow[],
  header: readonly WrittenRow[] = [aHeader()],
  over: Partial<Asked> = {},
): Checked => checkAll([aFile('Header', header), aFile('Episodes', episodes)], over)

export const nothingStored: Stored = { children: [], episodes: [] }

/** Two postcodes near one another in one authority, and one in the next. */
export const geography: Geography = {
  authority: 'E06000043',
  positionOf: postcode =>
    ({
      'BN1 1AA': { easting: 531_000, northing: 104_000 },
      'BN2 3EE': { easting: 532_000, northing: 105_000 },
      'RH10 1AA': { easting: 527_000, northing: 136_000 },
    })[postcode],
  areaOf: postcode => (postcode.startsWith('BN') ? 'E06000043' : 'E10000032'),
}

/** A return in which a rule fires, and perhaps one like it in which it does not. */
export type RuleExample = {
  readonly code: Code
  readonly what: string
  readonly fires: Checked
  readonly silent?: Checked
  readonly stops?: boolean // by default the row can still be used
  readonly field?: string
}

/** How an example differs from what it claims; nothing where it holds. */
export function faultsOf({ code, fires, silent, stops = false, field }: RuleExample): string[] {
  const found = fires.problems.filter(each => each.code === code)
  const faults = found.length > 0 ? [] : [`only ${fires.problems.map(each => each.code).join()}`]
  if (field && !found.some(each => each.field === field)) faults.push(`not at ${field}`)
  if (!found.every(each => each.stops === stops)) faults.push(stops ? 'does not stop' : 'stops')
  for (const each of found) {
    if (!/^[A-Z"].*\.$/.test(halves(each).wrong)) faults.push(`not a sentence: ${each.message}`)
  }
  if (silent?.problems.some(each => each.code === code)) faults.push('not silent')
  return faults
}
