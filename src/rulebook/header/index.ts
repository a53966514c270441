/** The rules of the Header: who the child is, and whether she is a mother. */

import type { Rule } from '../rule.ts'
import { ages } from './ages.ts'
import { identity } from './identity.ts'
import { mothers } from './mothers.ts'
import { pupilNumber } from './pupil-number.ts'

export const headerRules: readonly Rule[] = [...identity, ...pupilNumber, ...ages, ...mothers]
