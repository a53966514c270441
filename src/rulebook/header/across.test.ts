/** Children across the files: in the Header or not, twice, born on another day, and without episodes. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

const absent = {
  INT01: 'AD1',
  INT02: 'PlacedAdoption',
  INT03: 'Episodes',
  INT04: 'Missing',
  INT05: 'OC2',
  INT06: 'OC3',
  INT07: 'PrevPerm',
  INT08: 'Reviews',
  INT09: 'UASC',
} as const

const born = {
  INT11: 'AD1',
  INT12: 'PlacedAdoption',
  INT13: 'Missing',
  INT14: 'OC2',
  INT15: 'OC3',
  INT16: 'PrevPerm',
  INT17: 'Reviews',
  INT18: 'UASC',
} as const

const alone = {
  INT31: 'AD1',
  INT32: 'Header',
  INT33: 'OC2',
  INT34: 'OC3',
  INT35: 'PrevPerm',
  INT36: 'UASC',
} as const

suite('a child of another file', () => {
  for (const [code, file] of Object.entries(absent)) {
    test(`${code}: each row of it in ${file} is flagged, and a row without a child is not its matter`, () => {
      flags(code, {
        Header: ['CHILD=A', 'CHILD=b'],
        [file]: ['CHILD=b', '! CHILD=a', 'CHILD=', '! CHILD=a'],
      })
    })
  }

  for (const [code, file] of Object.entries(born)) {
    test(`${code}: a day in ${file} is compared where both are told`, () => {
      flags(code, {
        Header: ['CHILD=a, DOB=01/05/2012', 'CHILD=b', 'CHILD=c, DOB=01/05/2012', 'CHILD=d, DOB=soon'],
        [file]: [
          'CHILD=d, DOB=soon',
          '! CHILD=c, DOB=soon',
          'CHILD=c',
          'CHILD=b, DOB=01/05/2012',
          'CHILD=a, DOB=1/5/2012',
          '! CHILD=a, DOB=01/05/2013',
        ],
      })
    })
  }

  for (const [code, file] of Object.entries(alone)) {
    test(`${code}: three rows in ${file} are all flagged, and rows without a child are not one child`, () => {
      flags(code, { [file]: ['! CHILD=a', 'CHILD=', '! CHILD=a', 'CHILD=A', 'CHILD=', '! CHILD=a'] })
    })
  }

  test('a child twice in the Header by two days of birth may have either', () => {
    flags('INT11', {
      Header: ['CHILD=a, DOB=01/05/2012', 'CHILD=a, DOB=02/05/2012'],
      AD1: ['CHILD=a, DOB=02/05/2012', '! CHILD=a, DOB=03/05/2012'],
    })
  })

  test('1 and M are one sex; blank in either file is not compared', () => {
    flags('INT21', {
      Header: ['CHILD=a, SEX=1', 'CHILD=b, SEX=2', 'CHILD=c'],
      UASC: ['CHILD=c, SEX=F', '! CHILD=b, SEX=M', 'CHILD=b', 'CHILD=a, SEX=M', 'CHILD=other, SEX=M'],
    })
  })
})

suite('a child without episodes', () => {
  test('is asked about where there are no care leavers, or no episodes at all', () => {
    flags('EPI', { Header: ['! CHILD=a', '! CHILD=b'] })
    flags('EPI', { Header: ['CHILD=a', '! CHILD=b'], Episodes: ['CHILD=a', 'CHILD=a'] })
    flags('EPI', { Header: ['CHILD=a', '! CHILD=b'], OC3: ['CHILD=a'] })
  })

  test('last year is asked about by each episode that began before the year', () => {
    flags('NoE', {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026',
        '! CHILD=a, DECOM=31/03/2026',
        '! CHILD=a, DECOM=01/01/2026',
        'CHILD=b, DECOM=01/01/2026',
        'CHILD=c, DECOM=soon',
        'CHILD=d',
      ],
      Episodes_last: ['CHILD=b, DECOM=01/01/2020', 'CHILD=b'],
    })
  })
})
