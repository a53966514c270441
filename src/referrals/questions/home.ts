/** What we ask about the home the child needs: where it should be and what it must be able to do. */

import { type Section, question } from './question.ts'

export const frequencies = [
  { code: 'daily', label: 'Every day' },
  { code: 'few-a-week', label: 'A few times a week' },
  { code: 'weekly', label: 'Once a week' },
  { code: 'fortnightly', label: 'Once a fortnight' },
  { code: 'monthly', label: 'Once a month' },
  { code: 'other', label: 'Other' },
] as const

export const suitabilities = [
  { code: 'preferred', label: 'Preferred' },
  { code: 'suitable', label: 'Suitable, not preferred' },
  { code: 'unsuitable', label: 'Not suitable' },
  { code: 'not-specified', label: 'No view' },
] as const

export const companions = [
  { code: 'solo', label: 'No other children' },
  { code: 'with-others', label: 'Other children' },
  { code: 'older-only', label: 'Older children only' },
  { code: 'younger-only', label: 'Younger children only' },
  { code: 'no-preference', label: 'No preference' },
] as const

export const location: Section = {
  name: 'location',
  title: 'Where the home should be',
  says: 'Near what and whom, and where not',
  questions: [
    question('preferredArea', 'text', {
      label: 'Which area would be best?',
      short: 'Preferred area',
      hint: 'A town or a council area, not an address',
      missing: 'Enter the area that would be best',
    }),
    question('familySector', 'postcode-sector', {
      label: 'What is the postcode sector of the family home?',
      short: 'Looking for a home around',
      hint: 'The first part and one figure, such as RG1 4',
      missing: 'Enter the postcode sector of the family home, such as RG1 4',
      required: 'always',
    }),
    question('nearFamily', 'yes-no', {
      label: 'Should the home be near the family?',
      short: 'Should be near family',
      missing: 'Say whether the home should be near the family',
      required: 'always',
    }),
    question('hasOtherPlaces', 'yes-no', {
      label: 'Are there other places the child goes regularly?',
      short: 'Goes to other places regularly',
      missing: 'Say whether there are other places the child goes regularly',
    }),
    question('otherPlaces', 'textarea', {
      label: 'Which places?',
      short: 'Other places the child goes',
      missing: 'Write which places the child goes to',
      readers: 'full',
      onlyIf: { question: 'hasOtherPlaces', is: ['yes'] },
    }),
    question('otherPlacesHowOften', 'radios', {
      label: 'How often?',
      short: 'How often they go',
      options: frequencies,
      missing: 'Choose how often the child goes there',
      onlyIf: { question: 'hasOtherPlaces', is: ['yes'] },
    }),
    question('hasAreasToAvoid', 'yes-no', {
      label: 'Are there areas the child must not live in?',
      short: 'Areas to avoid',
      missing: 'Say whether there are areas the child must not live in',
      required: 'always',
    }),
    question('areasToAvoid', 'text', {
      label: 'Which areas?',
      short: 'Must not live in',
      hint: 'Postcode districts with commas between them, such as RG1, RG30',
      missing: 'Enter the areas the child must not live in',
      required: 'always',
      readers: 'full',
      onlyIf: { question: 'hasAreasToAvoid', is: ['yes'] },
    }),
  ],
}

const kindOfHome = (name: string, what: string) =>
  question(name, 'radios', {
    label: `How suitable is ${what}?`,
    short: what[0]!.toUpperCase() + what.slice(1),
    options: suitabilities,
    missing: `Say how suitable ${what} is`,
  })

export const recommendation: Section = {
  name: 'recommendation',
  title: 'The kind of home',
  says: 'Who else may live there and how many adults are needed',
  questions: [
    question('alongside', 'radios', {
      label: 'Who should the child live with?',
      short: 'Should live with',
      options: companions,
      missing: 'Choose who the child should live with',
      required: 'always',
    }),
    question('pets', 'radios', {
      label: 'Can there be pets in the home?',
      short: 'Pets',
      options: [
        { code: 'would-like', label: 'Yes, the child would like that' },
        { code: 'may', label: 'Yes' },
        { code: 'no', label: 'No' },
      ],
      missing: 'Say whether there can be pets in the home',
    }),
    kindOfHome('suitsFoster', 'living with foster carers'),
    kindOfHome('suitsResidential', "a children's home"),
    kindOfHome('suitsSupported', 'supported accommodation'),
    question('adults', 'radios', {
      label: 'How many adults does the child need with them?',
      short: 'Adults needed',
      options: [
        { code: 'standard', label: 'As the home usually has' },
        { code: 'one-to-one', label: 'One adult for this child' },
        { code: 'two-to-one', label: 'Two adults for this child' },
        { code: 'more', label: 'More than two adults for this child' },
      ],
      missing: 'Choose how many adults the child needs with them',
      required: 'always',
    }),
  ],
}

const plan = { isStandard: false, required: 'always' } as const

export const carePlan: Section = {
  name: 'care-plan',
  title: 'The plan',
  says: 'What this home is to achieve and what comes after',
  questions: [
    question('outcomes', 'textarea', {
      ...plan,
      label: 'What should living in this home achieve for the child?',
      short: 'What this home is to achieve',
      missing: 'Write what living in this home should achieve, or give a reason why that is not known yet',
    }),
    question('longTermPlan', 'textarea', {
      ...plan,
      label: 'What is the long-term plan?',
      short: 'Long-term plan',
      missing: 'Write the long-term plan, or give a reason why there is none yet',
    }),
    question('planUnknownBecause', 'textarea', {
      ...plan,
      required: 'never',
      label: 'If you cannot say yet, why not?',
      short: 'Why the plan is not known yet',
      missing: 'Write why the plan is not known yet',
      readers: 'full',
    }),
    question('duration', 'radios', {
      ...plan,
      required: 'planned',
      label: 'How long might the child live there?',
      short: 'How long',
      options: [
        { code: 'short', label: 'Less than 12 weeks' },
        { code: 'medium', label: '12 weeks to 6 months' },
        { code: 'long', label: '6 months to 2 years' },
        { code: 'longer', label: 'More than 2 years, until they are grown up' },
      ],
      missing: 'Choose how long the child might live there',
    }),
  ],
}
