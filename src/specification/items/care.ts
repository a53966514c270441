/** Placements and episodes of care, as the Standard Safeguarding Dataset names them. */

import {
  categoriesOfNeed,
  changeReasons,
  endReasons,
  episodeReasons,
  placementProviders,
  placementTypes,
} from '#reference'
import type { Table } from '../item.ts'

const placement: Table = {
  name: 'ssd_cla_placement',
  title: 'Placements',
  says: 'Every home a looked-after child has lived in, one row for each.',
  source: 'Standard Safeguarding Dataset: ssd_cla_placement',
  owner: 'Placements and commissioning',
  since: '1.0',
  calendar: 'monthly',
  key: 'clap_cla_placement_id',
  child: 'clap_person_id',
  items: [
    {
      name: 'clap_cla_placement_id',
      definition: 'The case system’s number for this placement.',
      kind: 'text',
      required: true,
    },
    { name: 'clap_cla_id', definition: 'The period of care that the placement belongs to.', kind: 'text' },
    {
      name: 'clap_person_id',
      definition: 'The authority’s own number for the child.',
      kind: 'text',
      required: true,
    },
    {
      name: 'clap_cla_placement_start_date',
      definition: 'The first day of the placement.',
      kind: 'date',
      required: true,
    },
    {
      name: 'clap_cla_placement_type',
      definition: 'What sort of home it is, as the SSDA903 codes it.',
      kind: 'code',
      codes: placementTypes,
      required: true,
    },
    {
      name: 'clap_cla_placement_urn',
      definition: 'Ofsted’s number for the home; XXXXXXX where Ofsted does not register it.',
      kind: 'urn',
    },
    {
      name: 'clap_cla_placement_distance',
      definition: 'Miles from the child’s home to the placement, in a straight line.',
      kind: 'number',
      least: 0,
      most: 999.9,
    },
    {
      name: 'clap_cla_placement_provider',
      definition: 'Who provides the placement, as the SSDA903 codes it.',
      kind: 'code',
      codes: placementProviders,
    },
    { name: 'clap_cla_placement_postcode', definition: 'The postcode of the placement.', kind: 'postcode' },
    {
      name: 'clap_cla_placement_end_date',
      definition: 'The day the placement ended; empty while it goes on.',
      kind: 'date',
      notBefore: 'clap_cla_placement_start_date',
    },
    {
      name: 'clap_cla_placement_change_reason',
      definition: 'Why the child moved on from it.',
      kind: 'code',
      codes: changeReasons,
    },
  ],
}

const episode: Table = {
  name: 'ssd_cla_episodes',
  title: 'Episodes of care',
  says: 'Each stretch of care with one legal status in one placement.',
  source: 'Standard Safeguarding Dataset: ssd_cla_episodes',
  owner: 'Data and performance',
  since: '1.0',
  calendar: 'monthly',
  key: 'clae_cla_episode_id',
  child: 'clae_person_id',
  items: [
    {
      name: 'clae_cla_episode_id',
      definition: 'The case system’s number for this episode.',
      kind: 'text',
      required: true,
    },
    {
      name: 'clae_person_id',
      definition: 'The authority’s own number for the child.',
      kind: 'text',
      required: true,
    },
    {
      name: 'clae_cla_placement_id',
      definition: 'The placement the child was in, as the placements table numbers it.',
      kind: 'text',
    },
    {
      name: 'clae_cla_episode_start_date',
      also: ['clae_cla_episode_start'],
      definition: 'The first day of the episode.',
      kind: 'date',
      required: true,
    },
    {
      name: 'clae_cla_episode_start_reason',
      definition: 'Why the episode began: the code, alone or before its words.',
      kind: 'code',
      codes: episodeReasons,
      required: true,
    },
    {
      name: 'clae_cla_primary_need_code',
      also: ['clae_cla_primary_need'],
      definition: 'The child’s main category of need.',
      kind: 'code',
      codes: categoriesOfNeed,
      required: true,
    },
    {
      name: 'clae_cla_episode_ceased',
      also: ['clae_cla_episode_ceased_date'],
      definition: 'The day the episode ended; empty while it goes on.',
      kind: 'date',
      notBefore: 'clae_cla_episode_start_date',
    },
    {
      name: 'clae_cla_episode_ceased_reason',
      also: ['clae_cla_episode_cease_reason'],
      definition: 'Why it ended: the code, alone or before its words.',
      kind: 'code',
      codes: endReasons,
    },
    { name: 'clae_cla_id', definition: 'The period of care that the episode belongs to.', kind: 'text' },
    { name: 'clae_referral_id', definition: 'The referral to social care that led to it.', kind: 'text' },
    {
      name: 'clae_cla_last_iro_contact_date',
      definition: 'When the independent reviewing officer last saw the child.',
      kind: 'date',
    },
    { name: 'clae_entered_care_date', definition: 'The day the child came into care.', kind: 'date' },
  ],
}

export const careTables: readonly Table[] = [placement, episode]
