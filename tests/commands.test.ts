/** The platform's one command does what it says, and ends with a number that says how it went. */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import type { Database } from '#access'
import { commands, databaseOf, migrate, openEmbedded, routes } from '#app'
import { addPeople, organisation, people } from './support/people.ts'

const folder = mkdtempSync(join(tmpdir(), 'nearhome-commands-'))
const broker = people.broker.email
const nobody = 'd0000000-0000-4000-8000-999999999999'

type Ended = { readonly code: number; readonly said: string; readonly complained: string }

/** As at a terminal, with an embedded database of its own. */
const nearhome = (...args: string[]): Promise<Ended> =>
  new Promise(resolve => {
    const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...rest } = process.env
    const env = { ...rest, NEARHOME_VAR: folder, NEARHOME_CALLED_FROM: folder }
    const program = execFile(
      process.execPath,
      ['src/main.ts', ...args],
      { env },
      (_fault, said, complained) => resolve({ code: program.exitCode ?? -1, said, complained }),
    )
  })

/** As the owner of the tables, while no command has the folder open. */
async function behindItsBack(work: (owner: Database) => Promise<unknown>): Promise<void> {
  const owner = databaseOf((await openEmbedded(folder)).pool)
  try {
    await work(owner)
  } finally {
    await owner.destroy()
  }
}

suite('the platform’s one command', () => {
  before(() =>
    behindItsBack(async owner => {
      await migrate(owner)
      await addPeople(owner)
    }),
  )
  after(() => rmSync(folder, { recursive: true }))

  test('lists every command, and each says how it is used', async () => {
    const all = await nearhome('--help')
    assert.equal(all.code, 0)
    for (const { name, says } of commands)
      assert.ok(all.said.includes(`  ${name} `) && all.said.includes(says))

    const helps = await Promise.all(commands.map(({ name }) => nearhome(...name.split(' '), '--help')))
    for (const [i, { code, said }] of helps.entries()) {
      assert.equal(code, 0)
      assert.ok(said.startsWith(`Usage: bin/nearhome ${commands[i]!.name}`), said)
    }
  })

  test('refuses a command, an option or an argument that it does not know, and names it', async () => {
    const [unknown, option, extra] = await Promise.all([
      nearhome('dance'),
      nearhome('routes', '--loudly'),
      nearhome('routes', 'twice'),
    ])
    assert.deepEqual([unknown.code, option.code, extra.code], [2, 2, 2])
    assert.match(unknown.complained, /^There is no command "dance"\./)
    assert.match(option.complained, /--loudly[^]*Usage: bin\/nearhome routes/)
    assert.match(extra.complained, /twice/)
  })

  test('lists every route with its permission and the roles that have it', async () => {
    const { code, said } = await nearhome('routes', '--json')
    const listed = JSON.parse(said) as { routes: { path: string; permission: string; roles: string[] }[] }
    assert.equal(code, 0)
    assert.deepEqual(
      listed.routes.map(({ path }) => path),
      routes.map(({ path }) => path),
    )
    for (const { path, permission, roles } of listed.routes) assert.ok(permission && roles.length > 0, path)
  })

  test('asks an action in a person’s name, and prints the answer', async () => {
    const { code, said } = await nearhome('do', 'account.read', '--as', broker, '--json')
    assert.equal(code, 0)
    assert.ok(said.includes(people.broker.name))
  })

  test('asks nothing for nobody, and says which option is wrong', async () => {
    const asked: readonly (readonly [string[], RegExp])[] = [
      [['dance.begin', '--as', broker], /^There is no action "dance\.begin"\./],
      [['child.show', '--child', nobody], /^Say in whose name: --as EMAIL/],
      [['child.show', '--as'], /^--as needs a value/],
      [['child.show', broker], /is not an option: write --FIELD VALUE/],
      [['child.show', '--as', 'no.one@bracknell.example'], /^Nobody with the email no\.one@/],
      [['child.show', '--as', broker, '--child', 'Wren'], /^--child: Choose a child/],
    ]
    for (const [args, sentence] of asked) {
      const { code, complained } = await nearhome('do', ...args)
      assert.equal(code, 2, complained)
      assert.match(complained, sentence)
    }
  })

  test('ends with 1 when it was asked rightly and the answer is no', async () => {
    const { code, complained } = await nearhome('do', 'child.show', '--as', broker, '--child', nobody)
    assert.deepEqual([code, complained], [1, 'Child not found\n'])
  })

  test('loads postcodes from where the person stands, and leaves the folder free for the next', async () => {
    const rows = 'pcds,east1m,north1m,lad25cd\nRG1 1AA,471617,172953,E06000038\n'
    writeFileSync(join(folder, 'postcodes.csv'), rows)
    const { code, said } = await nearhome('reference', 'postcodes', 'postcodes.csv')
    assert.deepEqual([code, said], [0, '1 postcodes loaded, 0 off our grid passed over\n'])
  })

  test('says that a file is not there, or not named, without opening the database', async () => {
    const absent = await nearhome('reference', 'postcodes', 'absent.csv')
    assert.deepEqual(
      [absent.code, absent.complained],
      [2, `There is no file ${join(folder, 'absent.csv')}\n`],
    )
    assert.equal((await nearhome('reference', 'outward-codes')).code, 2)
  })

  test('will not open a folder that another has open, and says whose it is', async () => {
    writeFileSync(join(folder, 'keeper'), String(process.pid))
    const { code, complained } = await nearhome('audit', 'verify')
    rmSync(join(folder, 'keeper'))
    assert.equal(code, 2)
    assert.match(complained, new RegExp(`^Another Nearhome \\(process ${process.pid}\\) has`))
  })

  test('finds every chain of the audit whole, until somebody changes a line behind its back', async () => {
    const { id, name } = organisation.bracknell
    const whole = await nearhome('audit', 'verify', '--json')
    assert.equal(whole.code, 0)
    assert.equal(verdictOf(whole, id), 'whole')

    await behindItsBack(owner =>
      sql`update access.audit set refused = not refused where chain_id = ${id} and line = 1`.execute(owner),
    )
    const broken = await nearhome('audit', 'verify', '--json')
    assert.equal(broken.code, 1)
    assert.equal(verdictOf(broken, id), 'broken')
    const { code, said } = await nearhome('audit', 'verify')
    assert.equal(code, 1)
    assert.ok(said.includes(`${name}: BROKEN at line 1`))
  })
})

function verdictOf({ said }: Ended, chain: string): string | undefined {
  const { chains } = JSON.parse(said) as { chains: { chain: string; verdict: { state: string } }[] }
  return chains.find(each => each.chain === chain)?.verdict.state
}
