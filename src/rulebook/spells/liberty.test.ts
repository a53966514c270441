/** Orders that deprive a child of liberty: days that are none, and where the child lived on the first and last day. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('orders that deprive of liberty', () => {
  test('have a first day, and last more than one', () => {
    flags('700', { DoLo: ['DOLO_START=29/02/2024', '! DOLO_START=29/02/2026', '! DOLO_END=01/05/2026'] })
    flags('701', { DoLo: ['! DOLO_END=soon', 'DOLO_START=soon'] })
    flags('702', {
      DoLo: ['DOLO_START=29/02/2024, DOLO_END=01/03/2024', 'DOLO_START=soon, DOLO_END=01/05/2026'],
    })
  })

  test('a child is not deprived of liberty on the day of birth', () => {
    flags('708', {
      DoLo: ['! DOB=01/05/2026, DOLO_START=01/05/2026', 'DOB=01/05/2026, DOLO_START=02/05/2026'],
    })
  })

  for (const [code, wrong, right] of [
    ['709', 'K3', 'Z12'],
    ['710', 'R5', 'U6'],
  ] as const) {
    test(`${code}: places while the order stood, from its first day to its last`, () => {
      flags(code, {
        DoLo: [
          '! CHILD=a, DOLO_START=10/05/2026, DOLO_END=20/05/2026',
          'CHILD=b, DOLO_START=10/05/2026, DOLO_END=20/05/2026',
          'CHILD=c, DOLO_START=10/05/2026',
          'CHILD=d, DOLO_END=10/05/2026',
          'CHILD=nobody, DOLO_START=10/05/2026',
        ],
        Episodes: [
          `CHILD=a, PLACE=${wrong}, DECOM=21/05/2026`,
          `! CHILD=a, PLACE=${wrong}, DECOM=20/05/2026, DEC=21/05/2026`,
          `CHILD=a, PLACE=${right}, DECOM=15/05/2026, DEC=20/05/2026`,
          `! CHILD=a, PLACE=${wrong}, DECOM=09/05/2026, DEC=11/05/2026`,
          `CHILD=a, PLACE=${wrong}, DECOM=01/05/2026, DEC=10/05/2026`,
          `CHILD=b, PLACE=${right}, DECOM=01/05/2026`,
          `CHILD=b, DECOM=01/05/2026`,
          `CHILD=c, PLACE=${wrong}, DECOM=01/05/2026, DEC=soon`,
          `CHILD=d, PLACE=${wrong}, DECOM=01/05/2026`,
        ],
      })
    })
  }

  test('709, 710: the places that each names', () => {
    const living = (...places: string[]) => ({
      DoLo: places.map((each, i) => `${each.startsWith('!') ? '! ' : ''}CHILD=${i}, DOLO_START=10/05/2026`),
      Episodes: places.map(
        (each, i) =>
          `${each.startsWith('!') ? '! ' : ''}CHILD=${i}, DECOM=01/05/2026, PLACE=${each.slice(-3).trim()}`,
      ),
    })
    flags('709', living(' K2', ' Z12', ' Z13', '! Z11', '! Z14', '! K1', '! R3'))
    flags('710', living('! K1', '! P1', '! R5', '! K3', ' K2', ' Z12', ' U6', ' R3'))
  })
})
