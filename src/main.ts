/** The platform's one program: `bin/nearhome --help` lists its commands. */

import { runCommand } from './app/command.ts'
import { commandsFor } from './app/commands/index.ts'

// Whoever reads may stop, as `head` does: then there is nobody left to tell.
process.stdout.on('error', fault => {
  if ((fault as { code?: string }).code === 'EPIPE') process.exit()
  throw fault
})

const args = process.argv.slice(2)
process.exitCode = await runCommand(await commandsFor(args), args)
