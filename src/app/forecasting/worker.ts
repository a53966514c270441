/** A worker thread that is told a task, and then simulates the ranges of paths that it is given. */

import { parentPort } from 'node:worker_threads'
import { simulator } from '#forecasting'
import type { Range, Task } from './simulating.ts'

let simulated: ReturnType<typeof simulator> | undefined

parentPort!.on('message', (message: Task | readonly [number, Range]) => {
  if ('model' in message) {
    simulated = simulator(message.model, message.start, message.plan)
    return
  }
  const [at, range] = message
  const counts = simulated!(range)
  parentPort!.postMessage({ at, counts }, [counts.stock.buffer, counts.starts.buffer] as ArrayBuffer[])
})
