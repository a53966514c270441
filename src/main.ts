/** The platform's one program: `bin/nearhome --help` lists its commands. */

import { commands, runCommand } from '#app'

process.exitCode = await runCommand(commands, process.argv.slice(2))
