/** The platform's one program: `bin/nearhome --help` lists its commands. */

import { runCommand } from './app/command.ts'
import { commandsFor } from './app/commands/index.ts'

const args = process.argv.slice(2)
process.exitCode = await runCommand(await commandsFor(args), args)
