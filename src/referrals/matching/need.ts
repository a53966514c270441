/** What a search needs to know of a child, taken from the answers to the questions. */

import type { AuthorityId } from '#access'
import type { HomeKind } from '#provision'
import { type Position, outwardCodeOf } from '#reference'
import type { PlainDate } from '#shared/dates'
import type { Answers } from '../questions/index.ts'

export type Suitability = 'preferred' | 'suitable' | 'unsuitable' | 'not-specified'
export type Alongside = 'solo' | 'with-others' | 'older-only' | 'younger-only' | 'no-preference'

export type Need = {
  readonly authority: AuthorityId
  /** The area of the authority looking after the child: it must place there unless that is not practicable. */
  readonly areaCode: string | null
  readonly age: number
  readonly sex: 'M' | 'F' | 'U'
  readonly neededBy: PlainDate
  readonly home: Position | null
  readonly nearFamily: boolean
  readonly school: Position | null
  readonly keepSchool: boolean
  /** Where the child lives now, to say whether school comes nearer or goes further away. */
  readonly now: Position | null
  readonly siblings: number
  readonly needs: readonly string[]
  readonly alongside: Alongside
  readonly suitability: { readonly [kind in HomeKind]?: Suitability }
  /** Postcode districts. */
  readonly areasToAvoid: readonly string[]
  readonly hasSecureOrder: boolean
}

/** What the answers cannot say: whose child this is, where things are, and the day. */
export type Known = Pick<Need, 'authority' | 'areaCode' | 'neededBy' | 'home' | 'school' | 'now'>

export function needFrom(answers: Answers, known: Known): Need {
  return {
    ...known,
    age: Number(answers['age']),
    sex: (answers['sex'] ?? 'U') as Need['sex'],
    nearFamily: answers['nearFamily'] !== 'no',
    keepSchool: answers['keepSchool'] === 'yes',
    siblings: Number(answers['siblings'] ?? 0),
    needs: needsIn(answers),
    alongside: (answers['alongside'] ?? 'no-preference') as Alongside,
    suitability: {
      'foster-household': suitabilityOf(answers['suitsFoster']),
      'childrens-home': suitabilityOf(answers['suitsResidential']),
      'residential-school': suitabilityOf(answers['suitsResidential']),
      'supported-accommodation': suitabilityOf(answers['suitsSupported']),
    },
    areasToAvoid:
      answers['hasAreasToAvoid'] === 'yes' ? districtsIn(String(answers['areasToAvoid'] ?? '')) : [],
    hasSecureOrder: answers['hasSecureOrder'] === 'yes',
  }
}

/** The need that each band of the standard is about. */
const needOfBand: Readonly<Record<string, string>> = {
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

/** A high band is a need a home must be able to meet, whether or not somebody ticked it as one too. */
export function needsIn(answers: Answers): readonly string[] {
  const ticked = answers['needs']
  const high = Object.keys(needOfBand).filter(band => answers[band] === 'high')
  return [...new Set([...(typeof ticked === 'object' ? ticked : []), ...high.map(band => needOfBand[band]!)])]
}

const suitabilityOf = (answer: unknown): Suitability => (answer ?? 'not-specified') as Suitability

const districtsIn = (text: string): readonly string[] =>
  text.split(/[,;\n]|\band\b/).flatMap(word => outwardCodeOf(word.trim()) ?? [])
