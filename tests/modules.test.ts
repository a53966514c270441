/** Every module's own tests, in one process: most are over sooner than a process begins. */

import { globSync } from 'node:fs'
import { resolve } from 'node:path'

await Promise.all(globSync('src/**/*.test.ts').map(path => import(resolve(path))))
