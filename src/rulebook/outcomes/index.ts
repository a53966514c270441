/** The rules of outcomes (OC2): health, conviction, and the strengths and difficulties score. */

import type { Rule } from '../rule.ts'
import { conviction } from './conviction.ts'
import { health } from './health.ts'
import { substance } from './substance.ts'
import { wellbeingAllYear } from './wellbeing-all-year.ts'
import { wellbeing } from './wellbeing.ts'

export const outcomeRules: readonly Rule[] = [
  ...wellbeing,
  ...wellbeingAllYear,
  ...health,
  ...substance,
  ...conviction,
]
