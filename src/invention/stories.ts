/** What is known of a child beyond the return: their name, their own words, what they are good at and what they need. */

import { careNeeds } from '#reference'
import {
  type Chance,
  type Seed,
  type Weights,
  between,
  chance,
  happens,
  pick,
  some,
  weighted,
} from './chance.ts'
import { type Day, ageOn, dateOf, later } from './days.ts'
import type { Life } from './lives.ts'
import type { AssessmentRow } from './rows.ts'
import { familyName, givenName, placeName } from './words.ts'

export type Named = { readonly local_id: string; readonly given_name: string; readonly family_name: string }

export function nameOf(seed: Seed, area: string, life: Life): Named {
  const family = chance(seed, `family/${area}/${life.family}`)
  const by = chance(seed, `name/${area}/${life.number}`)
  return {
    local_id: life.number,
    given_name: givenName(by, life.sex, life.heritage),
    family_name: familyName(family, life.heritage),
  }
}

export function assessmentOf(seed: Seed, area: string, life: Life, today: Day): AssessmentRow {
  const by = chance(seed, `assessment/${area}/${life.number}`)
  const age = ageOn(life.born, today)
  const needs = needsOf(by, life, age)
  const latest = Math.max(life.starts, later(today, -between(by, 5, 170))) as Day
  return {
    id: by.uuid(),
    local_id: life.number,
    assessed_on: dateOf(latest),
    voice: some(by, voices.find(each => age < each.until)!.words, age < 3 ? 1 : 2).join(' '),
    strengths: some(by, strengths.find(each => age < each.until)!.words, between(by, 2, 3)),
    needs,
    care_plan: weighted(by, life.asylum ? [['Long-term home, then independence', 1]] : planFor(life, age)),
    outcomes: some(by, age < 5 ? outcomes.slice(0, 3) : outcomes, 2).join(' '),
    ...schoolOf(by, life, age, needs),
    health_setting: needs.includes('complex-health') && happens(by, 0.4),
    youth_justice: needs.includes('offending') && happens(by, 0.6),
  }
}

const voices: readonly { readonly until: number; readonly words: readonly string[] }[] = [
  {
    until: 3,
    words: [
      'Too young to say in words; settles when held and sung to.',
      'Reaches for the same blanket, and smiles at familiar faces.',
      'Likes water, and a quiet room at bedtime.',
    ],
  },
  {
    until: 8,
    words: [
      'I want my own bed with my dinosaur.',
      'I like it when somebody reads to me.',
      'Can I still see my brother?',
      'I don’t like shouting.',
      'I want to stay at my school.',
      'I like pancakes and going to the park.',
    ],
  },
  {
    until: 13,
    words: [
      'I want to stay at my school with my friends.',
      'I’d like a dog or a cat where I live.',
      'Please tell me things before they happen.',
      'I want to see my nan at weekends.',
      'I don’t want to move again.',
      'I like to know what’s for tea.',
      'I need somewhere quiet when I’m cross.',
    ],
  },
  {
    until: 99,
    words: [
      'I want people to ask me first.',
      'I need my own space, but not to be on my own all the time.',
      'I want to finish my course.',
      'I don’t want to be far from my family.',
      'I’d like to learn to cook properly.',
      'I’ve moved too many times. I want one place.',
      'I want to keep going to football.',
      'I’m all right once I trust someone.',
    ],
  },
]
const strengths: readonly { readonly until: number; readonly words: readonly string[] }[] = [
  { until: 5, words: ['Curious', 'Sleeps well', 'Loves music', 'Laughs easily', 'Enjoys books'] },
  {
    until: 99,
    words: [
      'Kind to younger children',
      'Good at football',
      'Draws beautifully',
      'Funny',
      'Loves animals',
      'Works hard at school',
      'A loyal friend',
      'Good with their hands',
      'Loves to read',
      'Can cook',
      'Plays the drums',
      'Speaks two languages',
      'Honest about how they feel',
      'Keeps going when things are hard',
    ],
  },
]
const outcomes = [
  'Feels safe and sleeps well.',
  'Sees family as planned, and enjoys it.',
  'Grows and thrives, with checks up to date.',
  'Goes to school every day.',
  'Stays in one home.',
  'Has a trusted adult to talk to.',
  'Learns to manage money, food and travel.',
]

const planFor = ({ ending }: Life, age: number): Weights<string> => {
  if (ending === 'adopted') return [['Adoption', 1]]
  if (age >= 16)
    return [
      ['Long-term home, then independence', 80],
      ['Return home', 20],
    ]
  return [
    ['Long-term home', 62],
    ['Return home', 22],
    ['Special guardianship', 16],
  ]
}

/** How often each need is met with: more of the child's last home is a children's home, or is not registered. */
const likely: Readonly<Record<string, number>> = {
  trauma: 0.36,
  attachment: 0.27,
  'mental-health': 0.17,
  adhd: 0.13,
  autism: 0.1,
  'speech-and-language': 0.1,
  'learning-disability': 0.09,
  'physical-aggression': 0.1,
  'self-harm': 0.08,
  'criminal-exploitation': 0.06,
  'sexual-exploitation': 0.04,
  'substance-use': 0.05,
  offending: 0.05,
  'eating-disorder': 0.015,
  'harmful-sexual-behaviour': 0.02,
  'fire-setting': 0.012,
  'harm-to-animals': 0.01,
  'complex-health': 0.03,
  'physical-disability': 0.03,
  'sensory-impairment': 0.02,
  'personal-care': 0.03,
  'mental-health-step-down': 0.004,
}
const onlyOlder = new Set([
  'self-harm',
  'criminal-exploitation',
  'sexual-exploitation',
  'substance-use',
  'offending',
  'eating-disorder',
  'harmful-sexual-behaviour',
  'fire-setting',
  'mental-health-step-down',
])

function needsOf(by: Chance, life: Life, age: number): string[] {
  const kind = life.episodes[life.episodes.length - 1]!.stay.kind
  const times = { home: 1.9, unregistered: 2.8, secure: 2.8, school: 1.8, kin: 0.6 }[kind as string] ?? 1
  const has: Readonly<Record<string, boolean>> = {
    'going-missing': life.records.absences.length > 2,
    'unaccompanied-asylum-seeking': life.asylum,
    'english-as-additional-language': life.asylum && happens(by, 0.8),
    'parent-and-baby': life.mother !== null,
  }
  const meets = (code: string): boolean => {
    const share = onlyOlder.has(code) && age < 10 ? 0 : (likely[code] ?? 0)
    return by.next() < share * times || (has[code] ?? false)
  }
  return careNeeds.map(each => each.code).filter(meets)
}

type School = Pick<AssessmentRow, 'school_name' | 'school_postcode' | 'education_stage' | 'has_ehcp'>

function schoolOf(by: Chance, life: Life, age: number, needs: readonly string[]): School {
  const [education_stage, ending] = stages.find(each => age < each.until)!.says
  const learns = ['autism', 'learning-disability', 'physical-disability'].some(need => needs.includes(need))
  const near = happens(by, 0.6) ? life.home : null
  return {
    school_name: age < 3 ? null : `${placeName(by)} ${pick(by, ending)}`,
    school_postcode:
      age < 3 ? null : (near?.postcode ?? life.episodes[life.episodes.length - 1]!.stay.spot.postcode),
    education_stage,
    has_ehcp: age >= 4 && happens(by, learns ? 0.75 : 0.2),
  }
}
const stages: readonly { readonly until: number; readonly says: readonly [string, readonly string[]] }[] = [
  { until: 5, says: ['early years', ['Nursery', 'Pre-school']] },
  { until: 11, says: ['primary', ['Primary School', 'Community Primary School']] },
  { until: 16, says: ['secondary', ['School', 'Academy', 'Community College']] },
  { until: 99, says: ['after sixteen', ['Sixth Form', 'College']] },
]
