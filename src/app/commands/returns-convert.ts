/** `returns convert`: a return from CSV to XML, or from XML to CSV, in the layout of DfE. */

import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { readReturnFiles, sheetsFrom, writeCsvFile, writeXml } from '#filing'
import { Mistake, type Values, pathGiven } from '../command.ts'
import { filesAt, inWords, mustHold } from './returns-files.ts'

export async function convert({ to }: Values, [from, out, ...more]: readonly string[]): Promise<number> {
  if (!from || !out || more.length > 0)
    throw new Mistake('Give the folder of the return, and where to write it')
  if (to !== 'xml' && to !== 'csv') throw new Mistake('Say what to write: --to xml or --to csv')
  const read = readReturnFiles(filesAt(from))
  mustHold(read, from)
  const path = pathGiven(out)
  if (to === 'xml') writeAsXml(path, writeXml(sheetsFrom(read)))
  else {
    mkdirSync(path, { recursive: true })
    for (const { kind, rows } of read.files)
      writeFileSync(join(path, `${kind}.csv`), writeCsvFile(kind, rows))
  }
  for (const each of read.refused) console.error(inWords(each))
  for (const each of read.passedOver) console.error(`Left out. ${inWords(each)}`)
  const rows = read.files.reduce((sum, each) => sum + each.rows.length, 0)
  console.log(`${rows} rows of ${read.files.length} files written to ${path}`)
  return read.refused.length > 0 ? 1 : 0
}

function writeAsXml(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w')
  for (const piece of pieces) writeSync(file, piece)
  closeSync(file)
}
