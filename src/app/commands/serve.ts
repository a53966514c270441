/** `start`, `serve` and `work`: the website, and what goes on behind it. */

import { once } from 'node:events'
import { type Database, atTheGate, isDemonstration } from '#access'
import { dateToday } from '#shared/dates'
import { type Command, type Values, numberOption } from '../command.ts'
import { migrate, openDatabase } from '../database.ts'
import { providerFrom } from '../openid.ts'
import { openSite } from '../site.ts'
import { keepWorking } from '../working.ts'
import { signInsInWords } from '../sign-ins.ts'
import { openBoth, seedIfEmpty, usualChildren } from './seed.ts'

const options = {
  port: { type: 'string', says: 'the port to listen on', default: process.env.PORT ?? '3000' },
  host: { type: 'string', says: 'the address to listen on', default: '127.0.0.1' },
} as const

const serveCommand: Command = {
  name: 'serve',
  says: 'Serves the website, and does background work, on the database as it stands.',
  options,
  async run(values) {
    const database = await openDatabase()
    await serve(database, values)
    return 0
  },
}

const startCommand: Command = {
  name: 'start',
  says: 'What `npm start` does: brings the tables up to date, invents the South East if there is nobody, and serves.',
  options: {
    ...options,
    children: { type: 'string', says: 'how many invented children', default: usualChildren },
  },
  async run(values) {
    const database = await prepare(numberOption(values, 'children'))
    await serve(database, values)
    return 0
  },
}

const workCommand: Command = {
  name: 'work',
  says: 'Does background work only: checking and loading returns.',
  async run() {
    const database = await openDatabase()
    const stop = keepWorking(database)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await stop()
    await database.destroy()
    return 0
  },
}

export const serveCommands: readonly Command[] = [startCommand, serveCommand, workCommand]

async function prepare(children: number): Promise<Database> {
  console.log('Opening the database...')
  const { owner, database } = await openBoth()
  const done = await migrate(owner)
  if (done.length > 0) console.log(`Made the tables (${done.length} migrations).`)
  await seedIfEmpty({ owner, database }, children)
  if (owner !== database) await owner.destroy()
  return database
}

async function serve(database: Database, values: Values): Promise<void> {
  const port = numberOption(values, 'port')
  const host = String(values.host)
  const address = process.env.NEARHOME_ADDRESS ?? `http://${host}:${port}`
  const demonstration = await atTheGate(database, isDemonstration)
  const server = await openSite({
    database,
    today: dateToday,
    now: () => new Date(),
    secure: address.startsWith('https:'),
    provider: providerFrom(process.env, address),
    demonstration,
    trustProxy: process.env.NEARHOME_BEHIND_PROXY === 'yes',
  })
  const stop = keepWorking(database)
  await server.listen({ port, host })
  console.log(`\nNearhome is at ${address}`)
  if (demonstration) console.log(await signInsInWords(database, dateToday()))
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await server.close()
  await stop()
  await database.destroy()
}
