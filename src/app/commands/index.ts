/** Every command, in the order that help lists them. */

import type { Command } from '../command.ts'
import { audit } from './audit.ts'
import { doAction } from './do.ts'
import { migrateCommand, routesCommand } from './house.ts'
import { referenceAtTheTerminal } from './reference.ts'
import { seedCommand } from './seed.ts'
import { serveCommands } from './serve.ts'

export const commands: readonly Command[] = [
  ...serveCommands,
  seedCommand,
  migrateCommand,
  ...referenceAtTheTerminal,
  doAction,
  audit,
  routesCommand,
]
