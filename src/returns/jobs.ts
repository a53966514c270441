/** The background work of returns: checking and committing loads. */

import type { Database } from '#access'
import { dateToday } from '#shared/dates'
import { workOnLoads } from './actions/working.ts'

export const returnJobs = [
  { name: 'returns', run: (database: Database): Promise<boolean> => workOnLoads(database, dateToday()) },
] as const
