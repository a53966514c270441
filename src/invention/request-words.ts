/** The words of invented requests for homes, and what homes and authorities ask and tell each other about them. */

import type { Weights } from './chance.ts'

export const companions: Weights<string> = [
  ['with-others', 45],
  ['no-preference', 30],
  ['older-only', 9],
  ['younger-only', 6],
  ['solo', 10],
]
export const adultsNeeded: Weights<string> = [
  ['standard', 74],
  ['one-to-one', 20],
  ['two-to-one', 6],
]
export const pets: Weights<string> = [
  ['would-like', 40],
  ['may', 50],
  ['no', 10],
]
export const durations: Weights<string> = [
  ['short', 10],
  ['medium', 20],
  ['long', 30],
  ['longer', 40],
]

/** The band of the regional standard that each need of the record is told in. */
export const riskOfNeed: Readonly<Record<string, string>> = {
  riskSelfHarm: 'self-harm',
  riskSexualExploitation: 'sexual-exploitation',
  riskCriminalExploitation: 'criminal-exploitation',
  riskSubstances: 'substance-use',
  riskEating: 'eating-disorder',
  riskMissing: 'going-missing',
  othersPhysical: 'physical-aggression',
  othersSexual: 'harmful-sexual-behaviour',
  othersFire: 'fire-setting',
  othersAnimals: 'harm-to-animals',
  othersCriminal: 'offending',
}

export const areas = ['', ' and nearby', ', within half an hour of school']
export const familyTimes = [
  'Mum every Saturday morning, with somebody there',
  'Nan on Sundays; a call with dad midweek',
  'Brother once a fortnight, and a video call on Wednesdays',
  'An aunt once a month; letters from mum',
]
export const places = ['Football on Tuesdays', 'Swimming club', 'A music group', 'Youth club on Fridays']
export const cultures = [
  'Nothing further is known yet; ask them first',
  'Likes to cook the food that nan makes',
  'Goes to church with an aunt at Easter and Christmas',
  'Halal food, and somewhere quiet to pray',
  'Proud to speak two languages',
]
export const helps = [
  'Being told early what is going to happen.',
  'A quiet place, and time before talking.',
  'One adult who says when they will be back, and is.',
]

export const questions = [
  'Could we meet before the move? We would like to visit.',
  'Is there anything that helps at bedtime?',
  'How do they get to school now, and would that go on?',
  'Who has been the steadiest adult in the last year?',
  'Are there children they should not live with?',
]
export const replies = [
  'Yes. We can arrange a visit this week.',
  'A story or music, and a light left on.',
  'By taxi. It would go on until half-term, and then we would look at it together.',
  'A teaching assistant, who is happy to talk to you.',
  'Not that we know of. Younger children are fine.',
]
export const offerNotes = [
  'We can begin with tea and an overnight stay.',
  'A room is ready, and our carers have met the school before.',
  'The fee includes travel to school.',
]

/** Of references: no vowels, so that they spell nothing. */
export const letters = 'BCDFGHJKLMNPQRTVWXZ23456789'.split('')
