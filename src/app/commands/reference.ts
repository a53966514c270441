/** `reference`: the commands that load and compute public figures, as the owner of the tables. */

import type { Database } from '#access'
import { referenceCommands } from '#reference'
import { type Command, pathGiven } from '../command.ts'
import { openAsOwner } from '../database.ts'

export const referenceAtTheTerminal: readonly Command[] = referenceCommands.map(
  ({ name, usage, says, run }) => ({
    name,
    says,
    takes: usage.slice(name.length + 1),
    async run(_, given) {
      let database: Database | undefined
      try {
        return await run(given.map(pathGiven), async () => (database = await openAsOwner()))
      } finally {
        await database?.destroy()
      }
    },
  }),
)
