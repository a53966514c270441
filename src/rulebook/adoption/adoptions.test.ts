/** An adoption: codes and dates as they are written, couples, and the placement it came from. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('what may stand in an adoption', () => {
  test('dates are written in one way', () => {
    flags('112', { AD1: ['! DATE_INT=2026-06-10', 'DATE_INT=1/6/2026', '! DATE_INT=29/02/2026'] })
    flags('113', { AD1: ['! DATE_MATCH=soon', 'DATE_MATCH=29/02/2028'] })
    flags('115', { PlacedAdoption: ['! DATE_PLACED=10/13/2026', 'DATE_PLACED_CEASED=soon'] })
    flags('116', { PlacedAdoption: ['! DATE_PLACED_CEASED=10/13/2026', 'DATE_PLACED=soon'] })
  })

  test('codes are written in capitals and without more', () => {
    flags('114', { AD1: ['FOSTER_CARE=0', '! FOSTER_CARE=2', '! FOSTER_CARE=1.0'] })
    flags('175', { AD1: ['NB_ADOPTR=1', '! NB_ADOPTR=0', '! NB_ADOPTR=two'] })
    flags('176', { AD1: ['SEX_ADOPTR=M1', 'SEX_ADOPTR=FF', '! SEX_ADOPTR=FM', '! SEX_ADOPTR=mm'] })
    flags('177', { AD1: ['LS_ADOPTR=L0', 'LS_ADOPTR=L12', '! LS_ADOPTR=L5', '! LS_ADOPTR=l0'] })
    flags('120', { PlacedAdoption: ['REASON_PLACED_CEASED=RD1', '! REASON_PLACED_CEASED=rd1'] })
  })

  test('what cannot be read is filled in all the same', () => {
    flags('151', { AD1: ['! DATE_INT=soon', 'CHILD=a'] })
    flags('119', { PlacedAdoption: ['! DATE_PLACED_CEASED=soon', 'CHILD=a', 'DATE_PLACED=soon'] })
  })
})

suite('who adopts', () => {
  test('a number that is not known agrees with any sex', () => {
    flags('511', {
      AD1: [
        'NB_ADOPTR=1, SEX_ADOPTR=M1',
        '! NB_ADOPTR=1, SEX_ADOPTR=FF',
        'SEX_ADOPTR=FF',
        'NB_ADOPTR=3, SEX_ADOPTR=FF',
      ],
    })
    flags('514', { AD1: ['! LS_ADOPTR=L0, SEX_ADOPTR=FF', 'LS_ADOPTR=L0, SEX_ADOPTR=M1', 'SEX_ADOPTR=FF'] })
  })

  for (const [code, status, wrong] of [
    ['517', 'L3', 'FF'],
    ['518', 'L4', 'MF'],
    ['519', 'L2', 'F1'],
    ['520', 'L11', 'MM'],
    ['524', 'L12', 'MF'],
  ] as const) {
    test(`${code}: a blank sex is not that of a couple, and other statuses are not asked`, () => {
      flags(code, {
        AD1: [
          `! LS_ADOPTR=${status}, SEX_ADOPTR=${wrong}`,
          `! LS_ADOPTR=${status}, SEX_ADOPTR=`,
          `LS_ADOPTR=, SEX_ADOPTR=${wrong}`,
          `LS_ADOPTR=${status.toLowerCase()}, SEX_ADOPTR=${wrong}`,
        ],
      })
    })
  }
})

suite('an adoption beside the episodes', () => {
  const brokeDown = [
    'CHILD=a, DECOM=10/06/2026, PLACE=A4',
    'CHILD=a, DECOM=10/06/2024, PLACE=A4',
    'CHILD=a, DECOM=10/06/2025, PLACE=U6',
  ]

  test('a placement that broke down before is not the one that is meant', () => {
    flags('331', { Episodes: brokeDown, AD1: ['CHILD=a, DATE_MATCH=10/05/2026'] })
  })

  test('every placement for adoption comes after the decision, those that broke down too', () => {
    const placements = (first: string, second: string) => [
      `${first}CHILD=a, DECOM=10/04/2026, DEC=01/05/2026, PLACE=A4`,
      'CHILD=a, DECOM=01/05/2026, DEC=10/06/2026, PLACE=U6',
      `${second}CHILD=a, DECOM=10/06/2026, PLACE=A4`,
      'CHILD=a, PLACE=A4',
      'CHILD=b, DECOM=10/04/2026, PLACE=A4',
    ]
    const decided = (day: string, mark = '! ') => [`${mark}CHILD=a, DATE_INT=${day}`, 'CHILD=b', 'CHILD=c']
    flags('521', { Episodes: placements('', ''), AD1: decided('10/04/2026', '') })
    flags('521', { Episodes: placements('! ', ''), AD1: decided('11/04/2026') })
    flags('521', { Episodes: placements('! ', ''), AD1: decided('10/06/2026') })
    flags('521', { Episodes: placements('! ', '! '), AD1: decided('11/06/2026') })
  })

  test('care may have begun in an earlier return', () => {
    const Episodes = ['CHILD=a, DECOM=01/02/2026, RNE=P']
    const Episodes_last = ['CHILD=a, DECOM=10/06/2025, RNE=S']
    const AD1 = (day: string, mark: string) => [`${mark}CHILD=a, DATE_INT=${day}`]
    flags('334', { Episodes, AD1: AD1('09/06/2025', '') })
    flags('334', { Episodes, Episodes_last, AD1: AD1('10/06/2025', '') })
    flags('334', { Episodes, Episodes_last, AD1: AD1('09/06/2025', '! ') })
    const earlier = { 2025: { Episodes: ['CHILD=a, DECOM=10/06/2024, RNE=S'] } }
    flags('334', { Episodes, Episodes_last: ['CHILD=b'], earlier, AD1: AD1('09/06/2024', '! ') })
    flags('334', { Episodes, Episodes_last: ['CHILD=b'], earlier, AD1: AD1('10/06/2024', '') })
  })

  test('an order or a few days in hospital do not begin another placement', () => {
    flags('331', {
      Episodes: [
        '! CHILD=a, DECOM=10/06/2026, PLACE=A4',
        'CHILD=a, DECOM=10/07/2026, PLACE=T1',
        'CHILD=a, DECOM=12/07/2026, PLACE=A6',
        'CHILD=b, DECOM=10/06/2026, PLACE=U6',
      ],
      AD1: ['! CHILD=a, DATE_MATCH=01/07/2026', 'CHILD=b, DATE_MATCH=01/07/2026', 'CHILD=c'],
    })
  })

  test('a decision that cannot be read is not missing', () => {
    flags('333', {
      AD1: ['DATE_INT=soon, DATE_MATCH=10/06/2026', '! DATE_MATCH=10/06/2026', 'DATE_INT=soon'],
    })
  })

  test('the latest time in care counts, wherever it stands', () => {
    flags('334', {
      Episodes: [
        '! CHILD=a, DECOM=10/06/2026, RNE=S',
        'CHILD=a, DECOM=10/06/2020, RNE=S',
        'CHILD=b, DECOM=10/06/2026, RNE=P',
      ],
      AD1: ['! CHILD=a, DATE_INT=10/06/2025', 'CHILD=b, DATE_INT=10/06/2025', 'CHILD=a'],
    })
  })

  test('only an episode that ends in adoption is asked', () => {
    flags('335', {
      Episodes: ['CHILD=a, PLACE=A3, REC=X1', '! CHILD=b, PLACE=A4, REC=E11', 'CHILD=c, PLACE=U6, REC=E11'],
      AD1: ['CHILD=a, FOSTER_CARE=0', '! CHILD=b, FOSTER_CARE=1', 'CHILD=c, FOSTER_CARE=1'],
    })
    flags('582', {
      Episodes: ['CHILD=a, DEC=10/06/2026, REC=X1', 'CHILD=b, DEC=, REC=E11'],
      AD1: ['CHILD=a, DATE_MATCH=10/06/2026', 'CHILD=b, DATE_MATCH='],
    })
  })

  const all = 'DATE_INT=1, DATE_MATCH=2, FOSTER_CARE=0, NB_ADOPTR=1, SEX_ADOPTR=F1, LS_ADOPTR=L0'

  test('both ends of the year belong to it', () => {
    const Episodes = [
      'CHILD=a, DEC=01/04/2026, REC=E11',
      'CHILD=b, DEC=31/03/2027, REC=E11',
      'CHILD=c, DEC=01/04/2027, REC=E11',
      'CHILD=d, DEC=, REC=E11',
    ]
    flags('601', { Episodes: Episodes.map((row, at) => (at < 2 ? `! ${row}` : row)), AD1: ['! CHILD=a'] })
    flags('601', { Episodes, AD1: [`CHILD=a, ${all}`, `CHILD=b, ${all}`, 'CHILD=c'] })
    flags('602', { Episodes, AD1: ['CHILD=a, LS_ADOPTR=L0', 'CHILD=b, DATE_INT=soon', `! CHILD=c, ${all}`] })
  })

  test('it is asked of adoptions or of care leavers, whichever file there is', () => {
    const Episodes = ['CHILD=a, DECOM=10/06/2024, RNE=S', 'CHILD=b, DECOM=02/04/2026, RNE=S']
    flags('187', { Episodes, OC3: ['! CHILD=a, ACCOM=B1', 'CHILD=b, ACCOM=B1', 'CHILD=a'] })
    flags('187', { Episodes, AD1: ['! CHILD=a, FOSTER_CARE=0', 'CHILD=b, FOSTER_CARE=0', 'CHILD=a'] })
  })
})
