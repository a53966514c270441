/** Care leavers beside their time in care: thirteen weeks to the day, and who is in care still. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'
import { told } from './examples.ts'

suite('thirteen weeks in care', () => {
  const asked = (
    says: string,
    episodes: readonly string[],
    mark: '! ' | '',
    last: readonly string[] = [],
  ) => {
    test(says, () => {
      flags('1001', {
        Header: ['CHILD=b, DOB=01/06/2009', 'CHILD=a, DOB=01/06/2009'],
        Episodes: ['CHILD=b, LS=C2, DECOM=01/01/2020', ...episodes.map(each => `CHILD=a, ${each}`)],
        ...(last.length > 0 && { Episodes_last: last.map(each => `CHILD=a, ${each}`) }),
        OC3: [`${mark}${told('a')}`, told('b'), 'CHILD=a', told('nobody')],
      })
    })
  }

  asked('91 days are enough', ['LS=C2, DECOM=01/05/2025, DEC=31/07/2025'], '')
  asked('90 are not', ['LS=C2, DECOM=01/05/2025, DEC=30/07/2025'], '! ')
  asked(
    'they may be in two parts, in any order of the file',
    ['LS=C2, DECOM=01/05/2026, DEC=01/07/2026', 'LS=C2, DECOM=01/06/2024, DEC=01/07/2024'],
    '',
  )
  asked('days before the 14th birthday do not count', ['LS=C2, DECOM=01/01/2023, DEC=31/08/2023'], '! ')
  asked('a stay until the 16th birthday is not at 16', ['LS=C2, DECOM=01/06/2024, DEC=01/06/2025'], '! ')
  asked('a stay until the day after it is', ['LS=C2, DECOM=01/06/2024, DEC=02/06/2025'], '')
  asked('short breaks do not count', ['LS=V4, DECOM=01/06/2024, DEC=01/06/2026'], '! ')
  asked('one without an end goes on to the end of the year', ['LS=C2, DECOM=01/01/2027'], '! ')
  asked('and counts its last day', ['LS=C2, DECOM=31/12/2026'], '')
  asked(
    "days of last year's return count, and those told twice once",
    ['LS=C2, DECOM=01/05/2026, DEC=01/07/2026'],
    '! ',
    ['LS=C2, DECOM=01/05/2026, DEC=01/07/2026'],
  )
  asked(
    "an episode of last year's return makes the difference",
    ['LS=C2, DECOM=01/05/2026, DEC=01/07/2026'],
    '',
    ['LS=C2, DECOM=01/06/2024, DEC=01/07/2024'],
  )

  test('nothing is said of somebody whose birth is not known, and OC3 tells it where the Header does not', () => {
    const Episodes = ['CHILD=a, LS=C2, DECOM=01/05/2026', 'CHILD=b, LS=C2, DECOM=01/03/2027']
    flags('1001', { Header: ['CHILD=x'], Episodes, OC3: ['CHILD=b, IN_TOUCH=YES', `! ${told('b')}`] })
  })
})

suite('care leavers who are in care', () => {
  test('death is asked of every episode', () => {
    flags('1000', {
      Episodes: [
        'CHILD=a, DECOM=01/07/2026, DEC=01/08/2026, REC=E8',
        '! CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=E2',
        '! CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, REC=E2',
      ],
      OC3: ['! CHILD=b', '! CHILD=a, ACCOM=0', 'CHILD=c, IN_TOUCH=DIED'],
    })
  })

  test('death and another authority are looked for in every return at hand', () => {
    const gone = (code: string, reason: string) => {
      const past = (child: string) => [`CHILD=${child}, DECOM=01/05/2023, DEC=01/06/2023, REC=${reason}`]
      flags(code, {
        Episodes: ['CHILD=c, DECOM=01/05/2026, DEC=01/06/2026, REC=E8'],
        Episodes_last: [...past('a'), 'CHILD=d, DECOM=01/05/2025, DEC=01/06/2025, REC=E8'],
        earlier: { 2024: { Episodes: past('b') } },
        OC3: ['! CHILD=a, ACCOM=0', '! CHILD=b, ACCOM=0', 'CHILD=c, ACCOM=0', 'CHILD=d, ACCOM=0'],
      })
    }
    gone('1000', 'E2')
    gone('1011', 'E3')
  })

  test('another authority is the matter of the last episode alone, whichever return tells it', () => {
    flags('1011', {
      Episodes: ['CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=E8'],
      Episodes_last: ['CHILD=a, DECOM=01/05/2025, DEC=01/06/2025, REC=E3'],
      OC3: ['CHILD=a, ACCOM=0'],
    })
  })

  test('the last episode by its day decides, and the age on the last day of the year', () => {
    flags('1007', {
      Episodes: [
        '! CHILD=a, DECOM=01/06/2026',
        'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=X1',
        'CHILD=b, DECOM=01/06/2026, DEC=01/07/2026, REC=E8',
        'CHILD=b, DECOM=01/05/2026',
        '! CHILD=c, DECOM=01/05/2026',
        'CHILD=d, DECOM=01/05/2026',
        'CHILD=e, DECOM=01/05/2026',
        'CHILD=f, DECOM=01/05/2026, DEC=soon',
      ],
      OC3: [
        `! ${told('a', '31/03/2010')}`,
        told('b'),
        `! ${told('c', '01/04/2008')}`,
        told('d', '31/03/2008'),
        told('e', '01/04/2010'),
        told('f'),
        'CHILD=a, DOB=31/03/2010',
      ],
    })
  })

  test('who came back after another authority took over is a care leaver here', () => {
    flags('1011', {
      Episodes: [
        'CHILD=a, DECOM=01/07/2026',
        'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=E3',
        '! CHILD=b, DECOM=01/07/2026, DEC=01/08/2026, REC=E3',
        'CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, REC=E8',
        'CHILD=c, DECOM=01/05/2026, DEC=01/06/2026, REC=E3',
      ],
      OC3: ['CHILD=c', `! ${told('b')}`, told('a')],
    })
  })

  test('care may end on the birthday that is asked about; a birthday of another year is not', () => {
    flags('1016', {
      Episodes: [
        'CHILD=a, DECOM=01/05/2023, DEC=01/06/2023, REC=E8',
        '! CHILD=b, DECOM=01/05/2023, DEC=02/06/2023, REC=E8',
        'CHILD=c, DECOM=01/05/2023, DEC=02/06/2023, REC=E8',
        'CHILD=d, DECOM=01/05/2023',
        '! CHILD=e, DECOM=01/04/2023, DEC=02/04/2023, REC=E8',
        'CHILD=f, DECOM=01/05/2023, DEC=31/03/2024, REC=E8',
      ],
      OC3: [
        told('a', '01/06/2005'),
        `! ${told('b', '01/06/2006')}`,
        told('c', '01/06/2004'),
        told('d', '01/06/2006'),
        `! ${told('e', '01/04/2006')}`,
        told('f', '31/03/2006'),
      ],
      year: 2024,
    })
  })
})
