/** A worker in a process of its own, for tests that kill it: says it is ready, waits for a word, then works. */

import { once } from 'node:events'
import { openServerDatabase } from '#app'
import { workOnLoads } from '#returns'
import { today } from './people.ts'

const database = openServerDatabase(process.argv[2]!, 3)
console.log('ready')
await once(process.stdin, 'data')
while (await workOnLoads(database, today));
await database.destroy()
process.exit(0)
