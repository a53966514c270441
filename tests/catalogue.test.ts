/** The database's own catalogue, asked whether it keeps every authority's records apart (trust, T2). */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Transaction, sql } from 'kysely'
import { type Database, inTransaction } from '#access'
import type { Tables } from '#tables'
import { catalogueRules, openTables } from './support/catalogue.ts'
import { onBoth } from './support/database.ts'
import { addExamples } from './support/examples.ts'
import { people, today } from './support/people.ts'

/** Known to all who take part: rows are seen by any role of the platform, whoever it asks for. */
const known = [
  'access.organisation',
  'access.membership',
  'access.agreement',
  'access.agreement_party',
  'access.demonstration',
  'provision.revision',
  ...Object.keys(openTables),
]

/** Whose rows the claim about seeing none is made of. */
const planted = [
  'children.child',
  'children.episode',
  'children.assessment',
  'provision.home',
  'provision.place',
  'referrals.referral',
  'referrals.approach',
  'referrals.message',
  'placements.placement',
  'returns.load',
  'returns.file',
  'returns.problem',
  'specification.load',
  'specification.file',
  'specification.tally',
  'specification.line',
  'specification.problem',
]

onBoth('catalogue', opened => {
  for (const { says, findings, planted: violations, bySuperuser } of catalogueRules) {
    test(says, () => undoing(opened().owner, async tx => assert.deepEqual(await ask(tx, findings), [])))

    for (const statement of violations) {
      test(`a violation is noticed: ${statement}`, () =>
        undoing(opened().owner, async tx => {
          if (bySuperuser && opened().kind === 'server') return
          await sql.raw(statement).execute(tx)
          assert.notDeepEqual(await ask(tx, findings), [])
        }))
    }
  }

  test('with nothing said of who asks, nobody sees a row of anybody’s, though the rows are there', async () => {
    await addExamples(opened())
    await inTransaction(opened().database, people.broker, today, 'reader', async tx => {
      for (const table of planted) {
        const { rows } = await sql`select from ${sql.table(table)} limit 1`.execute(tx)
        assert.equal(rows.length, 1, `there is a row of ${table}`)
      }
    })
    await undoing(opened().database, async tx => {
      const readable = await sql<{ role: string; table: string }>`
        select rolname as role, c.oid::regclass::text as table from pg_roles, pg_class c
        where rolname ~ '^nearhome_(authority|region|provider)_' and relkind in ('r', 'v')
          and has_schema_privilege(pg_roles.oid, relnamespace, 'usage')
          and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
          and has_any_column_privilege(pg_roles.oid, c.oid, 'select')`.execute(tx)
      const asked = readable.rows.filter(({ table }) => !known.includes(table))
      assert.ok(asked.length > 20)
      const seen = []
      for (const { role, table } of asked) {
        await sql`savepoint asking`.execute(tx)
        await sql`set local role ${sql.id(role)}`.execute(tx)
        const rows = await sql`select from ${sql.table(table)} limit 1`.execute(tx)
        await sql`rollback to savepoint asking`.execute(tx)
        if (rows.rows.length > 0) seen.push(`${table} by ${role}`)
      }
      assert.deepEqual(seen, [])
    })
  })
})

async function ask(tx: Transaction<Tables>, question: string): Promise<string[]> {
  const { rows } = await sql.raw<{ finding: string }>(question).execute(tx)
  return rows.map(({ finding }) => finding)
}

class Undone extends Error {}
async function undoing(owner: Database, work: (tx: Transaction<Tables>) => Promise<void>): Promise<void> {
  const scratch = owner.transaction().execute(async tx => {
    await work(tx)
    throw new Undone()
  })
  await scratch.catch((fault: unknown) => {
    if (!(fault instanceof Undone)) throw fault
  })
}
