/** Unaccompanied children: which word counts, birthdays, blanks and children of one return only. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('unaccompanied asylum-seeking children', () => {
  test('the year of the return decides', () => {
    flags('104', { UASC: ['! DUC=01/04/2022', 'DUC=01/04/2023', 'DUC=05/05/2030'], year: 2024 })
  })

  test('the status may end on the 18th birthday, and somebody born on 29 February has it on 1 March', () => {
    flags('304', {
      UASC: ['DOB=29/02/2008, DUC=01/03/2026', '! DOB=29/02/2008, DUC=02/03/2026', 'DOB=29/02/2008'],
    })
  })

  test('without a flag, who is in the UASC file is UASC', () => {
    flags('303', { Header: ['CHILD=a'], UASC: ['CHILD=a, DUC=10/06/2026'] })
    flags('303', {
      Header: ['CHILD=b, UASC=0', '! CHILD=a, UASC=0'],
      UASC: ['CHILD=b', '! CHILD=a, DUC=soon', 'CHILD=gone, DUC=10/06/2026'],
    })
  })

  const before = { Header_last: ['CHILD=a', 'CHILD=b'], UASC_last: ['CHILD=a, DUC=10/06/2026', 'CHILD=b'] }

  test('the flag counts more than the file', () => {
    flags('205A', {
      ...before,
      Header: ['! CHILD=a, UASC=0', 'CHILD=b, UASC=1'],
      UASC: ['! CHILD=a, DUC=10/06/2026', 'CHILD=b'],
    })
    flags('205A', { ...before, Header: ['CHILD=a, UASC=0'], UASC: ['CHILD=a, DUC=31/03/2026'] })
  })

  test('a day that only one year tells agrees with the other', () => {
    flags('205B', { ...before, Header: ['CHILD=a', 'CHILD=b'], UASC: ['CHILD=a', 'CHILD=b, DUC=10/06/2026'] })
    flags('205B', { ...before, Header: ['! CHILD=a'], UASC: ['! CHILD=a, DUC=10/05/2026'] })
  })

  test('UASC in either year is not the matter of 205C, and a newcomer not of 205D', () => {
    flags('205C', { ...before, Header: ['CHILD=a, UASC=0'], UASC: ['CHILD=a, DUC=10/06/2026'] })
    flags('205C', { ...before, Header: ['CHILD=c, UASC=0'], UASC: ['CHILD=c, DUC=10/06/2026'] })
    flags('205D', { ...before, Header: ['CHILD=a', 'CHILD=c'], UASC: ['CHILD=a', 'CHILD=c'] })
    flags('205D', {
      Header: ['CHILD=b', '! CHILD=a, UASC=1'],
      UASC: ['CHILD=other'],
      Header_last: ['CHILD=a, UASC=0', 'CHILD=b'],
      UASC_last: ['CHILD=a'],
    })
  })
})
