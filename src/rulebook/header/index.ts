/** The rules of the Header: who the child is, and whether she is a mother. */

import type { Rule } from '../rule.ts'
import { identity } from './identity.ts'

export const headerRules: readonly Rule[] = [...identity]
