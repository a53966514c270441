/** Rules of an adoption (AD1) beside the episodes: whether there was one, and who adopted. */

import { agreed, carriedOut } from '../ground.ts'
import { lookedAfterAllYear } from '../history.ts'
import { areAllFilled, isAnyFilled, positions, where } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import { type Beside, adoptionItems, besideAdoption, isAdoption, isTold } from './adoption.ts'

export const adoptions: readonly Rule[] = [
  rule({
    code: '335',
    ground: agreed,
    says: "Whether the child's own foster carer adopts does not agree with the last placement.",
    fix: 'Enter 1 in FOSTER_CARE after A3 or A5 and 0 after A4 or A6, or correct PLACE.',
    columns: ['FOSTER_CARE', 'PLACE', 'REC'],
    needs: ['AD1', 'Episodes'],
    example: {
      Episodes: [
        'CHILD=a, PLACE=A3, DEC=10/06/2026, REC=E11',
        '! CHILD=b, PLACE=A5, DEC=10/06/2026, REC=E12',
        '! CHILD=c, PLACE=A6, DEC=10/06/2026, REC=E12',
      ],
      AD1: ['CHILD=a, FOSTER_CARE=1', '! CHILD=b, FOSTER_CARE=0', '! CHILD=c, FOSTER_CARE=1'],
    },
    run: given =>
      besideAdoption(given, ({ FOSTER_CARE }, { PLACE }) =>
        FOSTER_CARE === '0'
          ? PLACE === 'A3' || PLACE === 'A5'
          : FOSTER_CARE === '1' && (PLACE === 'A4' || PLACE === 'A6'),
      ),
  }),
  rule({
    code: '601',
    ground: carriedOut,
    says: 'The child was adopted in the year, but the adoption is not told in full.',
    fix: 'Fill all six items of the adoption in the AD1 file, or correct REC.',
    columns: ['REC', ...adoptionItems],
    needs: ['AD1', 'Episodes'],
    example: {
      Episodes: [
        'CHILD=a, DEC=10/06/2026, REC=E11',
        '! CHILD=b, DEC=10/06/2026, REC=E12',
        '! CHILD=c, DEC=10/06/2026, REC=E12',
        'CHILD=d, DEC=31/03/2026, REC=E12',
      ],
      AD1: [
        'CHILD=a, DATE_INT=10/06/2025, DATE_MATCH=10/01/2026, FOSTER_CARE=0, NB_ADOPTR=1, SEX_ADOPTR=F1, LS_ADOPTR=L0',
        '! CHILD=b, DATE_INT=10/06/2025, DATE_MATCH=10/01/2026',
      ],
    },
    run: given => {
      const { AD1 } = given
      const untold = adoptionsIn(given).filter(
        ({ CHILD }) => !AD1.of(CHILD).some(row => areAllFilled(row, adoptionItems)),
      )
      return {
        Episodes: positions(untold),
        AD1: positions(untold.flatMap(({ CHILD }) => AD1.of(CHILD))),
      }
    },
  }),
  rule({
    code: '602',
    ground: carriedOut,
    says: 'An adoption is told, but no episode of the child ended in adoption in the year.',
    fix: 'Clear the adoption, or enter E11 or E12 in REC of the last episode.',
    columns: adoptionItems,
    needs: ['AD1', 'Episodes'],
    example: {
      Episodes: ['CHILD=a, DEC=10/06/2026, REC=E11', 'CHILD=b, DEC=10/06/2026, REC=E4A'],
      AD1: [
        'CHILD=a, DATE_INT=10/06/2025',
        '! CHILD=b, DATE_INT=10/06/2025',
        '! CHILD=c, LS_ADOPTR=L0',
        'CHILD=d',
      ],
    },
    run: given => {
      const known = new Set(adoptionsIn(given).map(({ CHILD }) => CHILD))
      return { AD1: where(given.AD1, row => isTold(row) && !known.has(row.CHILD)) }
    },
  }),
  rule({
    code: '187',
    ground: carriedOut,
    says: 'The child was looked after all year, yet is told of as adopted or as a care leaver.',
    fix: 'Clear the adoption (AD1) and the care leaver items (OC3), or correct the episodes.',
    columns: [...adoptionItems, 'IN_TOUCH', 'ACTIV', 'ACCOM'],
    needs: ['Episodes'],
    uses: ['AD1', 'OC3'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=10/06/2024, RNE=S, DEC=10/06/2026, REC=E11',
        'CHILD=b, DECOM=10/06/2024, RNE=S',
        'CHILD=c, DECOM=10/06/2024, RNE=S',
      ],
      AD1: ['CHILD=a, DATE_INT=10/06/2025', '! CHILD=b, DATE_INT=10/06/2025'],
      OC3: ['! CHILD=c, IN_TOUCH=YES', 'CHILD=b', 'CHILD=d, IN_TOUCH=YES'],
    },
    run: given => {
      const { Episodes, AD1, OC3 } = given
      const isAllYear = lookedAfterAllYear(Episodes, given)
      const leaver = ['IN_TOUCH', 'ACTIV', 'ACCOM'] as const
      return {
        AD1: AD1 ? where(AD1, row => isTold(row) && isAllYear(row.CHILD)) : [],
        OC3: OC3 ? where(OC3, row => isAnyFilled(row, leaver) && isAllYear(row.CHILD)) : [],
      }
    },
  }),
]

const adoptionsIn = ({ Episodes, start, end }: Beside): Episode[] =>
  Episodes.rows.filter(each => isAdoption(each) && each.DEC !== null && each.DEC >= start && each.DEC <= end)
