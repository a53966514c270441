/** Simulating in worker threads: chunks of paths, each the same whoever takes it, put together in their order. */

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Counts, type Model, type Plan, type Start, simulate, together } from '#forecasting'

export type Task = {
  readonly model: Model
  readonly start: Start
  readonly plan: Plan
  readonly paths: number
}
export type Range = { readonly first: number; readonly paths: number }

const chunk = 25

/** `told` hears how many paths are done. Stops the workers when `stop` is aborted. */
export async function simulateInWorkers(
  task: Task,
  told: (paths: number) => void = () => {},
  { workers = availableParallelism(), stop }: { workers?: number; stop?: AbortSignal } = {},
): Promise<Counts> {
  const ranges = Array.from({ length: Math.ceil(task.paths / chunk) }, (_, at): Range => {
    return { first: at * chunk, paths: Math.min(chunk, task.paths - at * chunk) }
  })
  if (workers <= 1 || ranges.length === 1) {
    return together(ranges.map(range => simulate(task.model, task.start, task.plan, range)))
  }
  const done: Counts[] = []
  let [next, finished] = [0, 0]
  await Promise.all(
    Array.from({ length: Math.min(workers, ranges.length) }, () => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task })
      return new Promise<void>((resolve, reject) => {
        const give = () => (next < ranges.length ? worker.postMessage(next++) : void worker.terminate())
        worker.on('message', (answer: { at: number; counts: Counts } | 'ready') => {
          if (answer !== 'ready') {
            done[answer.at] = answer.counts
            told((finished += answer.counts.paths))
          }
          give()
        })
        worker.on('error', reject)
        worker.on('exit', () => resolve())
        stop?.addEventListener('abort', () => void worker.terminate())
      })
    }),
  )
  stop?.throwIfAborted()
  return together(done)
}
