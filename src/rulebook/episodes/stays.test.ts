/** How long stays last: joined spells, the limits to the day, open ends, and files in any order. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

const limits = [
  { code: '361', cell: 'LS=L1', last: '04/05/2026', over: '05/05/2026' },
  { code: '362', cell: 'LS=L2', last: '22/05/2026', over: '23/05/2026' },
  { code: '363', cell: 'LS=L3', last: '08/05/2026', over: '09/05/2026' },
  { code: '364', cell: 'LS=J2', last: '22/05/2026', over: '23/05/2026' },
] as const

const absences = [
  { code: '375', cell: 'PLACE=T1', last: '12/06/2026', over: '13/06/2026' },
  { code: '376', cell: 'PLACE=T3', last: '22/05/2026', over: '23/05/2026' },
  { code: '379', cell: 'PLACE=T4', last: '08/05/2026', over: '09/05/2026' },
] as const

suite('stays that may last only so long', () => {
  for (const { code, cell, last, over } of limits) {
    test(`${code}: episodes that touch are one stay, whatever their order; others are not`, () => {
      flags(code, {
        Episodes: [
          `! CHILD=a, ${cell}, DECOM=02/05/2026, DEC=${over}`,
          `CHILD=b, ${cell}, DECOM=03/05/2026, DEC=${over}`,
          `! CHILD=a, ${cell}, DECOM=01/05/2026, DEC=02/05/2026`,
          `CHILD=b, ${cell}, DECOM=01/05/2026, DEC=02/05/2026`,
          `CHILD=c, ${cell}, DECOM=02/05/2026, DEC=${last}`,
          `CHILD=c, ${cell}, DECOM=01/05/2026, DEC=02/05/2026`,
        ],
      })
    })

    test(`${code}: one without an end goes on to the end of the year, and one whose end is no date is not known`, () => {
      flags(code, {
        Episodes: [
          `CHILD=a, ${cell}, DECOM=30/03/2027`,
          `! CHILD=b, ${cell}, DECOM=01/05/2026`,
          `CHILD=c, ${cell}, DECOM=01/05/2026, DEC=soon`,
          `CHILD=d, ${cell}, DEC=${over}`,
        ],
      })
    })
  }

  test('what lies between keeps two stays apart', () => {
    flags('361', {
      Episodes: [
        'CHILD=a, LS=L1, DECOM=01/05/2026, DEC=03/05/2026',
        'CHILD=a, LS=L2, DECOM=03/05/2026, DEC=05/05/2026',
        'CHILD=a, LS=L1, DECOM=05/05/2026, DEC=08/05/2026',
      ],
    })
  })

  for (const { code, cell, last, over } of absences) {
    test(`${code}: each absence is taken by itself, once it has ended`, () => {
      flags(code, {
        Episodes: [
          `CHILD=a, ${cell}, DECOM=02/05/2026, DEC=${over}`,
          `CHILD=a, ${cell}, DECOM=01/05/2026, DEC=02/05/2026`,
          `CHILD=b, ${cell}, DECOM=01/05/2026, DEC=${last}`,
          `! CHILD=c, ${cell}, DECOM=01/05/2026, DEC=${over}`,
          `CHILD=d, ${cell}, DECOM=01/05/2026`,
          `CHILD=e, ${cell}, DECOM=01/05/2026, DEC=soon`,
          `CHILD=f, ${cell}, DEC=${over}`,
        ],
      })
    })
  }
})

suite('short breaks', () => {
  test('each stay is taken by itself, across 29 February too', () => {
    flags('365', {
      Episodes: [
        'CHILD=a, LS=V3, DECOM=01/05/2027, DEC=18/05/2027',
        'CHILD=a, LS=V3, DECOM=18/05/2027, DEC=30/05/2027',
        '! CHILD=b, LS=V3, DECOM=20/02/2028, DEC=09/03/2028',
        'CHILD=c, LS=V3, DEC=09/03/2028',
        'CHILD=d, LS=V3, DECOM=20/02/2027, DEC=soon',
      ],
    })
    flags('366', { Episodes: ['! LS=V3, RNE=', '! LS=V3, RNE=L', 'LS=C2, RNE=L'] })
  })

  test('only days of the year are counted, and open stays to its end', () => {
    flags('367', {
      Episodes: [
        'CHILD=a, LS=V3, DECOM=01/01/2026, DEC=15/06/2026',
        '! CHILD=b, LS=V3, DECOM=15/01/2027',
        '! CHILD=b, LS=V3, DECOM=01/04/2026, DEC=02/04/2026',
        'CHILD=c, LS=V3, DECOM=15/01/2027',
        'CHILD=d, LS=V4, DECOM=01/04/2026',
        'CHILD=e, LS=V3, DECOM=, DEC=01/03/2027',
      ],
    })
  })

  test('say nothing of the place', () => {
    flags('214', { Episodes: ['LS=V3, HOME_POST=ST16 2LH', '! LS=V3, URN=XXXXXXX', 'PL_POST=ST15 9AB'] })
    flags('398', { Episodes: ['! LS=V4, PL_DISTANCE=0', 'LS=V4, URN=SC1', 'LS=, HOME_POST=ST16 2LH'] })
    flags('420', { Episodes: ['! LS=V4, PL_LA=E10000028', 'LS=V4, PL_POST=ST15 9AB', 'LS=, PL_LA=WAL'] })
    flags('382', { Episodes: ['! LS=V4, PLACE=T4', 'LS=V2, PLACE=T4', 'LS=V3, PLACE='] })
    flags('384', { Episodes: ['! LS=V4, PLACE=U4', 'LS=V3, PLACE=U3', 'LS=V2, PLACE=U4'] })
  })

  test('two children may have one sort each', () => {
    flags('426', {
      Episodes: [
        'CHILD=a, LS=V3',
        'CHILD=b, LS=V4',
        '! CHILD=c, LS=V4',
        'CHILD=a, LS=V3',
        '! CHILD=c, LS=V3',
      ],
    })
  })
})

suite('temporary placements', () => {
  test('care neither begins nor ends in one', () => {
    flags('380', { Episodes: ['! RNE=S, PLACE=T0', 'RNE=, PLACE=T0', 'RNE=S, PLACE='] })
    flags('381', { Episodes: ['! REC=E2, PLACE=T1', 'REC=X1, PLACE=T0', 'PLACE=T4'] })
  })

  test('a new legal status within a holiday does not make it two', () => {
    const holidays = [
      'CHILD=a, PLACE=T3, DECOM=01/08/2026, DEC=08/08/2026, RNE=P',
      'CHILD=a, PLACE=T3, DECOM=01/05/2026, DEC=08/05/2026, RNE=P',
    ]
    flags('377', { Episodes: [...holidays, 'CHILD=a, PLACE=T3, DECOM=08/08/2026, RNE=L'] })
    flags('377', {
      Episodes: [...holidays, 'CHILD=a, PLACE=T3, DECOM=09/08/2026, RNE=L'].map(row => `! ${row}`),
    })
  })

  test('a child goes back to where it lived before the whole absence', () => {
    flags('383', {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, PLACE=U6, PL_POST=ST15 9AB',
        'CHILD=a, DECOM=01/06/2026, PLACE=T1, RNE=P',
        'CHILD=a, DECOM=08/06/2026, PLACE=T2, RNE=P',
        'CHILD=a, DECOM=10/06/2026, PLACE=U6, PL_POST=st159ab, RNE=P',
        '! CHILD=b, DECOM=10/06/2026, PLACE=U6, RNE=T',
        'CHILD=b, DECOM=08/06/2026, PLACE=T2, RNE=P',
        'CHILD=c, DECOM=08/06/2026, PLACE=T2, REC=E4A',
        'CHILD=c, DECOM=10/08/2026, PLACE=K2, RNE=S',
      ],
    })
  })

  test('the postcode counts since 2025-26', () => {
    const moved = [
      'CHILD=a, DECOM=01/05/2024, PLACE=U6, PL_POST=ST15 9AB',
      'CHILD=a, DECOM=01/06/2024, PLACE=T1, RNE=P',
      'CHILD=a, DECOM=08/06/2024, PLACE=U6, PL_POST=ST15 9AC, RNE=P',
    ]
    flags('383', { Episodes: moved, year: 2025 })
    flags('383', { Episodes: [moved[0]!, moved[1]!, `! ${moved[2]}`], year: 2026 })
  })
})
