/** `returns convert`: a return from CSV to XML, or from XML to CSV, in the layout of DfE. */

import { readReturnFiles, sheetsFrom, writeCsvFile, writeXml } from '#filing'
import { Mistake, type Values, pathGiven } from '../command.ts'
import { filesAt, inWords, mustHold } from './returns-files.ts'
import { writeAll, writePieces } from '../writing.ts'

export async function convert({ to }: Values, [from, out, ...more]: readonly string[]): Promise<number> {
  if (!from || !out || more.length > 0)
    throw new Mistake('Give the folder of the return, and where to write it')
  if (to !== 'xml' && to !== 'csv') throw new Mistake('Say what to write: --to xml or --to csv')
  const read = readReturnFiles(filesAt(from))
  mustHold(read, from)
  const { files, refused, passedOver } = read
  if (to === 'xml') writePieces(out, writeXml(sheetsFrom(read)))
  else {
    writeAll(
      out,
      files.map(({ kind, rows }) => ({ name: `${kind}.csv`, text: writeCsvFile(kind, rows) })),
    )
  }
  for (const each of refused) console.error(inWords(each))
  for (const each of passedOver) console.error(`Left out. ${inWords(each)}`)
  const rows = files.reduce((sum, each) => sum + each.rows.length, 0)
  console.log(`${rows} rows of ${files.length} files written to ${pathGiven(out)}`)
  return refused.length > 0 ? 1 : 0
}
