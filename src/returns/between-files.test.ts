/** Each rule of rows beside one another, and of a load, fires where it should and nowhere else. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type RuleExample,
  aFile,
  aHeader,
  aMove,
  anEpisode,
  checkAll,
  checkRows,
  day,
  faultsOf,
} from './fixtures.ts'
import type { WrittenRow } from './writing.ts'

const header = (over: WrittenRow) => checkRows([anEpisode()], [aHeader(over)])
const episode = (over: WrittenRow) => checkRows([anEpisode(over)])
const move = (first: WrittenRow, second: WrittenRow = {}) => checkRows(aMove(first, second))
const reviews = (...rows: WrittenRow[]) =>
  checkAll([aFile('Header', [aHeader()]), aFile('Episodes', [anEpisode()]), aFile('Reviews', rows)])
const aReview = { CHILD: '1001', DOB: '14/02/2012', REVIEW: '01/06/2025', REVIEW_CODE: 'PN1' }
const boy = aHeader({ CHILD: '1002', SEX: 'M', UPN: 'B123456789012' })
const both = (over: WrittenRow, home: WrittenRow = {}) =>
  checkRows([anEpisode(), anEpisode({ CHILD: '1002', ...home })], [aHeader(), { ...boy, ...over }])
const many = (decom: string, dec: string) =>
  Array.from({ length: 20 }, (_, i) => anEpisode({ CHILD: `${i}`, DECOM: decom, DEC: dec, REC: 'E4A' }))
const crowd = Array.from({ length: 20 }, (_, i) => aHeader({ CHILD: `${i}`, UPN: 'UN1' }))
const knownAs = (born: string) => new Map(crowd.map(({ CHILD }) => [String(CHILD), day(born)]))

const cases: RuleExample[] = [
  { code: 'row-twice', what: 'one review twice', fires: reviews(aReview, aReview), stops: true },
  {
    code: 'child-twice',
    what: 'a girl told of twice',
    fires: checkRows([anEpisode()], [aHeader(), aHeader({ UPN: 'UN1' })]),
    stops: true,
  },
  {
    code: 'episode-twice',
    what: 'two episodes from one day',
    fires: checkRows([anEpisode(), anEpisode({ PLACE: 'K2' })]),
    stops: true,
  },
  {
    code: 'no-header',
    what: 'an episode of nobody',
    fires: episode({ CHILD: '9' }),
    silent: checkRows([anEpisode()], [], { known: new Map([['1001', day('2012-02-14')]]) }),
    stops: true,
  },
  {
    code: 'no-header',
    what: 'a review of nobody',
    fires: reviews(aReview, { ...aReview, CHILD: '9' }),
    silent: reviews(aReview),
  },
  {
    code: 'header-unusable',
    what: 'episodes of a girl whose birth is unknown',
    fires: header({ DOB: '' }),
    stops: true,
  },
  { code: 'no-episodes', what: 'a boy with no episodes', fires: checkRows([anEpisode()], [aHeader(), boy]) },
  {
    code: 'birth-differs',
    what: 'two days of birth',
    fires: reviews({ ...aReview, DOB: '15/02/2012' }),
    silent: reviews(aReview),
  },
  {
    code: 'born-after-entry',
    what: 'care before birth',
    fires: header({ DOB: '06/05/2025' }),
    silent: header({ DOB: '05/05/2025' }),
    stops: true,
  },
  {
    code: 'never-ends',
    what: 'an episode left open',
    fires: move({ DEC: '', REC: '' }),
    silent: move({}),
    field: 'DEC',
  },
  {
    code: 'overlap',
    what: 'two homes for one night',
    fires: move({ DEC: '02/09/2025' }),
    silent: move({}),
    field: 'DECOM',
  },
  {
    code: 'gap',
    what: 'a night nowhere',
    fires: move({ DEC: '31/08/2025' }),
    silent: move({}),
    field: 'REC',
  },
  {
    code: 'gap',
    what: 'a move to nowhere',
    fires: episode({ DEC: '01/09/2025', REC: 'X1' }),
    silent: episode({ DEC: '01/09/2025', REC: 'E4A' }),
  },
  {
    code: 'not-a-start',
    what: 'care that begins with a move',
    fires: episode({ RNE: 'P' }),
    silent: episode({ RNE: 'P', DECOM: '01/04/2025' }),
  },
  {
    code: 'not-a-new-start',
    what: 'a return to care called a move',
    fires: move({ DEC: '31/08/2025', REC: 'E4A' }),
    silent: move({ DEC: '31/08/2025', REC: 'E4A' }, { RNE: 'S' }),
  },
  {
    code: 'twins',
    what: 'one birthday, one address',
    fires: both({}),
    silent: both({}, { HOME_POST: 'BN9 9AA' }),
  },
  {
    code: 'possible-duplicate',
    what: 'one pupil under two numbers',
    fires: both({ SEX: 'F', UPN: 'A123456789012' }),
    silent: checkRows([anEpisode()], [aHeader({ UPN: 'UN2' }), { ...boy, SEX: 'F', UPN: 'UN2' }]),
  },
  {
    code: 'nothing-to-load',
    what: 'reviews alone',
    fires: checkAll([aFile('Reviews', [aReview])]),
    stops: true,
  },
  {
    code: 'wrong-year',
    what: 'a return of long ago',
    fires: checkRows(many('01/05/2019', '01/06/2019'), crowd),
    silent: checkRows(many('01/05/2019', '01/06/2025'), crowd),
    stops: true,
  },
  {
    code: 'wrong-year',
    what: "last year's return",
    fires: checkRows(many('01/05/2024', ''), crowd),
    stops: true,
  },
  {
    code: 'wrong-authority',
    what: 'children of another authority',
    fires: checkRows(many('01/05/2025', ''), crowd, { known: knownAs('2015-07-07') }),
    silent: checkRows(many('01/05/2025', ''), crowd, { known: knownAs('2012-02-14') }),
    stops: true,
  },
]

for (const each of cases) {
  test(`${each.code}: ${each.what}`, () => assert.deepEqual(faultsOf(each), []))
}
