/** What a row of social work must say in each year, and how it goes on from last year's return. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('what a row of social work says', () => {
  test('is asked more of since 1 April 2023', () => {
    flags('SW01aSTG1', {
      SWEpisodes: ['! SW_DECOM=01/01/2010', 'SW_DECOM=soon', 'SW_REASON=LEFTRL', 'SW_DECOM=01/04/2023'],
    })
    flags('SW01bSTG1', {
      SWEpisodes: [
        '! SW_DECOM=01/05/2024',
        '! SW_ID=SW01',
        '! SW_REASON=LEFTRL',
        'SW_DECOM=soon',
        'SW_DECOM=31/03/2023',
        'SW_DEC=01/05/2024',
      ],
    })
  })

  test('was asked whole in 2023-24, and a day that cannot be read is told', () => {
    flags('SW03STG1', {
      SWEpisodes: [
        'SW_ID=1, SW_DECOM=soon, SW_REASON=1',
        '! SW_DECOM=01/01/2010, SW_REASON=LEFTRL',
        '! SW_ID=',
      ],
    })
  })

  test('names the social worker by a number, since 2025-26 by more than two letters', () => {
    flags('SW02STG1', { SWEpisodes: ['SW_ID=SW', 'SW_ID=XX1', '! SW_ID=sw123', '! SW_ID=1SW'], year: 2025 })
    flags('SW02STG1', {
      SWEpisodes: ['! SW_ID=SW1', '! SW_ID=XX', 'SW_ID=SW12', '! SW_ID=xx123'],
      year: 2026,
    })
  })

  test('has days that exist', () => {
    flags('SW04STG1', { SWEpisodes: ['! SW_DECOM=29/02/2026', 'SW_DECOM=29/02/2024', 'SW_DEC=soon'] })
    flags('SW05STG1', { SWEpisodes: ['! SW_DEC=29/02/2026', 'SW_DEC=29/02/2024', 'SW_DECOM=soon'] })
    flags('SW09STG2', {
      SWEpisodes: [
        'SW_DECOM=soon, SW_DEC=soon',
        '! SW_DECOM=1/5/2026, SW_DEC=01/05/2026',
        'SW_DEC=01/05/2026',
      ],
    })
  })

  test('begins no later than the year ends, and ends in it or, since 2024-25, in the year before', () => {
    flags('SW06STG2', {
      SWEpisodes: ['SW_DECOM=31/03/2024', '! SW_DECOM=01/04/2024', 'SW_DECOM=soon'],
      year: 2024,
    })
    flags('SW07STG2', {
      SWEpisodes: ['! SW_DEC=31/03/2023', 'SW_DEC=01/04/2023', '! SW_DEC=01/04/2024', 'SW_DEC=soon'],
      year: 2024,
    })
    flags('SW07STG2', {
      SWEpisodes: ['! SW_DEC=31/03/2023', 'SW_DEC=01/04/2023', '! SW_DEC=01/04/2025', 'SW_DEC='],
      year: 2025,
    })
  })

  test('gives a reason; that there is none is the matter of another rule in 2023-24', () => {
    flags('SW13STG1', {
      SWEpisodes: ['SW_DECOM=01/05/2023', '! SW_REASON=leftrl', 'SW_REASON=OTHERS'],
      year: 2024,
    })
    flags('SW13STG1', {
      SWEpisodes: [
        '! SW_DECOM=01/04/2023',
        'SW_DECOM=31/03/2023',
        '',
        '! SW_DECOM=31/03/2023, SW_REASON=NONE',
      ],
      year: 2025,
    })
    flags('SW15STG2', {
      SWEpisodes: [
        '! SW_DECOM=01/04/2025',
        '! SW_DECOM=31/03/2026',
        'SW_DECOM=31/03/2025',
        'SW_DECOM=01/04/2026',
        '',
      ],
    })
  })
})

suite("last year's social worker", () => {
  test('is compared with the first of this year, where nothing has ended', () => {
    const cells = { SW16aSTG2: 'SW_REASON=LEFTRL', SW16bSTG2: 'SW_DECOM=01/05/2025', SW16cSTG2: 'SW_ID=SW01' }
    for (const [code, cell] of Object.entries(cells)) {
      flags(code, {
        SWEpisodes: [`CHILD=a, ${cell}`, '! CHILD=b', 'CHILD=c', `CHILD=new, ${cell}`],
        SWEpisodes_last: [
          `CHILD=c, ${cell}, SW_DEC=01/06/2025`,
          `CHILD=b, ${cell}`,
          `CHILD=a, ${cell}`,
          'CHILD=a, SW_DEC=01/05/2025',
        ],
      })
    }
    flags('SW16cSTG2', {
      SWEpisodes: ['CHILD=a, SW_ID=SW02, SW_DECOM=01/06/2026', 'CHILD=a, SW_ID=SW01, SW_DECOM=01/05/2025'],
      SWEpisodes_last: ['CHILD=a, SW_ID=SW01, SW_DECOM=01/05/2025'],
    })
  })
})
