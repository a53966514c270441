/** A whole return: what of it can be used, and that the order of its rows is nothing. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aFile, aHeader, aMove, anEpisode, checkAll, checkRows } from './fixtures.ts'
import type { WrittenRow } from './writing.ts'

const header = (over: WrittenRow) => checkRows([anEpisode()], [aHeader(over)])
const move = (first: WrittenRow, second: WrittenRow = {}) => checkRows(aMove(first, second))
const boy = aHeader({ CHILD: '1002', SEX: 'M', UPN: 'B123456789012' })

test('a right return has no problems, and all of it can be used', () => {
  const { problems, children, episodes, rows, leftOut } = move({})
  assert.deepEqual(problems, [])
  assert.deepEqual([children.length, episodes.length, rows, leftOut], [1, 2, 3, 0])
})

test('what is wrong with one row is no reason to leave out another', () => {
  const { episodes, leftOut } = checkRows([...aMove(), anEpisode({ DECOM: '05/05/2042' })])
  assert.deepEqual(
    episodes.map(({ startedOn }) => startedOn),
    ['2025-05-05', '2025-09-01'],
  )
  assert.equal(leftOut, 1)
})

test('a row that cannot be used still has its place, so that all its problems are said at once', () => {
  const { problems, episodes } = move({ DEC: '30/11/2025' }, { PLACE: '' })
  assert.deepEqual(problems.map(({ code }) => code).sort(), ['blank', 'overlap'])
  assert.deepEqual(
    episodes.map(({ startedOn, endedOn }) => [startedOn, endedOn]),
    [['2025-05-05', '2025-09-01']],
  )
})

test('of episodes that overlap the earlier is read as ending when the later begins', () => {
  const { episodes } = move({ DEC: '30/11/2025' })
  assert.deepEqual(
    episodes.map(({ startedOn, endedOn, endReason }) => [startedOn, endedOn, endReason]),
    [
      ['2025-05-05', '2025-09-01', 'X1'],
      ['2025-09-01', null, null],
    ],
  )
})

test('a sex and an ethnicity that nobody gave are not known, and the child is kept', () => {
  const [child] = header({ SEX: '', ETHNIC: 'XXXX' }).children
  assert.deepEqual([child!.sex, child!.ethnicity], ['U', 'NOBT'])
})

test('a child in the UASC file seeks asylum, and another does not', () => {
  const uasc = aFile('UASC', [{ CHILD: '1001', SEX: 'F', DOB: '14/02/2012', DUC: '14/02/2030' }])
  const { children } = checkAll([aFile('Header', [aHeader(), boy]), aFile('Episodes', [anEpisode()]), uasc])
  assert.deepEqual(
    children.map(({ asylum }) => asylum),
    [
      { seeks: true, until: '2030-02-14' },
      { seeks: false, until: null },
    ],
  )
})

const anyEpisode = fc.record({
  CHILD: fc.constantFrom('1001', '1002', '9', ''),
  DECOM: fc.constantFrom('05/05/2025', '01/09/2025', '2025-10-02', '31/04/2025', '01/12/2025'),
  DEC: fc.constantFrom('', '', '01/09/2025', '02/10/2025', '01/12/2025'),
  REC: fc.constantFrom('', 'X1', 'E4A', 'E99'),
  RNE: fc.constantFrom('S', 'P', ''),
  PLACE: fc.constantFrom('U6', 'K2', 'H5'),
})

test('the order of the rows changes no problem, and nothing that is to be used', () => {
  const sorted = (each: readonly object[]) => each.map(one => JSON.stringify({ ...one, row: 0 })).toSorted()
  const headers = [aHeader(), boy, aHeader({ UPN: 'UN1' })]
  const check = (rows: WrittenRow[], header: WrittenRow[]) => {
    const { problems, children, episodes } = checkRows(rows, header)
    return [problems, children, episodes].map(sorted)
  }
  fc.assert(
    fc.property(
      fc.array(anyEpisode, { maxLength: 12 }).chain(rows => {
        const written = rows.map(anEpisode)
        const shuffle = (each: WrittenRow[]) => fc.shuffledSubarray(each, { minLength: each.length })
        return fc.tuple(fc.constant(written), shuffle(written), shuffle(headers))
      }),
      ([rows, shuffled, others]) => assert.deepEqual(check(shuffled, others), check(rows, headers)),
    ),
    { numRuns: 300 },
  )
})

test('of two episodes from one day the one that can be used is used', () => {
  const { episodes } = checkRows([anEpisode({ DEC: '01/09/2025', REC: 'E4A' }), anEpisode({ PLACE: '' })])
  assert.deepEqual(
    episodes.map(({ endedOn }) => endedOn),
    ['2025-09-01'],
  )
})

test('no two episodes of a child that are to be used overlap, whatever the rows', () => {
  fc.assert(
    fc.property(fc.array(anyEpisode, { maxLength: 12 }), rows => {
      const { episodes } = checkRows(rows.map(anEpisode), [aHeader(), boy])
      for (const [i, each] of episodes.entries()) {
        const next = episodes[i + 1]
        if (next?.child === each.child) assert.ok(each.endedOn !== null && each.endedOn <= next.startedOn)
        assert.equal(each.endedOn === null, each.endReason === null)
      }
    }),
  )
})
