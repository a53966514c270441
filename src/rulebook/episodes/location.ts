/** Rules of where a placement is: its postcode and home's, its authority, and whether that is the child's own. */

import { byMessage, carriedOut } from '../ground.ts'
import { normalisePostcode } from '#reference'
import { isRespite } from '../history.ts'
import { isOneOf, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'
import { asylumFiles, wasUasc } from './asylum.ts'
import { plain } from './places.ts'

const postcodes: readonly Rule[] = [
  rule({
    code: '392b',
    ground: byMessage('Who is or was UASC is exempt, as in rule 406, whose coding looks back two years.'),
    says: 'The postcode of home or of the placement is missing.',
    fix: 'Enter both HOME_POST and PL_POST.',
    columns: ['HOME_POST', 'PL_POST'],
    needs: ['Episodes'],
    ...asylumFiles,
    example: {
      Episodes: [
        'LS=C2, HOME_POST=ST16 2LH, PL_POST=ST15 9AB',
        '! LS=C2, HOME_POST=, PL_POST=ST15 9AB',
        '! LS=C2, HOME_POST=ST16 2LH, PL_POST=',
        'LS=V3',
        'CHILD=a, LS=C2, PL_POST=ST15 9AB',
      ],
      UASC: ['CHILD=a'],
    },
    run: ({ Episodes, ...files }) => {
      const isExempt = wasUasc(files)
      return {
        Episodes: where(
          Episodes,
          row => (row.HOME_POST === null || row.PL_POST === null) && !isRespite(row) && !isExempt(row.CHILD),
        ),
      }
    },
  }),
  rule({
    code: '392c',
    ground: carriedOut,
    says: 'The postcode of home or of the placement does not exist.',
    fix: 'Correct HOME_POST or PL_POST.',
    columns: ['HOME_POST', 'PL_POST'],
    needs: ['Episodes', 'postcodes'],
    example: {
      Episodes: [
        'HOME_POST=ST16 2LH, PL_POST=ST15 9AB',
        'HOME_POST=, PL_POST=ST15 9AB',
        '! HOME_POST=ST16 2LH, PL_POST=ST15 9ZZ',
        '! HOME_POST=Stafford, PL_POST=ST15 9AB',
      ],
      postcodes: ['ST16 2LH', 'ST15 9AB'],
    },
    run: ({ Episodes, postcodes }) => {
      const isNone = (postcode: string | null) =>
        postcode !== null && (!normalisePostcode(postcode) || !postcodes.knows(postcode))
      return { Episodes: where(Episodes, row => isNone(row.HOME_POST) || isNone(row.PL_POST)) }
    },
  }),
  rule({
    code: '392d',
    ground: carriedOut,
    says: 'The child is placed at the postcode of home, though not with parents.',
    fix: 'Correct HOME_POST or PL_POST, or enter P1 in PLACE.',
    columns: ['HOME_POST', 'PL_POST', 'PLACE'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        '! HOME_POST=ST16 2LH, PL_POST=st162lh, PLACE=U6',
        'HOME_POST=ST16 2LH, PL_POST=ST16 2LH, PLACE=P1',
        'HOME_POST=ST16 2LH, PL_POST=ST15 9AB, PLACE=U6',
        'PLACE=U6',
      ],
    },
    run: ({ Episodes }) => ({
      Episodes: where(
        Episodes,
        ({ HOME_POST, PL_POST, PLACE }) =>
          HOME_POST !== null && plain(HOME_POST) === plain(PL_POST) && PLACE !== 'P1',
      ),
    }),
  }),
]

const sides = new Set(['IN', 'OUT'])

const areas: readonly Rule[] = [
  rule({
    code: '169',
    ground: byMessage('We know the authorities of today; the list of the tool that councils use is older.'),
    says: 'The authority in which the child is placed is not known.',
    fix: 'Enter a real postcode in PL_POST.',
    columns: ['PL_LA', 'PL_POST'],
    needs: ['Episodes'],
    note: 'The tool that councils use looks authorities up in a list of 2021, and does not know those made since.',
    example: { Episodes: ['LS=C2, PL_LA=E10000028', '! LS=C2, PL_LA=', 'LS=V3, PL_LA=', 'LS=C2, PL_LA=WAL'] },
    run: ({ Episodes }) => ({ Episodes: where(Episodes, row => row.PL_LA === null && !isRespite(row)) }),
  }),
  rule({
    code: '179',
    ground: carriedOut,
    says: 'Whether the child is placed inside the authority or outside it is not known.',
    fix: 'Enter a real postcode in PL_POST.',
    columns: ['PL_LOCATION', 'PL_POST'],
    needs: ['Episodes'],
    example: {
      Episodes: ['LS=C2, PL_LOCATION=IN', '! LS=C2, PL_LOCATION=', '! LS=C2, PL_LOCATION=X', 'LS=V4'],
    },
    run: ({ Episodes }) => ({
      Episodes: where(Episodes, row => !isOneOf(row.PL_LOCATION, sides) && !isRespite(row)),
    }),
  }),
  rule({
    code: '411',
    ground: carriedOut,
    says: 'The child is said to be placed inside the authority, but the postcode is in another.',
    fix: 'Correct PL_POST.',
    columns: ['PL_LOCATION', 'PL_LA'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'PL_LOCATION=IN, PL_LA=E10000028',
        '! PL_LOCATION=IN, PL_LA=E06000021',
        'PL_LOCATION=OUT, PL_LA=E06000021',
        'PL_LOCATION=IN, PL_LA=',
      ],
    },
    run: ({ Episodes, authority }) => ({
      Episodes: where(
        Episodes,
        ({ PL_LOCATION, PL_LA }) =>
          PL_LOCATION === 'IN' && PL_LA !== null && authority !== null && PL_LA !== authority,
      ),
    }),
  }),
]

export const location: readonly Rule[] = [...postcodes, ...areas]
