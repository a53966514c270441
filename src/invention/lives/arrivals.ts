/** Children coming into care, alone or with brothers and sisters, and how long each stays. */

import {
  type Course,
  type Ending,
  alone,
  bands,
  ethnicities,
  groupSizes,
  otherwise,
  grown,
  seekers,
} from './courses.ts'
import { type Chance, between, happens, normal, pick, wait, weighted } from '../chance.ts'
import { type Day, birthday, later } from '../days.ts'
import { type Ground, type Spot, homeIn } from '../ground.ts'
import type { Heritage } from '../words.ts'

export type Newcomer = {
  readonly sex: 'M' | 'F'
  readonly born: Day
  readonly ethnicity: string
  readonly heritage: Heritage
  readonly asylum: boolean
  readonly starts: Day
  /** The day care ends: their eighteenth birthday at the latest. It may be a day still to come. */
  readonly leaves: Day
  readonly ending: Ending
  /** Where the family lives; nowhere known for a child who came alone to seek asylum. */
  readonly home: Spot | null
  /** Brothers and sisters came together, and have the same. */
  readonly family: number
}

/** The authority a family lives in, on the ground. */
export type Around = { readonly ground: Ground; readonly area: string }
export type Span = { readonly from: Day; readonly until: Day }

/** A family's children, coming into care on one day in the span. */
export function arrive(by: Chance, { ground, area }: Around, span: Span, family: number): Newcomer[] {
  const starts = between(by, span.from, span.until) as Day
  if (happens(by, alone)) return [seeker(by, starts, family)]
  const band = weighted(
    by,
    bands.map(each => [each, each.weight] as const),
  )
  const eldest = band.from + by.next() ** (band.until === 1 ? 3 : 1) * (band.until - band.from)
  const home = homeIn(by, pick(by, ground.within.get(area)!))
  const [ethnicity, heritage] = weighted(by, ethnicities)
  const family_ = { ethnicity, heritage, asylum: false, starts, home, family }
  const children: Newcomer[] = []
  let together: Course | null = null
  for (const age of agesFrom(by, eldest)) {
    const born = later(starts, -age * 365.25 - 0.5)
    const course: Course = together && happens(by, 0.6) ? together : courseFor(by, age)
    together = course
    children.push({
      ...family_,
      sex: happens(by, 0.545) ? 'M' : 'F',
      born,
      ...leaving(by, starts, born, course),
    })
  }
  return children
}

function seeker(by: Chance, starts: Day, family: number): Newcomer {
  const born = later(starts, -365.25 * Math.min(17.9, Math.max(12.5, normal(by, 16.6, 0.8))))
  const [ethnicity, heritage] = weighted(by, seekers)
  const sex = happens(by, 0.95) ? 'M' : 'F'
  const course = happens(by, 0.04) ? otherwise : grown
  return {
    ethnicity,
    heritage,
    asylum: true,
    starts,
    home: null,
    family,
    sex,
    born,
    ...leaving(by, starts, born, course),
  }
}

/** The eldest and those who come after, a year or more apart. */
function agesFrom(by: Chance, eldest: number): number[] {
  const ages = [eldest]
  const size = eldest < 1 || eldest > 15.5 ? 1 : weighted(by, groupSizes)
  while (ages.length < size) {
    const next = ages[ages.length - 1]! - 1 - by.next() * 2.6
    if (next < 0.02) break
    ages.push(next)
  }
  return ages
}

function courseFor(by: Chance, age: number): Course {
  const band = bands.find(each => age < each.until) ?? bands[bands.length - 1]!
  return weighted(by, band.endings)
}

function leaving(by: Chance, starts: Day, born: Day, course: Course): Pick<Newcomer, 'leaves' | 'ending'> {
  const eighteen = birthday(born, 18)
  const least = { home: 2, guardian: 150, adopted: 480, grown: 0, other: 10 }[course.ending]
  const leaves = later(starts, least + Math.ceil(wait(by, course.days)))
  if (course.ending === 'grown' || leaves >= eighteen) return { leaves: eighteen, ending: 'grown' }
  return {
    leaves,
    ending: course.ending === 'adopted' && leaves > birthday(born, 9) ? 'guardian' : course.ending,
  }
}
