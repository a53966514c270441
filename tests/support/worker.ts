/** A worker in a process of its own, for tests that kill it: tells each step it takes, and can stand still at one. */

import { once } from 'node:events'
import { writeSync } from 'node:fs'
import type { KyselyPlugin } from 'kysely'
import { workOnLoads } from '#returns'
import { openServerDatabase } from '../../src/app/database.ts'
import { today } from './people.ts'

const tell = (word: string) => writeSync(1, `${word}\n`)
const aMinute = 60_000

const database = openServerDatabase(process.argv[2]!, 3)
tell('ready')
const [heard] = (await once(process.stdin, 'data')) as [Buffer]
const order = JSON.parse(heard.toString()) as { step: number; stand: boolean }

/** A step is whatever is asked of the database, said just before it is asked. */
let step = 0
const telling: KyselyPlugin = {
  transformQuery({ node }) {
    step += 1
    tell(step === order.step ? 'here' : 'step')
    if (step === order.step && order.stand) standStill()
    return node
  },
  transformResult: async ({ result }) => result,
}

/** Nothing more happens in this process; nor is it left behind by a test that has failed. */
function standStill(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, aMinute)
  process.exit(1)
}

while (await workOnLoads(database.withPlugin(telling), today));
await database.destroy()
process.exit(0)
