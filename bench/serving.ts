/** The server as its own process, so that its memory and its work are its own. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export type Serving = {
  readonly at: string
  /** The most memory it ever held, in megabytes: VmHWM. */
  readonly peak: () => number
  /** The milliseconds it has worked so far, on all cores, and the database’s processes that serve it. */
  readonly worked: () => number
  readonly databaseWorked: () => number
  readonly stop: () => Promise<void>
}

export async function startServing(url: string): Promise<Serving> {
  const port = await freePort()
  const child = spawn('bin/nearhome', ['serve', '--port', String(port)], {
    env: { ...process.env, DATABASE_URL: url, NEARHOME_ADDRESS: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const at = `http://127.0.0.1:${port}`
  await untilLive(at, child)
  return {
    at,
    peak: () => Math.round(Number(/VmHWM:\s+(\d+)/.exec(told(child.pid!, 'status'))![1]) / 1000),
    worked: () => workOf(child.pid!),
    databaseWorked: () => sum(processesOf(new URL(url).pathname.slice(1)).map(workOf)),
    stop: async () => {
      process.off('exit', kill)
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** Linux only; ticks there are hundredths of a second. Nothing is told of a process that has just ended. */
function told(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return ''
  }
}

function workOf(pid: number): number {
  const ticks = told(pid, 'stat').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? []
  return sum(ticks) * 10
}

/** PostgreSQL names each of its processes after whom it serves, and in which database. */
const processesOf = (database: string): number[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => told(pid, 'cmdline').startsWith(`postgres: nearhome_app ${database} `))

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

async function untilLive(at: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    if (
      await fetch(`${at}/live`).then(
        answer => answer.ok,
        () => false,
      )
    )
      return
    await wait(100)
  }
  throw new Error('the server did not come up in a minute')
}

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
