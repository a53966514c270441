/** Every address asked what nobody would ask: never a fault, and every "no" says why (trust, T22). */

import { fuzz } from './support/fuzzing.ts'

fuzz('GET')
