/** A file of tables, read and written: what is published has the same shape as what it was made from. */

import { existsSync, readFileSync, statSync } from 'node:fs'
import { type Protected, type Publication, Unreadable, readPublication } from '#statistics'
import { Mistake, pathGiven } from '../command.ts'

export type TablesFile = { readonly raw: unknown; readonly publication: Publication }

export function tablesFile(rest: readonly string[], command: string): TablesFile {
  if (rest.length !== 1)
    throw new Mistake(
      `Name one file of tables: bin/nearhome disclose ${command} FILE. --help tells what it holds`,
    )
  const path = pathGiven(rest[0]!)
  if (!existsSync(path) || !statSync(path).isFile()) throw new Mistake(`There is no file ${rest[0]!}`)
  const raw = jsonIn(path, rest[0]!)
  return { raw, publication: inWords(rest[0]!, () => readPublication(raw)) }
}

function jsonIn(path: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (fault) {
    throw new Mistake(`${name} is not JSON: ${(fault as Error).message}`, { cause: fault })
  }
}

/** What is wrong with the file, told to whoever gave it. */
export function inWords<Answer>(name: string, read: () => Answer): Answer {
  try {
    return read()
  } catch (fault) {
    if (fault instanceof Unreadable) throw new Mistake(`${name}: ${fault.message}`, { cause: fault })
    throw fault
  }
}

type Loose = Record<string, unknown>

/** The file with what is printed in place of what is true, and nothing of who contributed. */
export function publishedForm(raw: unknown, values: Protected['values']): unknown {
  const file = raw as Loose & { tables: (Loose & { cells: Loose[] })[] }
  const tables = file.tables.map((table, i) => ({
    ...table,
    cells: table.cells.map(({ at, rounding }, j) => ({
      at,
      value: values.get(`tables[${i}].cells[${j}]`),
      ...(rounding === undefined ? {} : { rounding }),
    })),
  }))
  return { ...file, tables }
}
