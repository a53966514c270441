/** What a child may need and a home may offer: one vocabulary for assessments and statements of purpose. */

import type { Code } from './code-set.ts'

export const careNeedGroups = [
  'Keeping safe',
  'Keeping others safe',
  'Feelings and relationships',
  'Learning and communication',
  'Body and health',
  'Identity and circumstances',
] as const
export type CareNeedGroup = (typeof careNeedGroups)[number]

/** Drawn from the fields that the regional referral standards and the authorities' own referral forms share. */
export const careNeeds = [
  { code: 'self-harm', label: 'Self-harm or thoughts of suicide', group: 'Keeping safe' },
  { code: 'sexual-exploitation', label: 'Sexual exploitation', group: 'Keeping safe' },
  { code: 'criminal-exploitation', label: 'Criminal exploitation', group: 'Keeping safe' },
  { code: 'substance-use', label: 'Drugs or alcohol', group: 'Keeping safe' },
  { code: 'eating-disorder', label: 'Eating disorder', group: 'Keeping safe' },
  { code: 'going-missing', label: 'Going missing', group: 'Keeping safe' },
  { code: 'physical-aggression', label: 'Physical aggression', group: 'Keeping others safe' },
  { code: 'harmful-sexual-behaviour', label: 'Harmful sexual behaviour', group: 'Keeping others safe' },
  { code: 'fire-setting', label: 'Fire setting', group: 'Keeping others safe' },
  { code: 'harm-to-animals', label: 'Harm to animals', group: 'Keeping others safe' },
  { code: 'offending', label: 'Offending', group: 'Keeping others safe' },
  { code: 'trauma', label: 'Trauma', group: 'Feelings and relationships' },
  { code: 'attachment', label: 'Attachment', group: 'Feelings and relationships' },
  { code: 'mental-health', label: 'Mental health', group: 'Feelings and relationships' },
  {
    code: 'mental-health-step-down',
    label: 'Leaving a mental health hospital',
    group: 'Feelings and relationships',
  },
  { code: 'learning-disability', label: 'Learning disability', group: 'Learning and communication' },
  { code: 'autism', label: 'Autism', group: 'Learning and communication' },
  { code: 'adhd', label: 'Attention and hyperactivity (ADHD)', group: 'Learning and communication' },
  { code: 'speech-and-language', label: 'Speech and language', group: 'Learning and communication' },
  {
    code: 'english-as-additional-language',
    label: 'English as an additional language',
    group: 'Learning and communication',
  },
  {
    code: 'physical-disability',
    label: 'Physical disability, needing an adapted home',
    group: 'Body and health',
  },
  { code: 'complex-health', label: 'Complex health needs', group: 'Body and health' },
  { code: 'sensory-impairment', label: 'Sight or hearing', group: 'Body and health' },
  { code: 'personal-care', label: 'Personal care', group: 'Body and health' },
  {
    code: 'unaccompanied-asylum-seeking',
    label: 'Seeking asylum without family',
    group: 'Identity and circumstances',
  },
  { code: 'parent-and-baby', label: 'Parent and baby', group: 'Identity and circumstances' },
] as const satisfies readonly (Code & { readonly group: CareNeedGroup })[]

export type CareNeedCode = (typeof careNeeds)[number]['code']
