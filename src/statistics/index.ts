/** Tables that may be published without telling of anyone: what to hold back, and an attack that tries to undo it. */

export { type Contradiction, type Deduced, type Verdict, attack } from './attack/verdict.ts'
export { type Protected, protect } from './protect/protecting.ts'
export { type Profile, profiles } from './tables/profile.ts'
export type { Cell, Mark, Publication, Release, Table } from './tables/publication.ts'
export { readPublication } from './tables/reading.ts'
export { Unreadable } from './tables/unreadable.ts'
