/** What we ask about the child: their own words first, then what they are good at, what they need and who matters. */

import { type Question, type Section, question } from './question.ts'

export const stages = [
  { code: 'early-years', label: 'Nursery or not yet at school' },
  { code: 'primary', label: 'Primary school' },
  { code: 'secondary', label: 'Secondary school, years 7 to 9' },
  { code: 'gcse', label: 'GCSE years, 10 and 11' },
  { code: 'post-16', label: 'College, sixth form or training' },
  { code: 'none', label: 'Not in education' },
] as const

const ours = { isStandard: false } as const

export const voice: Section = {
  name: 'voice',
  title: "The child's own words",
  says: 'What they told us they want, first and in their own words',
  questions: [
    question('voice', 'textarea', {
      ...ours,
      label: 'What does the child say about where they want to live?',
      short: 'In their own words',
      hint: 'Write what they said, as they said it. Leave out names of people and places.',
      missing: 'Write what the child says, or why they have not been asked yet',
      required: 'always',
    }),
    question('strengths', 'textarea', {
      ...ours,
      label: 'What is the child good at, and what do they enjoy?',
      short: 'Strengths and interests',
      hint: 'For example: kind to younger children, goalkeeper, draws every day',
      missing: 'Write what the child is good at or enjoys',
    }),
  ],
}

export const about: Section = {
  name: 'about',
  title: 'About the child',
  says: 'Who they are and when they need a home',
  questions: [
    known('childId', 'Child’s number in the record', 'never'),
    known('localId', 'Council’s own number for the child', 'never'),
    known('urgency', 'Planned or emergency', 'anonymised'),
    question('neededBy', 'date', {
      label: 'When is the home needed by?',
      short: 'Home needed by',
      missing: 'Enter the date the home is needed',
      required: 'always',
    }),
    question('age', 'number', {
      ...ours,
      label: 'How old is the child?',
      short: 'Age in years',
      missing: 'Enter the child’s age in years',
      required: 'always',
    }),
    question('sex', 'radios', {
      ...ours,
      label: 'What is the child’s sex?',
      short: 'Sex',
      hint: 'As the statutory return records it',
      options: [
        { code: 'F', label: 'Girl' },
        { code: 'M', label: 'Boy' },
        { code: 'U', label: 'Not recorded' },
      ],
      missing: 'Choose the child’s sex',
      required: 'always',
    }),
    question('legalStatus', 'text', {
      ...ours,
      label: 'What is the child’s legal status?',
      short: 'Legal status',
      missing: 'Enter the child’s legal status',
      readers: 'full',
    }),
    question('hasSecureOrder', 'yes-no', {
      ...ours,
      label: 'Has a court made a secure accommodation order?',
      short: 'Secure accommodation order',
      hint: 'Children Act 1989, section 25',
      missing: 'Say whether a court has made a secure accommodation order',
      required: 'always',
    }),
    question('ethnicity', 'text', {
      ...ours,
      label: 'What is the child’s ethnicity?',
      short: 'Ethnicity',
      missing: 'Enter the child’s ethnicity',
      readers: 'full',
      required: 'never',
    }),
  ],
}

export const family: Section = {
  name: 'family',
  title: 'Brothers, sisters and family time',
  says: 'Who the child should live with and see',
  questions: [
    question('siblings', 'number', {
      label: 'How many brothers and sisters should live with the child in this home?',
      short: 'Brothers and sisters to live together',
      hint: 'Enter 0 if none',
      missing: 'Enter how many brothers and sisters should live together',
      required: 'always',
    }),
    question('familyTime', 'textarea', {
      ...ours,
      label: 'Who does the child spend family time with, and how often?',
      short: 'Family time',
      missing: 'Write who the child spends family time with',
      readers: 'full',
    }),
  ],
}

export const education: Section = {
  name: 'education',
  title: 'School',
  says: 'Where they learn and whether they should stay there',
  questions: [
    question('inSchool', 'yes-no', {
      label: 'Is the child in school or college?',
      short: 'In school or college',
      missing: 'Say whether the child is in school or college',
    }),
    question('educationStage', 'radios', {
      ...ours,
      label: 'What stage of education is the child at?',
      short: 'Stage of education',
      options: stages,
      missing: 'Choose the child’s stage of education',
    }),
    question('schoolName', 'text', {
      ...ours,
      label: 'What is the school or college called?',
      short: 'School or college',
      missing: 'Enter the name of the school or college',
      readers: 'full',
      onlyIf: { question: 'inSchool', is: ['yes'] },
    }),
    question('schoolSector', 'postcode-sector', {
      label: 'What is the postcode sector of the school?',
      short: 'Postcode sector of the school',
      hint: 'The first part and one figure, such as RG1 4',
      missing: 'Enter the postcode sector of the school',
      readers: 'full',
      onlyIf: { question: 'inSchool', is: ['yes'] },
    }),
    question('keepSchool', 'yes-no', {
      label: 'Should the child stay at this school?',
      short: 'Should stay at the same school',
      missing: 'Say whether the child should stay at this school',
      onlyIf: { question: 'inSchool', is: ['yes'] },
    }),
    question('hasEhcp', 'yes-no', {
      ...ours,
      label: 'Does the child have an education, health and care plan?',
      short: 'Education, health and care plan',
      missing: 'Say whether the child has an education, health and care plan',
    }),
  ],
}

function known(name: string, label: string, readers: Question['readers']): Question {
  return question(name, 'text', { label, missing: `${label} is missing`, readers, answeredBy: 'record' })
}
