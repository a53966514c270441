/** Legal statuses, as the Standard Safeguarding Dataset names them. */

import { legalStatuses } from '#reference'
import type { Table } from '../item.ts'

export const legalStatus: Table = {
  name: 'ssd_legal_status',
  title: 'Legal statuses',
  says: 'Each legal status a child has had, and from when to when.',
  source: 'Standard Safeguarding Dataset: ssd_legal_status',
  owner: 'Data and performance',
  since: '1.0',
  calendar: 'monthly',
  key: 'lega_legal_status_id',
  child: 'lega_person_id',
  items: [
    {
      name: 'lega_legal_status_id',
      definition: 'The case system’s number for this row.',
      kind: 'text',
      required: true,
    },
    {
      name: 'lega_person_id',
      definition: 'The authority’s own number for the child.',
      kind: 'text',
      required: true,
    },
    {
      name: 'lega_legal_status',
      definition: 'The legal status: the code, alone or before its words.',
      kind: 'code',
      codes: legalStatuses,
      required: true,
    },
    {
      name: 'lega_legal_status_start_date',
      also: ['lega_legal_status_start'],
      definition: 'The first day of the status.',
      kind: 'date',
      required: true,
    },
    {
      name: 'lega_legal_status_end_date',
      also: ['lega_legal_status_end'],
      definition: 'The day it ended; empty while it goes on.',
      kind: 'date',
      notBefore: 'lega_legal_status_start_date',
    },
  ],
}
