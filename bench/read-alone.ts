/** A process that reads the files of two folders as CSV and does nothing with them: what a check is compared with. */

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'

let rows = 0
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder)) {
    rows += Papa.parse(readFileSync(join(folder, name), 'utf8'), { header: true }).data.length
  }
}
console.log(rows)
