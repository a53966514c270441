/** What is told of a care leaver: codes of the year, half-told rows, and birthdays. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('what is told of a care leaver', () => {
  test('codes are matched as written', () => {
    flags('131', { OC3: ['IN_TOUCH=RHOM', 'IN_TOUCH=NREQ', '! IN_TOUCH=yes', '! IN_TOUCH='] })
    flags('132', { OC3: ['ACTIV=0', 'ACTIV=G6', 'ACTIV=F5', '! ACTIV=F3', '! ACTIV=f1', '! ACTIV=1'] })
    flags('133', { OC3: ['ACCOM=0', 'ACCOM=Z2', 'ACCOM=B1', '! ACCOM=A1', '! ACCOM=T', '! ACCOM=1'] })
  })

  test('a row without any of the three is of nobody to tell of', () => {
    flags('153', { OC3: ['', '! ACCOM=0', '! IN_TOUCH=DIED, ACTIV=0', 'IN_TOUCH=NO, ACTIV=0, ACCOM=0'] })
    flags('391', { OC3: ['! DOB=01/04/2006, ACCOM=0', 'DOB=01/04/2006', 'IN_TOUCH=YES'], year: 2023 })
  })

  test('0 says nothing, and a blank does not say 0', () => {
    flags('344', { OC3: ['IN_TOUCH=RHOM', '! IN_TOUCH=RHOM, ACTIV=0, ACCOM=Z1', 'IN_TOUCH=NO, ACTIV=F1'] })
    flags('345', {
      OC3: ['IN_TOUCH=YES', '! IN_TOUCH=YES, ACCOM=0', '! IN_TOUCH=YES, ACTIV=0, ACCOM=0', 'ACTIV=0'],
    })
  })

  test('a foyer is for adults, and nobody without a day of birth is one or not', () => {
    flags('347', {
      OC3: ['! DOB=01/04/2006, ACCOM=T1', 'DOB=31/03/2006, ACCOM=T2', 'ACCOM=T1', 'DOB=01/04/2006, ACCOM=T'],
      year: 2024,
    })
  })

  test('who died last year is not told of again, not even by a blank row', () => {
    flags('348', {
      OC3: ['! CHILD=a', 'CHILD=b, IN_TOUCH=DIED', '! CHILD=c, IN_TOUCH=NO', 'CHILD=new, IN_TOUCH=NO'],
      OC3_last: [
        'CHILD=c, IN_TOUCH=YES',
        'CHILD=c, IN_TOUCH=DIED',
        'CHILD=b, IN_TOUCH=DIED',
        'CHILD=a, IN_TOUCH=DIED',
      ],
    })
  })

  test('staying put is asked about in the year of the 17th birthday, by the Header where OC3 tells no birth', () => {
    flags('3001', {
      Header: ['CHILD=a, DOB=01/04/2006', 'CHILD=b, DOB=31/03/2006', 'CHILD=c, DOB=01/04/2006'],
      OC3: [
        'CHILD=c, DOB=01/04/2005, ACCOM=Z1',
        'CHILD=b, ACCOM=Z2',
        '! CHILD=a, ACCOM=Z2',
        'CHILD=d, ACCOM=Z2',
        '! CHILD=e, DOB=31/03/2007, ACCOM=Z1',
      ],
      year: 2024,
    })
  })
})
