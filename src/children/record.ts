/** A child's record on a day: six groups of facts, each there or said to be missing (regional data set, CHI-1). */

import { type PlacementKind, kindOfPlacement } from '#reference'
import { type PlainDate, ageOn } from '#shared/dates'
import { type Assessment, assessmentOn } from './assessment.ts'
import { assessmentsAsAt, episodesAsAt } from './as-at.ts'
import {
  type LegalPeriod,
  type PeriodOfCare,
  type Placement,
  inOrder,
  legalStatusesIn,
  movesInYearTo,
  periodsOfCare,
  placementsIn,
} from './care-history.ts'
import type { Child, ChildId } from './child.ts'
import { type Episode, episodeOn } from './episode.ts'

/** What is kept of a child. */
export type Kept = {
  readonly child: Child
  readonly episodes: readonly Episode[]
  readonly assessments: readonly Assessment[]
  readonly siblings: readonly Sibling[]
}
export type Sibling = Pick<Child, 'id' | 'localId' | 'givenName' | 'familyName' | 'born'>

export const recordGroups = [
  'basic information',
  'strengths and needs',
  'education',
  'current placement',
  'cost',
  'start and end dates',
] as const
export type RecordGroup = (typeof recordGroups)[number]
export type Gap = { readonly group: RecordGroup; readonly message: string }

export type ChildRecord = {
  readonly child: Child
  readonly day: PlainDate
  readonly age: number
  readonly episodes: readonly Episode[]
  readonly periods: readonly PeriodOfCare[]
  readonly placements: readonly Placement[]
  readonly legalStatuses: readonly LegalPeriod[]
  /** Where the child is on the day; null when not looked after. */
  readonly current: Episode | null
  readonly placement: Placement | null
  readonly moves: number
  readonly assessment: Assessment | null
  readonly assessments: readonly Assessment[]
  readonly siblings: readonly (Sibling & { readonly id: ChildId })[]
  readonly gaps: readonly Gap[]
}

export function recordOn(
  { child, episodes: all, assessments: made, siblings }: Kept,
  day: PlainDate,
): ChildRecord {
  const episodes = inOrder(episodesAsAt(all, day))
  const assessments = assessmentsAsAt(made, day)
  const placements = placementsIn(episodes)
  const current = episodeOn(episodes, day) ?? null
  const facts = {
    child,
    day,
    age: ageOn(child.born, day),
    episodes,
    periods: periodsOfCare(episodes),
    placements,
    legalStatuses: legalStatusesIn(episodes),
    current,
    placement: (current && placements.find(each => each.episodes.includes(current))) ?? null,
    moves: movesInYearTo(episodes, day),
    assessment: assessmentOn(assessments, day) ?? null,
    assessments,
    siblings,
  }
  return { ...facts, gaps: gapsIn(facts) }
}

type Facts = Omit<ChildRecord, 'gaps'>

/** What the region asks of every child and this record does not say. */
export function gapsIn(facts: Facts): Gap[] {
  return recordGroups.flatMap(group => missing[group](facts).map(message => ({ group, message })))
}

type Missing = (facts: Facts) => string[]
const said = (isMissing: boolean, message: string): string[] => (isMissing ? [message] : [])

const missing: Record<RecordGroup, Missing> = {
  'basic information': ({ child }) => [
    ...said(child.sex === 'U', 'Sex is not known'),
    ...said(child.ethnicity === '' || child.ethnicity === 'NOBT', 'Ethnicity has not been obtained'),
  ],
  'strengths and needs': ({ assessment, current }) =>
    assessment
      ? [
          ...said(!assessment.voice, 'The child’s own words are not recorded'),
          ...said(assessment.strengths.length === 0, 'Strengths are not recorded'),
          ...said(assessment.needs.length === 0, 'Needs are not recorded'),
          ...said(!assessment.carePlan, 'The long-term plan is not recorded'),
          ...said(!assessment.outcomes, 'The outcomes to be achieved are not recorded'),
        ]
      : said(current !== null, 'Nobody has recorded what matters to this child, or what they need'),
  education: ({ assessment, age, current }) =>
    said(
      current !== null && age >= schoolAge && !assessment?.schoolName && !assessment?.educationStage,
      'School or college is not recorded',
    ),
  'current placement': ({ current }) => [
    ...said(
      current !== null && current.distanceMiles === null && !hasNoHome.has(kindOf(current)),
      'Distance from home is not known',
    ),
  ],
  cost: ({ current }) =>
    said(
      current !== null && current.weeklyFee === null && !isFree.has(kindOf(current)),
      'The weekly cost is not recorded',
    ),
  'start and end dates': ({ episodes, current }) => [
    ...said(episodes.length === 0, 'No episode of care is recorded'),
    ...said(
      current === null && episodes.at(-1)?.endReason === 'X1',
      'The last episode says that another began the same day, and there is none',
    ),
  ],
}

/** Compulsory from the term after a fifth birthday; at four most have a place (Education Act 1996, section 8). */
const schoolAge = 5
const isFree: ReadonlySet<PlacementKind> = new Set([
  'with parents',
  'placed for adoption',
  'custody',
  'health',
])
const hasNoHome: ReadonlySet<PlacementKind> = new Set(['placed for adoption'])
const kindOf = ({ placeCode, providerCode }: Episode) => kindOfPlacement(placeCode, providerCode)
