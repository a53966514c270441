/** Simulating in worker threads: chunks of paths, each the same whoever takes it, put together in their order. */

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Counts, type Model, type Plan, type Start, simulator, together } from '#forecasting'

export type Task = {
  readonly model: Model
  readonly start: Start
  readonly plan: Plan
  readonly paths: number
}
export type Range = { readonly first: number; readonly paths: number }
export type Chunk = { readonly at: number; readonly counts: Counts }

/** Threads that make ready while the returns are being read, and simulate one task after another. */
export type Crew = {
  /** `told` hears how many paths are done. Throws the reason of `stop` where that is aborted. */
  readonly simulate: (task: Task, told?: (paths: number) => void, stop?: AbortSignal) => Promise<Counts>
  readonly close: () => Promise<void>
}

const chunk = 25

export function openCrew(size = availableParallelism()): Crew {
  if (size <= 1) return { simulate: alone, close: async () => {} }
  const workers = Array.from({ length: size }, () => new Worker(new URL('./worker.ts', import.meta.url)))
  return {
    async simulate(task, told = () => {}, stop) {
      stop?.throwIfAborted()
      const waiting = rangesOf(task.paths)
      const done: Counts[] = []
      let finished = 0
      const keep = ({ at, counts }: Chunk) => {
        done[at] = counts
        told((finished += counts.paths))
      }
      await Promise.all(workers.map(worker => keepBusy(worker, task, waiting, keep, stop)))
      return together(done)
    },
    close: async () => void (await Promise.all(workers.map(worker => worker.terminate()))),
  }
}

const rangesOf = (paths: number): [number, Range][] =>
  Array.from({ length: Math.ceil(paths / chunk) }, (_, at) => [
    at,
    { first: at * chunk, paths: Math.min(chunk, paths - at * chunk) },
  ])

async function alone(
  { model, start, plan, paths }: Task,
  told: (paths: number) => void = () => {},
  stop?: AbortSignal,
) {
  const simulated = simulator(model, start, plan)
  const done: Counts[] = []
  for (const [at, range] of rangesOf(paths)) {
    stop?.throwIfAborted()
    done.push(simulated(range))
    told(Math.min(paths, (at + 1) * chunk))
    await new Promise(setImmediate)
  }
  return together(done)
}

/** Gives a worker one range after another, until none waits. */
function keepBusy(
  worker: Worker,
  task: Task,
  waiting: [number, Range][],
  keep: (chunk: Chunk) => void,
  stop: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      worker.off('message', next).off('error', failed)
      stop?.removeEventListener('abort', stopped)
      settle()
    }
    const failed = (fault: Error) => end(() => reject(fault))
    const stopped = () => end(() => reject(stop!.reason as Error))
    const give = () => {
      const range = waiting.shift()
      if (range) worker.postMessage(range)
      else end(resolve)
    }
    const next = (answer: Chunk) => {
      keep(answer)
      give()
    }
    worker.on('message', next).on('error', failed)
    stop?.addEventListener('abort', stopped)
    worker.postMessage(task)
    give()
  })
}
