/** How old a child is when care begins and ends: the birthday itself, 29 February, and children of no Header. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('ages when care begins', () => {
  test('somebody born on 29 February has a birthday on 1 March', () => {
    flags('352', {
      Header: ['CHILD=a, DOB=29/02/2008', '! CHILD=b, DOB=29/02/2008'],
      Episodes: ['CHILD=a, RNE=S, DECOM=28/02/2026', '! CHILD=b, RNE=S, DECOM=01/03/2026'],
    })
    flags('358', {
      Header: ['! CHILD=a, DOB=29/02/2016', 'CHILD=b, DOB=29/02/2016'],
      Episodes: ['! CHILD=a, LS=J3, DECOM=28/02/2026', 'CHILD=b, LS=J2, DECOM=01/03/2026'],
    })
  })

  test('only the first episode of a child can begin before birth', () => {
    flags('302', {
      Header: ['! CHILD=a, DOB=01/06/2026', 'CHILD=b'],
      Episodes: [
        'CHILD=a, DECOM=31/05/2026',
        '! CHILD=a, DECOM=01/05/2026',
        'CHILD=b, DECOM=01/05/2026',
        'CHILD=c, DECOM=01/05/2026',
      ],
    })
  })

  test('an open episode is asked about on the last day of the year', () => {
    flags('359', {
      Header: ['! CHILD=a, DOB=30/03/2006', 'CHILD=b, DOB=31/03/2006', 'CHILD=c, DOB=30/03/2006'],
      Episodes: [
        '! CHILD=a, LS=V2, PLACE=K1',
        'CHILD=a, LS=C2, DEC=30/03/2024',
        'CHILD=b, LS=C2',
        'CHILD=c, LS=C2, DEC=soon',
        'CHILD=d, LS=C2',
      ],
      year: 2024,
    })
  })
})

suite('ages in placements', () => {
  test('a code that is not of the year is the matter of another rule', () => {
    const rows = (h5: string, k3: string) => ({
      Header: ['CHILD=a, DOB=01/05/2015'],
      Episodes: [
        `${h5}CHILD=a, PLACE=H5, DECOM=01/05/2023`,
        `${k3}CHILD=a, PLACE=K3, DECOM=01/05/2023`,
        'CHILD=b, PLACE=K3, DECOM=01/05/2023',
      ],
    })
    flags('371', { ...rows('! ', ''), year: 2023 })
    flags('371', { ...rows('! ', '! '), year: 2024 })
    flags('371', { ...rows('', '! '), year: 2026 })
  })

  for (const [code, place, year, age] of [
    ['370', 'P2', 2023, 15],
    ['370', 'P2', 2024, 16],
    ['371', 'H5', 2023, 14],
    ['371', 'H5', 2024, 16],
    ['371', 'K3', 2025, 16],
    ['371', 'K3', 2027, 16],
  ] as const) {
    test(`${code}: in ${year}, ${age} is old enough for ${place}`, () => {
      const row = (child: string) => `CHILD=${child}, PLACE=${place}, DECOM=01/03/${year}`
      flags(code, {
        Header: [
          `CHILD=a, DOB=28/02/${year - age}`,
          `CHILD=b, DOB=01/03/${year - age}`,
          `CHILD=c, DOB=02/03/${year - age}`,
        ],
        Episodes: [row('a'), row('b'), `! ${row('c')}`],
        year,
      })
    })
  }

  for (const [code, place, born] of [
    ['370', 'P2', 2008],
    ['372', 'R5', 2013],
    ['373', 'S1', 2019],
    ['374', 'P3', 2009],
  ] as const) {
    test(`${code}: the day of birth need not be known, nor the day the episode begins`, () => {
      flags(code, {
        Header: ['CHILD=b', `CHILD=c, DOB=01/03/${born}`],
        Episodes: [
          `! CHILD=c, PLACE=${place}, DECOM=28/02/2023`,
          `CHILD=c, PLACE=${place}, DECOM=01/03/2023`,
          `CHILD=b, PLACE=${place}, DECOM=28/02/2023`,
          `CHILD=c, PLACE=${place}, DEC=28/02/2023`,
        ],
        year: 2023,
      })
    })
  }
})

suite('ages when care ends', () => {
  for (const [code, reason, year] of [
    ['387', 'E6', 2012],
    ['389', 'E7', 2010],
    ['460', 'E17', 2008],
  ] as const) {
    test(`${code}: the child is old enough from the birthday on`, () => {
      flags(code, {
        Header: [`CHILD=a, DOB=01/03/${year}`, `CHILD=b, DOB=28/02/${year}`, 'CHILD=c'],
        Episodes: [
          `! CHILD=a, DEC=28/02/2026, REC=${reason}`,
          `CHILD=b, DEC=28/02/2026, REC=${reason}`,
          `CHILD=c, DEC=28/02/2026, REC=${reason}`,
          `CHILD=a, REC=${reason}`,
          `CHILD=d, DEC=28/02/2026, REC=${reason}`,
        ],
      })
    })
  }

  for (const [code, reason] of [
    ['386', 'E12'],
    ['407', 'E48'],
  ] as const) {
    test(`${code}: the 18th birthday is too late`, () => {
      flags(code, {
        Header: ['CHILD=a, DOB=29/02/2008', '! CHILD=b, DOB=28/02/2008', 'CHILD=c, DOB=28/02/2000'],
        Episodes: [
          `CHILD=a, DEC=28/02/2026, REC=${reason}`,
          `! CHILD=b, DEC=28/02/2026, REC=${reason}`,
          `CHILD=c, DEC=, REC=${reason}`,
          `CHILD=d, DEC=28/02/2026, REC=${reason}`,
        ],
      })
    })
  }
})
