/** A return several times over, each copy of a child with a number of its own. */

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { filesOf, inventRegion, returnsOf } from '#invention'
import type { PlainDate } from '#shared/dates'

const dirty = '../shared/data/fake903'
const children = 2675

/** The published dirty return where it is at hand, otherwise an invented one of as many children. */
export function sourceReturn(): { readonly name: string; readonly files: ReadonlyMap<string, string> } {
  if (existsSync(dirty)) {
    const names = readdirSync(dirty).filter(name => name.endsWith('.csv') && !name.includes('errors'))
    return { name: 'the dirty return of the peer', files: new Map(names.map(name => [name, read(name)])) }
  }
  const today = '2026-04-01' as PlainDate
  const region = inventRegion({ seed: 1, today, children: Math.round(children / 1.9), authorities: 1 })
  const [authority] = region.authorities()
  const files = filesOf(returnsOf(region, authority!, 2026))
  return { name: 'an invented return', files: new Map(files.map(({ name, text }) => [name, text])) }
}

const read = (name: string): string => readFileSync(join(dirty, name), 'utf8').replace(/^\uFEFF/, '')

/** Writes the copies, and answers how many rows they have. */
export function writeCopies(files: ReadonlyMap<string, string>, copies: number, folder: string): number {
  mkdirSync(folder, { recursive: true })
  let count = 0
  for (const [name, text] of files) {
    const [heading, ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data
    const child = heading!.indexOf('CHILD')
    const all = Array.from({ length: copies }, (_, copy) =>
      rows.map(row => row.map((cell, i) => (i === child && copy > 0 ? `${cell}X${copy}` : cell))),
    ).flat()
    writeFileSync(join(folder, name), Papa.unparse([heading!, ...all]))
    count += all.length
  }
  return count
}
