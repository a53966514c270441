/** Workers to be killed: each is a process that says what it does, and can be stopped at a chosen step. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

type Killable = {
  readonly child: ChildProcess
  readonly over: Promise<unknown>
  /** Undefined where there is no more: the process has ended. */
  readonly next: () => Promise<string | undefined>
}

/** Which step of its work it is killed at; whether it stands still there, or goes on for so many milliseconds. */
export type Aim = { readonly step: number; readonly goesOn: number | null }

const alive = new Set<ChildProcess>()

/** Those that a test which failed has left. */
export const killTheRest = (): void => alive.forEach(child => void child.kill('SIGKILL'))

/** Workers of the same code begin faster after the first, by what is kept in this folder. */
export async function startWorker(url: string, cache: string): Promise<Killable> {
  const program = join(import.meta.dirname, 'worker.ts')
  const env = { ...process.env, NODE_COMPILE_CACHE: cache }
  const child = spawn(process.execPath, [program, url], { stdio: ['pipe', 'pipe', 'inherit'], env })
  alive.add(child)
  const over = once(child, 'exit').finally(() => alive.delete(child))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => (await lines.next()).value as string | undefined
  const first = await next()
  if (first !== 'ready') throw new Error(`a worker did not begin, but said ${first}`)
  return { child, over, next }
}

/** Lets it work to its end, and answers how many steps that took. */
export async function letWork({ child, over, next }: Killable): Promise<number> {
  child.stdin!.write(JSON.stringify({ step: 0, stand: false }))
  let steps = 0
  while ((await next()) !== undefined) steps += 1
  await over
  return steps
}

/** True where it was killed; false where it had finished first. `meanwhile` runs while a worker stands still. */
export async function killAt(
  { child, over, next }: Killable,
  { step, goesOn }: Aim,
  meanwhile: () => Promise<unknown>,
): Promise<boolean> {
  child.stdin!.write(JSON.stringify({ step, stand: goesOn === null }))
  for (let said = await next(); said !== 'here'; said = await next()) if (said === undefined) break
  if (child.exitCode === null) await (goesOn === null ? meanwhile() : wait(goesOn))
  child.kill('SIGKILL')
  await over
  return child.signalCode === 'SIGKILL'
}

/** The same moments every time: a small generator of Lehmer's. */
export function chance(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
