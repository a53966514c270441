/** The background work of figures: the region's sums, counted once a day. */

import type { Database } from '#access'
import { dateToday } from '#shared/dates'
import { countForMembers } from './actions/sharing.ts'

/** Whether a sum still stands is looked at no more often than this. */
const pause = 60_000
const lookedAt = new WeakMap<Database, number>()

export const measureJobs = [
  {
    name: 'figures',
    async run(database: Database): Promise<boolean> {
      const now = performance.now()
      const last = lookedAt.get(database)
      if (last !== undefined && now - last < pause) return false
      lookedAt.set(database, now)
      return countForMembers(database, dateToday())
    },
  },
] as const
