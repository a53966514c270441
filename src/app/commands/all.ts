/** Every command, loaded. */

import { allCommands } from './index.ts'

export const commands = await allCommands()
