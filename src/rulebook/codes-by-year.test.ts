/** Rules that name lists of placement types: which list holds in which year, and short breaks beside them. */

import { suite, test } from 'node:test'
import { flags } from './fixtures.ts'

suite('lists of each year', () => {
  const providers = ['URN=SC1, AUTHORITY=E06000021, POSTCODE=ST15 9AB']

  test('229: since 2025-26 supported accommodation and what Ofsted does not register may be anywhere', () => {
    const rows = (mark: string) =>
      ['K3', 'P1', 'T4', 'R5'].map(place => `${mark}PLACE=${place}, PLACE_PROVIDER=PR1, URN=SC1`)
    const home = '! PLACE=K2, PLACE_PROVIDER=PR1, URN=SC1'
    flags('229', { Episodes: [...rows('! '), home], providers, year: 2025 })
    flags('229', {
      Episodes: [...rows(''), home, 'PLACE=Z11, PLACE_PROVIDER=PR1, URN=SC1'],
      providers,
      year: 2026,
    })
    flags('229', {
      Episodes: ['! PLACE=K2, PLACE_PROVIDER=PR2, URN=SC1', 'PLACE=K3, PLACE_PROVIDER=PR2, URN=SC1'],
      providers: ['URN=SC1, AUTHORITY=E10000028'],
      year: 2026,
    })
  })

  test('221: supported accommodation was H5 in 2023-24, and short breaks have no postcode to compare', () => {
    const row = (place: string, status = 'C2') => `PLACE=${place}, LS=${status}, URN=SC1, PL_POST=ST4 6QG`
    flags('221', { Episodes: [row('H5'), `! ${row('K2')}`], providers, year: 2023 })
    flags('221', { Episodes: [`! ${row('H5')}`, row('K2', 'V3'), row('K2', 'V4')], providers, year: 2024 })
    flags('221', { Episodes: [row('H5'), `! ${row('K3')}`], providers, year: 2025 })
  })

  test('217t: independent living is over when it ends on the day of registration', () => {
    flags('217t', {
      Episodes: [
        'PLACE=P2, DEC=27/10/2023',
        'PLACE=P2, DEC=28/10/2023',
        '! PLACE=P2, DEC=29/10/2023',
        '! PLACE=P2',
      ],
      year: 2024,
    })
  })

  test('213, 526: Z1 until 2024-25, and Z11 to Z14 since', () => {
    const held = (year: number, none: string, some: string) => {
      flags('213', {
        Episodes: [`! PLACE=${none}, PLACE_PROVIDER=PR1`, `PLACE=${some}, PLACE_PROVIDER=PR1`],
        year,
      })
      flags('526', { Episodes: [`PLACE=${none}`, `! PLACE=${some}`], year })
    }
    held(2025, 'Z1', 'Z11')
    held(2026, 'Z14', 'Z1')
  })

  test('210: who has short breaks only is not looked after when the year ends', () => {
    flags('210', {
      Header: ['CHILD=a, UPN=UN4', '! CHILD=b, UPN=UN4'],
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, RNE=S, LS=V4',
        '! CHILD=b, DECOM=23/03/2027, RNE=S, LS=V2',
        'CHILD=b, DECOM=01/05/2026, RNE=S, LS=V3, DEC=02/05/2026, REC=E4A',
      ],
    })
  })

  test('117: the latest episode that did not end in another', () => {
    const on = (mark: string, day: string, ...more: readonly string[]) =>
      flags('117', {
        Episodes: [`${mark}CHILD=a, DECOM=01/05/2025, DEC=10/06/2026, REC=E4A`, ...more],
        PlacedAdoption: [`${mark}CHILD=a, DATE_PLACED=${day}`],
      })
    on('', '10/06/2026')
    on('! ', '11/06/2026')
    on('! ', '11/06/2026', 'CHILD=a, DECOM=01/07/2026, DEC=01/08/2026, REC=X1')
    on('', '11/06/2026', 'CHILD=a, DECOM=01/07/2026')
    on('! ', '11/06/2026', 'CHILD=a, REC=E4A')
  })
})
