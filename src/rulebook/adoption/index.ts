/** The rules of adoption: the decisions to place a child (PlacedAdoption), and the adoption itself (AD1). */

import type { Rule } from '../rule.ts'
import { adopters } from './adopters.ts'
import { adoptionDates } from './adoption-dates.ts'
import { adoptions } from './adoptions.ts'
import { contents } from './contents.ts'
import { decisionsInCare } from './decisions-in-care.ts'
import { decisionsWhenCareEnds } from './decisions-when-care-ends.ts'
import { decisionsLastYear } from './decisions-last-year.ts'
import { decisions } from './decisions.ts'
import { orders } from './orders.ts'

export const adoptionRules: readonly Rule[] = [
  ...contents,
  ...adopters,
  ...adoptionDates,
  ...adoptions,
  ...decisions,
  ...decisionsLastYear,
  ...decisionsInCare,
  ...decisionsWhenCareEnds,
  ...orders,
]
