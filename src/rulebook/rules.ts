/** Every rule of the return, grouped by the file it is of. */

import { episodeRules } from './episodes/index.ts'
import { adoptionRules } from './adoption/index.ts'
import { permanence } from './adoption/permanence.ts'
import { ofsted } from './episodes/ofsted.ts'
import { across } from './header/across.ts'
import { headerRules } from './header/index.ts'
import { uasc } from './header/uasc.ts'
import { leaverItems } from './outcomes/leaver-items.ts'
import { leaversAndCare } from './outcomes/leavers-and-care.ts'
import { leaversWithoutEpisodes } from './outcomes/leavers-without-episodes.ts'
import { leaversAndOthers } from './outcomes/leavers-and-others.ts'
import { outcomeRules } from './outcomes/index.ts'
import { reviews } from './outcomes/reviews.ts'
import { type Rule, isLive } from './rule.ts'
import { libertyRules, missingRules, socialWorkRules } from './spells/index.ts'

export type Group = { readonly name: string; readonly rules: readonly Rule[] }

export const groups: readonly Group[] = [
  { name: 'Header', rules: headerRules },
  { name: 'Episodes and placements', rules: episodeRules },
  { name: "Episodes beside Ofsted's lists", rules: ofsted },
  { name: 'Reviews, previous permanence and UASC', rules: [...reviews, ...permanence, ...uasc] },
  { name: 'Adoption', rules: adoptionRules },
  { name: 'Outcomes', rules: outcomeRules },
  {
    name: 'Care leavers',
    rules: [...leaverItems, ...leaversAndCare, ...leaversWithoutEpisodes, ...leaversAndOthers],
  },
  { name: 'Missing from care', rules: missingRules },
  { name: 'Deprivation of liberty', rules: libertyRules },
  { name: 'Social workers', rules: socialWorkRules },
  { name: 'Across the files', rules: across },
]

export const rules: readonly Rule[] = groups.flatMap(group => group.rules)

export const ruleByCode: ReadonlyMap<string, Rule> = new Map(rules.map(each => [each.code, each]))

export const rulesOf = (year: number): Rule[] => rules.filter(each => isLive(each, year))
