/** One worked case of one rule, as JSON: tables of texts in, positions of rows out. */

import { z } from 'zod'
import { askRule } from './checking.ts'
import { type Provider, providersFrom } from '../provider.ts'
import { type Return, type Tables, settingOf } from '../return.ts'
import type { Kind } from '../row.ts'
import type { Flags } from '../rule.ts'
import { ruleByCode } from '../rules.ts'
import { type Cells, readDay, tableFrom } from '../table.ts'

const text = z
  .union([z.string(), z.number(), z.null()])
  .transform(each => (each === null ? null : String(each)))
const listed = z.array(z.record(z.string(), text))
const kinds =
  'Header Episodes Reviews UASC OC2 OC3 AD1 PlacedAdoption PrevPerm Missing SWEpisodes DoLo'.split(' ')
const tableNames = kinds.flatMap(kind => [kind, `${kind}_last`])

export const caseSchema = z.object({
  id: z.string(),
  rule: z.string(),
  live_in: z.array(z.string()).default([]),
  tables: z.partialRecord(z.enum(tableNames as [string, ...string[]]), z.array(z.record(z.string(), text))),
  metadata: z
    .object({
      collection_start: z.string(),
      collection_end: z.string(),
      collectionYear: z.union([z.string(), z.number()]),
      localAuthority: z.string(),
    })
    .partial()
    .default({}),
  given_columns: z.record(z.string(), z.record(z.string(), z.array(text))).default({}),
  /** Ofsted's lists; the peer names the one that holds them all. */
  provider_info: z
    .union([listed, z.record(z.string(), listed).transform(lists => Object.values(lists).flat())])
    .optional(),
})
export type Case = z.input<typeof caseSchema>
type Read = z.output<typeof caseSchema>

export type Answer = { readonly id: string } & (
  | { readonly flagged: Flags }
  | { readonly skipped: string }
  | { readonly failed: string }
)

/** In the newest pack that the case names, unless one is given: 2026 for `lac2025_26`. */
export function askCase(raw: unknown, pack?: number): Answer {
  const read = caseSchema.safeParse(raw)
  const id = (raw as { id?: unknown } | null)?.id
  if (!read.success) {
    const { path, message } = read.error.issues[0]!
    return { id: typeof id === 'string' ? id : '', failed: `${path.join('.') || 'The case'}: ${message}` }
  }
  const rule = ruleByCode.get(read.data.rule)
  if (!rule) return { id: read.data.id, failed: `There is no rule ${read.data.rule}.` }
  const outcome = askRule(rule, returnOf(read.data, pack ?? newest(read.data.live_in)))
  return { id: read.data.id, ...('flagged' in outcome ? { flagged: outcome.flagged } : outcome) }
}

/** A rule that was never live names no pack, and is asked as of the newest. */
const newest = (packs: readonly string[]): number => {
  const named = packs.map(pack => 2000 + Number(pack.slice(-2))).filter(Number.isFinite)
  return named.length > 0 ? Math.max(...named) : 2027
}

function returnOf(given: Read, year: number): Return {
  const { collection_start: start, collection_end: end, localAuthority } = given.metadata
  const setting = settingOf(year, localAuthority ?? null)
  const tables: Record<string, unknown> = {}
  for (const [name, rows] of Object.entries(given.tables)) {
    tables[name] = tableFrom(
      name.replace('_last', '') as Kind,
      withColumns(rows ?? [], given.given_columns[name]),
    )
  }
  return {
    ...setting,
    start: (start && readDay(start)) || setting.start,
    end: (end && readDay(end)) || setting.end,
    tables: tables as Tables,
    ...(given.provider_info && { providers: providersFrom(given.provider_info.map(asProvider)) }),
    postcodes: { knows: () => true },
  }
}

const withColumns = (
  rows: readonly Cells[],
  columns: Readonly<Record<string, readonly (string | null)[]>> = {},
) =>
  rows.map((row, at) => ({
    ...row,
    ...Object.fromEntries(Object.entries(columns).map(([column, values]) => [column, values[at] ?? null])),
  }))

function asProvider(row: Cells): Provider {
  const list = (column: string) =>
    row[column]
      ?.split(',')
      .map(each => each.trim())
      .filter(Boolean) ?? []
  return {
    urn: row.URN ?? '',
    placeCodes: list('PLACE_CODES'),
    providerCodes: list('PROVIDER_CODES'),
    registrationEnded: row.REG_END ? readDay(row.REG_END) : null,
    postcode: row.POSTCODE || null,
    authority: row.LA_CODE_INFERRED || row.LA_NAME_INFERRED || null,
  }
}
