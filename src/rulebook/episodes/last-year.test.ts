/** What goes on from last year, mothers and pupils: who is asked, and codes that took another's place. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('episodes left open last year', () => {
  const columns = [
    ['503A', 'RNE', 'P'],
    ['503B', 'LS', 'E1'],
    ['503C', 'CIN', 'N8'],
    ['503D', 'PLACE', 'K1'],
    ['503E', 'PLACE_PROVIDER', 'PR2'],
    ['503F', 'URN', 'SC7'],
    ['503G', 'PL_DISTANCE', '0'],
    ['503H', 'PL_LA', 'E10000028'],
    ['503J', 'PL_LOCATION', 'IN'],
    ['452', 'PL_LA', 'E10000028'],
    ['453', 'PL_DISTANCE', '0'],
  ] as const
  for (const [code, column, value] of columns) {
    test(`${code}: the first of this year and the last of last year are compared; a blank is not the same`, () => {
      flags(code, {
        Episodes: [
          'CHILD=a, DECOM=01/06/2026',
          `CHILD=a, DECOM=01/12/2025, ${column}=${value}`,
          `! CHILD=b, DECOM=01/12/2025, ${column}=`,
          `! CHILD=c, DECOM=01/12/2025, ${column}=${value}`,
          `CHILD=new, DECOM=01/05/2026, ${column}=${value}`,
          'CHILD=d, DECOM=01/12/2025',
        ],
        Episodes_last: [
          `CHILD=a, DECOM=01/12/2025, ${column}=${value}`,
          'CHILD=a, DECOM=01/11/2025',
          `CHILD=b, DECOM=01/12/2025, ${column}=${value}`,
          'CHILD=c, DECOM=01/12/2025',
          'CHILD=d, DECOM=01/12/2025',
        ],
      })
    })
  }

  test('codes that took the place of another are the same placement', () => {
    const rows = (before: string, now: string) => ({
      Episodes: [`${now === 'U6' ? '! ' : ''}DECOM=01/12/2024, PLACE=${now}`],
      Episodes_last: [`DECOM=01/12/2024, PLACE=${before}`],
    })
    flags('503D', { ...rows('H5', 'K3'), year: 2025 })
    flags('503D', { ...rows('H5', 'U6'), year: 2025 })
    flags('503D', { ...rows('Z1', 'Z13'), year: 2026 })
    flags('503D', { ...rows('Z1', 'U6'), year: 2026 })
    flags('503D', {
      Episodes: ['! DECOM=01/12/2024, PLACE=Z13'],
      Episodes_last: ['DECOM=01/12/2024, PLACE=Z1'],
      year: 2025,
    })
  })

  test('a tenth of a mile is the rounding of it', () => {
    flags('453', {
      Episodes: [
        'CHILD=a, DECOM=01/12/2025, PL_DISTANCE=0.3',
        '! CHILD=b, DECOM=01/12/2025, PL_DISTANCE=12.2',
      ],
      Episodes_last: [
        'CHILD=a, DECOM=01/12/2025, PL_DISTANCE=0.2',
        'CHILD=b, DECOM=01/12/2025, PL_DISTANCE=12.4',
      ],
    })
  })

  test('without a day there is nothing to compare', () => {
    flags('502', {
      Episodes: ['CHILD=a', 'CHILD=b, DECOM=01/12/2025', '! CHILD=c, DECOM=02/04/2026'],
      Episodes_last: [
        'CHILD=a, DECOM=01/12/2025',
        'CHILD=b',
        'CHILD=c, DECOM=01/12/2025',
        'CHILD=c, DEC=soon',
      ],
    })
    flags('562', {
      Episodes: [
        'CHILD=a',
        '! CHILD=b, DECOM=31/03/2026',
        'CHILD=b, DECOM=01/04/2026',
        '! CHILD=c, DECOM=01/12/2025',
      ],
      Episodes_last: ['CHILD=a, DECOM=01/12/2025', 'CHILD=c, DECOM=01/12/2025, DEC=soon'],
    })
  })
})

suite('mothers', () => {
  test('are asked of those in care for more than short breaks', () => {
    flags('207', {
      Header: ['CHILD=a', '! CHILD=b'],
      Header_last: ['CHILD=a, MOTHER=1', 'CHILD=b, MOTHER=1'],
      Episodes: ['CHILD=a, LS=V3', 'CHILD=b, LS=V3', 'CHILD=b, LS='],
    })
    flags('207', { Header: ['! CHILD=a, MOTHER=0'], Header_last: ['CHILD=a, MOTHER=1'] })
    flags('393', {
      Header: ['! CHILD=a, SEX=2', 'CHILD=b, SEX=F', 'CHILD=c, SEX=U'],
      Episodes: ['CHILD=a, LS=V3', 'CHILD=a, LS=', 'CHILD=c, LS=C2'],
      year: 2024,
    })
  })

  test('are asked of those who left on any day of the year', () => {
    flags('607', {
      Header: ['! CHILD=a, SEX=F', '! CHILD=b, SEX=F', 'CHILD=c, SEX=F', 'CHILD=d, SEX=F', 'CHILD=e, SEX=F'],
      Episodes: [
        '! CHILD=a, DEC=01/04/2026, REC=E8',
        '! CHILD=b, DEC=31/03/2027, REC=E8',
        'CHILD=c, DEC=31/03/2026, REC=E8',
        'CHILD=d, DEC=01/06/2026, REC=X1',
        'CHILD=e, DEC=, REC=E8',
        'CHILD=a, DEC=01/06/2026, REC=',
      ],
    })
  })

  test('a mother who came back into care has not left it', () => {
    flags('625', {
      Header: ['CHILD=a, MC_DOB=01/01/2027', '! CHILD=b, MC_DOB=01/01/2027', 'CHILD=c, MC_DOB=01/04/2027'],
      Episodes: [
        'CHILD=a, DECOM=01/08/2026',
        'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=E4A',
        '! CHILD=b, DECOM=01/08/2026, DEC=31/12/2026, REC=E4A',
        'CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, REC=E4A',
      ],
    })
  })
})

suite('pupil numbers and care leavers', () => {
  test('the week is counted from when this period of care began', () => {
    flags('210', {
      Header: ['! CHILD=a, UPN=UN4', 'CHILD=b, UPN=UN4', 'CHILD=c, UPN=UN4', '! CHILD=d, UPN=UN4'],
      Episodes: [
        'CHILD=a, DECOM=30/03/2027, RNE=P',
        '! CHILD=a, DECOM=01/05/2026, RNE=S, DEC=30/03/2027, REC=X1',
        'CHILD=b, DECOM=25/03/2027, RNE=S',
        'CHILD=b, DECOM=01/05/2026, RNE=S, DEC=01/06/2026, REC=E4A',
        'CHILD=c, DECOM=01/05/2026, RNE=S, DEC=31/03/2027, REC=E4A',
        '! CHILD=d, DECOM=01/05/2025, RNE=P',
      ],
    })
    flags('442', {
      Header: ['! CHILD=a', 'CHILD=b', 'CHILD=c, UPN=X'],
      Episodes: ['CHILD=a, LS=V4', 'CHILD=a, LS=L1', 'CHILD=b, LS=V4', 'CHILD=c, LS=C2'],
    })
  })

  test('every row of a care leaver in a file of children in care is flagged', () => {
    flags('1012', {
      OC3: ['CHILD=a', 'CHILD=b'],
      Episodes: ['CHILD=b'],
      OC2: ['! CHILD=a', 'CHILD=b', '! CHILD=a', 'CHILD=c'],
      SWEpisodes: ['! CHILD=a'],
      Header: ['CHILD=a'],
    })
  })
})
