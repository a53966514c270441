/** A command of `bin/nearhome`: its name, its options, and what it does. */

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type Option = {
  readonly type: 'string' | 'boolean'
  readonly says: string
  readonly default?: string
  readonly multiple?: true
}
export type Values = Readonly<Record<string, string | boolean | string[] | undefined>>

export type Command = {
  /** One word or two: `audit verify`. */
  readonly name: string
  readonly says: string
  /** What else its help tells, as what it ends with. */
  readonly more?: string
  /** What follows the name, besides options: `FILE`. */
  readonly takes?: string
  readonly options?: Readonly<Record<string, Option>>
  /** Whether options are read by the command itself, as where they depend on what follows. */
  readonly ownOptions?: true
  /** Answers 0 when done, 1 when it could not be done, 2 when it was asked wrongly. */
  readonly run: (values: Values, rest: readonly string[]) => Promise<number>
}

/** Something the person at the terminal can put right: told in a sentence, without a trace. */
export class Mistake extends Error {}

export async function runCommand(commands: readonly Command[], args: readonly string[]): Promise<number> {
  const command = commandNamed(commands, args)
  if (!command) {
    const wantsHelp = args.length === 0 || args[0] === '--help' || args[0] === 'help'
    ;(wantsHelp ? console.log : console.error)(usage(commands, wantsHelp ? undefined : args[0]))
    return wantsHelp ? 0 : 2
  }
  const after = args.slice(command.name.split(' ').length)
  if (after.includes('--help') && !command.ownOptions) {
    console.log(help(command))
    return 0
  }
  try {
    const { values, positionals } = command.ownOptions
      ? { values: {}, positionals: [...after] }
      : read(command, after)
    return await command.run(values, positionals)
  } catch (fault) {
    const sentence =
      fault instanceof Mistake ? fault.message : sentences[(fault as { code?: string }).code ?? '']
    if (sentence === undefined) throw fault
    console.error(sentence)
    return 2
  }
}

/** What PostgreSQL says of a database without our tables, by its code, in words. */
const sentences: Readonly<Record<string, string>> = {
  '42P01': 'The tables are not there, or not up to date: `bin/nearhome migrate` brings them up to date',
}

function read(command: Command, args: readonly string[]) {
  try {
    const options = { ...command.options, help: { type: 'boolean' as const } }
    return parseArgs({ args: [...args], options, allowPositionals: command.takes !== undefined })
  } catch (fault) {
    throw new Mistake(`${(fault as Error).message}\n\n${help(command)}`, { cause: fault })
  }
}

const commandNamed = (commands: readonly Command[], args: readonly string[]): Command | undefined =>
  commands.find(({ name }) => name === args.slice(0, name.split(' ').length).join(' '))

const usage = (commands: readonly Command[], unknown?: string): string => {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const list = commands.map(({ name, says }) => `  ${name.padEnd(width)}  ${says}`).join('\n')
  const complaint = unknown === undefined ? '' : `There is no command "${unknown}".\n\n`
  return `${complaint}Usage: bin/nearhome COMMAND [--help]\n\n${list}`
}

export function help({ name, says, more, takes, options = {} }: Command): string {
  const lines = Object.entries(options).map(([option, { type, says: meaning, default: usual }]) => {
    const value = type === 'string' ? ' VALUE' : ''
    return `  --${option}${value}\n      ${meaning}${usual === undefined ? '' : ` (usually ${usual})`}`
  })
  return [
    `Usage: bin/nearhome ${takes ? `${name} ${takes}` : name} [options]`,
    '',
    says,
    ...(more ? ['', more] : []),
    ...(lines.length > 0 ? ['', ...lines] : []),
  ].join('\n')
}

/** A whole number given as an option. */
export function numberOption(values: Values, name: string): number {
  const given = values[name]
  const number = Number(given)
  if (typeof given !== 'string' || !Number.isSafeInteger(number)) {
    throw new Mistake(`--${name} must be a whole number, not "${String(given)}"`)
  }
  return number
}

/** Where a path given at the terminal leads: from where the person stood, not from where the platform is. */
export const pathGiven = (path: string): string =>
  resolve(process.env.NEARHOME_CALLED_FROM ?? process.cwd(), path)
