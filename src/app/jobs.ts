/** Every module's background work. */

import type { Database } from '#access'
import { measureJobs } from '#measures'
import { returnJobs } from '#returns'
import { workbenchJobs } from '#workbench'

export type Job = {
  readonly name: string
  /** Does one piece of waiting work, and says whether there was any. */
  readonly run: (database: Database) => Promise<boolean>
}

export const jobs: readonly Job[] = [...returnJobs, ...workbenchJobs, ...measureJobs]
