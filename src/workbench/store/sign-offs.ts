/** The SQL of signing: who prepared and who signed, and the files as they were signed, which nobody changes. */

import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'
import { sql } from 'kysely'
import type { AuthorityId, PersonId, Tx } from '#access'
import type { LoadId } from '#returns'
import type { Frozen } from '../frozen.ts'
import type { SignOff, SignOffId } from '../sign-off.ts'

const pack = promisify(deflate)
const unpack = promisify(inflate)
const all = (tx: Tx) => tx.selectFrom('workbench.sign_off').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

/** The casts rest on the table's constraints. */
function toSignOff(row: Row): SignOff {
  const core = {
    id: row.id as SignOffId,
    year: row.year,
    version: row.version,
    preparedBy: row.prepared_by as PersonId,
    preparedAt: row.prepared_at.toISOString(),
    fingerprint: row.fingerprint,
    explanations: row.explanations as SignOff['explanations'],
  }
  if (row.state !== 'signed') return { ...core, state: row.state as 'prepared' | 'withdrawn' }
  return {
    ...core,
    state: 'signed',
    signedBy: row.signed_by as PersonId,
    signedAt: row.signed_at!.toISOString(),
  }
}

/** The newest first. */
export async function signOffsOf(tx: Tx, year: number): Promise<SignOff[]> {
  const rows = await all(tx).where('year', '=', year).orderBy('version', 'desc').execute()
  return rows.map(toSignOff)
}

export async function findSignOff(tx: Tx, id: SignOffId): Promise<SignOff | undefined> {
  const row = await all(tx).where('id', '=', id).executeTakeFirst()
  return row && toSignOff(row)
}

export async function holdSignOff(tx: Tx, id: SignOffId): Promise<SignOff | undefined> {
  const row = await all(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toSignOff(row)
}

type NewSignOff = Pick<SignOff, 'id' | 'year' | 'version' | 'preparedBy' | 'fingerprint' | 'explanations'> & {
  readonly authority: AuthorityId
  readonly load: LoadId
}

export async function insertSignOff(tx: Tx, each: NewSignOff): Promise<void> {
  await tx
    .insertInto('workbench.sign_off')
    .values({
      authority_id: each.authority,
      id: each.id,
      year: each.year,
      version: each.version,
      state: 'prepared',
      load_id: each.load,
      fingerprint: each.fingerprint,
      explanations: JSON.stringify(each.explanations),
      prepared_by: each.preparedBy,
    })
    .execute()
}

/** The files first: once signed, the row takes no more changes. */
export async function saveSigned(
  tx: Tx,
  authority: AuthorityId,
  signOff: SignOff,
  { files }: Frozen,
): Promise<void> {
  if (signOff.state !== 'signed') return
  for (const { name, text, sha256 } of files) {
    const content = await pack(text)
    await tx
      .insertInto('workbench.signed_file')
      .values({ authority_id: authority, sign_off_id: signOff.id, name, sha256, content })
      .execute()
  }
  await sql`
    update workbench.sign_off set
      state = 'signed', signed_by = ${signOff.signedBy}::uuid, signed_at = ${signOff.signedAt}
    where id = ${signOff.id}::uuid`.execute(tx)
}

export async function setWithdrawn(tx: Tx, id: SignOffId): Promise<void> {
  await tx.updateTable('workbench.sign_off').set({ state: 'withdrawn' }).where('id', '=', id).execute()
}

export type SignedFile = { readonly name: string; readonly sha256: string }

export const signedFilesOf = (tx: Tx, id: SignOffId): Promise<SignedFile[]> =>
  tx
    .selectFrom('workbench.signed_file')
    .select(['name', 'sha256'])
    .where('sign_off_id', '=', id)
    .orderBy('name')
    .execute()

export async function readSigned(tx: Tx, id: SignOffId, name: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('workbench.signed_file')
    .select('content')
    .where('sign_off_id', '=', id)
    .where('name', '=', name)
    .executeTakeFirst()
  return row && (await unpack(row.content)).toString('utf8')
}
