/** Who else would live there: brothers and sisters, and the children already in the home. */

import { type Finding, type HomeFactor, counted, finding } from './factor.ts'
import type { Need } from './need.ts'

/** Brothers and sisters live together so far as is reasonably practicable: Children Act 1989, section 22C(8)(c). */
export const siblingsTogether: HomeFactor = ({ home, vacant }, need) => {
  if (need.siblings === 0) return null
  const together = need.siblings + 1
  if (!home.purpose.takesSiblings) return finding(0, () => 'Does not take brothers and sisters together')
  if (vacant.length >= together)
    return finding(1, () => `Has ${vacant.length} places for ${together} brothers and sisters`)
  const kept = vacant.length - 1
  if (kept === 0) return finding(0, () => 'Has no place for a brother or sister')
  return finding(
    kept / (together - 1) / 2,
    () => `Has ${vacant.length} places, and ${together} are needed together`,
  )
}

/**
 * Fostering Services National Minimum Standards and the Children's Homes Regulations 2015, regulation 14, ask what a
 * child's coming means for those who live there. Ages are the part of that which a search can see.
 */
export const residentsAges: HomeFactor = ({ supply: { residents } }, need) => {
  if (residents === null) return notKnown(need)
  if (residents.length === 0) return finding(0.7, () => 'No other children live here')
  const gap = Math.max(...residents.map(({ age }) => Math.abs(age - need.age)))
  const who = () => counted(residents.length, 'other child').replace('childs', 'children')
  if (gap <= 2)
    return finding(1, () => `${who()} here, within ${counted(Math.max(1, gap), 'year')} of this age`)
  return finding(1 - gap / 10, () => `${who()} here, up to ${gap} years apart in age`)
}

/** Where it matters who lives there, not knowing speaks against a home; where it does not, it says nothing. */
function notKnown({ alongside }: Need): Finding {
  if (alongside !== 'older-only' && alongside !== 'younger-only') return null
  const whom = alongside === 'older-only' ? 'younger' : 'older'
  return finding(0.4, () => `Ask whether a ${whom} child lives here: the home has not said`)
}
