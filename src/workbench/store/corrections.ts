/** The SQL of what was put right, and of what was answered. */

import { sql } from 'kysely'
import type { AuthorityId, PersonId, Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Correction, CorrectionId } from '../correction.ts'
import type { RowKey } from '../row-key.ts'
import type { WaiverId } from '../waiver.ts'
import type { ChildId } from './rows.ts'

export type NewCorrection = Omit<Correction, 'madeAt'> & {
  readonly authority: AuthorityId
  readonly year: number
  readonly child: ChildId
}

/** One of the same cell that stands already gives way to it. */
export async function insertCorrection(tx: Tx, each: NewCorrection): Promise<void> {
  await sql`
    update workbench.correction set withdrawn_at = now(), withdrawn_by = ${each.madeBy}::uuid
    where year = ${each.year} and row_key = ${each.row} and field = ${each.column} and withdrawn_at is null`.execute(
    tx,
  )
  await sql`
    insert into workbench.correction (authority_id, id, year, child_id, row_key, field, was, value, reason, made_by)
    values (${each.authority}::uuid, ${each.id}::uuid, ${each.year}, ${each.child}::uuid, ${each.row}, ${each.column},
      ${each.was}, ${each.value}, ${each.reason}, ${each.madeBy}::uuid)`.execute(tx)
}

export type KeptCorrection = Correction & { readonly child: ChildId; readonly year: number }

/** Those that nobody has withdrawn, the first made first: of one child, or of all. */
export async function correctionsOf(
  tx: Tx,
  year: number,
  child: ChildId | null = null,
): Promise<KeptCorrection[]> {
  const { rows } = await sql<Omit<KeptCorrection, 'madeAt'> & { madeAt: Date }>`
    select id, year, child_id as child, row_key as "row", field as "column", was, value, reason, made_by as "madeBy",
      made_at as "madeAt"
    from workbench.correction
    where year = ${year} and withdrawn_at is null and (${child}::uuid is null or child_id = ${child}::uuid)
    order by made_at, id`.execute(tx)
  return rows.map(row => ({ ...row, madeAt: row.madeAt.toISOString() }))
}

export async function holdCorrection(tx: Tx, id: CorrectionId): Promise<KeptCorrection | undefined> {
  const { rows } = await sql<Omit<KeptCorrection, 'madeAt'> & { madeAt: Date }>`
    select id, year, child_id as child, row_key as "row", field as "column", was, value, reason, made_by as "madeBy",
      made_at as "madeAt"
    from workbench.correction where id = ${id}::uuid and withdrawn_at is null for update`.execute(tx)
  return rows[0] && { ...rows[0], madeAt: rows[0].madeAt.toISOString() }
}

export async function withdrawCorrection(tx: Tx, id: CorrectionId, by: PersonId): Promise<void> {
  await sql`
    update workbench.correction set withdrawn_at = now(), withdrawn_by = ${by}::uuid
    where id = ${id}::uuid`.execute(tx)
}

type NewWaivers = {
  readonly authority: AuthorityId
  readonly year: number
  readonly rule: string
  readonly rows: readonly RowKey[]
  readonly reason: string
  readonly expiresOn: PlainDate
  readonly madeBy: PersonId
}

/** A row waived before is waived anew, with the new reason and last day. Answers how many there are. */
export async function insertWaivers(tx: Tx, waivers: NewWaivers): Promise<void> {
  await sql`
    update workbench.waiver set withdrawn_at = now() where year = ${waivers.year} and rule = ${waivers.rule}
      and row_key = any(${[...waivers.rows]}::text[]) and withdrawn_at is null`.execute(tx)
  await sql`
    insert into workbench.waiver (authority_id, id, year, child_id, rule, row_key, reason, expires_on, made_by)
    select distinct on (flag.row_key) ${waivers.authority}::uuid, gen_random_uuid(), ${waivers.year}, flag.child_id,
      flag.rule, flag.row_key, ${waivers.reason}, ${waivers.expiresOn}::date, ${waivers.madeBy}::uuid
    from workbench.flag join workbench.checking on checking.id = flag.checking_id and checking.year = ${waivers.year}
    where flag.rule = ${waivers.rule} and flag.row_key = any(${[...waivers.rows]}::text[])`.execute(tx)
}

export type KeptWaiver = {
  readonly id: WaiverId
  readonly rule: string
  readonly reason: string
  readonly expiresOn: PlainDate
  readonly child: ChildId | null
  readonly localId: string | null
  readonly madeBy: PersonId
}

export async function waiversOf(tx: Tx, year: number, child: ChildId | null = null): Promise<KeptWaiver[]> {
  const { rows } = await sql<KeptWaiver>`
    select waiver.id, rule, reason, expires_on as "expiresOn", child_id as child, child.local_id as "localId",
      made_by as "madeBy"
    from workbench.waiver left join workbench.child on child.id = waiver.child_id
    where year = ${year} and withdrawn_at is null and (${child}::uuid is null or child_id = ${child}::uuid)
    order by expires_on, rule limit 500`.execute(tx)
  return rows
}

/** Answers the year it was of; undefined where there is none that stands. */
export async function withdrawWaiver(tx: Tx, id: WaiverId): Promise<number | undefined> {
  const { rows } = await sql<{ year: number }>`
    update workbench.waiver set withdrawn_at = now() where id = ${id}::uuid and withdrawn_at is null
    returning year`.execute(tx)
  return rows[0]?.year
}
