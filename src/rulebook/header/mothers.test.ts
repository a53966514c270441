/** Girls who are mothers: both ways to write sex, blanks, birthdays, and what last year's return said. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('mothers in the Header', () => {
  test('sex is read as the year writes it', () => {
    flags('174', {
      Header: ['! SEX=1, MC_DOB=01/05/2022', 'SEX=2, MC_DOB=01/05/2022', 'MC_DOB=01/05/2022'],
      year: 2023,
    })
    flags('612', {
      Header: ['! SEX=2, MC_DOB=01/05/2022', 'SEX=1, MC_DOB=01/05/2022', 'SEX=2, MOTHER=0'],
      year: 2023,
    })
  })

  test('a day that cannot be read is filled in all the same', () => {
    flags('171', { Header: ['! MC_DOB=soon', '! MC_DOB=29/02/2025', 'MC_DOB=29/02/2024', 'MOTHER=1'] })
    flags('174', { Header: ['! SEX=M, MC_DOB=soon', 'SEX=U, MC_DOB=soon'] })
    flags('611', { Header: ['MOTHER=1, MC_DOB=soon', '! MOTHER=1, MC_DOB=', 'MOTHER='] })
    flags('612', { Header: ['! SEX=F, MC_DOB=soon', 'SEX=F, MOTHER=2, MC_DOB=soon', 'SEX=U, MC_DOB=soon'] })
  })

  test('she is 11 on her birthday', () => {
    flags('620', {
      Header: [
        'MOTHER=1, DOB=01/04/2012',
        '! MOTHER=1, DOB=02/04/2012',
        'MOTHER=1, DOB=soon',
        'DOB=02/04/2012',
      ],
      year: 2024,
    })
  })

  test('her child is younger than she, be it by a day', () => {
    flags('621', {
      Header: [
        'DOB=01/05/2008, MC_DOB=02/05/2008',
        '! DOB=01/05/2008, MC_DOB=30/04/2008',
        'MC_DOB=01/05/2008',
        'DOB=01/05/2008, MC_DOB=soon',
      ],
    })
  })
})

suite("mothers beside last year's return", () => {
  test('what was told and is blank has changed; what was blank may be told', () => {
    flags('624', {
      Header: ['! CHILD=a, MOTHER=1', 'CHILD=b, MC_DOB=01/05/2024', 'CHILD=new, MC_DOB=01/05/2024'],
      Header_last: ['CHILD=b', 'CHILD=a, MC_DOB=01/05/2024'],
    })
  })

  test('who became a mother before the year began was one last year, unless last year said nothing', () => {
    flags('626', {
      Header: [
        '! CHILD=a, MOTHER=1, MC_DOB=31/03/2024',
        'CHILD=b, MOTHER=1, MC_DOB=01/04/2024',
        'CHILD=c, MOTHER=1',
        'CHILD=d, MC_DOB=31/03/2024',
        'CHILD=new, MOTHER=1, MC_DOB=31/03/2024',
        'CHILD=e, MOTHER=1, MC_DOB=31/03/2024',
      ],
      Header_last: [...['a', 'b', 'c', 'd'].map(child => `CHILD=${child}, MOTHER=0`), 'CHILD=e'],
      year: 2025,
    })
  })
})
