/** When an episode begins and ends, and what follows: blanks, boundary days, and files in any order. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('dates of episodes', () => {
  test('a day that does not exist is no date, and 29 February is one in a leap year only', () => {
    flags('141', { Episodes: ['DECOM=29/02/2024', '! DECOM=29/02/2026', '! DECOM=2026-05-01'] })
    flags('147', { Episodes: ['DEC=29/02/2028', '! DEC=29/02/2027', '! DEC=soon'] })
  })

  test('a date that cannot be read is still filled in', () => {
    flags('148', { Episodes: ['DEC=soon, REC=X1', '! DEC=soon', 'DECOM=01/05/2026'] })
    flags('142', {
      Episodes: ['CHILD=a, DECOM=01/05/2026, DEC=soon, REC=X1', 'CHILD=a, DECOM=01/06/2026'],
    })
  })

  test('the year of the return has its own ends', () => {
    flags('354', { Episodes: ['DECOM=31/03/2024', '! DECOM=01/04/2024'], year: 2024 })
    flags('385', { Episodes: ['DEC=31/03/2024', '! DEC=01/04/2024', 'DEC=soon'], year: 2024 })
    flags('353', { Episodes: ['! DECOM=01/01/1980', 'DECOM=soon'] })
  })

  test('what is not known is neither before nor on the day', () => {
    flags('355', { Episodes: ['DECOM=, DEC=', 'DECOM=soon, DEC=soon', 'DEC=01/05/2026'] })
    flags('356', { Episodes: ['DEC=01/05/2026', '! DECOM=01/03/2024, DEC=29/02/2024'] })
  })

  test('files need not be sorted, and children are apart', () => {
    flags('501', {
      Episodes: [
        '! CHILD=a, DECOM=09/05/2026',
        'CHILD=b, DECOM=01/05/2026, DEC=20/05/2026',
        'CHILD=a, DECOM=01/05/2026, DEC=10/05/2026',
      ],
    })
    flags('142', {
      Episodes: [
        'CHILD=a, DECOM=01/07/2026',
        '! CHILD=a, DECOM=01/05/2026, REC=X1',
        'CHILD=b, DECOM=01/04/2026',
        'CHILD=c, DECOM=01/04/2026',
        'CHILD=c, DECOM=',
      ],
    })
  })
})

suite('how one episode follows another', () => {
  test('care that was going on when the year began may begin with any reason', () => {
    flags('357', {
      Episodes: [
        'CHILD=a, DECOM=31/03/2026, RNE=L',
        '! CHILD=b, DECOM=01/04/2026, RNE=L',
        '! CHILD=c, DECOM=01/04/2026, RNE=',
        'CHILD=d, DECOM=, RNE=P',
        'CHILD=e, DECOM=01/06/2026, RNE=P',
        'CHILD=e, DECOM=01/05/2026, RNE=S',
      ],
    })
  })

  test('an episode before that has not ended is the matter of another rule', () => {
    for (const code of ['431', '432', '433']) {
      flags(code, { Episodes: ['CHILD=a, DECOM=01/05/2026, RNE=S', 'CHILD=a, DECOM=01/06/2026, RNE=S'] })
    }
    flags('433', { Episodes: ['CHILD=a, DECOM=01/05/2026, RNE=S', 'CHILD=a, DECOM=01/06/2026, RNE=P'] })
  })

  test('the later episode of the two is the one, wherever it stands in the file', () => {
    flags('431', {
      Episodes: ['! CHILD=a, DECOM=01/06/2026, RNE=S', 'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, RNE=P'],
    })
    flags('432', {
      Episodes: [
        '! CHILD=a, DECOM=01/08/2026, RNE=T',
        'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=E8',
        'CHILD=b, DECOM=01/08/2026, RNE=T',
      ],
    })
    flags('433', {
      Episodes: ['! CHILD=a, DECOM=31/05/2026, RNE=B', 'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026'],
    })
  })

  test('X1 is judged by whether the next episode begins that day', () => {
    flags('388', {
      Episodes: [
        'CHILD=a, DECOM=01/06/2026, DEC=, REC=X1',
        'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=X1',
        '! CHILD=b, DECOM=01/06/2026, DEC=01/06/2026, REC=X1',
        'CHILD=d, DECOM=01/06/2026',
        '! CHILD=d, DECOM=01/05/2026, DEC=01/06/2026, REC=X1',
        'CHILD=d, DECOM=15/05/2026',
        'CHILD=c, DECOM=01/05/2026, DEC=01/06/2026, REC=',
        'CHILD=c, DECOM=01/06/2026',
      ],
    })
  })

  test('adoption and death end the account of a child', () => {
    flags('199', {
      Episodes: [
        '! CHILD=a, DECOM=01/07/2026, REC=E11',
        'CHILD=a, DECOM=01/05/2026, REC=E12',
        'CHILD=b, DECOM=01/05/2026, REC=E4A',
        'CHILD=b, DECOM=01/07/2026',
      ],
    })
    flags('437', {
      Episodes: [
        '! CHILD=a, DECOM=01/07/2026',
        'CHILD=a, DECOM=01/05/2026, REC=E2',
        'CHILD=b, DECOM=01/05/2026, REC=E17',
        'CHILD=b, DECOM=01/07/2026',
      ],
    })
  })
})

suite('what a new episode changes', () => {
  const first = 'CHILD=a, DECOM=01/05/2026, LS=C1, PLACE=U6, PLACE_PROVIDER=PR1, PL_POST=ST15 9AB, URN=SC1'
  const placement = 'PLACE=U6, PLACE_PROVIDER=PR1, PL_POST=st159ab, URN=SC1'

  test('a postcode written in another way is the same', () => {
    flags('434', { Episodes: [first, `CHILD=a, DECOM=01/06/2026, RNE=L, LS=C2, ${placement}`] })
    flags('435', { Episodes: [first, `! CHILD=a, DECOM=01/06/2026, RNE=P, LS=C1, ${placement}`] })
    flags('436', { Episodes: [first, `! CHILD=a, DECOM=01/06/2026, RNE=B, LS=C2, ${placement}`] })
  })

  test('a provider or a number that was filled in or cleared is a change', () => {
    const cleared = 'PLACE=U6, PLACE_PROVIDER=PR1, PL_POST=ST15 9AB'
    flags('434', { Episodes: [`! CHILD=a, DECOM=01/06/2026, RNE=L, LS=C2, ${cleared}`, first] })
    flags('435', { Episodes: [`CHILD=a, DECOM=01/06/2026, RNE=T, LS=C1, ${cleared}`, first] })
    flags('436', { Episodes: [`CHILD=a, DECOM=01/06/2026, RNE=U, LS=C2, ${cleared}`, first] })
  })

  test('a first episode has nothing to differ from', () => {
    for (const code of ['434', '435', '436']) {
      flags(code, { Episodes: ['RNE=L, LS=C1', 'RNE=P, LS=C1', 'RNE=B, LS=C1'] })
    }
  })

  test('need is compared with that with which the period began', () => {
    flags('504', {
      Episodes: [
        '! CHILD=a, DECOM=01/07/2026, RNE=P, CIN=N2',
        'CHILD=a, DECOM=01/05/2026, RNE=P, CIN=N1',
        '! CHILD=a, DECOM=01/06/2026, RNE=P, CIN=N2',
        'CHILD=a, DECOM=01/08/2026, RNE=P, CIN=N1',
        'CHILD=a, DECOM=01/09/2026, RNE=P, CIN=',
      ],
    })
  })
})
