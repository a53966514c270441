/** A command of `bin/nearhome`: its name, its options, and what it does. */

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
  if (after.includes('--help') && !(command.ownOptions && after[0] !== '--help')) {
    console.log(help(command))
    return 0
  }
  try {
    const { values, positionals } = command.ownOptions
      ? { values: {}, positionals: [...after] }
      : read(command, after)
    return await command.run(values, positionals)
  } catch (fault) {
    if (!(fault instanceof Mistake)) throw fault
    console.error(fault.message)
    return 2
  }
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

export function help({ name, says, takes = '', options = {} }: Command): string {
  const lines = Object.entries(options).map(([option, { type, says: meaning, default: usual }]) => {
    const value = type === 'string' ? ' VALUE' : ''
    return `  --${option}${value}\n      ${meaning}${usual === undefined ? '' : ` (usually ${usual})`}`
  })
  return [
    `Usage: bin/nearhome ${name} ${takes} [options]`,
    '',
    says,
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
