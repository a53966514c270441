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
  })

  test('who is UASC no longer had an end within last year, and has none told now', () => {
    const year = (last: string, now: string, mark: string) =>
      flags('205A', {
        Header: [`${mark}CHILD=a, UASC=0`],
        UASC: [`${mark}CHILD=a, DUC=${now}`],
        Header_last: ['CHILD=a, UASC=1'],
        UASC_last: [`CHILD=a, DUC=${last}`],
      })
    year('01/04/2025', '', '')
    year('31/03/2026', '', '')
    year('31/03/2025', '', '! ')
    year('01/04/2026', '', '! ')
    year('31/03/2026', '31/03/2026', '! ')
    year('31/03/2026', 'soon', '! ')
  })

  const both = (last: string, now: string, mark: string, born = '10/06/2009') =>
    flags('205B', {
      Header: [`${mark}CHILD=a`],
      UASC: [`${mark}CHILD=a, DOB=${born}, DUC=${now}`],
      Header_last: ['CHILD=a'],
      UASC_last: [`CHILD=a, DUC=${last}`],
    })

  test('a status that went on ends on the 18th birthday, or within this year', () => {
    both('10/06/2027', '10/06/2027', '')
    both('10/06/2027', '01/04/2026', '')
    both('10/06/2027', '31/03/2027', '')
    both('10/06/2027', '31/03/2026', '! ')
    both('10/06/2027', '01/04/2027', '! ')
    both('09/06/2027', '10/06/2027', '! ')
    both('31/03/2026', '10/06/2027', '! ')
  })

  test('a blank contradicts nothing, and without a day of birth nothing is known of the 18th birthday', () => {
    both('', '10/06/2027', '')
    both('10/06/2027', '', '')
    both('', '11/06/2027', '! ')
    both('01/01/2027', '11/06/2027', '', '')
  })

  test('an end told last year is one too many for who was UASC in neither', () => {
    const told = (last: string, mark: string) =>
      flags('205C', {
        Header: [`${mark}CHILD=a, UASC=0`],
        UASC: [`${mark}CHILD=a`],
        Header_last: ['CHILD=a, UASC=0'],
        UASC_last: [`CHILD=a, DUC=${last}`],
      })
    told('10/06/2025', '! ')
    told('', '')
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
