/** The background work of the workbench: checking returns against every rule. */

import type { Database } from '#access'
import { dateToday } from '#shared/dates'
import { workOnCheckings } from './actions/checking-return.ts'

export const workbenchJobs = [
  {
    name: 'workbench',
    run: (database: Database): Promise<boolean> => workOnCheckings(database, dateToday()),
  },
] as const
