/** What a social worker answers when asking for a home for an invented child, besides what the record knows. */

import type { Answers } from '#referrals'
import { type Chance, happens, pick, weighted } from '../chance.ts'
import type { HomeKind } from '../rows.ts'
import type { InventedNeed } from './waiting.ts'
import {
  adultsNeeded,
  areas,
  companions,
  cultures,
  durations,
  familyTimes,
  helps,
  pets,
  places,
  riskOfNeed,
} from './request-words.ts'

export type Asked = Pick<InventedNeed, 'urgency' | 'wants' | 'needed_by'> & {
  readonly area: string
  /** Postcode sectors: of the family, and of where the child lives now. */
  readonly sectors: { readonly family: string | null; readonly now: string | null }
  readonly seeksAsylum: boolean
}

/** Enough that the request may go to brokerage; the record's own answers stand where it has them. */
export function answersTo(by: Chance, known: Answers, asked: Asked): Answers {
  const needs = known['needs'] ?? ['trauma']
  const family = known['familySector'] ?? asked.sectors.family ?? asked.sectors.now ?? 'RG1 4'
  return {
    ...known,
    ...(known['voice'] === undefined && { voice: 'Has not been asked yet: the move was sudden.' }),
    neededBy: asked.needed_by,
    familySector: family,
    needs,
    hasSecureOrder: known['hasSecureOrder'] ?? 'no',
    siblings: happens(by, 0.75) ? 0 : Math.min(2, Number(known['siblings'] ?? 0)),
    nearFamily: asked.seeksAsylum || happens(by, 0.15) ? 'no' : 'yes',
    ...avoiding(by, String(family)),
    alongside: weighted(by, companions),
    adults: weighted(by, adultsNeeded),
    ...adapting(needs),
    ...planOf(known),
    ...risksFrom(by, Array.isArray(needs) ? needs : []),
    ...(asked.urgency === 'planned' && { ...planned(by, known, asked), ...schooling(by, known, asked) }),
  }
}

/** A draft is half written: some of what takes longest to find out is not there yet. */
export function halfOf(by: Chance, answers: Answers): Answers {
  const later = ['preferredArea', 'familyTime', 'culture', 'alongside', 'riskOther', 'duration', 'pets']
  const left = new Set(later.filter(() => happens(by, 0.6)))
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !left.has(name)))
}

const avoiding = (by: Chance, sector: string): Answers =>
  happens(by, 0.12)
    ? { hasAreasToAvoid: 'yes', areasToAvoid: sector.split(' ')[0]! }
    : { hasAreasToAvoid: 'no' }

const adapting = (needs: Answers[string]): Answers =>
  Array.isArray(needs) && needs.includes('physical-disability')
    ? { hasAdaptations: 'yes', adaptations: 'A bedroom and a shower on the ground floor' }
    : { hasAdaptations: 'no' }

const planOf = (known: Answers): Answers =>
  known['outcomes'] === undefined || known['longTermPlan'] === undefined
    ? { planUnknownBecause: 'The last home ended suddenly, and the plan is being made.' }
    : {}

/** A need that the record knows is at least a low band; what it does not know is mostly none. */
function risksFrom(by: Chance, needs: readonly string[]): Answers {
  const band = (need: string): string =>
    needs.includes(need) ? (happens(by, 0.6) ? 'high' : 'low') : happens(by, 0.12) ? 'low' : 'none'
  return Object.fromEntries(Object.entries(riskOfNeed).map(([risk, need]) => [risk, band(need)]))
}

function planned(by: Chance, known: Answers, { area, wants }: Asked): Answers {
  const goes = happens(by, 0.4)
  const speaks = Array.isArray(known['needs']) && known['needs'].includes('english-as-additional-language')
  return {
    strengths: known['strengths'] ?? 'Kind, funny and good company.',
    legalStatus: known['legalStatus'] ?? 'Full care order',
    familyTime: pick(by, familyTimes),
    preferredArea: `${area}${pick(by, areas)}`,
    hasOtherPlaces: goes ? 'yes' : 'no',
    ...(goes && { otherPlaces: pick(by, places), otherPlacesHowOften: 'weekly' }),
    pets: weighted(by, pets),
    ...suiting(wants),
    hasCommunicationNeeds: speaks ? 'yes' : 'no',
    ...(speaks && { communication: ['esol'] }),
    culture: pick(by, cultures),
    riskOther: 'none',
    othersOther: 'none',
    safetyPlan: pick(by, helps),
    ...(happens(by, 0.35) ? { hasSupport: 'yes', support: ['therapeutic'] } : { hasSupport: 'no' }),
    duration: weighted(by, durations),
  }
}

function schooling(by: Chance, known: Answers, { sectors }: Asked): Answers {
  const inSchool = known['inSchool'] ?? 'no'
  return {
    inSchool,
    educationStage: known['educationStage'] ?? 'none',
    hasEhcp: known['hasEhcp'] ?? 'no',
    ...(inSchool === 'yes' && {
      schoolSector: known['schoolSector'] ?? sectors.now ?? sectors.family ?? 'RG1 4',
      keepSchool: happens(by, 0.8) ? 'yes' : 'no',
    }),
  }
}

const suiting = (wants: HomeKind): Answers => ({
  suitsFoster: wants === 'foster-household' ? 'preferred' : 'suitable',
  suitsResidential: wants === 'childrens-home' ? 'preferred' : 'unsuitable',
  suitsSupported: wants === 'supported-accommodation' ? 'preferred' : 'unsuitable',
})
