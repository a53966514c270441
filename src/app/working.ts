/** Background work: every module's jobs, one after another, until told to stop. */

import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '#access'
import { jobs } from './jobs.ts'

const pause = 700

/** Does whatever waits to be done, then looks again. Work cut short is found again by whoever looks next. */
export function keepWorking(database: Database): () => Promise<void> {
  const stopping = new AbortController()
  const done = (async () => {
    while (!stopping.signal.aborted) {
      const worked = await workOnce(database)
      if (!worked) await wait(pause, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return async () => {
    stopping.abort()
    await done
  }
}

async function workOnce(database: Database): Promise<boolean> {
  let worked = false
  for (const { name, run } of jobs) {
    try {
      worked = (await run(database)) || worked
    } catch (fault) {
      console.error(`fault in job ${name}: ${(fault as Error).name}`)
    }
  }
  return worked
}
