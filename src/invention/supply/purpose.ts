/** A home's statement of purpose as data: whom it is for, what it can meet, and what it cannot. */

import { careNeeds } from '#reference'
import { type Chance, type Weights, between, happens, pick, some, weighted } from '../chance.ts'
import type { HomeKind, HomeRow } from '../rows.ts'

type Purpose = Pick<
  HomeRow,
  | 'age_from'
  | 'age_to'
  | 'sexes'
  | 'needs_met'
  | 'needs_not_met'
  | 'takes_solo'
  | 'takes_siblings'
  | 'approach_to_care'
>

const needs: readonly string[] = careNeeds.map(each => each.code)

/** What a home of each kind most often says it can meet. */
const usual: Readonly<Record<HomeKind, readonly string[]>> = {
  'childrens-home': [
    'trauma',
    'attachment',
    'mental-health',
    'going-missing',
    'physical-aggression',
    'self-harm',
    'criminal-exploitation',
    'adhd',
    'autism',
    'sexual-exploitation',
    'substance-use',
  ],
  'foster-household': [
    'trauma',
    'attachment',
    'adhd',
    'speech-and-language',
    'english-as-additional-language',
  ],
  'supported-accommodation': [
    'going-missing',
    'unaccompanied-asylum-seeking',
    'english-as-additional-language',
    'substance-use',
    'offending',
  ],
  'residential-school': ['autism', 'learning-disability', 'speech-and-language', 'adhd', 'personal-care'],
  'secure-home': [
    'self-harm',
    'going-missing',
    'physical-aggression',
    'criminal-exploitation',
    'offending',
    'sexual-exploitation',
    'substance-use',
    'mental-health',
  ],
}
const rarelyMet = [
  'fire-setting',
  'harmful-sexual-behaviour',
  'harm-to-animals',
  'complex-health',
  'eating-disorder',
  'physical-disability',
  'offending',
  'mental-health-step-down',
]

const ages: Readonly<Record<HomeKind, Weights<readonly [from: number, to: number]>>> = {
  'childrens-home': [
    [[8, 17], 22],
    [[10, 17], 34],
    [[11, 17], 20],
    [[6, 12], 8],
    [[7, 17], 10],
    [[12, 17], 6],
  ],
  'foster-household': [
    [[0, 17], 46],
    [[0, 5], 12],
    [[0, 10], 14],
    [[5, 17], 18],
    [[10, 17], 10],
  ],
  'supported-accommodation': [
    [[16, 17], 30],
    [[16, 21], 50],
    [[16, 25], 20],
  ],
  'residential-school': [
    [[5, 18], 40],
    [[8, 18], 40],
    [[11, 18], 20],
  ],
  'secure-home': [[[10, 17], 1]],
}
const approaches: Readonly<Record<HomeKind, readonly string[]>> = {
  'childrens-home': [
    'A small home where adults eat with children, and where nobody is asked to leave because of a bad week.',
    'We work from what has happened to a child, not what is wrong with them. The same adults stay.',
    'Days outdoors, animals to look after, and a bedroom that each child paints for themselves.',
    'A therapist meets the team every week. Adults here are trained to notice, name and wait.',
  ],
  'foster-household': [
    'A lively family home with a garden and a patient dog.',
    'A quiet home, close to a school and to the bus.',
    'Experienced carers who keep brothers and sisters together.',
    'Carers who welcome the child’s own family.',
  ],
  'supported-accommodation': [
    'A room of your own, with somebody in the house at all hours, and help with money, cooking and college.',
    'Shared flats with a key worker for each young person, close to college and the station.',
  ],
  'residential-school': ['A school and a home in one place, with one plan for the day and the evening.'],
  'secure-home': [
    'A safe place for as short a time as can be, with school, health and family in the plan from day one.',
  ],
}

export function purposeOf(by: Chance, kind: HomeKind, places: number): Purpose {
  const [age_from, age_to] = weighted(by, ages[kind])
  const fostering = kind === 'foster-household'
  const met = new Set([
    ...some(by, usual[kind], between(by, Math.ceil(usual[kind].length / 2), usual[kind].length)),
    ...some(by, needs, between(by, 0, fostering ? 3 : 5)),
    ...(age_to >= 16 && happens(by, 0.3) ? ['unaccompanied-asylum-seeking'] : []),
  ])
  const refused = some(by, rarelyMet, between(by, fostering ? 2 : 1, fostering ? 5 : 4))
  return {
    age_from,
    age_to,
    sexes: fostering ? weighted(by, sexesOfHouseholds) : weighted(by, sexesOfHomes),
    needs_met: needs.filter(need => met.has(need)),
    needs_not_met: needs.filter(need => refused.includes(need) && !met.has(need)),
    takes_solo: places === 1 || happens(by, 0.2),
    takes_siblings: places > 1 && happens(by, fostering ? 0.85 : 0.4),
    approach_to_care: pick(by, approaches[kind]),
  }
}

const sexesOfHouseholds: Weights<Purpose['sexes']> = [
  ['any', 88],
  ['girls', 7],
  ['boys', 5],
]
const sexesOfHomes: Weights<Purpose['sexes']> = [
  ['any', 72],
  ['boys', 15],
  ['girls', 13],
]
