/** Corrections that come again and fall away, waivers that expire, readiness, differences, and two signatures. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { PersonId } from '#access'
import { type Return, checkReturn, ruleByCode, settingOf, tableFrom } from '#rulebook'
import type { PlainDate } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { type Correction, type CorrectionId, applyCorrections, mayCorrect } from './correction.ts'
import { differencesBetween } from './difference.ts'
import { filesMissing, flagsOf, readinessOf, withoutReviews } from './readiness.ts'
import { rowKeys } from './row-key.ts'
import { type Prepared, type SignOffId, mayPrepare, sign, withdraw } from './sign-off.ts'
import { type Waiver, type WaiverId, mayWaive, waivedBy } from './waiver.ts'

const episodes = [
  { CHILD: 'a', DECOM: '01/05/2025', PLACE: 'U6' },
  { CHILD: 'b', DECOM: '01/05/2025', PLACE: 'K2' },
]
const key = rowKeys('Episodes', episodes)[0]!
const correction = (column: string, was: string, value: string): Correction => ({
  id: `${column}-${value}` as CorrectionId,
  row: key,
  column,
  was,
  value,
  reason: 'Seen in the case system',
  madeBy: 'p' as PersonId,
  madeAt: '2026-05-01T10:00:00Z',
})
const standing = (rows: typeof episodes, each: Correction) =>
  applyCorrections({ Episodes: rows }, [each]).standing.get(each.id)

suite('a correction', () => {
  const placed = correction('PLACE', 'U6', 'U5')
  test('lies over the file, which stays as it was', () => {
    const { files } = applyCorrections({ Episodes: episodes }, [placed])
    assert.deepEqual(
      files.Episodes?.map(each => each.PLACE),
      ['U5', 'K2'],
    )
    assert.equal(episodes[0]!.PLACE, 'U6')
  })
  test('comes again over the next upload of the same row, wherever it stands', () => {
    assert.equal(standing([episodes[1]!, episodes[0]!], placed), 'applied')
  })
  test('falls away when the file says the same', () => {
    assert.equal(standing([{ ...episodes[0]!, PLACE: 'U5' }], placed), 'agreed')
  })
  test('is contested when the file says a third thing, and is not laid over it', () => {
    const rows = [{ ...episodes[0]!, PLACE: 'U4' }]
    assert.equal(standing(rows, placed), 'contested')
    assert.equal(applyCorrections({ Episodes: rows }, [placed]).files.Episodes?.[0]?.PLACE, 'U4')
  })
  test('has gone when the row has', () => assert.equal(standing([episodes[1]!], placed), 'gone'))
  test('of the day that names its row is known again in the row of that day', () => {
    const dated = correction('DECOM', '01/05/2025', '02/05/2025')
    assert.equal(standing(episodes, dated), 'applied')
    assert.equal(standing([{ ...episodes[0]!, DECOM: '02/05/2025' }], dated), 'agreed')
    assert.equal(standing([episodes[1]!], dated), 'gone')
  })
  test('the last of two of one cell is seen', () => {
    const { files } = applyCorrections({ Episodes: episodes }, [placed, correction('PLACE', 'U6', 'U4')])
    assert.equal(files.Episodes?.[0]?.PLACE, 'U4')
  })
  test('is not of CHILD, of no column, nor of nothing', () => {
    const columns = ['CHILD', 'DECOM', 'PLACE']
    const asked = { was: 'U6', value: 'U5', column: 'PLACE', columns }
    assert.equal(mayCorrect(asked), null)
    for (const wrong of [
      { ...asked, column: 'CHILD' },
      { ...asked, column: 'HOUSE' },
      { ...asked, value: 'U6' },
    ]) {
      assert.ok(mayCorrect(wrong) instanceof Refusal)
    }
  })
})

suite('a waiver', () => {
  const today = '2026-05-01' as PlainDate
  const query = { code: '232', severity: 'query' } as const
  test('is of a query, for a while', () => {
    assert.equal(mayWaive(query, today, today), null)
    assert.ok(mayWaive({ code: '356', severity: 'error' }, today, today) instanceof Refusal)
    assert.ok(mayWaive(query, '2026-04-30' as PlainDate, today) instanceof Refusal)
    assert.ok(mayWaive(query, '2028-01-01' as PlainDate, today) instanceof Refusal)
  })
  test('holds to its last day, for its own row and rule', () => {
    const waiver = { rule: '232', row: key, expiresOn: today, id: 'w' as WaiverId } as Waiver
    assert.equal(waivedBy([waiver], today)('232', key), true)
    assert.equal(waivedBy([waiver], today)('454', key), false)
    assert.equal(waivedBy([waiver], '2026-05-02' as PlainDate)('232', key), false)
  })
})

suite('readiness', () => {
  const header = [
    { CHILD: 'a', SEX: 'U', DOB: '01/05/2012', ETHNIC: 'WBRI' },
    { CHILD: 'b', SEX: 'X', DOB: '01/05/2012', ETHNIC: 'WBRI' },
  ]
  const given: Return = {
    ...settingOf(2026),
    tables: { Header: tableFrom('Header', header), Episodes: tableFrom('Episodes', episodes) },
  }
  const checked = checkReturn([ruleByCode.get('101')!, ruleByCode.get('232')!, ruleByCode.get('203')!], given)
  const flags = flagsOf(checked, given)
  test('counts errors and queries, and leaves out what is waived', () => {
    const all = readinessOf(given, checked, flags, () => false)
    assert.deepEqual([all.errors, all.queries, all.waived, all.childrenFlagged], [1, 1, 0, 2])
    const waived = readinessOf(given, checked, flags, ({ rule }) => rule === '232')
    assert.deepEqual([waived.errors, waived.queries, waived.waived, waived.childrenFlagged], [1, 0, 1, 1])
    assert.equal(all.skipped, 1, 'a rule without last year’s file has not passed')
  })
  test('names the files that are not there, of that year only', () => {
    assert.ok(filesMissing(given).includes('SWEpisodes'))
    assert.ok(!filesMissing(given).includes('DoLo'))
    assert.ok(!filesMissing({ ...given, year: 2023 }).includes('SWEpisodes'))
  })
  test('names children with no review who have been looked after for over four weeks', () => {
    assert.deepEqual(withoutReviews(given), ['a', 'b'])
    const reviews = tableFrom('Reviews', [
      { CHILD: 'a', REVIEW: '20/05/2025' },
      { CHILD: 'b', REVIEW: '20/05/2024' },
    ])
    assert.deepEqual(withoutReviews({ ...given, tables: { ...given.tables, Reviews: reviews } }), ['b'])
    const short = tableFrom('Episodes', [{ CHILD: 'a', DECOM: '01/05/2025', DEC: '20/05/2025' }])
    assert.deepEqual(withoutReviews({ ...given, tables: { Episodes: short } }), [])
  })
})

suite('differences', () => {
  test('are rows added, removed and changed, whatever their order', () => {
    const after = [
      { CHILD: 'c', DECOM: '01/06/2025', PLACE: 'U6' },
      { ...episodes[0]!, PLACE: 'U5' },
    ]
    const found = differencesBetween({ Episodes: episodes }, { Episodes: after })
    assert.deepEqual(
      found.map(({ is, child }) => `${is} ${child}`),
      ['added c', 'changed a', 'removed b'],
    )
    assert.deepEqual(differencesBetween({ Episodes: episodes }, { Episodes: episodes.toReversed() }), [])
  })
})

suite('signing', () => {
  const ready = {
    failed: 0,
    filesMissing: [],
    errorsByRule: { 356: 2 },
    explanations: {},
    standing: undefined,
  }
  const prepared: Prepared = {
    id: 's' as SignOffId,
    year: 2026,
    version: 1,
    state: 'prepared',
    preparedBy: 'one' as PersonId,
    preparedAt: '2026-05-01T10:00:00Z',
    fingerprint: 'f',
    explanations: {},
  }
  const second = { by: 'two' as PersonId, at: '2026-05-02T10:00:00Z', fingerprint: 'f' }
  test('needs every error explained, every rule asked, and the two files without which there is no return', () => {
    assert.ok(mayPrepare(ready) instanceof Refusal)
    assert.equal(mayPrepare({ ...ready, explanations: { 356: 'It is so' } }), null)
    assert.ok(mayPrepare({ ...ready, errorsByRule: {}, failed: 1 }) instanceof Refusal)
    assert.ok(mayPrepare({ ...ready, errorsByRule: {}, filesMissing: ['Header'] }) instanceof Refusal)
    assert.ok(mayPrepare({ ...ready, errorsByRule: {}, standing: prepared }) instanceof Refusal)
  })
  test('is by two people, of the same files', () => {
    assert.equal((sign(prepared, second) as { state: string }).state, 'signed')
    assert.ok(sign(prepared, { ...second, by: prepared.preparedBy }) instanceof Refusal)
    assert.ok(sign(prepared, { ...second, fingerprint: 'g' }) instanceof Refusal)
  })
  test('may be withdrawn before the second signature, and not after', () => {
    const signed = sign(prepared, second)
    assert.ok(!(signed instanceof Refusal) && withdraw(signed) instanceof Refusal)
    assert.equal((withdraw(prepared) as { state: string }).state, 'withdrawn')
  })
})
