/** A worker thread that simulates the chunk of paths it is told. */

import { parentPort, workerData } from 'node:worker_threads'
import { simulate } from '#forecasting'
import type { Task } from './simulating.ts'

const { model, start, plan, paths } = workerData as Task
const chunk = 25

parentPort!.on('message', (at: number) => {
  const range = { first: at * chunk, paths: Math.min(chunk, paths - at * chunk) }
  const counts = simulate(model, start, plan, range)
  parentPort!.postMessage({ at, counts }, [counts.stock.buffer, counts.starts.buffer] as ArrayBuffer[])
})
parentPort!.postMessage('ready')
