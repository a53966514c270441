/** The permanent home before: dates known in part, authorities gone, and both ends of the year. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('the permanent home before', () => {
  test('codes are in capitals, and authorities that are gone or new are known', () => {
    flags('631', { PrevPerm: ['! PREV_PERM=z1', 'PREV_PERM=P4'] })
    flags('633', {
      PrevPerm: ['LA_PERM=838', 'LA_PERM=943', 'LA_PERM=909', 'LA_PERM=928', '! LA_PERM=wal', '! LA_PERM=86'],
    })
  })

  test('Z1 alone says that there was none', () => {
    flags('635', {
      PrevPerm: [
        '! PREV_PERM=Z1, LA_PERM=860, DATE_PERM=ZZ/ZZ/2019',
        'LA_PERM=860',
        'PREV_PERM=P4, LA_PERM=860',
      ],
    })
  })

  test('both ends of the year belong to it, and either of two rows may tell it in full', () => {
    flags('630', {
      Episodes: [
        '! CHILD=a, DECOM=31/03/2027, RNE=S, LS=V2',
        'CHILD=b, DECOM=01/04/2027, RNE=S',
        'CHILD=c, DECOM=10/06/2026, RNE=P',
        'CHILD=d, DECOM=10/06/2026, RNE=S',
        'CHILD=e, DECOM=, RNE=S',
      ],
      PrevPerm: ['CHILD=d, PREV_PERM=P1', 'CHILD=d, PREV_PERM=P1, LA_PERM=860, DATE_PERM=ZZ/ZZ/2019'],
    })
  })

  test('a date known in part is as early as it can be', () => {
    flags('632', {
      Episodes: [
        '! CHILD=a, DECOM=01/06/2026',
        'CHILD=b, DECOM=02/06/2026',
        'CHILD=c, DECOM=02/06/2026',
        '! CHILD=d, DECOM=02/06/2026',
        'CHILD=f, DECOM=',
      ],
      PrevPerm: [
        '! CHILD=a, DATE_PERM=ZZ/06/2026',
        'CHILD=b, DATE_PERM=ZZ/06/2026',
        'CHILD=c, DATE_PERM=zz/zz/zzzz',
        '! CHILD=d, DATE_PERM=02/06/ZZZZ',
        '! CHILD=e, DATE_PERM=30/02/2020',
        'CHILD=f, DATE_PERM=01/06/2026',
      ],
    })
  })

  test('the first episode is the earliest, wherever it stands', () => {
    flags('632', {
      Episodes: ['CHILD=a, DECOM=01/06/2026', '! CHILD=a, DECOM=01/06/2020'],
      PrevPerm: ['! CHILD=a, DATE_PERM=01/07/2020'],
    })
  })

  test('one episode since April 2016 is enough, and none at all says nothing', () => {
    flags('634', {
      Episodes: [
        'CHILD=a, DECOM=01/06/2015',
        'CHILD=a, DECOM=01/06/2017',
        '! CHILD=b, DECOM=01/06/2015',
        '! CHILD=b, DECOM=01/06/2014',
      ],
      PrevPerm: ['CHILD=a, LA_PERM=860', '! CHILD=b, DATE_PERM=ZZ/ZZ/2010', 'CHILD=c, PREV_PERM=P1'],
      year: 2023,
    })
  })
})
