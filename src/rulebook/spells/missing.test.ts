/** Going missing, and orders that deprive of liberty: edges of spells, of the year and of care. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

/** The same questions are asked of both, in the columns of each. */
const kinds = [
  {
    file: 'Missing',
    from: 'MIS_START',
    to: 'MIS_END',
    codes: { start: '570', end: '571', overlap: '574', last: '576', care: '577', birth: '586' },
  },
  {
    file: 'DoLo',
    from: 'DOLO_START',
    to: 'DOLO_END',
    codes: { start: '703', end: '704', overlap: '705', last: '706', care: '707', birth: '708' },
  },
] as const

for (const { file, from, to, codes } of kinds) {
  suite(`spells of ${file}`, () => {
    test(`${codes.start}, ${codes.end}: days outside the year, and days that are none`, () => {
      flags(codes.start, { [file]: [`${from}=01/01/2000`, `! ${from}=01/01/2030`, `${from}=soon`] })
      flags(codes.end, { [file]: [`${to}=`, `! ${to}=01/01/2000`, `${to}=soon`, `${to}=29/02/2027`] })
    })

    test(`${codes.overlap}: spells are taken in order of their days, child by child`, () => {
      flags(codes.overlap, {
        [file]: [
          `! CHILD=a, ${from}=04/05/2026, ${to}=05/05/2026`,
          `CHILD=b, ${from}=02/05/2026`,
          `CHILD=a, ${from}=01/05/2026, ${to}=05/05/2026`,
          `CHILD=a, ${from}=05/05/2026, ${to}=06/05/2026`,
          `CHILD=b, ${to}=02/05/2026`,
        ],
      })
    })

    test(`${codes.overlap}: two on one day overlap, and an end that is no date is an end`, () => {
      flags(codes.overlap, {
        [file]: [
          `CHILD=a, ${from}=01/05/2026, ${to}=02/05/2026`,
          `! CHILD=a, ${from}=01/05/2026, ${to}=02/05/2026`,
          `CHILD=b, ${from}=01/05/2026, ${to}=soon`,
          `CHILD=b, ${from}=02/05/2026`,
        ],
      })
    })

    test(`${codes.last}: each row is flagged until one goes on, and the child where there is none`, () => {
      flags(codes.last, {
        Header: ['CHILD=a', 'CHILD=b', 'CHILD=c', '! CHILD=gone', 'CHILD=new', 'CHILD='],
        [file]: [
          `! CHILD=a, ${from}=`,
          `CHILD=b, ${from}=01/03/2026`,
          `! CHILD=a, ${from}=02/03/2026`,
          'CHILD=b',
          `CHILD=c, ${from}=01/05/2026`,
          `CHILD=new, ${from}=01/05/2026`,
          `CHILD=, ${from}=01/05/2026`,
        ],
        [`${file}_last`]: [
          `CHILD=c, ${from}=01/03/2026, ${to}=soon`,
          `CHILD=a, ${from}=01/03/2026`,
          `CHILD=b, ${from}=1/3/2026`,
          `CHILD=gone, ${from}=01/03/2026`,
          `CHILD=, ${from}=01/03/2026`,
        ],
      })
    })

    test(`${codes.care}: a time in care goes on through X1, and ends on its last day`, () => {
      flags(codes.care, {
        Episodes: [
          'CHILD=a, DECOM=10/05/2026, DEC=20/05/2026, REC=E8',
          'CHILD=a, DECOM=01/05/2026, DEC=10/05/2026, REC=X1',
          'CHILD=b, DECOM=01/05/2026, DEC=soon',
        ],
        [file]: [
          `CHILD=a, ${from}=09/05/2026, ${to}=20/05/2026`,
          `! CHILD=a, ${from}=20/05/2026, ${to}=21/05/2026`,
          `! CHILD=a, ${from}=21/05/2026, ${to}=21/05/2026`,
          `CHILD=a, ${from}=09/05/2026, ${to}=soon`,
          `CHILD=a, ${to}=30/05/2026`,
          `CHILD=a, ${from}=30/04/2026, ${to}=01/05/2026`,
          `! CHILD=a, ${from}=29/04/2026, ${to}=30/04/2026`,
          `! CHILD=a, ${from}=09/05/2026`,
          `! CHILD=b, ${from}=30/04/2026`,
          `CHILD=b, ${from}=09/05/2026`,
          `CHILD=nobody, ${from}=09/05/2026`,
        ],
      })
    })

    test(`${codes.birth}: who was not born yet`, () => {
      flags(codes.birth, {
        [file]: [
          `! DOB=29/02/2024, ${from}=28/02/2024`,
          `DOB=29/02/2024, ${from}=01/03/2024`,
          'DOB=29/02/2024',
        ],
      })
    })
  })
}

suite('whether it is told whole', () => {
  test('what cannot be read is filled in all the same', () => {
    flags('564', {
      Missing: ['MISSING=M, MIS_START=soon', '! MISSING=X, MIS_END=02/05/2026', 'MIS_END=soon'],
    })
    flags('565', { Missing: ['! MIS_START=soon', 'MIS_END=01/05/2026', 'MISSING=X, MIS_START=01/05/2026'] })
    flags('566', { Missing: ['! MIS_END=soon', 'MIS_START=01/05/2026', 'MISSING=X, MIS_END=01/05/2026'] })
    flags('1004', { Missing: ['! MIS_START=29/02/2026', 'MIS_START=29/02/2024', 'MIS_END=soon'] })
    flags('1005', { Missing: ['! MIS_END=29/02/2026', 'MIS_END=29/02/2024', 'MIS_START=soon'] })
    flags('1006', { Missing: ['! MISSING=m', '! MISSING=1', 'MIS_START=01/05/2026'] })
  })

  test('coming back before going is one thing, on the same day another', () => {
    flags('567', {
      Missing: ['! MIS_START=01/03/2024, MIS_END=29/02/2024', 'MIS_START=soon, MIS_END=01/05/2026'],
    })
  })
})

suite('going missing beside care', () => {
  test('575: the episode of the day the child went decides, not the one that follows', () => {
    flags('575', {
      Episodes: [
        'CHILD=a, DECOM=10/05/2026',
        'CHILD=a, DECOM=01/05/2026, DEC=10/05/2026',
        'CHILD=b, DECOM=01/05/2026, DEC=soon',
      ],
      Missing: [
        'CHILD=a, MIS_START=10/05/2026',
        '! CHILD=a, MIS_START=09/05/2026',
        '! CHILD=a, MIS_START=01/05/2026',
        'CHILD=a, MIS_START=09/05/2026, MIS_END=soon',
        'CHILD=b, MIS_START=09/05/2026',
      ],
    })
  })

  test('578: after the last time in care only', () => {
    flags('578', {
      Episodes: [
        'CHILD=a, DECOM=01/07/2026, DEC=01/08/2026, REC=E8',
        'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=E8',
        'CHILD=b, DECOM=01/05/2026, DEC=soon, REC=E8',
      ],
      Missing: [
        'CHILD=a, MIS_START=15/06/2026',
        '! CHILD=a, MIS_START=02/08/2026',
        'CHILD=a',
        'CHILD=b, MIS_START=02/08/2026',
        'CHILD=nobody, MIS_START=02/08/2026',
      ],
    })
  })

  test('580: care ended, and the child was found, on the 18th birthday', () => {
    const on = (born: string, found: string, ended: string, mark: string) =>
      flags('580', {
        Episodes: [`${mark}CHILD=a, DEC=${ended}, REC=E4A`, 'CHILD=b, DEC=10/05/2026, REC=E8'],
        Missing: [
          `${mark}CHILD=a, DOB=${born}, MIS_END=${found}`,
          'CHILD=b, DOB=10/05/2008, MIS_END=10/05/2026',
        ],
      })
    on('10/05/2008', '10/05/2026', '10/05/2026', '! ')
    on('29/02/2008', '01/03/2026', '01/03/2026', '! ')
    on('29/02/2008', '28/02/2026', '28/02/2026', '')
    on('09/05/2008', '10/05/2026', '10/05/2026', '')
    on('11/05/2008', '10/05/2026', '10/05/2026', '')
    on('10/05/2008', '09/05/2026', '10/05/2026', '')
    on('10/05/2008', '', '10/05/2026', '')
    on('', '10/05/2026', '10/05/2026', '')
  })

  test('581: between two times in care, and before the first', () => {
    flags('581', {
      Episodes: [
        'CHILD=a, DECOM=01/07/2026, DEC=soon',
        'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026',
        'CHILD=b',
      ],
      Missing: [
        'CHILD=a, MIS_START=01/06/2026',
        '! CHILD=a, MIS_START=02/06/2026',
        '! CHILD=a, MIS_START=30/04/2026',
        'CHILD=a, MIS_START=01/01/2027',
        'CHILD=a, MIS_START=soon',
        '! CHILD=b, MIS_START=01/06/2026',
        'CHILD=nobody, MIS_START=01/06/2026',
      ],
    })
  })
})
