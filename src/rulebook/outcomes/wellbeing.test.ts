/** The strengths and difficulties score: exact birthdays, both ends of the year, and blanks. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'
import { allYear, broken } from './examples.ts'

suite('the strengths and difficulties score', () => {
  test('a score is written in whole figures', () => {
    flags('180', {
      OC2: ['! SDQ_SCORE=-1', '! SDQ_SCORE=1e1', '! SDQ_SCORE=400', '! SDQ_SCORE=12.0', 'SDQ_SCORE=07'],
    })
    flags('196', { OC2: ['SDQ_REASON=SDQ1', 'SDQ_REASON=SDQ5', '! SDQ_REASON=sdq1', '! SDQ_REASON=1'] })
    flags('197a', { OC2: ['! SDQ_SCORE=0, SDQ_REASON=other', ''] })
  })

  test('who was born on 29 February is older on 1 March', () => {
    flags('188', { OC2: ['DOB=29/02/2020, SDQ_SCORE=1', '! DOB=01/04/2020, SDQ_SCORE=1'], year: 2024 })
    flags('188', { OC2: ['DOB=, SDQ_SCORE=1', 'DOB=31/02/2026, SDQ_SCORE=1'] })
    flags('189', { OC2: ['! DOB=31/03/2005, SDQ_REASON=SDQ2', 'SDQ_REASON=SDQ2'], year: 2023 })
  })

  const Episodes = ['a', 'b', 'c', 'd'].map(allYear)

  test('from four on the first day to under seventeen on the last', () => {
    const ages = (also: string) => [
      `! CHILD=a, DOB=01/04/2022${also}`,
      `CHILD=b, DOB=02/04/2022${also}`,
      `! CHILD=c, DOB=01/04/2010${also}`,
      `CHILD=d, DOB=31/03/2010${also}`,
    ]
    flags('157', { Episodes, OC2: ages(', SDQ_REASON=SDQ1') })
    flags('186', { Episodes, OC2: ages('') })
    flags('157', { Episodes, OC2: ['CHILD=a, DOB=10/06/2015, SDQ_SCORE=3, SDQ_REASON=SDQ1', 'CHILD=b'] })
  })

  test('a birthday on the first day is not one in the year', () => {
    flags('197B', {
      Episodes,
      OC2: [
        'CHILD=a, DOB=01/04/2022',
        '! CHILD=b, DOB=02/04/2022',
        'CHILD=c, DOB=01/04/2009',
        '! CHILD=d, DOB=31/03/2010',
      ],
    })
  })

  test('a child without episodes was not looked after', () => {
    flags('185', { Episodes, OC2: ['CHILD=a, SDQ_SCORE=1', '! CHILD=z, SDQ_SCORE=1', 'CHILD=y'] })
    flags('198', {
      Episodes: [broken('b'), allYear('a')],
      OC2: ['CHILD=a, SDQ_REASON=SDQ1', '! CHILD=z, SDQ_REASON=SDQ1', 'CHILD=b, SDQ_SCORE=1'],
    })
  })
})
