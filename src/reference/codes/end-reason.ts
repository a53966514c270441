/** Why an episode of care ended (REC in the SSDA903 return). */

import type { CodeSet } from './code-set.ts'

/** Special guardianship was split four ways in the collection of 2018-19. */
export const endReasons = [
  { code: 'X1', label: 'Another episode began the same day' },
  { code: 'E11', label: 'Adopted, nobody objecting' },
  { code: 'E12', label: 'Adopted, consent dispensed with by the court' },
  { code: 'E2', label: 'Died' },
  { code: 'E3', label: 'Another authority in the United Kingdom took over' },
  { code: 'E4A', label: 'Went home to a parent or relative with parental responsibility, as planned' },
  { code: 'E4B', label: 'Went home, not as planned' },
  { code: 'E13', label: 'Went to live with someone without parental responsibility' },
  { code: 'E41', label: 'Residence or child arrangements order' },
  { code: 'E43', label: 'Special guardianship, to a former foster carer', until: 2018 },
  { code: 'E44', label: 'Special guardianship, to another carer', until: 2018 },
  {
    code: 'E45',
    label: 'Special guardianship, to a former foster carer who is family or a friend',
    from: 2019,
  },
  { code: 'E46', label: 'Special guardianship, to another former foster carer', from: 2019 },
  { code: 'E47', label: 'Special guardianship, to family or a friend who had not fostered', from: 2019 },
  { code: 'E48', label: 'Special guardianship, to someone else', from: 2019 },
  { code: 'E5', label: 'Independent living with support' },
  { code: 'E6', label: 'Independent living without formal support' },
  { code: 'E7', label: 'Moved to residential care for adults' },
  { code: 'E8', label: 'Another reason' },
  { code: 'E9', label: 'Sentenced to custody' },
  { code: 'E14', label: 'A remand ended' },
  { code: 'E15', label: 'Found to be 18 or over' },
  { code: 'E16', label: 'Moved abroad' },
  { code: 'E17', label: 'Turned 18 and stayed put with the same carers' },
] as const satisfies CodeSet

export type EndReasonCode = (typeof endReasons)[number]['code']
