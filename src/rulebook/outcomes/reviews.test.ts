/** Reviews: half a row, birthdays, and children with short breaks only. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite('reviews', () => {
  test('a date in another order is none', () => {
    flags('166', { Reviews: ['! REVIEW=2026-06-10', 'REVIEW=1/6/2026', '! REVIEW=, REVIEW_CODE=PN1'] })
  })

  test('a code stands in capitals, and beside a date however that is written', () => {
    flags('167', {
      Reviews: ['! REVIEW=10/06/2026, REVIEW_CODE=pn1', 'REVIEW=June, REVIEW_CODE=PN7', '! REVIEW_CODE=PN9'],
    })
  })

  test('the age is that of the day of the review', () => {
    flags('440', {
      Reviews: [
        '! DOB=29/02/2024, REVIEW=29/02/2028, REVIEW_CODE=PN0',
        'DOB=29/02/2024, REVIEW=28/02/2028, REVIEW_CODE=PN0',
        'REVIEW=28/02/2028, REVIEW_CODE=PN0',
      ],
    })
    flags('441', {
      Reviews: [
        'DOB=29/02/2024, REVIEW=29/02/2028, REVIEW_CODE=PN1',
        '! DOB=29/02/2024, REVIEW=28/02/2028, REVIEW_CODE=PN2',
        'DOB=29/02/2024, REVIEW=28/02/2028, REVIEW_CODE=XX',
        'DOB=29/02/2024, REVIEW=, REVIEW_CODE=PN1',
      ],
    })
  })

  test('short breaks are asked of without the Header or without reviews', () => {
    flags('399', {
      Episodes: ['CHILD=b, LS=V3', '! CHILD=a, LS=V3', '! CHILD=a, LS=V4', 'CHILD=c, LS='],
      Reviews: ['! CHILD=a, REVIEW_CODE=PN1', 'CHILD=b', 'CHILD=c, REVIEW=10/06/2026'],
    })
    flags('399', {
      Episodes: ['! CHILD=a, LS=V3', 'CHILD=b, LS=V3'],
      Header: ['! CHILD=a, MOTHER=1', 'CHILD=b'],
    })
  })
})
