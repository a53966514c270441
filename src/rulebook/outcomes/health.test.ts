/** Health, substances and conviction: exact birthdays, half-filled rows, and who was looked after all year. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'
import { allYear } from './examples.ts'

suite('looked after all year', () => {
  const child = (says: string, example: readonly string[]) => {
    test(says, () => {
      const Episodes = [...example, allYear('b')]
      flags('190', { Episodes, OC2: ['CHILD=b, TEETH_CHECK=1', '! CHILD=a, TEETH_CHECK=1'] })
    })
  }
  const allOfIt = (says: string, Episodes: readonly string[]) => {
    test(says, () => {
      flags('190', { Episodes, OC2: ['CHILD=a, TEETH_CHECK=1'] })
    })
  }

  allOfIt('who came on the first day was', ['CHILD=a, DECOM=01/04/2026, RNE=S'])
  child('who came on the second was not', ['CHILD=a, DECOM=02/04/2026, RNE=S'])
  allOfIt('who moves is', [
    'CHILD=a, DECOM=10/06/2026, RNE=P',
    'CHILD=a, DECOM=01/03/2026, RNE=S, DEC=10/06/2026, REC=X1',
  ])
  child('who left on the last day was not', ['CHILD=a, DECOM=01/03/2026, RNE=S, DEC=31/03/2027, REC=E4A'])
  allOfIt('who leaves after it was', ['CHILD=a, DECOM=01/03/2026, RNE=S, DEC=01/04/2027, REC=E4A'])
  child('who left and came back on another day was not', [
    'CHILD=a, DECOM=01/03/2026, RNE=S, DEC=10/06/2026, REC=E4A',
    'CHILD=a, DECOM=12/06/2026, RNE=S',
  ])
  child('who had left before the year was not', ['CHILD=a, DECOM=01/03/2025, RNE=S, DEC=31/03/2026, REC=E4A'])
  child('whose first episode is late was not', ['CHILD=a, DECOM=10/06/2026, RNE=L'])
  child('who had short breaks was not', ['CHILD=a, DECOM=01/03/2026, RNE=S, LS=V4'])
  allOfIt('whose short breaks were over before was', [
    'CHILD=a, DECOM=01/02/2026, RNE=S, LS=V3, DEC=02/02/2026, REC=E4A',
    'CHILD=a, DECOM=01/03/2026, RNE=S, LS=C2',
  ])
  child('whose last episode ends without a reason was not', [
    'CHILD=a, DECOM=01/03/2026, RNE=S, DEC=10/06/2026',
  ])
  allOfIt('an end without a reason is none where the next begins that day', [
    'CHILD=a, DECOM=01/03/2026, RNE=S, DEC=10/06/2026',
    'CHILD=a, DECOM=10/06/2026, RNE=P',
  ])
})

suite('health and conviction', () => {
  const Episodes = ['a', 'b', 'c'].map(allYear)

  test('a row is filled in or blank', () => {
    flags('181', { OC2: ['! SUBSTANCE_MISUSE=true', 'SDQ_SCORE=12', '! CONVICTED=01'] })
    flags('182', {
      OC2: ['! SDQ_SCORE=12', 'CHILD=a', '! INTERVENTION_OFFERED=1', '! IMMUNISATIONS=0, TEETH_CHECK=0'],
    })
    flags('544', { OC2: ['! CONVICTED=0', 'IMMUNISATIONS=1'] })
    flags('547', {
      OC2: [
        '! HEALTH_CHECK=0',
        'HEALTH_CHECK=0, IMMUNISATIONS=0, TEETH_CHECK=0, HEALTH_ASSESSMENT=0, SUBSTANCE_MISUSE=0',
      ],
    })
  })

  test('who has no row at all is asked for by the episodes', () => {
    flags('191', {
      Episodes: [`! ${allYear('a')}`, allYear('b'), 'CHILD=c, DECOM=02/04/2026, RNE=S'],
      OC2: ['! CHILD=b', 'CHILD=d'],
    })
  })

  test('the age is that of the last day', () => {
    flags('546', { OC2: ['! DOB=29/02/2020, HEALTH_CHECK=0', 'HEALTH_CHECK=0'], year: 2025 })
    flags('545', { Episodes, OC2: ['CHILD=a, DOB=31/03/2022', '! CHILD=b, DOB=02/04/2026', 'CHILD=c'] })
    flags('542', { OC2: ['! DOB=01/04/2017, CONVICTED=1', 'CONVICTED=1'] })
    flags('543', { Episodes, OC2: ['! CHILD=a, DOB=31/03/2017', 'CHILD=b', 'CHILD=z, DOB=31/03/2010'] })
  })

  test('help is told in one way', () => {
    flags('158', { OC2: ['! INTERVENTION_RECEIVED=1, INTERVENTION_OFFERED=0', 'INTERVENTION_OFFERED=1'] })
    flags('159', { OC2: ['SUBSTANCE_MISUSE=1', '! SUBSTANCE_MISUSE=1, INTERVENTION_RECEIVED=0', ''] })
    flags('192', { OC2: ['! SUBSTANCE_MISUSE=1, INTERVENTION_OFFERED=1', 'INTERVENTION_OFFERED=1'] })
    flags('193', { OC2: ['! SUBSTANCE_MISUSE=9, INTERVENTION_OFFERED=0', 'SUBSTANCE_MISUSE=1', ''] })
  })
})
