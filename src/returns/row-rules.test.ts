/** Each rule of one row says what is wrong where it is, and nothing where it is not. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RuleExample, aHeader, aMove, anEpisode, checkRows, faultsOf } from './fixtures.ts'
import type { WrittenRow } from './writing.ts'

const header = (over: WrittenRow) => checkRows([anEpisode()], [aHeader(over)])
const episode = (over: WrittenRow) => checkRows([anEpisode(over)])
const move = (first: WrittenRow, second: WrittenRow = {}) => checkRows(aMove(first, second))

const cases: RuleExample[] = [
  { code: 'no-child', what: 'a row without a child', fires: episode({ CHILD: '' }), stops: true },
  {
    code: 'spoiled-child',
    what: 'a number Excel shortened',
    fires: episode({ CHILD: '1.2E+11' }),
    stops: true,
  },
  { code: 'blank', what: 'no legal status', fires: episode({ LS: '' }), stops: true, field: 'LS' },
  { code: 'blank', what: 'no day of birth', fires: header({ DOB: '' }), stops: true, field: 'DOB' },
  { code: 'blank', what: 'no ethnicity', fires: header({ ETHNIC: '' }), silent: header({ MC_DOB: '' }) },
  {
    code: 'blank',
    what: 'no provider of a foster home',
    fires: episode({ PLACE_PROVIDER: '' }),
    silent: episode({ PLACE: 'T1', PLACE_PROVIDER: '' }),
  },
  { code: 'unknown-code', what: 'a place that never was', fires: episode({ PLACE: 'Q9' }), stops: true },
  {
    code: 'unknown-code',
    what: 'a reason that never was',
    fires: move({ REASON_PLACE_CHANGE: 'WHIM' }),
    silent: move({ REASON_PLACE_CHANGE: 'carpl' }),
  },
  {
    code: 'code-not-of-this-year',
    what: 'H5 in 2026',
    fires: episode({ PLACE: 'H5' }),
    silent: episode({ PLACE: 'K3' }),
  },
  {
    code: 'code-not-of-this-year',
    what: 'SEX 2 in 2026',
    fires: header({ SEX: '2' }),
    silent: header({ SEX: 'f' }),
  },
  { code: 'not-a-date', what: '31 April', fires: episode({ DECOM: '31/04/2025' }), stops: true },
  {
    code: 'not-a-date',
    what: '29 February 2013',
    fires: header({ DOB: '29/02/2013' }),
    silent: header({ DOB: '29/02/2012' }),
    stops: true,
  },
  { code: 'not-a-date', what: 'a year of two figures', fires: episode({ DECOM: '01/02/03' }), stops: true },
  { code: 'date-style', what: 'a date in ISO', fires: episode({ DECOM: '2025-05-05' }), silent: episode({}) },
  { code: 'date-style', what: 'a lost nought', fires: episode({ DECOM: '5/5/2025' }) },
  {
    code: 'date-in-future',
    what: 'an episode of 2042',
    fires: episode({ DECOM: '05/05/2042' }),
    stops: true,
  },
  {
    code: 'date-in-future',
    what: 'an end that has not come',
    fires: episode({ DEC: '02/07/2026', REC: 'E4A' }),
    silent: episode({ DEC: '01/07/2026', REC: 'E4A' }),
  },
  { code: 'date-in-future', what: 'a birth to come', fires: header({ DOB: '14/02/2042' }), stops: true },
  {
    code: 'not-a-postcode',
    what: 'a postcode cut short',
    fires: episode({ PL_POST: 'BN2' }),
    silent: episode({ PL_POST: 'bn23ee' }),
  },
  {
    code: 'not-a-upn',
    what: 'a UPN with an O',
    fires: header({ UPN: 'O123456789012' }),
    silent: header({ UPN: 'un2' }),
  },
  { code: 'too-old', what: 'a child born in 1924', fires: header({ DOB: '14/02/1924' }), stops: true },
  {
    code: 'too-old',
    what: 'a care leaver of 26',
    fires: header({ DOB: '01/04/1999' }),
    silent: header({ DOB: '02/04/1999' }),
    stops: true,
  },
  {
    code: 'starts-after-year',
    what: 'an episode of next year',
    fires: episode({ DECOM: '01/04/2026' }),
    silent: episode({ DECOM: '31/03/2026' }),
  },
  {
    code: 'ends-after-year',
    what: 'an end next year',
    fires: episode({ DEC: '01/04/2026', REC: 'E4A' }),
    silent: episode({ DEC: '31/03/2026', REC: 'E4A' }),
  },
  {
    code: 'ends-before-start',
    what: 'an end before the start',
    fires: episode({ DEC: '04/05/2025', REC: 'E4A' }),
    stops: true,
  },
  {
    code: 'ends-on-start',
    what: 'an episode of no nights',
    fires: episode({ DEC: '05/05/2025', REC: 'E4A' }),
    stops: true,
  },
  { code: 'end-without-reason', what: 'an end without a reason', fires: move({ REC: '' }), silent: move({}) },
  {
    code: 'reason-without-end',
    what: 'a reason without an end',
    fires: episode({ REC: 'X1' }),
    silent: episode({}),
  },
]

for (const each of cases) {
  test(`${each.code}: ${each.what}`, () => assert.deepEqual(faultsOf(each), []))
}

test('a code that is not known is told with the codes that are, where they are few', () => {
  const { problems } = episode({ RNE: 'Q' })
  assert.equal(
    problems[0]!.message,
    'RNE is "Q", which is not a code of the return. It may be S, L, P, T, B or U. ' +
      'Use one of the codes of the guide to the return.',
  )
})
