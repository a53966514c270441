/** Orders and placements for adoption: which of several decisions counts, and when one may be closed. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

const given = 'DATE_PLACED_CEASED=10/07/2025, REASON_PLACED_CEASED=RD1'

suite('decisions beside orders and placements', () => {
  test('one of two decisions is enough', () => {
    const PlacedAdoption = ['CHILD=a, DATE_PLACED=10/06/2026', 'CHILD=a, DATE_PLACED=10/05/2026', 'CHILD=b']
    flags('551', {
      Episodes: ['CHILD=a, PLACE=A3', '! CHILD=b, PLACE=A5', 'CHILD=b, PLACE='],
      PlacedAdoption,
    })
    flags('552', { Episodes: ['CHILD=a, DECOM=11/05/2026, PLACE=A3', 'CHILD=b, PLACE=A4'], PlacedAdoption })
    flags('554', { Episodes: ['CHILD=a, DECOM=11/05/2026, LS=E1', 'CHILD=b, LS=E1'], PlacedAdoption })
    flags('552', {
      Episodes: ['CHILD=a, DECOM=12/05/2026, PLACE=A3', '! CHILD=a, DECOM=09/05/2026, PLACE=A3'],
      PlacedAdoption: [PlacedAdoption[0]!, `! ${PlacedAdoption[1]}`],
    })
  })

  for (const [needs, before, order] of [
    ['553', '554', 'E1'],
    ['555', '556', 'D1'],
  ] as const) {
    test(`${needs}: a decision may be closed once the order is over`, () => {
      flags(needs, {
        Episodes: [
          `CHILD=a, LS=${order}, DEC=10/08/2025`,
          `CHILD=b, LS=${order}`,
          `CHILD=c, LS=${order}`,
          `! CHILD=d, LS=${order}, DEC=10/08/2025`,
        ],
        PlacedAdoption: [
          `CHILD=a, DATE_PLACED=10/06/2025, ${given}`,
          `! CHILD=b, DATE_PLACED=10/06/2025, ${given}`,
          '! CHILD=c',
        ],
      })
    })

    test(`${before}: the first episode under the order is asked, wherever it stands`, () => {
      flags(before, {
        Episodes: [
          `CHILD=a, DECOM=10/06/2023, LS=${order}`,
          `! CHILD=a, DECOM=09/06/2023, LS=${order}`,
          `CHILD=b, DECOM=, LS=${order}`,
        ],
        PlacedAdoption: ['CHILD=a, DATE_PLACED=10/06/2023', 'CHILD=b, DATE_PLACED=10/06/2023'],
      })
    })
  }
})
