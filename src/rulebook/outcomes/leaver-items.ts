/** Rules of what is told of a care leaver (OC3): codes, and whether they agree with one another. */

import { agreed, byMessage, carriedOut } from '../ground.ts'
import { birthday, codes, codesOf, isOneOf, isYounger, where } from '../questions.ts'
import { type Rule, from, rule } from '../rule.ts'
import { isAnyTold, items } from './leaver.ts'

const gone = codes('DIED RHOM')
const foyer = codes('T1 T2')
const stayingPut = codes('Z1 Z2')

const coded = (code: string, column: (typeof items)[number], what: string, wrong: string): Rule =>
  rule({
    code,
    ground: carriedOut,
    says: `${what} is missing, or is not a code of the return.`,
    fix: `Enter a code of the guide in ${column}.`,
    columns: [column],
    needs: ['OC3'],
    example: {
      OC3: [
        `${column}=${column === 'IN_TOUCH' ? 'YES' : column === 'ACTIV' ? 'F2' : 'B1'}`,
        `! ${column}=${wrong}`,
        `! ${column}=`,
      ],
    },
    run: ({ OC3, year }) => {
      const known = codesOf(column, year)
      return { OC3: where(OC3, row => !isOneOf(row[column], known)) }
    },
  })

export const leaverItems: readonly Rule[] = [
  coded('131', 'IN_TOUCH', 'Whether the authority is in touch with the care leaver', 'MAYBE'),
  coded('132', 'ACTIV', 'What the care leaver does', 'F9'),
  coded('133', 'ACCOM', 'Where the care leaver lives', 'B3'),
  rule({
    code: '153',
    ground: carriedOut,
    says: 'Only some of the three items about the care leaver are there.',
    fix: 'Enter all of IN_TOUCH, ACTIV and ACCOM, or none.',
    columns: items,
    needs: ['OC3'],
    example: {
      OC3: ['IN_TOUCH=YES, ACTIV=F2, ACCOM=B1', 'CHILD=b', '! IN_TOUCH=YES', '! ACTIV=F2, ACCOM=B1'],
    },
    run: ({ OC3 }) => ({
      OC3: where(OC3, row => isAnyTold(row) && items.some(item => row[item] === null)),
    }),
  }),
  rule({
    code: '344',
    ground: byMessage(
      'The coding flags any entry; 0 is none, as rule 153 asks for it where IN_TOUCH is filled.',
    ),
    says: 'The care leaver died or went home, and what they do or where they live is filled in all the same.',
    fix: 'Enter 0 in ACTIV and ACCOM, or correct IN_TOUCH.',
    columns: items,
    needs: ['OC3'],
    example: {
      OC3: [
        'IN_TOUCH=DIED, ACTIV=0, ACCOM=0',
        '! IN_TOUCH=DIED, ACTIV=F2, ACCOM=0',
        '! IN_TOUCH=RHOM, ACCOM=B1',
        'IN_TOUCH=YES, ACTIV=F2, ACCOM=B1',
      ],
    },
    run: ({ OC3 }) => ({
      OC3: where(OC3, row => isOneOf(row.IN_TOUCH, gone) && (isSaid(row.ACTIV) || isSaid(row.ACCOM))),
    }),
  }),
  rule({
    code: '345',
    ground: agreed,
    says: 'The authority is in touch with the care leaver, and what they do or where they live is not known.',
    fix: 'Enter what they do in ACTIV and where they live in ACCOM, or correct IN_TOUCH.',
    columns: items,
    needs: ['OC3'],
    example: {
      OC3: [
        'IN_TOUCH=YES, ACTIV=F2, ACCOM=B1',
        '! IN_TOUCH=YES, ACTIV=0, ACCOM=B1',
        'IN_TOUCH=NO, ACTIV=0, ACCOM=0',
      ],
    },
    run: ({ OC3 }) => ({
      OC3: where(OC3, row => row.IN_TOUCH === 'YES' && (row.ACTIV === '0' || row.ACCOM === '0')),
    }),
  }),
  rule({
    code: '347',
    ground: byMessage('The tool that councils use looks for a code that there is not.'),
    says: 'A care leaver under 18 lives in a foyer.',
    fix: 'Check ACCOM, and DOB.',
    live: from(2024),
    note:
      'The tool that councils use looks for ACCOM "T", which is no code, and so never finds anybody. ' +
      'We look for T1 and T2.',
    columns: ['DOB', 'ACCOM'],
    needs: ['OC3'],
    example: {
      OC3: [
        'DOB=31/03/2009, ACCOM=T1',
        '! DOB=01/04/2009, ACCOM=T1',
        '! DOB=01/04/2009, ACCOM=T2',
        'DOB=01/04/2009, ACCOM=B1',
      ],
    },
    run: ({ OC3, end }) => ({
      OC3: where(OC3, ({ DOB, ACCOM }) => isOneOf(ACCOM, foyer) && isYounger(DOB, 18, end)),
    }),
  }),
  rule({
    code: '348',
    ground: carriedOut,
    says: "The care leaver was reported in last year's return to have died.",
    fix: "Remove the care leaver, or put last year's return right with DfE.",
    live: from(2026),
    columns: ['IN_TOUCH'],
    needs: ['OC3', 'OC3_last'],
    example: {
      OC3: ['CHILD=a, IN_TOUCH=YES', '! CHILD=b, IN_TOUCH=YES', 'CHILD=c'],
      OC3_last: ['CHILD=a, IN_TOUCH=YES', 'CHILD=b, IN_TOUCH=DIED', 'CHILD=c, IN_TOUCH=NO'],
    },
    run: ({ OC3, OC3_last }) => ({
      OC3: where(
        OC3,
        ({ CHILD, IN_TOUCH }) =>
          IN_TOUCH !== 'DIED' && OC3_last.of(CHILD).some(each => each.IN_TOUCH === 'DIED'),
      ),
    }),
  }),
  rule({
    code: '391',
    ground: agreed,
    says: 'Somebody under 17 at the end of the year is told of as a care leaver.',
    fix: 'Clear IN_TOUCH, ACTIV and ACCOM, or correct DOB.',
    columns: ['DOB', ...items],
    needs: ['OC3'],
    example: { OC3: ['DOB=31/03/2010, IN_TOUCH=YES', '! DOB=01/04/2010, IN_TOUCH=YES', 'DOB=01/04/2010'] },
    run: ({ OC3, end }) => ({ OC3: where(OC3, row => isAnyTold(row) && isYounger(row.DOB, 17, end)) }),
  }),
  rule({
    code: '3001',
    ground: carriedOut,
    says: 'A care leaver of 17 lives with a former foster carer.',
    fix: 'Staying put begins at 18: correct ACCOM, or DOB.',
    columns: ['DOB', 'ACCOM'],
    needs: ['OC3'],
    uses: ['Header'],
    example: {
      OC3: [
        'DOB=31/03/2009, ACCOM=Z1',
        '! DOB=01/04/2009, ACCOM=Z1',
        '! DOB=31/03/2010, ACCOM=Z2',
        'DOB=01/04/2009, ACCOM=B1',
      ],
    },
    run: ({ OC3, Header, start, end }) => ({
      OC3: where(OC3, ({ CHILD, DOB, ACCOM }) => {
        const born = DOB ?? Header?.first(CHILD)?.DOB
        const seventeen = birthday(born, 17)
        return isOneOf(ACCOM, stayingPut) && seventeen !== null && seventeen >= start && seventeen <= end
      }),
    }),
  }),
]

const isSaid = (cell: string | null): boolean => cell !== null && cell !== '0'
