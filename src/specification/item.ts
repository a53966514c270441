/** An item of the data specification: one column of one table, what it means, where it comes from, whose it is. */

import { columnName } from '#filing'
import type { CodeSet } from '#reference'
import type { Calendar } from './calendar.ts'

export const versionNames = ['1.0', '1.1'] as const
export type VersionName = (typeof versionNames)[number]

/** What may stand in a cell. Money is pounds, with or without pence. */
export type Kind = 'text' | 'date' | 'number' | 'money' | 'code' | 'yes-no' | 'postcode' | 'urn'

export type Item = {
  /** The column, as the case system’s extract names it. */
  readonly name: string
  /** Names that earlier editions of the dataset gave it. */
  readonly also?: readonly string[]
  readonly definition: string
  readonly kind: Kind
  readonly required?: true
  readonly codes?: CodeSet
  readonly least?: number
  readonly most?: number
  /** A date that may not be before that of this other column. */
  readonly notBefore?: string
  /** Where its table’s source and owner are not its own. */
  readonly source?: string
  readonly owner?: string
}

export type Table = {
  readonly name: string
  readonly title: string
  readonly says: string
  readonly source: string
  readonly owner: string
  readonly since: VersionName
  readonly calendar: Calendar
  /** Names a row, and is there once. */
  readonly key: string
  /** Names the child by the authority’s own number. */
  readonly child: string
  /** What several columns give towards one: they add up to it. */
  readonly sum?: { readonly total: string; readonly parts: readonly string[] }
  readonly items: readonly Item[]
}

export const sourceOf = (table: Table, item: Item): string => item.source ?? table.source
export const ownerOf = (table: Table, item: Item): string => item.owner ?? table.owner

export const kindsInWords: Readonly<Record<Kind, string>> = {
  text: 'Words',
  date: 'A date',
  number: 'A number',
  money: 'Pounds a week',
  code: 'A code',
  'yes-no': 'Yes or no',
  postcode: 'A postcode',
  urn: 'Ofsted’s number',
}

/** In a sentence: placements; SDQ scores. */
export const inSentence = ({ title }: Pick<Table, 'title'>): string =>
  /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)

/** A heading is known by its letters and figures alone, whatever its case and spaces. */
export const headingsOf = ({ name, also = [] }: Item): readonly string[] => [name, ...also].map(columnName)

/** What may stand in the cell, said for the list. */
export function allowed({ kind, codes, least, most }: Item): string {
  if (codes) return `${kindsInWords[kind]}: ${codes.map(({ code }) => code).join(', ')}`
  if (least !== undefined && most !== undefined) return `${kindsInWords[kind]} from ${least} to ${most}`
  return kindsInWords[kind]
}
