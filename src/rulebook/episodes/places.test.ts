/** Where children are placed: for adoption, by number, by postcode, and why they moved. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('placements for adoption', () => {
  test('the reason for a new episode is asked since April 2015, and a blank is none', () => {
    flags('217', {
      Episodes: [
        '! PLACE=A3, DECOM=01/04/2015, RNE=B',
        '! PLACE=A3, DECOM=01/05/2026, RNE=',
        'PLACE=A3, RNE=P',
        'PLACE=A5, DECOM=01/05/2026, RNE=U',
      ],
    })
  })

  test('what came just before decides, in the order of time', () => {
    flags('336', {
      Episodes: [
        '! CHILD=a, DECOM=01/07/2026, PLACE=A3',
        'CHILD=a, DECOM=01/05/2026, PLACE=U5',
        'CHILD=a, DECOM=01/06/2026, PLACE=R3',
        'CHILD=b, DECOM=01/05/2026, PLACE=A3',
        'CHILD=b, DECOM=01/06/2026, PLACE=A5',
      ],
    })
  })

  test('the last placement decides, and a blank is not for adoption', () => {
    flags('390', { Episodes: ['REC=E12, PLACE=A3', '! REC=E11, PLACE=', 'REC=E2, PLACE=K2'] })
    flags('408', { Episodes: ['PLACE=A4, LS=C2', '! PLACE=A5, LS=e1', 'PLACE=A5, LS=E1'] })
    flags('378', { Episodes: ['! PLACE=P1, LS=V2', 'PLACE=P1, LS=V3', 'PLACE=, LS=V2'] })
  })

  test('a carer of any time in the year may be the guardian, but of the same child', () => {
    flags('516', {
      Episodes: [
        'CHILD=a, PLACE=K2, REC=E46',
        'CHILD=a, PLACE=U1, REC=X1',
        '! CHILD=b, PLACE=A3, REC=E45',
        'CHILD=c, PLACE=K2, REC=E48',
      ],
    })
  })
})

suite("Ofsted's numbers", () => {
  test('registered types need one in England, and where the place is not known', () => {
    flags('218', {
      Episodes: [
        '! PLACE=A4',
        '! PLACE=K3, PL_LA=',
        'PLACE=S1, PL_LA=NUK',
        'PLACE=',
        '! PLACE=U3',
        'PLACE=Z14',
      ],
    })
    flags('218', { Episodes: ['PLACE=H5', 'PLACE=P2', '! PLACE=R3'], year: 2023 })
    for (const code of ['218', '230']) {
      flags(code, {
        Episodes: [
          '! PLACE=H5',
          '! PLACE=H5, DEC=29/10/2023',
          'PLACE=H5, DEC=28/10/2023',
          'PLACE=H5, DEC=soon',
          'PLACE=H5, PL_LA=NIR',
          'PLACE=P2',
        ],
        year: 2024,
      })
    }
    flags('230', {
      Episodes: ['! PLACE=H5, URN=XXXXXXX', 'PLACE=H5, URN=XXXXXXX, PL_LA=WAL', 'PLACE=H5, URN=7'],
    })
  })

  test('independent living had none while it was a code', () => {
    flags('222', {
      Episodes: ['! PLACE=P2, URN=SC1', '! PLACE=Z1, URN=SC1', '! PLACE=H5, URN=SC1'],
      year: 2023,
    })
    flags('222', {
      Episodes: ['! PLACE=P2, URN=SC1', '! PLACE=Z1, URN=SC1', 'PLACE=H5, URN=SC1', 'PLACE=Z11, URN=SC1'],
      year: 2024,
    })
    flags('222', {
      Episodes: ['PLACE=P2, URN=SC1', '! PLACE=T0, URN=SC1', 'PLACE=T0, URN=XXXXXXX', 'URN=SC1'],
      year: 2025,
    })
    flags('222', { Episodes: ['! PLACE=Z11, URN=SC1', 'PLACE=Z1, URN=SC1'], year: 2026 })
  })

  test('XXXXXXX is a number of carers, and none is asked abroad', () => {
    flags('242', { Episodes: ['PLACE=A3, URN=XXXXXXX', '! PLACE=K3, URN=XXXXXXX', 'PLACE=K3, URN=SC1'] })
    flags('243', {
      Episodes: ['! URN=SC1, PL_LA=NUK', '! URN=SC1, PL_LA=CON', 'URN=SC1, PL_LA=E06000021', 'PL_LA=WAL'],
    })
  })

  test('premises whose authority is not known may be anywhere', () => {
    const row = 'PLACE=K3, URN=7, PL_LA=E06000021'
    flags('241', { Episodes: [row], providers: ['URN=7, AUTHORITY=E10000028', 'URN=7'] })
    flags('241', { Episodes: [row], providers: ['URN=8, AUTHORITY=E10000028'] })
    flags('241', { Episodes: [`! ${row}`, 'PLACE=K3, PL_LA=WAL'], providers: ['URN=7, AUTHORITY=E10000028'] })
  })
})

suite('where a placement is', () => {
  test('short breaks and unaccompanied children are not asked', () => {
    flags('164', {
      Episodes: ['! CHILD=a, PL_DISTANCE=-0.1', 'CHILD=b', 'CHILD=c, LS=V4', 'CHILD=d', '! CHILD=e'],
      Header: ['CHILD=a, UASC=0', 'CHILD=b, UASC=1'],
      Header_last: ['CHILD=d, UASC=1', 'CHILD=e, UASC=0'],
    })
    flags('392a', {
      Episodes: ['! CHILD=a', 'CHILD=b', 'CHILD=a, PL_DISTANCE=0'],
      Header: ['CHILD=b, UASC=1'],
    })
    flags('392b', {
      Episodes: ['! CHILD=a, HOME_POST=ST16 2LH', 'CHILD=b', 'CHILD=c, LS=V4'],
      UASC_last: ['CHILD=b'],
    })
    flags('406', {
      Episodes: ['! CHILD=a, PL_DISTANCE=0', 'CHILD=b, PL_DISTANCE=0'],
      Header: ['CHILD=a, UASC=1'],
    })
  })

  test('a postcode must exist, and home is home however it is written', () => {
    flags('392c', {
      Episodes: ['HOME_POST=st162lh', '! PL_POST=ST16', '! HOME_POST=ZZ99 9ZZ', 'LS=C2'],
      postcodes: ['st162lh'],
    })
    flags('392d', { Episodes: ['! HOME_POST=ST16 2LH, PL_POST=ST162LH', 'PL_POST=ST16 2LH', 'PLACE=K2'] })
  })

  test('an area is known or not', () => {
    flags('169', { Episodes: ['! PL_POST=ST15 9AB', 'PL_LA=NUK', 'LS=V4'] })
    flags('179', { Episodes: ['! LS=', 'PL_LOCATION=OUT', '! PL_LOCATION=in', 'LS=V3'] })
    flags('411', {
      Episodes: ['PL_LOCATION=OUT, PL_LA=E10000028', '! PL_LOCATION=IN, PL_LA=WAL', 'PL_LA=WAL'],
    })
    flags('454', { Episodes: ['! PL_DISTANCE=999.8', '! PL_DISTANCE=1000', 'PL_DISTANCE=-351'] })
  })
})

suite('why a placement changed', () => {
  test('the episode that ended says it, whatever the order of the file', () => {
    flags('225', {
      Episodes: [
        'CHILD=a, DECOM=01/06/2026, RNE=U, PLACE=U6',
        '! CHILD=a, DECOM=01/05/2026, RNE=S, PLACE=K2',
        'CHILD=b, DECOM=01/05/2026, PLACE=T4',
        'CHILD=b, DECOM=01/06/2026, RNE=P, PLACE=U6',
        'CHILD=c, DECOM=01/05/2026, PLACE=U6',
        'CHILD=c, DECOM=01/06/2026, RNE=S, PLACE=K2',
      ],
    })
    flags('226', {
      Episodes: [
        'CHILD=a, DECOM=08/06/2026, PLACE=U6, REASON_PLACE_CHANGE=OTHER',
        'CHILD=a, DECOM=01/06/2026, PLACE=T1',
        'CHILD=a, DECOM=01/05/2026, PLACE=U6',
        '! CHILD=b, PLACE=T0, REASON_PLACE_CHANGE=X',
      ],
    })
  })

  test('an end that cannot be read is an end', () => {
    flags('233', { Episodes: ['DEC=soon, REASON_PLACE_CHANGE=OTHER', '! REASON_PLACE_CHANGE=X'] })
  })

  test('nobody is in custody before the tenth birthday', () => {
    flags('234', {
      Header: ['CHILD=a, DOB=29/02/2016'],
      Episodes: [
        'CHILD=a, DECOM=01/03/2026, DEC=01/05/2026, REASON_PLACE_CHANGE=CUSTOD',
        '! CHILD=a, DECOM=28/02/2026, DEC=01/03/2026, REASON_PLACE_CHANGE=OTHER',
        'CHILD=a, DECOM=01/02/2026, DEC=28/02/2026, REASON_PLACE_CHANGE=CUSTOD',
        'CHILD=b, DECOM=01/02/2026, REASON_PLACE_CHANGE=CUSTOD',
        'CHILD=b, DECOM=01/03/2026',
      ],
    })
  })
})
