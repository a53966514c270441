/** The rules of the Episodes: dates, codes, where the child lives, and how one episode follows another. */

import type { Rule } from '../rule.ts'
import { dates } from './dates.ts'

export const episodeRules: readonly Rule[] = [...dates]
