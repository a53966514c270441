/** Who a child is: the years of a code, blanks, days that do not exist, pupil numbers and birthdays. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('who a child is', () => {
  test('sex is written in figures until 2023-24, and in letters since', () => {
    flags('101', { Header: ['SEX=1', 'SEX=2', '! SEX=M', '! SEX=U', '! SEX='], year: 2024 })
    flags('101', { Header: ['! SEX=1', '! SEX=m', 'SEX=F', 'SEX=U'], year: 2025 })
    flags('232', { Header: ['! SEX=u', 'SEX=X'], year: 2025 })
  })

  test('a day of birth is a day that was', () => {
    flags('102', { Header: ['DOB=29/02/2024', '! DOB=29/02/2023', '! DOB=00/01/2012', '! DOB=01/05/12'] })
  })

  test('an ethnic group is one of twenty, as written', () => {
    flags('103', { Header: ['ETHNIC=NOBT', 'ETHNIC=REFU', 'ETHNIC=WROM', '! ETHNIC=wbri', '! ETHNIC=W BRI'] })
  })

  test('one flag of UASC among the rows asks for all of them', () => {
    flags('105', { Header: ['! UASC=', '! UASC=Y', 'UASC=1'] })
    flags('105', { Header: ['UASC=', 'SEX=F'] })
  })
})

suite('who a child was last year', () => {
  test('1 and 2 are M and F; what was blank has changed', () => {
    const Header_last = ['CHILD=a, SEX=1', 'CHILD=b, SEX=2', 'CHILD=c', 'CHILD=d, SEX=M']
    flags('202', {
      Header: ['! CHILD=d', '! CHILD=c, SEX=F', '! CHILD=b, SEX=M', 'CHILD=a, SEX=M'],
      Header_last,
      year: 2025,
    })
  })

  test('a day of birth is a day, not how it is written', () => {
    flags('203', {
      Header: ['CHILD=a, DOB=01/05/2012', 'CHILD=b, DOB=soon', '! CHILD=c, DOB=soon', '! CHILD=d'],
      Header_last: [
        'CHILD=d, DOB=01/05/2012',
        'CHILD=c, DOB=later',
        'CHILD=b, DOB=soon',
        'CHILD=a, DOB=1/5/2012',
      ],
    })
  })

  test('the case of an ethnic group is no change', () => {
    flags('204', {
      Header: ['CHILD=a, ETHNIC=wbri', '! CHILD=b, ETHNIC=REFU', 'CHILD=c'],
      Header_last: ['CHILD=b', 'CHILD=c', 'CHILD=a, ETHNIC=WBRI'],
    })
  })

  test('a pupil number becomes known and does not become unknown', () => {
    const number = 'UPN=H801200001001'
    flags('208', {
      Header: [
        `CHILD=a, ${number}`,
        '! CHILD=b, UPN=UN4',
        '! CHILD=c',
        'CHILD=d, UPN=UN2',
        '! CHILD=e, UPN=UN1',
        'CHILD=f, UPN=h801200001001',
        'CHILD=new, UPN=UN1',
      ],
      Header_last: [
        `CHILD=f, ${number}`,
        'CHILD=e, UPN=UN2',
        'CHILD=d, UPN=UN1',
        `CHILD=c, ${number}`,
        `CHILD=b, ${number}`,
        'CHILD=a',
      ],
    })
  })
})

suite('pupil numbers', () => {
  test('have a letter, and twelve figures or eleven and a letter', () => {
    flags('168', {
      Header: [
        'UPN=A12345678901Z',
        '! UPN=I123456789012',
        '! UPN=S123456789012',
        '! UPN=A12345678901',
        '! UPN=A1234567890123',
        '! UPN=a123456789012',
        '! UPN=UN0',
        'UPN=UN5',
      ],
    })
  })

  test('a child who was four on 31 August of the year before is of school age', () => {
    flags('209', {
      Header: [
        '! UPN=UN1, DOB=31/08/2020',
        'UPN=UN1, DOB=01/09/2020',
        'UPN=UN1',
        '! UPN=UN1, DOB=30/08/2020',
      ],
      year: 2026,
    })
    flags('209', { Header: ['! UPN=UN1, DOB=31/08/2017', 'UPN=UN1, DOB=01/09/2017'], year: 2023 })
  })

  test('a blank is the matter of rule 442, which asks children in care alone', () => {
    flags('168', { Header: ['UPN=', '! UPN=UN6'] })
    flags('442', {
      Header: ['! CHILD=a', 'CHILD=b', 'CHILD=leaver'],
      Episodes: ['CHILD=a, LS=C2', 'CHILD=b, LS=V4'],
    })
  })

  test('two rows of one child share a number, three children may not', () => {
    const number = 'UPN=H801200001001'
    flags('444', { Header: [`CHILD=a, ${number}`, `CHILD=a, ${number}`, 'CHILD=b, UPN=', 'CHILD=c, UPN='] })
    flags('444', {
      Header: [`! CHILD=a, ${number}`, 'CHILD=d, UPN=UN5', `! CHILD=b, ${number}`, `! CHILD=c, ${number}`],
      year: 2026,
    })
  })
})

suite('ages in the Header', () => {
  test('UASC are asked about until the day of the eleventh birthday', () => {
    flags('231', {
      Header: ['UASC=1, DOB=31/03/2014', '! UASC=1, DOB=01/04/2014', 'UASC=1', 'DOB=01/04/2014'],
      year: 2025,
    })
  })

  test('the last day of the year is of the year', () => {
    flags('301', { Header: ['DOB=31/03/2024', '! DOB=01/04/2024', 'DOB=01/04/2042x'], year: 2024 })
  })

  test('who turns 25 on the first day may be in the return, and who did the day before may not', () => {
    flags('351', { Header: ['DOB=02/04/1998', 'DOB=01/04/1998', '! DOB=31/03/1998', 'DOB='], year: 2024 })
    flags('351', { Header: ['! DOB=29/02/1996', 'DOB=29/02/2000'], year: 2024 })
  })
})
