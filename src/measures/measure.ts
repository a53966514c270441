/** Every figure's definition: what is counted, out of what, and where the rule comes from. */

export type Measure = {
  readonly code: string
  readonly name: string
  readonly numerator: string
  readonly denominator: string | null
  readonly definition: string
  /** Act, dataset or guidance. */
  readonly source: string
  /** What the figure cannot say. */
  readonly caution: string | null
}

const dfe = 'DfE, Children looked after in England including adoptions'

export const measures = {
  'looked-after': {
    code: 'looked-after',
    name: 'Children looked after',
    numerator: 'Children with an open episode today',
    denominator: null,
    definition:
      'Children looked after today, without those in agreed series of short breaks (legal status V3 or V4).',
    source: dfe,
    caution: 'The list of children also shows those in short breaks, whom this leaves out.',
  },
  rate: {
    code: 'rate',
    name: 'Rate per 10,000 children',
    numerator: 'Children looked after today',
    denominator: 'Children under 18 who live in the authority',
    definition: 'Children looked after for every 10,000 children under 18 in the population.',
    source: `${dfe}; populations as data/README.md says`,
    caution:
      'The populations shipped with Nearhome are approximate: load the published ones before you rely on a rate.',
  },
  'over-20-miles': {
    code: 'over-20-miles',
    name: 'Over 20 miles from home',
    numerator: 'Children whose placement is more than 20 miles from home in a straight line',
    denominator: 'Children looked after whose two postcodes are known',
    definition: 'Strictly more than 20 miles, in a straight line between postcodes on the national grid.',
    source: 'DfE, children looked after: a focus on placement location; South East bid of 2023, section 2',
    caution: 'Not the same as “over 20 miles and outside the authority”, which DfE also publishes.',
  },
  'three-placements': {
    code: 'three-placements',
    name: 'Three or more placements in a year',
    numerator: 'Children looked after today with three or more placements in the last 12 months',
    denominator: 'Children looked after today',
    definition:
      'Placements begun with new carers in the last 12 months, and the one the child was in as they began. Temporary ' +
      'absences, coming back from them, and changes of legal status do not count.',
    source: 'DfE, stability measures for children looked after in England',
    caution: 'DfE counts the year to 31 March; this counts the 12 months to today.',
  },
  unregistered: {
    code: 'unregistered',
    name: 'In unregistered settings',
    numerator: 'Children looked after today in a placement coded as other arrangements (Z)',
    denominator: 'Children looked after today',
    definition: 'Placement codes Z1 until 2024-25, then Z11 to Z14.',
    source: 'SSDA903 code set; Care Standards Act 2000, section 11',
    caution:
      'Which of Z11 to Z14 are unregistered is not publicly documented: the list is configurable and unverified.',
  },
  'out-of-area': {
    code: 'out-of-area',
    name: 'Outside their own authority',
    numerator: 'Children whose placement stands in another authority’s area',
    denominator: 'Children looked after whose placement’s area is known',
    definition: 'By the upper-tier authority of the placement’s postcode.',
    source: 'DfE, children looked after: a focus on placement location; Children Act 1989, section 22C(9)',
    caution: null,
  },
  'by-kind': {
    code: 'by-kind',
    name: 'Where children live',
    numerator: 'Children looked after today in each kind of placement',
    denominator: null,
    definition: 'By the placement and provider codes of the SSDA903 return. Every child is in one kind.',
    source: 'SSDA903 code sets; the lines of the regional sufficiency model of 2026',
    caution: 'A home without a provider code is counted as bought from outside.',
  },
  'by-age': {
    code: 'by-age',
    name: 'How old children are',
    numerator: 'Children looked after today in each age band',
    denominator: null,
    definition: 'Age in completed years, by month of birth.',
    source: dfe,
    caution:
      'An authority’s own list goes by the day of birth: a child whose birthday comes later this month may be ' +
      'in the band below.',
  },
  'year-by-year': {
    code: 'year-by-year',
    name: 'Children looked after at 31 March',
    numerator: 'Children with an episode on 31 March of each of the last six years',
    denominator: null,
    definition:
      'Counted from the history that has been loaded, for years that every authority counted has loaded.',
    source: dfe,
    caution: 'A history put right later changes the past: the published figure does not.',
  },
  'open-places': {
    code: 'open-places',
    name: 'Places open',
    numerator: 'Places that a child could move to today',
    denominator: null,
    definition: 'In an open home, not taken, not closed, and available from today or before.',
    source: 'Nearhome’s register of homes and carers',
    caution: 'A place is as sure as the day it was last confirmed.',
  },
} as const satisfies Record<string, Measure>

export type MeasureCode = keyof typeof measures
export const measureCodes = Object.keys(measures) as [MeasureCode, ...MeasureCode[]]
