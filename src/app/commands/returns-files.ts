/** What the commands of the return read from the disk, and the words in which they say what they could not. */

import { readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type File, type ReadFiles, type Remark, readReturnFiles } from '#filing'
import { type Authority, authorities } from '#reference'
import { years } from '#rulebook'
import { Mistake, type Values, pathGiven } from '../command.ts'

/** Every file of a folder, or the one that is named. Files that begin with a dot are the system's own. */
export function filesAt(given: string): File[] {
  const path = pathGiven(given)
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new Mistake(`There is no folder ${path}`)
  if (!found.isDirectory()) return [fileAt(given)]
  return namesIn(path).map(name => fileAt(join(path, name)))
}

function namesIn(path: string): string[] {
  try {
    const found = readdirSync(path, { withFileTypes: true })
    return found.filter(each => each.isFile() && !each.name.startsWith('.')).map(({ name }) => name)
  } catch {
    throw new Mistake(`${path} could not be read: give a folder that you may read`)
  }
}

export function fileAt(given: string): File {
  const path = pathGiven(given)
  try {
    return { name: basename(path), bytes: readFileSync(path) }
  } catch {
    throw new Mistake(`${path} could not be read: give a file that is there and that you may read`)
  }
}

/** Refused where there is nothing of a return to ask anything of. */
export function mustHold(read: ReadFiles, given: string): void {
  if (read.files.length > 0) return
  const why = [...read.refused, ...read.passedOver].map(inWords).join('\n')
  const needed = 'it needs the CSV files of one, or its XML file'
  throw new Mistake(`There is no file of a return in ${pathGiven(given)}: ${needed}${why && `\n${why}`}`)
}

export const inWords = ({ file, says }: Remark): string => `${file}: ${says}`

/** 2026 for 2025-26, and for lac2025_26, which is what the peer calls it. */
export function yearOf(given: Values[string], option = 'year'): number {
  const [, first, second] = /^(?:lac)?(20\d\d)[-_/](\d\d)$/.exec(String(given)) ?? []
  const year = Number(first) + 1
  if (first && year % 100 === Number(second) && (years as readonly number[]).includes(year)) return year
  const known = `${yearInWords(years[0])} to ${yearInWords(years.at(-1)!)}`
  throw new Mistake(
    given === undefined
      ? `Say which year: --${option} 2025-26 (${known})`
      : `--${option} must be one of ${known}, not "${String(given)}"`,
  )
}

export type EarlierFiles = { readonly year: number; readonly read: ReadFiles }

/** Returns from before last year's, each named with its year: a gap between them must not be taken for none in care. */
export function earlierReturns(given: Values[string], year: number): EarlierFiles[] {
  const found: EarlierFiles[] = []
  for (const each of given === undefined ? [] : [given].flat()) {
    const [, first, second, folder] = /^(\d{4})[-_/](\d\d)=(.+)$/.exec(String(each)) ?? []
    const of = Number(first) + 1
    if (!folder || of % 100 !== Number(second)) {
      throw new Mistake(
        `--earlier must be a year and its folder, such as 2022-23=returns/2023, not "${String(each)}"`,
      )
    }
    if (of >= year - 1) {
      throw new Mistake(`--earlier must be of a year before ${yearInWords(year - 1)}, not ${yearInWords(of)}`)
    }
    if (found.some(other => other.year === of)) throw new Mistake(`--earlier names ${yearInWords(of)} twice`)
    const read = readReturnFiles(filesAt(folder))
    mustHold(read, folder)
    found.push({ year: of, read })
  }
  return found
}

export const yearInWords = (year: number): string => `${year - 1}-${String(year).slice(2)}`

/** By its code, its number at DfE, or its name. */
export function authorityOf(given: Values[string]): Authority {
  const wanted = String(given).trim().toUpperCase()
  const found = authorities.find(({ code, dfeCode, name }) =>
    [code, dfeCode, name.toUpperCase()].includes(wanted),
  )
  if (found) return found
  const example = 'its code, such as E10000011, its number or its name'
  throw new Mistake(
    given === undefined
      ? `Say whose return it is: --authority and ${example}`
      : `--authority must be an authority of England: ${example}, not "${String(given)}"`,
  )
}
