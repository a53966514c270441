/** Coming and going for good: earlier permanence, adoption, and how young people fare after care. */

import { type Weights, chance, happens, pick, weighted } from '../chance.ts'
import { ageOn, birthday, dateOf, later, written } from '../days.ts'
import type { ReturnRow, Telling } from './returned.ts'

/** OC3: those who left at sixteen or over, around each birthday from the seventeenth to the twenty-first. */
export function grownOf({ life, year, from, until, whole, seed, area, who }: Telling): ReturnRow[] {
  const leftYoung = life.left === null || ageOn(life.born, life.left) < 16
  if (!whole || leftYoung) return []
  const age = [17, 18, 19, 20, 21].find(each => {
    const on = birthday(life.born, each)
    return on >= from && on <= until
  })
  if (age === undefined) return []
  const by = chance(seed, `grown/${area}/${life.number}/${year}`)
  const touch = weighted(by, touches)
  if (touch !== 'YES') return [{ ...who, IN_TOUCH: touch, ACTIV: '0', ACCOM: '0' }]
  return [{ ...who, IN_TOUCH: touch, ACTIV: weighted(by, activities), ACCOM: weighted(by, homes) }]
}

/** Near the published split (DfE, 2024 release; approximate). */
const touches: Weights<string> = [
  ['YES', 91],
  ['NO', 5],
  ['REFU', 2],
  ['NREQ', 1],
  ['RHOM', 1],
]
const activities: Weights<string> = [
  ['F1', 6],
  ['F2', 21],
  ['P2', 2],
  ['F4', 3],
  ['F5', 20],
  ['P5', 7],
  ['G4', 14],
  ['G5', 20],
  ['G6', 7],
]
const homes: Weights<string> = [
  ['B1', 12],
  ['D1', 21],
  ['E1', 5],
  ['K1', 3],
  ['U1', 37],
  ['Z1', 10],
  ['S2', 2],
  ['V2', 2],
  ['X2', 3],
  ['R2', 3],
  ['T1', 2],
]

const adopters = [
  { NB_ADOPTR: '2', SEX_ADOPTR: 'MF', LS_ADOPTR: 'L11' },
  { NB_ADOPTR: '2', SEX_ADOPTR: 'MF', LS_ADOPTR: 'L11' },
  { NB_ADOPTR: '2', SEX_ADOPTR: 'MF', LS_ADOPTR: 'L11' },
  { NB_ADOPTR: '2', SEX_ADOPTR: 'MM', LS_ADOPTR: 'L12' },
  { NB_ADOPTR: '2', SEX_ADOPTR: 'MF', LS_ADOPTR: 'L3' },
  { NB_ADOPTR: '1', SEX_ADOPTR: 'F1', LS_ADOPTR: 'L0' },
] as const

/** AD1 in the year a child is adopted; PlacedAdoption in each year that they live with those who will adopt them. */
export function adoptionOf({ life, from, until, seed, area, who }: Telling): Adoption {
  const stay = life.episodes.find(each => each.stay.kind === 'adoption')?.stay
  if (!stay || stay.from > until) return { adopted: [], placed: [] }
  const placed = [
    { ...who, DATE_PLACED: written(stay.from), DATE_PLACED_CEASED: '', REASON_PLACED_CEASED: '' },
  ]
  if (life.left === null || life.left < from || life.left > until) return { adopted: [], placed }
  const by = chance(seed, `adoption/${area}/${life.number}`)
  const match = later(stay.from, -14 - by.next() * 40)
  const dates = { DATE_INT: written(stay.from), DATE_MATCH: written(match) }
  return { adopted: [{ ...who, ...dates, FOSTER_CARE: '0', ...pick(by, adopters) }], placed }
}
type Adoption = { readonly adopted: readonly ReturnRow[]; readonly placed: readonly ReturnRow[] }

/** PrevPerm in the year a child comes into care: nearly always, no earlier permanence. */
export function previousOf({ life, from, until, seed, area, who }: Telling, authority: string): ReturnRow[] {
  if (life.starts < from || life.starts > until) return []
  const by = chance(seed, `previous/${area}/${life.number}`)
  const old = ageOn(life.born, life.starts) >= 3 && !life.asylum && happens(by, 0.09)
  if (!old) return [{ ...who, PREV_PERM: 'Z1', LA_PERM: '', DATE_PERM: '' }]
  const year = dateOf(later(life.starts, -400 - by.next() * 500)).slice(0, 4)
  return [{ ...who, PREV_PERM: weighted(by, permanences), LA_PERM: authority, DATE_PERM: `zz/zz/${year}` }]
}
const permanences: Weights<string> = [
  ['P1', 28],
  ['P2', 56],
  ['P3', 16],
]
