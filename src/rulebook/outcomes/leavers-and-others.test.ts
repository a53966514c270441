/** Care leavers without episodes, and beside adoption, health and mothers: rows that say nothing, and both sexes. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'
import { told } from './examples.ts'

suite('care leavers without episodes', () => {
  test('a row that tells nothing is of no care leaver', () => {
    flags('1002', { Episodes: [], Episodes_last: [], OC3: ['CHILD=a', '! CHILD=a, ACCOM=0'] })
    flags('134', { AD1: ['CHILD=a, NB_ADOPTR=1', 'CHILD=b, NB_ADOPTR=1'], OC3: ['CHILD=a', told('c')] })
    flags('215', { OC2: ['CHILD=a, CONVICTED=0'], OC3: ['CHILD=a', told('b')] })
  })

  test("last year's last episode by its day decides whether care went on", () => {
    flags('1010', {
      Episodes: ['CHILD=other'],
      Episodes_last: [
        'CHILD=a, DECOM=01/06/2025',
        'CHILD=a, DECOM=01/05/2025, DEC=01/06/2025, REC=X1',
        'CHILD=b, DECOM=01/06/2025, DEC=01/07/2025, REC=E8',
        'CHILD=b, DECOM=01/05/2025',
        'CHILD=c, DECOM=01/05/2025',
      ],
      OC3: [`! ${told('a')}`, told('b'), 'CHILD=c', told('never')],
    })
  })

  test('the first day of the year is of the year', () => {
    flags('1014', {
      Episodes: [
        'CHILD=a, DECOM=01/05/2022, DEC=01/04/2023',
        'CHILD=b, DECOM=01/04/2024',
        'CHILD=c, DECOM=31/03/2024',
      ],
      OC3: ['CHILD=d', told('c'), `! ${told('b')}`, told('a'), told('not-in-uasc')],
      UASC: ['CHILD=a', '! CHILD=b', 'CHILD=c', 'CHILD=d', '! CHILD=b'],
      year: 2024,
    })
  })

  test('mothers are asked about in the year of an episode', () => {
    flags('628', {
      Header: ['! CHILD=a, MOTHER=0', 'CHILD=b, MOTHER=0', 'CHILD=c, MOTHER=0', 'CHILD=d, MOTHER=0'],
      Episodes: ['CHILD=b, DECOM=01/05/2010'],
      OC3: [told('b'), 'CHILD=c', told('a'), 'CHILD=a'],
    })
  })
})

suite('care leavers beside other files', () => {
  test('each row that says something takes part', () => {
    flags('134', {
      AD1: ['! CHILD=a, LS_ADOPTR=L0', 'CHILD=a', '! CHILD=a, DATE_MATCH=soon'],
      OC3: ['! CHILD=a, ACTIV=0', 'CHILD=a'],
    })
    flags('215', {
      OC2: ['! CHILD=a, SDQ_REASON=SDQ1', 'CHILD=a', '! CHILD=a, CONVICTED=0'],
      OC3: ['CHILD=a', '! CHILD=a, ACTIV=0'],
    })
  })

  test('1 and 2 are boys and girls; a girl is asked who was looked after, be it on the first day only', () => {
    const Episodes = [
      'CHILD=a, LS=C2, DECOM=01/05/2022, DEC=01/04/2023',
      'CHILD=b, LS=C2, DECOM=01/05/2022, DEC=31/03/2023',
      'CHILD=c, LS=V4, DECOM=01/05/2023',
      'CHILD=c, LS=C2, DECOM=01/06/2023',
      'CHILD=d, LS=C2, DECOM=01/05/2023',
    ]
    flags('165', {
      Header: [
        '! CHILD=a, SEX=2',
        'CHILD=b, SEX=2',
        '! CHILD=c, SEX=F',
        'CHILD=d, SEX=1',
        '! CHILD=e, SEX=1, MOTHER=1',
      ],
      Episodes,
      OC3: ['CHILD=b', '! CHILD=e', '! CHILD=a', '! CHILD=a'],
      year: 2024,
    })
    flags('165', { Header: ['CHILD=d, SEX=U', '! CHILD=b, SEX=U, MOTHER=Y'], Episodes, OC3: [] })
  })
})
