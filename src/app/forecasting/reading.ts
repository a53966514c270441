/** The returns in a directory, as the forecast wants them: `YEAR/*.csv`, `AUTHORITY/YEAR/*.csv`, or one merged set. */

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import {
  type History,
  type MilesFrom,
  type Problem,
  type Sheet,
  fileSheets,
  historyFrom,
  problemsIn,
} from '#forecasting'
import { type Atlas, type Position, milesBetween, openAtlas } from '#reference'
import { joinYears } from '#rulebook'
import { type Day, toDate } from '#shared/days'
import { Mistake } from '../command.ts'

export type Read = { readonly history: History; readonly problems: readonly Problem[] }

export function readHistory(directory: string, asAt: Day, authority?: string): Read {
  const date = toDate(asAt)
  const lastYear = Number(date.slice(0, 4)) + (date.slice(5) > '03-31' ? 1 : 0)
  const filed = fileSheets(sheetsIn(directory), lastYear)
  if (filed.episodes.length === 0) {
    throw new Mistake(
      `${directory} holds no episodes up to ${date}: put DfE-layout files in YEAR/ or AUTHORITY/YEAR/ folders, ` +
        'or header.csv, episodes.csv and uasc.csv with LA and YEAR columns',
    )
  }
  const joined = joinYears(filed)
  const children = authority ? joined.children.filter(each => each.authority === authority) : joined.children
  if (children.length === 0) {
    const known = [...new Set(joined.children.map(each => each.authority))].join(', ')
    throw new Mistake(`--authority ${authority} has no children in ${directory}: it has ${known}`)
  }
  return {
    history: historyFrom({ ...joined, children }, filed.alone, asAt, milesByAtlas()),
    problems: [...filed.problems, ...problemsIn(joined.doubts, joined.repairs)],
  }
}

/** The atlas that comes with the platform is opened only where it is needed. */
function milesByAtlas(): MilesFrom {
  const places = new Map<string, Position | undefined>()
  let atlas: Atlas | undefined
  const placeOf = (postcode: string): Position | undefined => {
    if (!places.has(postcode)) places.set(postcode, (atlas ??= openAtlas()).positionOf(postcode))
    return places.get(postcode)
  }
  return (home, placed) => {
    const [from, to] = [placeOf(home), placeOf(placed)]
    return from && to && milesBetween(from, to)
  }
}

/** Every CSV file below a directory, with the authority and year that its folders or its name tell. */
export function sheetsIn(directory: string): Sheet[] {
  if (!existsSync(directory) || !statSync(directory).isDirectory())
    throw new Mistake(`${directory} is not a directory that can be read`)
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.csv$/i.test(path))
    .toSorted()
  if (paths.length === 0) throw new Mistake(`${directory} holds no CSV files`)
  return paths.map(path => {
    const folders = path.split(sep).slice(0, -1)
    const year =
      folders.findLast(each => /^(19|20)\d\d$/.test(each)) ?? /^(20\d\d)\D/.exec(basename(path))?.[1]
    const authority = folders.filter(each => !/^(19|20)\d\d$/.test(each)).at(-1) ?? basename(directory)
    const text = readFileSync(join(directory, path), 'utf8')
    return { path, text, authority, year: year === undefined ? undefined : Number(year) }
  })
}
