/** What is written down while a child is in care: reviews, social workers, and times they were not where they lived. */

import type { Newcomer } from './arrivals.ts'
import { type Chance, type Weights, between, happens, wait, weighted } from '../chance.ts'
import { type Day, ageOn, birthday, day, later } from '../days.ts'

export type Review = { readonly on: Day; readonly code: string }
export type Worker = {
  readonly id: string
  readonly from: Day
  readonly until: Day | null
  /** Why a worker came: SW_REASON. */
  readonly reason: string
}
export type Absence = { readonly code: 'M' | 'A'; readonly from: Day; readonly until: Day | null }
export type Records = {
  readonly reviews: readonly Review[]
  readonly workers: readonly Worker[]
  readonly absences: readonly Absence[]
}

/** A child's time in care so far: until the day they left, or today. */
export type InCare = Newcomer & { readonly until: Day; readonly area: string }

export const recordsOf = (by: Chance, child: InCare): Records => ({
  reviews: reviewsOf(by, child),
  workers: workersOf(by, child),
  absences: absencesOf(by, child),
})

/** Within 20 working days, then three months, then six months apart (2010 Regulations, reg. 33). */
function reviewsOf(by: Chance, { starts, until, born }: InCare): Review[] {
  const reviews: Review[] = []
  let on = later(starts, between(by, 18, 27))
  while (on < until) {
    reviews.push({ on, code: weighted(by, ageOn(born, on) < 4 ? tooYoung : taking) })
    on = later(on, reviews.length === 1 ? between(by, 75, 91) : between(by, 150, 182))
  }
  return reviews
}
const tooYoung: Weights<string> = [['PN0', 1]]
const taking: Weights<string> = [
  ['PN1', 58],
  ['PN2', 4],
  ['PN3', 3],
  ['PN4', 4],
  ['PN5', 8],
  ['PN6', 17],
  ['PN7', 6],
]

/** The social worker file began with the collection year 2023-24. */
const workersFrom = day(2023, '04-01')

/** The last is still theirs, whether or not they have left care. */
function workersOf(by: Chance, { starts, until }: InCare): Worker[] {
  if (until <= workersFrom) return []
  const workers: Worker[] = []
  let from = starts
  for (;;) {
    const ends = later(from, 20 + wait(by, 620))
    const reason = workers.length === 0 ? 'FCONTA' : weighted(by, changes)
    const more = ends < until
    if (!more || ends > workersFrom) {
      workers.push({ id: `SW${between(by, 1000, 9999)}`, from, until: more ? ends : null, reason })
    }
    if (!more) return workers
    from = ends
  }
}
const changes: Weights<string> = [
  ['MANAGE', 24],
  ['LEFTRL', 38],
  ['TSPROC', 20],
  ['ORGRST', 6],
  ['ABSENC', 7],
  ['CHCHAN', 2],
  ['PCCHAN', 1],
  ['OTHERS', 2],
]

/** About one child in nine goes missing in a year, some many times (DfE, 2024 release; approximate). */
function absencesOf(by: Chance, { starts, until, born }: InCare): Absence[] {
  const grown = birthday(born, 11)
  const first = Math.max(starts, grown) as Day
  if (first >= until || !happens(by, 0.22)) return []
  const gap = between(by, 25, 260)
  const absences: Absence[] = []
  let from = later(first, 3 + wait(by, gap))
  while (from < until) {
    const back = later(from, Math.min(9, Math.floor(wait(by, 1))))
    absences.push({ code: happens(by, 0.84) ? 'M' : 'A', from, until: back < until ? back : null })
    from = later(back, 2 + wait(by, gap))
  }
  return absences
}
