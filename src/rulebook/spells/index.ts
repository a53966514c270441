/** The rules of spells within care: going missing, orders that deprive of liberty, and social workers. */

import type { Rule } from '../rule.ts'
import { libertyInCare } from './liberty-in-care.ts'
import { liberty } from './liberty.ts'
import { missing } from './missing.ts'
import { missingLastYear, ordersLastYear } from './open-last-year.ts'
import { missingInCare } from './missing-in-care.ts'
import { socialWork } from './social-work.ts'
import { socialWorkAndCare } from './social-work-and-care.ts'
import { socialWorkInOrder } from './social-work-in-order.ts'
import { socialWorkLastYear } from './social-work-last-year.ts'

export const missingRules: readonly Rule[] = [...missing, missingLastYear, ...missingInCare]
export const libertyRules: readonly Rule[] = [...liberty, ordersLastYear, ...libertyInCare]
export const socialWorkRules: readonly Rule[] = [
  ...socialWork,
  ...socialWorkInOrder,
  ...socialWorkAndCare,
  ...socialWorkLastYear,
]
