/** Under which law a child is looked after, from one day to the next. */

import type { Newcomer } from './arrivals.ts'
import { type Chance, type Weights, between, happens, weighted } from '../chance.ts'
import { type Day, ageOn, later } from '../days.ts'
import type { Stay } from './stays.ts'

export type LegalSpell = { readonly status: string; readonly from: Day }

/** By age on coming into care: section 20, interim care order, police protection, emergency protection, remand. */
const first = (age: number): Weights<string> => {
  if (age < 5)
    return [
      ['C1', 62],
      ['V2', 22],
      ['L1', 12],
      ['L2', 4],
    ]
  if (age < 10)
    return [
      ['C1', 50],
      ['V2', 32],
      ['L1', 15],
      ['L2', 3],
    ]
  if (age < 16)
    return [
      ['V2', 58],
      ['C1', 27],
      ['L1', 12],
      ['J1', 3],
    ]
  return [
    ['V2', 85],
    ['C1', 5],
    ['L1', 4],
    ['J1', 6],
  ]
}

/** Police protection lasts at most 72 hours, and an emergency order here eight days (Children Act 1989, ss. 45-46). */
export function legalOf(by: Chance, child: Newcomer, stays: readonly Stay[]): LegalSpell[] {
  const spells: LegalSpell[] = [{ status: child.asylum ? 'V2' : firstStatus(by, child), from: child.starts }]
  const become = (status: string, from: Day): void => {
    if (from < child.leaves) spells.push({ status, from })
  }
  if (child.asylum) return spells

  let { status, from } = spells[0]!
  if (status === 'L1' || status === 'L2') {
    from = later(from, status === 'L1' ? between(by, 1, 2) : between(by, 3, 8))
    status = happens(by, 0.7) ? 'C1' : 'V2'
    become(status, from)
  }
  if (status === 'J1' || (status === 'V2' && !goesToCourt(by, child))) {
    if (status === 'J1') become('V2', later(from, between(by, 30, 120)))
    return spells
  }
  if (status === 'V2') become('C1', (from = later(from, between(by, 40, 200))))
  decide(by, { child, stays }, from, become)
  return spells
}

function firstStatus(by: Chance, child: Newcomer): string {
  const status = weighted(by, first(ageOn(child.born, child.starts)))
  return status === 'V2' && child.ending === 'adopted' ? 'C1' : status
}

const goesToCourt = (by: Chance, { born, starts, ending }: Newcomer): boolean =>
  ending === 'adopted' || happens(by, ageOn(born, starts) < 10 ? 0.75 : ending === 'grown' ? 0.42 : 0.12)

type Lived = { readonly child: Newcomer; readonly stays: readonly Stay[] }
type Become = (status: string, from: Day) => void

/** The court decides some nine months on: a placement order before adoption, a care order for the rest. */
function decide(by: Chance, { child, stays }: Lived, from: Day, become: Become): void {
  const heard = later(from, between(by, 150, 380))
  const adoption = stays.find(stay => stay.kind === 'adoption')
  if (!adoption) {
    if (child.ending !== 'home' || happens(by, 0.4)) become('C2', heard)
    return
  }
  const latest = later(adoption.from, -14)
  become('E1', Math.max(from + 1, Math.min(heard, latest)) as Day)
}
