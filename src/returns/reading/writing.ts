/** The return's files as DfE lays them out: every kind, its columns in order, a child or an episode as a row. */

import type { PlainDate } from '#shared/dates'
import type { ReturnChild, ReturnEpisode } from '../checking/accepted.ts'
import { lastDay } from '../collection-year.ts'
import { asReturnDate } from './cell.ts'
import { type Kind, columnsOf } from '#filing'

/** A row by column name; a column without a value is blank. */
export type WrittenRow = Readonly<Record<string, string | number | null | undefined>>

/** One file of the return. A column that this kind does not have is a mistake of ours, and a fault. */
export function writeReturnFile(kind: Kind, rows: Iterable<WrittenRow>): string {
  const columns = columnsOf(kind)
  const lines = [columns.join(',')]
  for (const row of rows) {
    const stray = Object.keys(row).find(column => !columns.includes(column))
    if (stray) throw new TypeError(`${kind} has no column ${stray}`)
    lines.push(columns.map(column => quoted(String(row[column] ?? ''))).join(','))
  }
  return `${lines.join('\r\n')}\r\n`
}

/** SEX was 1 and 2 to 2023-24, with no code for a sex not known. A mother is one from the day of the birth. */
export function headerRow(
  { child, sex, born, ethnicity, upn, mother, childBorn }: ReturnChild,
  year: number,
): WrittenRow {
  const inNumbers = { M: '1', F: '2', U: '' }
  const isLater = childBorn !== null && childBorn > lastDay(year)
  return {
    CHILD: child,
    SEX: year >= 2025 ? sex : inNumbers[sex],
    DOB: asReturnDate(born),
    ETHNIC: ethnicity,
    UPN: upn,
    MOTHER: mother === null ? null : mother && !isLater ? '1' : '0',
    MC_DOB: isLater ? null : written(childBorn),
  }
}

/** Only for a child who has sought asylum alone. */
export const uascRow = (child: ReturnChild, year: number): WrittenRow | undefined =>
  child.asylum?.seeks
    ? {
        CHILD: child.child,
        SEX: headerRow(child, year)['SEX'],
        DOB: asReturnDate(child.born),
        DUC: written(child.asylum.until),
      }
    : undefined

export const episodeRow = (episode: ReturnEpisode): WrittenRow => ({
  CHILD: episode.child,
  DECOM: asReturnDate(episode.startedOn),
  RNE: episode.reasonNew,
  LS: episode.legalStatus,
  CIN: episode.needCode,
  PLACE: episode.placeCode,
  PLACE_PROVIDER: episode.providerCode,
  DEC: written(episode.endedOn),
  REC: episode.endReason,
  REASON_PLACE_CHANGE: episode.changeReason,
  HOME_POST: episode.homePostcode,
  PL_POST: episode.placementPostcode,
  URN: episode.urn,
})

const written = (date: PlainDate | null): string | null => (date === null ? null : asReturnDate(date))

const quoted = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
