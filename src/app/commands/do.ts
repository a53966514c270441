/** The command-line door: any action, asked in a person's name, with its input as options. */

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Action, type AnyAction, atTheGate, findPersonByEmail, perform, toActor } from '#access'
import { dateToday } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { type Command, Mistake, pathGiven } from '../command.ts'
import { openDatabase } from '../database.ts'
import { actions } from '../routes.ts'

export const doAction: Command = {
  name: 'do',
  says: 'Asks any action in a person’s name: bin/nearhome do ACTION --as EMAIL --FIELD VALUE... (--help lists them).',
  ownOptions: true,
  async run(_, [first, ...args]) {
    const name = first === '--help' ? undefined : first
    const action = actions.find(each => each.name === name)
    if (!name || !action) {
      ;(name ? console.error : console.log)(listOf(actions, name))
      return name ? 2 : 0
    }
    if (args.includes('--help')) {
      console.log(helpFor(action))
      return 0
    }
    const { as, json, ...input } = await inputFrom(args)
    if (typeof as !== 'string') throw new Mistake(`Say in whose name: --as EMAIL\n\n${helpFor(action)}`)
    return ask(action, as, input, json === true)
  },
}

async function ask(action: AnyAction, email: string, input: object, json: boolean): Promise<number> {
  const database = await openDatabase()
  try {
    const today = dateToday()
    const person = await atTheGate(database, tx => findPersonByEmail(tx, email, today))
    if (!person) throw new Mistake(`Nobody with the email ${email} may sign in today`)
    // The action's own schema decides what it may be given, as at every door.
    const caller = { database, actor: toActor(person), today }
    const answer = await perform(action as Action<unknown, unknown>, caller, input)
    if (answer instanceof Refusal) return refuse(answer, json)
    console.log(JSON.stringify(answer ?? null, null, json ? 0 : 2))
    return 0
  } finally {
    await database.destroy()
  }
}

function refuse({ kind, problems }: Refusal, json: boolean): number {
  if (json) console.log(JSON.stringify({ kind, problems }))
  else for (const { field, message } of problems) console.error(field ? `--${field}: ${message}` : message)
  return kind === 'invalid' ? 2 : 1
}

/** `--field value`; twice makes a list; `--file PATH` sends a file; `--json` alone asks for JSON. */
async function inputFrom(args: readonly string[]): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {}
  const files: { name: string; content: Uint8Array }[] = []
  for (let at = 0; at < args.length; at += 1) {
    const [, name] = /^--([\w.-]+)$/.exec(args[at]!) ?? []
    if (!name) throw new Mistake(`"${args[at]}" is not an option: write --FIELD VALUE`)
    if (name === 'json') input.json = true
    else {
      const value = args[(at += 1)]
      if (value === undefined) throw new Mistake(`--${name} needs a value`)
      if (name === 'file') files.push(await fileAt(value))
      else input[name] = name in input ? [input[name], value].flat() : value
    }
  }
  return files.length > 0 ? { ...input, files } : input
}

async function fileAt(path: string): Promise<{ name: string; content: Uint8Array }> {
  const content = await readFile(pathGiven(path)).catch(() => {
    throw new Mistake(`${path} could not be read`)
  })
  return { name: basename(path), content }
}

const listOf = (all: readonly AnyAction[], unknown?: string): string =>
  [
    ...(unknown ? [`There is no action "${unknown}".`, ''] : []),
    'Usage: bin/nearhome do ACTION --as EMAIL --FIELD VALUE ... [--json]',
    '',
    ...all.map(({ name, says }) => `  ${name.padEnd(28)}${says}`),
  ].join('\n')

function helpFor({ name, says, schema }: AnyAction): string {
  const shape = (schema as { shape?: Record<string, { description?: string }> }).shape ?? {}
  const fields = Object.keys(shape).map(field => (field === 'files' ? '  --file PATH' : `  --${field} VALUE`))
  return [`Usage: bin/nearhome do ${name} --as EMAIL ...`, '', says, '', ...fields].join('\n')
}
