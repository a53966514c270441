/** A return as the rules see it: this year's files, last year's, Ofsted's lists, and the year itself. */

import { type Day, dayOf } from '#shared/days'
import type { Providers } from './provider.ts'
import type { Kind } from './row.ts'
import type { Table } from './table.ts'

export type Last = `${Kind}_last`
export type TableName = Kind | Last
type KindOf<N extends TableName> = N extends `${infer K extends Kind}_last` ? K : N extends Kind ? N : never
export type Tables = { readonly [N in TableName]?: Table<KindOf<N>> }

/** Where postcodes are. Only the rule that a postcode exists asks it; the rest read PL_LA and PL_DISTANCE. */
export type Postcodes = { readonly knows: (postcode: string) => boolean }

export type Setting = {
  /** The collection year whose rules are asked: 2026 is 1 April 2025 to 31 March 2026. */
  readonly year: number
  readonly start: Day
  readonly end: Day
  /** The returning authority, as PL_LA writes it. */
  readonly authority: string | null
}

/** Of a return before last year's: enough to know who was in care, and how care ended. */
export const earlierKinds = ['Header', 'Episodes', 'UASC'] as const
export type EarlierReturn = {
  readonly year: number
  readonly tables: { readonly [K in (typeof earlierKinds)[number]]?: Table<K> }
}

export type Return = Setting & {
  readonly tables: Tables
  /** The newest first. */
  readonly earlier?: readonly EarlierReturn[]
  readonly providers?: Providers
  readonly postcodes?: Postcodes
}

export const settingOf = (year: number, authority: string | null = null): Setting => ({
  year,
  start: dayOf(year - 1, 4, 1)!,
  end: dayOf(year, 3, 31)!,
  authority,
})
