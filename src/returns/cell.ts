/** One value of a return: a date, a code or a pupil number, read as people and Excel really write it. */

import type { PlainDate } from '#shared/dates'

/** `usual` where it is written dd/mm/yyyy, which is what the return asks for. */
export type ReadDate = { readonly date: PlainDate; readonly usual: boolean }

const inReturn = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00(?::00)?)?$/
const inIso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/

/** A year of two figures is not read: 01/02/03 has too many meanings. */
export function readDate(text: string): ReadDate | undefined {
  const usual = inReturn.exec(text)
  if (usual) return inCalendar(usual[3]!, usual[2]!, usual[1]!, /^\d\d\/\d\d\/\d{4}$/.test(text))
  const iso = inIso.exec(text)
  return iso ? inCalendar(iso[1]!, iso[2]!, iso[3]!, false) : undefined
}

export const asReturnDate = (date: PlainDate): string =>
  `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`

/** DATE_PERM may be known in part only: zz/04/2019, zz/zz/2019, zz/zz/zzzz. */
export const isPartDate = (text: string): boolean => /^zz\/(zz|0[1-9]|1[0-2])\/(zzzz|\d{4})$/i.test(text)

/** Codes are in capitals; Excel and some case systems write the number 1 as 1.0. */
export const readCode = (text: string): string => text.toUpperCase().replace(/^(\d+)\.0+$/, '$1')

/** A letter but I, O or S, then 12 figures, or 11 and a letter. DfE, Unique pupil numbers; SSDA903 rule 168. */
export const isUpn = (text: string): boolean => /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(text)

/** 1.23457E+11 is what Excel makes of a long number; which number it was cannot be known. */
export const isSpoiledNumber = (text: string): boolean => /^\d+(\.\d+)?E\+?\d+$/i.test(text)

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function inCalendar(year: string, month: string, day: string, usual: boolean): ReadDate | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  const days = m === 2 && isLeap ? 29 : (daysInMonth[m - 1] ?? 0)
  if (y < 1900 || y > 2199 || d < 1 || d > days) return undefined
  return { date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` as PlainDate, usual }
}
