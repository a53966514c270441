/** A database of one's own, migrated and peopled, embedded or on a real server. */

import { after, before, suite } from 'node:test'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Database } from '#access'
import { databaseOf, migrate, openEmbedded } from '#app'
import { imageOf } from './image.ts'
import { addPeople } from './people.ts'
import { testServer } from './server.ts'

export type Kind = 'embedded' | 'server'

export type TestDatabase = {
  readonly kind: Kind
  /** As the platform. */
  readonly database: Database
  /** As the tables' owner, past the platform's own rules: to arrange and to look behind. */
  readonly owner: Database
  /** Where another process may reach it; only on a server. */
  readonly url: string
  readonly close: () => Promise<void>
}

export const openTestDatabase = (kind: Kind): Promise<TestDatabase> =>
  kind === 'embedded' ? openInMemory() : openOnServer()

/** Both kinds made ready for other processes, which learn of it by these words in their environment. */
export async function prepareDatabases() {
  const [{ port }] = await Promise.all([testServer(), peopledImage()])
  return { NEARHOME_TEST_SERVER: String(port), NEARHOME_TEST_TEMPLATE: await templateAt(port) }
}

/** The same claims on both databases. */
export function onBoth(title: string, claims: (opened: () => TestDatabase) => void): void {
  for (const kind of ['embedded', 'server'] as const) {
    suite(`${title} (${kind})`, () => {
      let opened: TestDatabase
      before(async () => void (opened = await openTestDatabase(kind)))
      after(() => opened.close())
      claims(() => opened)
    })
  }
}

const peopledImage = (): Promise<Uint8Array> => imageOf('people', addPeople)

async function openInMemory(): Promise<TestDatabase> {
  const { pool } = await openEmbedded('memory://', await peopledImage())
  const database = databaseOf(pool)
  return { kind: 'embedded', database, owner: database, url: '', close: () => database.destroy() }
}

const owner = 'nearhome_test_owner'
/** Migrated and peopled, and copied for each test: made by whoever began the run, or by the first who asks. */
let template: Promise<string> | undefined
const urlOf = (user: string, port: number, name: string) => `postgres://${user}@127.0.0.1:${port}/${name}`

async function openOnServer(): Promise<TestDatabase> {
  const { port } = await testServer()
  const name = `nearhome_${randomUUID().replaceAll('-', '')}`
  await asSuperuser(port, `create database ${name} template ${await templateAt(port)} owner ${owner}`)
  const database = databaseOf(new pg.Pool({ connectionString: urlOf('nearhome_app', port, name), max: 20 }))
  const ownerDatabase = databaseOf(new pg.Pool({ connectionString: urlOf(owner, port, name), max: 2 }))
  const close = async () => {
    await database.destroy()
    await ownerDatabase.destroy()
    await dropWhenLeft(port, name)
  }
  return { kind: 'server', database, owner: ownerDatabase, url: urlOf('nearhome_app', port, name), close }
}

const templateAt = (port: number): Promise<string> =>
  (template ??= process.env.NEARHOME_TEST_TEMPLATE
    ? Promise.resolve(process.env.NEARHOME_TEST_TEMPLATE)
    : makeTemplate(port))

async function makeTemplate(port: number): Promise<string> {
  const name = `nearhome_template_${process.pid}`
  await asSuperuser(
    port,
    `do $$ begin create role ${owner} login createrole; exception when duplicate_object then null; end $$`,
  )
  await asSuperuser(port, `drop database if exists ${name} with (force)`)
  await asSuperuser(port, `create database ${name} owner ${owner}`)
  const database = databaseOf(new pg.Pool({ connectionString: urlOf(owner, port, name), max: 1 }))
  await migrate(database)
  await addPeople(database)
  await database.destroy()
  return name
}

/** A connection that has been ended may take a moment to be gone; to force it out would fail in its face. */
async function dropWhenLeft(port: number, name: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const fault = await asSuperuser(port, `drop database if exists ${name}`).catch((each: unknown) => each)
    if ((fault as { code?: string } | undefined)?.code !== '55006')
      return fault ? Promise.reject(fault as Error) : undefined
    await wait(50)
  }
}

async function asSuperuser(port: number, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres', port, 'postgres') })
  await client.connect()
  await client.query(statement)
  await client.end()
}
