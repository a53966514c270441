/** Rules of what may stand in the cells of an adoption (AD1) and of a decision to place a child to be adopted. */

import { type Ground, carriedOut } from '../ground.ts'
import { areAllFilled, codesOf, isFilled, where, whereNoDate, whereOutside } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'
import { adoptionItems, isTold } from './adoption.ts'

type Cell<Column extends string> = {
  readonly code: string
  readonly ground: Ground
  readonly column: Column
  /** What the column tells, as a sentence begins. */
  readonly tells: string
}

const dateOfAdoption = ({ code, ground, column, tells }: Cell<'DATE_INT' | 'DATE_MATCH'>): Rule =>
  rule({
    code,
    ground,
    says: `${tells} is not a date.`,
    fix: `Enter ${column} as dd/mm/yyyy.`,
    columns: [column],
    needs: ['AD1'],
    example: { AD1: [`${column}=10/06/2026`, `! ${column}=31/06/2026`, `${column}=`] },
    run: ({ AD1 }) => ({ AD1: whereNoDate(AD1, column) }),
  })

const dateOfDecision = ({ code, ground, column, tells }: Cell<'DATE_PLACED' | 'DATE_PLACED_CEASED'>): Rule =>
  rule({
    code,
    ground,
    says: `${tells} is not a date.`,
    fix: `Enter ${column} as dd/mm/yyyy.`,
    columns: [column],
    needs: ['PlacedAdoption'],
    example: { PlacedAdoption: [`${column}=10/06/2026`, `! ${column}=31/06/2026`, `${column}=`] },
    run: ({ PlacedAdoption }) => ({ PlacedAdoption: whereNoDate(PlacedAdoption, column) }),
  })

type Coded = Cell<'FOSTER_CARE' | 'NB_ADOPTR' | 'SEX_ADOPTR' | 'LS_ADOPTR'> & {
  readonly right: string
  readonly wrong: string
}

const codeOfAdoption = ({ code, ground, column, tells, right, wrong }: Coded): Rule =>
  rule({
    code,
    ground,
    says: `${tells} is not a code of the return.`,
    fix: `Enter one of ${[...codesOf(column, 2027)].join(', ')} in ${column}.`,
    columns: [column],
    needs: ['AD1'],
    example: { AD1: [`${column}=${right}`, `! ${column}=${wrong}`, `${column}=`] },
    run: ({ AD1, year }) => ({ AD1: whereOutside(AD1, column, codesOf(column, year)) }),
  })

const ofAdoptions: readonly Rule[] = [
  dateOfAdoption({
    code: '112',
    ground: carriedOut,
    column: 'DATE_INT',
    tells: 'The day of the decision for adoption',
  }),
  dateOfAdoption({
    code: '113',
    ground: carriedOut,
    column: 'DATE_MATCH',
    tells: 'The day on which child and adopters were matched',
  }),
  codeOfAdoption({
    code: '114',
    ground: carriedOut,
    column: 'FOSTER_CARE',
    tells: "Whether the child's own foster carer adopts",
    right: '1',
    wrong: 'yes',
  }),
  codeOfAdoption({
    code: '175',
    ground: carriedOut,
    column: 'NB_ADOPTR',
    tells: 'How many adopt',
    right: '2',
    wrong: '3',
  }),
  codeOfAdoption({
    code: '176',
    ground: carriedOut,
    column: 'SEX_ADOPTR',
    tells: 'The sex of who adopts',
    right: 'MF',
    wrong: 'M',
  }),
  codeOfAdoption({
    code: '177',
    ground: carriedOut,
    column: 'LS_ADOPTR',
    tells: 'The legal status of who adopts',
    right: 'L11',
    wrong: 'L1',
  }),
  rule({
    code: '151',
    ground: carriedOut,
    says: 'The adoption is told in part.',
    fix: 'Fill all six items of the adoption, or clear them all.',
    columns: adoptionItems,
    needs: ['AD1'],
    example: {
      AD1: [
        'DATE_INT=10/06/2025, DATE_MATCH=10/01/2026, FOSTER_CARE=0, NB_ADOPTR=2, SEX_ADOPTR=MF, LS_ADOPTR=L11',
        '! DATE_INT=10/06/2025, DATE_MATCH=10/01/2026, FOSTER_CARE=0',
        'DATE_INT=',
      ],
    },
    run: ({ AD1 }) => ({ AD1: where(AD1, row => isTold(row) && !areAllFilled(row, adoptionItems)) }),
  }),
]

const ofDecisions: readonly Rule[] = [
  dateOfDecision({
    code: '115',
    ground: carriedOut,
    column: 'DATE_PLACED',
    tells: 'The day on which it was decided to place the child to be adopted',
  }),
  dateOfDecision({
    code: '116',
    ground: carriedOut,
    column: 'DATE_PLACED_CEASED',
    tells: 'The day on which the plan to place the child to be adopted was given up',
  }),
  rule({
    code: '119',
    ground: carriedOut,
    says: 'A plan for adoption was given up, but of the day and the reason one is missing.',
    fix: 'Fill both DATE_PLACED_CEASED and REASON_PLACED_CEASED, or clear both.',
    columns: ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
    needs: ['PlacedAdoption'],
    example: {
      PlacedAdoption: [
        'DATE_PLACED_CEASED=10/06/2026, REASON_PLACED_CEASED=RD1',
        '! DATE_PLACED_CEASED=10/06/2026',
        '! REASON_PLACED_CEASED=RD1',
        'DATE_PLACED=10/06/2026',
      ],
    },
    run: ({ PlacedAdoption }) => ({
      PlacedAdoption: where(
        PlacedAdoption,
        row => isFilled(row, 'DATE_PLACED_CEASED') !== isFilled(row, 'REASON_PLACED_CEASED'),
      ),
    }),
  }),
  rule({
    code: '120',
    ground: carriedOut,
    says: 'Why a plan for adoption was given up is not a code of the return.',
    fix: 'Enter RD1, RD2, RD3 or RD4 in REASON_PLACED_CEASED.',
    columns: ['REASON_PLACED_CEASED'],
    needs: ['PlacedAdoption'],
    example: {
      PlacedAdoption: ['REASON_PLACED_CEASED=RD4', '! REASON_PLACED_CEASED=RD5', 'REASON_PLACED_CEASED='],
    },
    run: ({ PlacedAdoption, year }) => ({
      PlacedAdoption: whereOutside(
        PlacedAdoption,
        'REASON_PLACED_CEASED',
        codesOf('REASON_PLACED_CEASED', year),
      ),
    }),
  }),
]

export const contents: readonly Rule[] = [...ofAdoptions, ...ofDecisions]
