/** Invented children, for tests and for the invented region. */

import type { AuthorityId } from '#access'
import { type PlainDate, parseDate } from '#shared/dates'
import { newId } from '#shared/ids'
import { pence } from '#shared/money'
import type { Assessment } from './assessment.ts'
import type { Child } from './child.ts'
import type { Episode } from './episode.ts'

const day = (text: string): PlainDate => parseDate(text)!
let number = 0

export const aChild = (facts: Partial<Child> = {}): Child => ({
  id: newId(),
  authority: newId<'Authority'>() as AuthorityId,
  localId: `BF${String((number += 1)).padStart(6, '0')}`,
  givenName: 'Wren',
  familyName: 'Ashdown',
  sex: 'F',
  born: day('2013-05-14'),
  ethnicity: 'WBRI',
  upn: null,
  asylumUntil: null,
  seeksAsylum: false,
  mother: null,
  childBorn: null,
  ...facts,
})

/** In a foster home of an agency, twelve miles away, since March. */
export const anEpisode = (facts: Partial<Episode> = {}): Episode => ({
  id: newId(),
  child: newId(),
  startedOn: day('2026-03-02'),
  reasonNew: 'S',
  legalStatus: 'C2',
  needCode: 'N1',
  placeCode: 'U6',
  providerCode: 'PR4',
  endedOn: null,
  endReason: null,
  changeReason: null,
  homePostcode: 'RG12 1AB',
  placementPostcode: 'RG1 4AA',
  urn: null,
  distanceMiles: 12,
  placementArea: 'E06000038',
  inArea: false,
  weeklyFee: pence(95_000),
  home: null,
  ...facts,
})

export const anAssessment = (facts: Partial<Assessment> = {}): Assessment => ({
  id: newId(),
  child: newId(),
  assessedOn: day('2026-04-01'),
  voice: 'I want to stay at my school and see my gran on Sundays.',
  strengths: ['Draws comics', 'Looks out for younger children'],
  needs: ['trauma', 'adhd'],
  carePlan: 'To live with the same family until she is grown up',
  outcomes: 'To feel settled, and to finish year 8 at the same school',
  schoolName: 'Fernside School',
  schoolPostcode: 'RG12 7ZZ',
  educationStage: 'secondary',
  hasEhcp: false,
  healthSetting: false,
  youthJustice: false,
  assessedBy: null,
  ...facts,
})
