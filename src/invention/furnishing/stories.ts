/** What is known of a child beyond the return: name, their own words, what they are good at, what they need. */

import { likely, onlyOlder, outcomes, stages, strengths, voices } from './voices.ts'
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
} from '../chance.ts'
import { type Day, ageOn, dateOf, later } from '../days.ts'
import type { Life } from '../lives/lives.ts'
import type { AssessmentRow } from '../rows.ts'
import { familyName, givenName, placeName } from '../words.ts'

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
