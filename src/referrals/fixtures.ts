/** Invented requests, approaches, needs and homes to look through. */

import { type OpenHome, type Place, aHome, aPlaceIn } from '#provision'
import { type PlainDate, parseDate } from '#shared/dates'
import { newId } from '#shared/ids'
import { pence } from '#shared/money'
import type { Interested, Offer, Offered, Sent, Shared } from './approach.ts'
import type { Need } from './matching/need.ts'
import { type Profile, anonymise, fullProfile } from './telling/profile.ts'
import type { Answers } from './questions/index.ts'
import type { Draft, Open } from './referral.ts'
import type { HomeWithPlaces } from './matching/supply.ts'

export const day = (text: string): PlainDate => parseDate(text)!

/** Enough for an emergency, and no more. */
export const leastAnswers: Answers = {
  voice: 'I want to stay near my nan and keep going to football.',
  neededBy: '2026-09-01',
  age: 12,
  sex: 'F',
  hasSecureOrder: 'no',
  siblings: 0,
  familySector: 'RG1 4',
  nearFamily: 'yes',
  hasAreasToAvoid: 'no',
  alongside: 'with-others',
  adults: 'standard',
  needs: ['trauma'],
  hasAdaptations: 'no',
  riskSelfHarm: 'none',
  riskSexualExploitation: 'none',
  riskCriminalExploitation: 'none',
  riskSubstances: 'none',
  riskEating: 'none',
  riskMissing: 'low',
  othersPhysical: 'low',
  othersSexual: 'none',
  othersFire: 'none',
  othersAnimals: 'none',
  planUnknownBecause: 'The home broke down this morning; the plan is being made.',
}

export const allAnswers: Answers = {
  ...leastAnswers,
  strengths: 'Goalkeeper. Kind to younger children.',
  legalStatus: 'Full care order',
  familyTime: 'Her nan every Sunday',
  inSchool: 'yes',
  educationStage: 'secondary',
  schoolName: 'Larkmead School',
  schoolSector: 'RG2 7',
  keepSchool: 'yes',
  hasEhcp: 'no',
  preferredArea: 'Reading',
  hasOtherPlaces: 'no',
  pets: 'would-like',
  suitsFoster: 'preferred',
  suitsResidential: 'suitable',
  suitsSupported: 'unsuitable',
  hasCommunicationNeeds: 'no',
  culture: 'Speaks some Welsh with her nan',
  riskOther: 'none',
  othersCriminal: 'none',
  othersOther: 'none',
  hasSupport: 'no',
  outcomes: 'To settle, and to stay at school',
  longTermPlan: 'To grow up with the same carers',
  duration: 'longer',
}

export const aReferral = (facts: Partial<Draft> = {}): Draft => ({
  id: newId(),
  authority: newId(),
  child: newId(),
  urgency: 'planned',
  answers: allAnswers,
  version: 1,
  requestedBy: newId(),
  requestedOn: day('2026-08-20'),
  neededBy: day('2026-09-01'),
  state: 'draft',
  ...facts,
})

export const anOpenReferral = (facts: Partial<Open> = {}): Open => ({
  ...aReferral(),
  neededBy: day('2026-09-01'),
  readyOn: day('2026-08-21'),
  ...facts,
  state: 'open',
})

export const noneHidden = { names: [], schools: [], staff: [], numbers: [] }
const shortProfile: Profile = anonymise('KESTREL-42', allAnswers, noneHidden).profile

export const anApproach = (facts: Partial<Sent> = {}): Sent => ({
  id: newId(),
  authority: newId(),
  referral: newId(),
  home: newId(),
  organisation: newId(),
  reference: 'KESTREL-42',
  whyChosen: '4 miles from home',
  anonymised: shortProfile,
  sentOn: day('2026-08-22'),
  sentBy: newId(),
  replyBy: { on: day('2026-08-25'), hour: 17 },
  state: 'sent',
  ...facts,
})

export const anInterestedApproach = (): Interested => ({
  ...anApproach(),
  state: 'interested',
  interestedOn: day('2026-08-23'),
})

export const aSharedApproach = (): Shared => ({
  ...anInterestedApproach(),
  state: 'shared',
  sharedOn: day('2026-08-23'),
  fullProfile: fullProfile('KESTREL-42', allAnswers, 'Wren Ashdown'),
})

export const anOffer = (facts: Partial<Offer> = {}): Offer => ({
  place: newId(),
  weeklyFee: pence(480_000),
  availableFrom: day('2026-09-01'),
  until: day('2026-08-28'),
  note: null,
  ...facts,
})

export const anOfferedApproach = (offer: Offer = anOffer()): Offered => ({
  ...aSharedApproach(),
  state: 'offered',
  offeredOn: day('2026-08-24'),
  offer,
})

export const aNeed = (facts: Partial<Need> = {}): Need => ({
  authority: newId(),
  areaCode: 'E06000038',
  age: 12,
  sex: 'F',
  neededBy: day('2026-09-01'),
  home: { easting: 472_000, northing: 173_000 },
  nearFamily: true,
  school: null,
  keepSchool: false,
  now: null,
  siblings: 0,
  needs: [],
  alongside: 'no-preference',
  suitability: {},
  areasToAvoid: [],
  hasSecureOrder: false,
  ...facts,
})

/** A home with as many places as are described, one and free unless said. */
export function aHomeWithPlaces(
  facts: Partial<OpenHome> = {},
  places: readonly Partial<Place>[] = [{}],
  residents: HomeWithPlaces['residents'] = null,
): HomeWithPlaces {
  const home = aHome(facts)
  return { home, places: places.map(place => aPlaceIn(home, place)), residents }
}
