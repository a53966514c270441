/** The server as its own process, so that its memory and its work are its own. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export type Serving = {
  readonly at: string
  /** The most memory it ever held, in megabytes: VmHWM. */
  readonly peak: () => number
  /** The milliseconds it has worked so far, on all cores. */
  readonly worked: () => number
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
    peak: () => Math.round(Number(/VmHWM:\s+(\d+)/.exec(told(child, 'status'))![1]) / 1000),
    worked: () => {
      const [user, system] = told(child, 'stat').split(') ')[1]!.split(' ').slice(11, 13).map(Number)
      return (user! + system!) * 10
    },
    stop: async () => {
      process.off('exit', kill)
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** Linux only; ticks there are hundredths of a second. */
const told = ({ pid }: ChildProcess, what: string): string => readFileSync(`/proc/${pid}/${what}`, 'utf8')

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
