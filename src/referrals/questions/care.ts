/** What we ask about care: needs, what keeps everyone safe, support beyond the home, and who filled this in. */

import { careNeeds } from '#reference'
import { type Question, type Section, question } from './question.ts'

export const bands = [
  { code: 'none', label: 'None known' },
  { code: 'low', label: 'Low' },
  { code: 'high', label: 'High' },
] as const

export const needs: Section = {
  name: 'needs',
  title: 'What the child needs',
  says: 'Needs, not services',
  questions: [
    question('needs', 'checkboxes', {
      isStandard: false,
      label: 'What does the child need the home to be able to do?',
      short: 'Needs',
      hint: 'Choose all that apply',
      options: careNeeds,
      missing: 'Choose what the child needs',
      required: 'always',
    }),
    question('hasCommunicationNeeds', 'yes-no', {
      label: 'Does the child have communication or learning needs?',
      short: 'Communication or learning needs',
      missing: 'Say whether the child has communication or learning needs',
    }),
    question('communication', 'checkboxes', {
      label: 'What do they need?',
      short: 'Communication',
      options: [
        { code: 'esol', label: 'English as an additional language' },
        { code: 'bsl', label: 'British Sign Language' },
        { code: 'makaton', label: 'Makaton' },
        { code: 'other', label: 'Something else' },
        { code: 'none', label: 'Nothing further' },
      ],
      missing: 'Choose what the child needs to communicate or learn',
      onlyIf: { question: 'hasCommunicationNeeds', is: ['yes'] },
    }),
    question('hasAdaptations', 'yes-no', {
      label: 'Does the home need adaptations?',
      short: 'Needs adaptations',
      missing: 'Say whether the home needs adaptations',
      required: 'always',
    }),
    question('adaptations', 'textarea', {
      label: 'Which adaptations?',
      short: 'Adaptations',
      missing: 'Write which adaptations the home needs',
      required: 'always',
      onlyIf: { question: 'hasAdaptations', is: ['yes'] },
    }),
    question('culture', 'textarea', {
      label: 'What matters to the child’s culture, faith, language and identity?',
      short: 'Culture, faith, language and identity',
      missing: 'Write what matters to the child’s identity',
    }),
  ],
}

const risk = (name: string, label: string, required: Question['required'] = 'always') =>
  question(name, 'radios', { label, options: bands, missing: `Choose a band for: ${label}`, required })

export const safety: Section = {
  name: 'safety',
  title: 'Keeping the child safe',
  says: 'What could harm them, in bands',
  questions: [
    risk('riskSelfHarm', 'Self-harm'),
    risk('riskSexualExploitation', 'Sexual exploitation by others'),
    risk('riskCriminalExploitation', 'Criminal exploitation by others'),
    risk('riskSubstances', 'Drugs and alcohol'),
    risk('riskEating', 'Eating disorder'),
    risk('riskMissing', 'Going missing'),
    risk('riskOther', 'Any other risk to the child', 'planned'),
  ],
}

export const othersSafety: Section = {
  name: 'others-safety',
  title: 'Keeping other people safe',
  says: 'What others may need to be kept safe from, in bands',
  questions: [
    risk('othersPhysical', 'Hurting other people'),
    risk('othersSexual', 'Harmful sexual behaviour'),
    risk('othersFire', 'Setting fires'),
    risk('othersAnimals', 'Hurting animals'),
    risk('othersCriminal', 'Drawing others into crime', 'planned'),
    risk('othersOther', 'Any other risk to others', 'planned'),
    question('safetyPlan', 'textarea', {
      isStandard: false,
      required: 'never',
      label: 'What helps to keep everyone safe?',
      short: 'What helps',
      missing: 'Write what helps to keep everyone safe',
    }),
  ],
}

export const support: Section = {
  name: 'support',
  title: 'Support beyond the home',
  says: 'What else the child will need',
  questions: [
    question('hasSupport', 'yes-no', {
      label: 'Will the child need support beyond what the home gives?',
      short: 'Support beyond the home',
      missing: 'Say whether the child will need support beyond what the home gives',
    }),
    question('support', 'checkboxes', {
      label: 'Which support?',
      short: 'Support needed',
      options: [
        { code: 'supervision', label: 'Supervision' },
        { code: 'therapeutic', label: 'Therapy' },
        { code: 'respite', label: 'Short breaks' },
        { code: 'taxis', label: 'Taxis' },
        { code: 'other', label: 'Something else' },
      ],
      missing: 'Choose which support the child will need',
      onlyIf: { question: 'hasSupport', is: ['yes'] },
    }),
    given('officer', 'text', 'Filled in by', 'record'),
    given('filledInOn', 'date', 'Filled in on', 'record'),
  ],
}

/** The last fields of the standard: the agreement answers them once a home is found, so nobody is asked twice. */
export const agreement: Section = {
  name: 'agreement',
  title: 'What was agreed',
  says: 'Filled in from the placement when a home is found',
  questions: [
    given('agreedWeeklyCost', 'money', 'Weekly cost agreed', 'agreement'),
    given('actualWeeklyCost', 'money', 'Weekly cost in fact', 'agreement'),
    given('agreementOfficer', 'text', 'Agreed by', 'agreement'),
    given('agreementOn', 'date', 'Agreed on', 'agreement'),
    given('placementPostcode', 'postcode', 'Where the home is', 'agreement'),
    given('providerUrn', 'text', 'Ofsted’s number of the home', 'agreement'),
    given('siblingsSplit', 'yes-no', 'Brothers and sisters were separated', 'agreement'),
    given('placementType', 'text', 'Kind of home', 'agreement'),
  ],
}

function given(
  name: string,
  kind: Question['kind'],
  label: string,
  answeredBy: 'record' | 'agreement',
): Question {
  return question(name, kind, { label, missing: `${label} is missing`, readers: 'never', answeredBy })
}
