/** Codes of an episode and who provides the placement: years, letters and blanks. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('codes of an episode', () => {
  test('are matched as written, and a blank is no wrong code', () => {
    flags('143', { Episodes: ['RNE=U', '! RNE=u', '! RNE=SP', 'RNE='] })
    flags('144', { Episodes: ['LS=J3', 'LS=D1', '! LS=c2', '! LS=V1', 'LS='] })
    flags('145', { Episodes: ['CIN=N1', '! CIN=N0', '! CIN=n1', 'CIN='] })
    flags('149', { Episodes: ['REC=E4B', '! REC=E4b', 'REC=E17', '! REC=X', 'REC='] })
    flags('1009', {
      Episodes: ['REASON_PLACE_CHANGE=CUSTOD', '! REASON_PLACE_CHANGE=custod', '! REASON_PLACE_CHANGE=XXX'],
    })
  })

  test('placement types come and go with the years', () => {
    flags('146', { Episodes: ['PLACE=H5', 'PLACE=P2', '! PLACE=K3', 'PLACE=Z1'], year: 2023 })
    flags('146', { Episodes: ['PLACE=H5', 'PLACE=P2', 'PLACE=K3', 'PLACE=Z1'], year: 2024 })
    flags('146', { Episodes: ['! PLACE=H5', '! PLACE=P2', 'PLACE=K3', 'PLACE=Z1'], year: 2025 })
    flags('146', { Episodes: ['! PLACE=Z1', 'PLACE=Z11', 'PLACE=Z14', '! PLACE=Z15'], year: 2026 })
  })

  test('a day that is not known is no reason to doubt a code', () => {
    flags('217t', { Episodes: ['PLACE=P2, DEC=soon', '! PLACE=P2', 'PLACE=H5', 'DEC=31/03/2024'] })
    flags('445', { Episodes: ['LS=D1', '! LS=D1, DECOM=01/05/2023'] })
    flags('446', { Episodes: ['LS=E1', '! LS=E1, DECOM=29/02/2004', 'LS=E1, DECOM=30/12/2005'] })
  })

  test('a freeing order that has ended is of the past', () => {
    flags('451', { Episodes: ['LS=D1, DEC=soon', 'LS=D1, REC=X1', '! LS=D1, DECOM=01/05/2004'] })
  })
})

suite('who provides a placement', () => {
  test('nobody provides a temporary placement, nor what is listed to DfE', () => {
    flags('178', {
      Episodes: [
        '! PLACE=T3, PLACE_PROVIDER=PR1',
        'PLACE=T4, PLACE_PROVIDER=PR1',
        '! PLACE=T4, PLACE_PROVIDER=X',
        '! PLACE=Z11, PLACE_PROVIDER=PR1',
        'PLACE=Z1, PLACE_PROVIDER=PR1',
        '! PLACE_PROVIDER=pr1',
        'PLACE=Z14',
      ],
    })
    flags('178', {
      Episodes: [
        '! PLACE=T4, PLACE_PROVIDER=PR1',
        '! PLACE=Z1, PLACE_PROVIDER=PR1',
        'PLACE=H5, PLACE_PROVIDER=PR1',
      ],
      year: 2025,
    })
    flags('213', {
      Episodes: ['! PLACE=T0, PLACE_PROVIDER=X', '! PLACE=Z1, PLACE_PROVIDER=PR4', 'PLACE=Z1'],
      year: 2025,
    })
    flags('526', { Episodes: ['PLACE=Z1', 'PLACE=T0', '! PLACE=K1', '! PLACE='], year: 2025 })
    flags('526', { Episodes: ['PLACE=Z11', 'PLACE=T4', '! PLACE=K3'], year: 2026 })
  })

  test('some kinds of provider never provide some types', () => {
    const by = (kind: string, ...places: string[]) =>
      places.map(place => place.replace(/(\w+)$/, `PLACE=$1, PLACE_PROVIDER=${kind}`))
    flags('527', { Episodes: by('PR1', '! P1', '! R2', '! R5', 'R1', 'U6') })
    flags('528', { Episodes: by('PR2', '! P1', '! R2', '! R5', 'K2') })
    flags('529', { Episodes: by('PR3', '! K1', '! K2', '! A3', '! A6', '! U1', '! U6', 'R2', 'K3', 'R1') })
    flags('530', { Episodes: by('PR4', '! P1', 'R5', 'K2') })
    flags('531', { Episodes: by('PR5', '! P1', 'R5', 'K2') })
    flags('550', { Episodes: [...by('PR0', 'P1', '! P3', '! T1'), '! PLACE_PROVIDER=PR0'] })
  })

  test("the authority's own supported accommodation may be elsewhere since 2025-26", () => {
    const own = 'LS=C2, PLACE=K3, PLACE_PROVIDER=PR1, PL_LA=E06000021'
    flags('1015', { Episodes: [`! ${own}`], year: 2025 })
    flags('1015', { Episodes: [own], year: 2026 })
    flags('1015', {
      Episodes: [
        'LS=C2, PLACE=K2, PLACE_PROVIDER=PR1',
        'LS=C2, PLACE=A6, PLACE_PROVIDER=PR1, PL_LA=WAL',
        '! LS=C2, PLACE=R1, PLACE_PROVIDER=PR1, PL_LA=WAL',
        'PLACE=R1, PLACE_PROVIDER=PR1, PL_LA=WAL',
      ],
    })
  })
})
