/** What is asked of a forecast at the terminal, checked: each refusal names the option and what would be right. */

import { existsSync, readFileSync, statSync } from 'node:fs'
import { type Scenario, readScenario } from '#forecasting'
import { parseDate } from '#shared/dates'
import { type Day, toDay } from '#shared/days'
import { Mistake, type Values, numberOption, pathGiven } from '../command.ts'

export function directoryGiven(rest: readonly string[], command: string): string {
  if (rest.length !== 1)
    throw new Mistake(`Name one directory of returns: bin/nearhome ${command} DIR. --help tells its layout`)
  return pathGiven(rest[0]!)
}

export function dayOption(values: Values, name: string): Day {
  const given = values[name]
  const date = typeof given === 'string' ? parseDate(given) : undefined
  if (!date || date !== given || date < '1990' || date > '2100')
    throw new Mistake(
      `--${name} must be a date as YYYY-MM-DD, such as 2024-03-31, not "${String(given ?? '')}"`,
    )
  return toDay(date)
}

export function countOption(values: Values, name: string, [least, most]: readonly [number, number]): number {
  const number = numberOption(values, name)
  if (number < least || number > most)
    throw new Mistake(`--${name} must be between ${least} and ${most}, not ${number}`)
  return number
}

export function scenarioOption(values: Values): Scenario | undefined {
  const given = jsonOption(values, 'scenario')
  if (!given) return undefined
  const read = readScenario(given.content)
  if ('wrong' in read) throw new Mistake(`--scenario ${given.name}: ${read.wrong}`)
  return read
}

/** What the JSON file that an option names holds, unchecked. */
export function jsonOption(values: Values, option: string) {
  const name = values[option]
  if (typeof name !== 'string') return undefined
  const path = pathGiven(name)
  if (!existsSync(path) || !statSync(path).isFile())
    throw new Mistake(`--${option}: there is no file ${name}`)
  try {
    return { name, content: JSON.parse(readFileSync(path, 'utf8')) as unknown }
  } catch (fault) {
    throw new Mistake(`--${option}: ${name} is not JSON: ${(fault as Error).message}`, { cause: fault })
  }
}

/** Ctrl-C, as a signal that work can heed; the second time it ends the program at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController()
  process.once('SIGINT', () => controller.abort(new Stopped()))
  return controller.signal
}

export class Stopped extends Error {}
