/** Every measurement, or one of them, told as Markdown: `npm run bench -- --only rank|load|pages --quick`. */

import { parseArgs } from 'node:util'
import { testServer } from '../tests/support/server.ts'
import { loadTables } from './load.ts'
import { loadNow, machine } from './machine.ts'
import { pageTables } from './pages.ts'
import { rankTables } from './rank.ts'
import { markdown } from './samples.ts'

const parts = { rank: rankTables, load: loadTables, pages: pageTables }

const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean' } } })
const chosen = Object.entries(parts).filter(([name]) => values.only === undefined || values.only === name)
if (chosen.length === 0) throw new Error(`--only must be one of ${Object.keys(parts).join(', ')}`)

const { version } = await testServer('-c fsync=on')
const told = [machine(version)]
for (const [name, tables] of chosen) {
  console.error(`${name}...`)
  const began = loadNow()
  told.push(...(await tables(values.quick === true)).map(markdown))
  told.push(`Load average before ${name}: ${began}, after: ${loadNow()}.`)
}
console.log(told.join('\n\n'))
process.exit(0)
