/** Decisions to place a child to be adopted: one after another, beside last year's, and beside the time in care. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

const given = 'DATE_PLACED_CEASED=10/07/2025, REASON_PLACED_CEASED=RD1'

suite('one decision after another', () => {
  test('a day that is not known is on neither side of another', () => {
    flags('184', {
      Header: ['CHILD=a', 'CHILD=b, DOB=10/06/2026'],
      PlacedAdoption: ['CHILD=a, DATE_PLACED=10/06/2026', 'CHILD=b', 'CHILD=c, DATE_PLACED=10/06/2026'],
    })
    flags('522', {
      PlacedAdoption: ['DATE_PLACED=soon, DATE_PLACED_CEASED=10/06/2026', 'DATE_PLACED=10/06/2026'],
    })
    flags('563', { PlacedAdoption: ['! DATE_PLACED_CEASED=soon', `DATE_PLACED=soon, ${given}`, 'CHILD=a'] })
  })

  test('the order of the file does not matter, nor which came just before', () => {
    flags('579', {
      PlacedAdoption: [
        '! CHILD=a, DATE_PLACED=03/06/2026',
        '! CHILD=a, DATE_PLACED=01/06/2026, DATE_PLACED_CEASED=02/06/2026',
        'CHILD=a, DATE_PLACED=01/05/2026, DATE_PLACED_CEASED=10/06/2026',
        'CHILD=b, DATE_PLACED=03/06/2026',
      ],
    })
    flags('583', {
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED=03/06/2026',
        '! CHILD=a, DATE_PLACED=02/06/2026',
        '! CHILD=a, DATE_PLACED=01/06/2026',
        'CHILD=a, DATE_PLACED=',
      ],
    })
  })

  test('the latest decision is compared with the adoption', () => {
    const earlier = 'CHILD=a, DATE_PLACED=10/06/2024, DATE_PLACED_CEASED=10/07/2024, REASON_PLACED_CEASED=RD1'
    const PlacedAdoption = ['CHILD=a, DATE_PLACED=10/06/2025', earlier]
    flags('523', { AD1: ['CHILD=a, DATE_INT=10/06/2025', 'CHILD=b, DATE_INT=10/06/2025'], PlacedAdoption })
    flags('523', {
      AD1: ['! CHILD=a, DATE_INT=10/06/2024'],
      PlacedAdoption: [`! ${PlacedAdoption[0]}`, earlier],
    })
    flags('525', { AD1: ['CHILD=a, LS_ADOPTR=L0'], PlacedAdoption })
    flags('525', { AD1: ['! CHILD=a, LS_ADOPTR=L0'], PlacedAdoption: [`! ${earlier}`] })
  })
})

suite("decisions beside last year's return", () => {
  const closed = [`CHILD=a, DATE_PLACED=10/06/2025, ${given}`]

  test('who was not in it is not asked', () => {
    flags('559', { PlacedAdoption: ['CHILD=a, DATE_PLACED=31/03/2026'], PlacedAdoption_last: ['CHILD=b'] })
    flags('559', {
      PlacedAdoption: ['! CHILD=b, DATE_PLACED=31/03/2026', 'CHILD=b, DATE_PLACED=01/04/2026'],
      PlacedAdoption_last: ['CHILD=b'],
    })
    flags('560', { PlacedAdoption: ['CHILD=a, DATE_PLACED=11/06/2025'], PlacedAdoption_last: ['CHILD=b'] })
  })

  test('a decision that was closed may be followed by another', () => {
    flags('560', { PlacedAdoption: ['CHILD=a, DATE_PLACED=11/06/2025'], PlacedAdoption_last: closed })
    flags('561', {
      PlacedAdoption: ['CHILD=a, DATE_PLACED=11/06/2025', '! CHILD=a, DATE_PLACED=10/06/2025'],
      PlacedAdoption_last: closed,
    })
    flags('584', {
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED=11/06/2025',
        '! CHILD=a, DATE_PLACED=10/06/2025',
        'CHILD=a',
        'CHILD=b, DATE_PLACED=10/06/2025',
      ],
      PlacedAdoption_last: [...closed, 'CHILD=b, DATE_PLACED=10/06/2025'],
    })
  })

  test('a day left blank this year is not another day', () => {
    flags('560', {
      PlacedAdoption: ['CHILD=a, DATE_PLACED=', '! CHILD=b, DATE_PLACED=10/06/2024', 'CHILD=b'],
      PlacedAdoption_last: ['CHILD=a, DATE_PLACED=10/06/2025', 'CHILD=b, DATE_PLACED=10/06/2025'],
    })
  })
})

suite('decisions beside the time in care', () => {
  test('the last day of the year and of care are not too late', () => {
    flags('117', {
      Episodes: [
        'CHILD=a, DECOM=10/06/2026, DEC=10/07/2026, REC=X1',
        'CHILD=a, DECOM=10/07/2026',
        '! CHILD=b, DECOM=10/07/2026, DEC=12/07/2026, REC=E4A',
        'CHILD=b, DECOM=10/06/2026, DEC=10/07/2026, REC=X1',
      ],
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED=31/03/2027',
        'CHILD=b, DATE_PLACED=12/07/2026',
        '! CHILD=b, DATE_PLACED=13/07/2026',
        '! CHILD=c, DATE_PLACED_CEASED=01/04/2027',
      ],
    })
  })

  test('the year of the return decides, and a day that is not known does not', () => {
    flags('118', {
      Episodes: ['CHILD=a, DECOM=', '! CHILD=b, DECOM=10/06/2024'],
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED_CEASED=01/04/2023',
        '! CHILD=b, DATE_PLACED_CEASED=09/06/2024',
        'CHILD=b',
      ],
      year: 2024,
    })
  })

  test('the first time in care counts', () => {
    flags('1003', {
      Episodes: ['CHILD=a, DECOM=10/06/2026, RNE=S', '! CHILD=a, DECOM=10/06/2020, RNE=S', 'CHILD=b, RNE=S'],
      PlacedAdoption: ['CHILD=a, DATE_PLACED=10/06/2025', '! CHILD=a, DATE_PLACED=09/06/2020', 'CHILD=b'],
    })
  })

  test('a placement for adoption, an order, or a decision each make a plan; death ends it too', () => {
    flags('557', {
      Episodes: [
        '! CHILD=a, PLACE=A4, REC=E2',
        '! CHILD=b, LS=C2, PLACE=U6, REC=E4A',
        'CHILD=c, LS=C2, PLACE=U6, REC=E4A',
        'CHILD=d, LS=D1, PLACE=U6, REC=E4A',
        '! CHILD=e, LS=E1, REC=E4A',
        'CHILD=f, LS=E1, REC=X1',
      ],
      PlacedAdoption: [
        '! CHILD=b, DATE_PLACED=10/06/2025, REASON_PLACED_CEASED=RD1',
        'CHILD=c',
        '! CHILD=e, DATE_PLACED_CEASED=10/06/2026',
      ],
    })
    flags('557', { Episodes: ['! CHILD=d, LS=D1, REC=E4A'], PlacedAdoption: ['CHILD=a'], year: 2024 })
  })

  test('an earlier decision that was given up does not contradict an adoption', () => {
    flags('558', {
      Episodes: ['CHILD=a, DEC=10/06/2026, REC=E11', 'CHILD=b, DEC=10/06/2026, REC=X1'],
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED=10/06/2025',
        'CHILD=a, DATE_PLACED=10/06/2024, DATE_PLACED_CEASED=10/07/2024',
        'CHILD=b, DATE_PLACED_CEASED=10/07/2024',
      ],
    })
  })
})
