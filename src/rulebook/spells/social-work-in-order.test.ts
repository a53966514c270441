/** One social worker after another, and all the time in care: days between, days together, and the last. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('one social worker after another', () => {
  test('the one before is the one who began before, whatever the order of the file', () => {
    flags('SW08STG2', {
      SWEpisodes: [
        '! CHILD=a, SW_DECOM=01/06/2026',
        'CHILD=b, SW_DECOM=01/06/2026',
        'CHILD=a, SW_DECOM=01/05/2026',
        'CHILD=b, SW_DECOM=01/05/2026, SW_DEC=soon',
        'CHILD=c, SW_DECOM=01/05/2026',
        'CHILD=c',
      ],
    })
  })

  test('two may be there for seven days, or for longer at first contact', () => {
    flags('SW10STG2', {
      SWEpisodes: [
        '! CHILD=a, SW_DECOM=01/06/2026, SW_REASON=LEFTRL',
        'CHILD=b, SW_DECOM=01/06/2026, SW_REASON=FCONTA',
        '! CHILD=c, SW_DECOM=01/06/2026',
        'CHILD=d, SW_DECOM=02/06/2026',
        ...['a', 'b', 'c', 'd'].map(each => `CHILD=${each}, SW_DECOM=01/05/2026, SW_DEC=09/06/2026`),
        'CHILD=e, SW_DECOM=01/05/2026',
        'CHILD=e, SW_DECOM=02/05/2026',
      ],
    })
  })

  test('five days may lie between, and after the end of the year all of them', () => {
    flags('SW11aSTG2', {
      SWEpisodes: [
        'CHILD=a, SW_DECOM=06/06/2023',
        '! CHILD=b, SW_DECOM=07/06/2023',
        ...['a', 'b'].map(each => `CHILD=${each}, SW_DECOM=01/05/2023, SW_DEC=01/06/2023`),
        'CHILD=c, SW_DECOM=01/05/2023, SW_DEC=31/03/2024',
        'CHILD=c, SW_DECOM=01/05/2024',
        '! CHILD=d',
        'CHILD=d, SW_DECOM=01/05/2023, SW_DEC=25/03/2024',
      ],
    })
  })

  test('the last may not end before the year does, and since 2025-26 not at all', () => {
    const SWEpisodes = (code: string) => [
      'CHILD=a, SW_DECOM=01/06/2025',
      'CHILD=a, SW_DECOM=01/05/2025, SW_DEC=01/06/2025',
      '! CHILD=b, SW_DECOM=01/06/2025, SW_DEC=30/03/2026',
      'CHILD=b, SW_DECOM=01/05/2025',
      `${code === 'SW17STG2' ? '! ' : ''}CHILD=c, SW_DECOM=01/05/2025, SW_DEC=31/03/2026`,
    ]
    for (const code of ['SW11bSTG2', 'SW17STG2']) flags(code, { SWEpisodes: SWEpisodes(code), year: 2026 })
  })

  test('each but the last has an end, be it none that can be read', () => {
    flags('SW14STG2', {
      SWEpisodes: [
        'CHILD=a, SW_DECOM=01/07/2023',
        '! CHILD=a, SW_DECOM=01/06/2023',
        'CHILD=a, SW_DECOM=01/05/2023, SW_DEC=soon',
        '! CHILD=b, SW_DECOM=01/07/2023',
        'CHILD=b',
      ],
    })
  })
})

suite('social workers beside care', () => {
  test('who left on the last day is not looked after when the year ends', () => {
    flags('SW01STG1', {
      Episodes: [
        '! CHILD=a, DECOM=31/03/2024',
        'CHILD=a, DECOM=01/05/2023, DEC=31/03/2024',
        '! CHILD=b, DECOM=01/05/2023, DEC=01/04/2024',
        'CHILD=c, DECOM=01/04/2024',
        'CHILD=d',
        '! CHILD=e, DECOM=01/05/2023',
        'CHILD=f, DECOM=01/05/2023',
      ],
      SWEpisodes: [
        'CHILD=e, SW_DECOM=soon, SW_ID=SW1',
        'CHILD=f, SW_DECOM=soon, SW_ID=SW1',
        'CHILD=f, SW_REASON=LEFTRL',
      ],
    })
  })

  test('who has short breaks when the year ends is not looked after', () => {
    for (const [code, year] of [
      ['SW01STG1', 2024],
      ['SW12STG2', 2026],
    ] as const) {
      const began = `01/05/${year - 1}`
      flags(code, {
        Episodes: [
          `CHILD=a, DECOM=${began}, LS=V3`,
          `CHILD=b, DECOM=${began}, LS=V4`,
          `! CHILD=c, DECOM=${began}, LS=V2`,
        ],
        SWEpisodes: ['CHILD=other'],
        year,
      })
    }
  })

  test('SW12STG2: the days of a short break before the child came into care are not asked', () => {
    flags('SW12STG2', {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, DEC=01/07/2026, REC=X1, LS=V3',
        'CHILD=a, DECOM=01/07/2026, LS=C2',
      ],
      SWEpisodes: ['CHILD=a, SW_DECOM=01/07/2026'],
    })
  })

  const covered = (says: string, mark: '! ' | '', ...rows: readonly string[]) => {
    test(`SW12STG2: ${says}`, () => {
      flags('SW12STG2', {
        Episodes: [
          `${mark}CHILD=a, DECOM=01/07/2026`,
          'CHILD=a, DECOM=01/05/2026, DEC=01/07/2026, REC=X1',
          'CHILD=left, DECOM=01/05/2026, DEC=31/03/2027, REC=E8',
        ],
        SWEpisodes: rows.map(row => `${mark}CHILD=a, ${row}`),
      })
    })
  }

  covered('one for all of the time', '', 'SW_DECOM=01/05/2026')
  covered('one from long before', '', 'SW_DECOM=01/01/2020')
  covered('none', '! ')
  covered('none from the sixth day after the child came', '! ', 'SW_DECOM=07/05/2026')
  covered('five days without one', '', 'SW_DECOM=06/06/2026', 'SW_DECOM=01/05/2026, SW_DEC=01/06/2026')
  covered('six days without one', '! ', 'SW_DECOM=07/06/2026', 'SW_DECOM=01/05/2026, SW_DEC=01/06/2026')
  covered('none for the last week', '! ', 'SW_DECOM=01/05/2026, SW_DEC=25/03/2027')
  covered(
    'one within the time of another',
    '',
    'SW_DECOM=01/05/2026',
    'SW_DECOM=01/06/2026, SW_DEC=02/06/2026',
  )
})
