/** Strengths and difficulties, health checks and missing episodes, as the Standard Safeguarding Dataset names them. */

import { wellbeingGaps } from '#reference'
import type { Table } from '../item.ts'

const scores: Table = {
  name: 'ssd_sdq_scores',
  title: 'SDQ scores',
  says: 'Each strengths and difficulties questionnaire, or why there is none.',
  source: 'Standard Safeguarding Dataset: ssd_sdq_scores',
  owner: 'Health of looked-after children',
  since: '1.0',
  calendar: 'monthly',
  key: 'csdq_table_id',
  child: 'csdq_person_id',
  items: [
    {
      name: 'csdq_table_id',
      definition: 'The case system’s number for this row.',
      kind: 'text',
      required: true,
    },
    {
      name: 'csdq_person_id',
      definition: 'The authority’s own number for the child.',
      kind: 'text',
      required: true,
    },
    {
      name: 'csdq_sdq_completed_date',
      definition: 'The day the questionnaire was completed.',
      kind: 'date',
      required: true,
    },
    {
      name: 'csdq_sdq_score',
      definition: 'The total score of the carer’s questionnaire.',
      kind: 'number',
      least: 0,
      most: 40,
    },
    { name: 'csdq_sdq_reason', definition: 'Why there is no score.', kind: 'code', codes: wellbeingGaps },
  ],
}

const health: Table = {
  name: 'ssd_cla_health',
  title: 'Health checks',
  says: 'Each health assessment, dental check and optician’s check.',
  source: 'Standard Safeguarding Dataset: ssd_cla_health',
  owner: 'Health of looked-after children',
  since: '1.0',
  calendar: 'monthly',
  key: 'clah_health_check_id',
  child: 'clah_person_id',
  items: [
    {
      name: 'clah_health_check_id',
      definition: 'The case system’s number for this check.',
      kind: 'text',
      required: true,
    },
    {
      name: 'clah_person_id',
      definition: 'The authority’s own number for the child.',
      kind: 'text',
      required: true,
    },
    {
      name: 'clah_health_check_type',
      definition: 'What sort of check it was.',
      kind: 'text',
      required: true,
    },
    { name: 'clah_health_check_date', definition: 'The day of the check.', kind: 'date', required: true },
    {
      name: 'clah_health_check_status',
      definition: 'Whether it took place, and how it ended.',
      kind: 'text',
    },
  ],
}

const episodeTypes = [
  { code: 'M', label: 'Missing' },
  { code: 'A', label: 'Away without authorisation' },
] as const
const interviews = [
  { code: 'Y', label: 'Yes' },
  { code: 'N', label: 'No' },
  { code: 'NA', label: 'Not applicable' },
] as const

const missing: Table = {
  name: 'ssd_missing',
  title: 'Missing episodes',
  says: 'Each time a child was missing, or away without authorisation.',
  source: 'Standard Safeguarding Dataset: ssd_missing',
  owner: 'Safeguarding',
  since: '1.0',
  calendar: 'monthly',
  key: 'miss_table_id',
  child: 'miss_person_id',
  items: [
    {
      name: 'miss_table_id',
      definition: 'The case system’s number for this row.',
      kind: 'text',
      required: true,
    },
    {
      name: 'miss_person_id',
      definition: 'The authority’s own number for the child.',
      kind: 'text',
      required: true,
    },
    {
      name: 'miss_missing_episode_start_date',
      also: ['miss_missing_episode_start'],
      definition: 'The day the child was first found to be missing.',
      kind: 'date',
      required: true,
    },
    {
      name: 'miss_missing_episode_type',
      definition: 'Whether missing, or away without authorisation.',
      kind: 'code',
      codes: episodeTypes,
      required: true,
    },
    {
      name: 'miss_missing_episode_end_date',
      also: ['miss_missing_episode_end'],
      definition: 'The day the child was found or came back.',
      kind: 'date',
      notBefore: 'miss_missing_episode_start_date',
    },
    {
      name: 'miss_missing_rhi_offered',
      definition: 'Whether a return interview was offered.',
      kind: 'code',
      codes: interviews,
    },
    {
      name: 'miss_missing_rhi_accepted',
      definition: 'Whether the child accepted it.',
      kind: 'code',
      codes: interviews,
    },
  ],
}

export const wellbeingTables: readonly Table[] = [scores, health, missing]
