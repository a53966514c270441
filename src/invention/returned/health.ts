/** Health and wellbeing of children looked after all year: the OC2 file. */

import { type Chance, type Weights, chance, happens, normal, weighted } from '../chance.ts'
import { ageOn } from '../days.ts'
import type { ReturnRow, Telling } from './returned.ts'

/** One row for a child looked after for the whole of a year that is over, near the published shares (approximate). */
export function healthOf({ life, year, from, until, whole, seed, area, who }: Telling): ReturnRow[] {
  const allYear = life.starts <= from && (life.left === null || life.left > until)
  if (!whole || !allYear) return []
  const by = chance(seed, `health/${area}/${life.number}/${year}`)
  const age = ageOn(life.born, until)
  const misuse = age >= 11 && happens(by, 0.04)
  const helped = happens(by, 0.55)
  const yes = (share: number): string => (happens(by, share) ? '1' : '0')
  return [
    {
      ...who,
      ...feelings(by, age),
      CONVICTED: age >= 10 ? yes(0.02) : '',
      HEALTH_CHECK: age < 5 ? yes(0.88) : '',
      IMMUNISATIONS: yes(0.82),
      TEETH_CHECK: yes(0.79),
      HEALTH_ASSESSMENT: yes(0.89),
      SUBSTANCE_MISUSE: misuse ? '1' : '0',
      INTERVENTION_RECEIVED: misuse ? (helped ? '1' : '0') : '',
      INTERVENTION_OFFERED: misuse && !helped ? yes(0.8) : '',
    },
  ]
}

/** The strengths and difficulties questionnaire is asked of those aged 4 to 16; the score runs from 0 to 40. */
function feelings(by: Chance, age: number): ReturnRow {
  if (age < 4 || age > 16) return { SDQ_SCORE: '', SDQ_REASON: 'SDQ1' }
  if (!happens(by, 0.78)) return { SDQ_SCORE: '', SDQ_REASON: weighted(by, unasked) }
  return { SDQ_SCORE: String(Math.min(40, Math.max(0, Math.round(normal(by, 13.8, 7))))), SDQ_REASON: '' }
}
const unasked: Weights<string> = [
  ['SDQ2', 30],
  ['SDQ3', 10],
  ['SDQ4', 45],
  ['SDQ5', 15],
]
