/** Rules whose words reach back: last year's return, those before it, and what is said where they are not there. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { askRule, checkReturn } from './asking/checking.ts'
import { type Example, readExample } from './example.ts'
import { flags } from './fixtures.ts'
import { lifeOf, pastOf, seenSince } from './history.ts'
import { ruleByCode, rules, rulesOf } from './rules.ts'

const given = (example: Example) => readExample(example, 2027).given
const partly = (code: string, example: Example): string | undefined => {
  const outcome = askRule(ruleByCode.get(code)!, given(example))
  assert.ok('flagged' in outcome, JSON.stringify(outcome))
  return outcome.partly
}

suite("a child's episodes in every return", () => {
  const files = given({
    Episodes: ['CHILD=a, DECOM=01/02/2026, DEC=01/05/2026, REC=X1', 'CHILD=a, DECOM=01/05/2026'],
    Episodes_last: ['CHILD=a, DECOM=01/02/2026', 'CHILD=a, DECOM=01/06/2025, DEC=01/02/2026', 'CHILD=b'],
    earlier: {
      2025: { Episodes: ['CHILD=a, DECOM=01/06/2025', 'CHILD=a, DECOM=01/06/2024, DEC=02/06/2024'] },
    },
  })
  const past = { ...files.tables, earlier: files.earlier, Episodes: files.tables.Episodes! }

  test('each stands once, as the newest return tells it, in the order in which it happened', () => {
    assert.deepEqual(
      lifeOf(past, 'a').map(({ written }) => [written.DECOM, written.DEC]),
      [
        ['01/06/2024', '02/06/2024'],
        ['01/06/2025', '01/02/2026'],
        ['01/02/2026', '01/05/2026'],
        ['01/05/2026', null],
      ],
    )
    assert.deepEqual(pastOf(past, 'a').length, 3)
    assert.deepEqual(lifeOf(past, 'b').length, 1)
    assert.deepEqual(lifeOf(past, 'nobody'), [])
  })

  test('those without a readable start come last, the oldest return first', () => {
    const { tables, earlier } = given({
      Episodes: ['CHILD=a, DECOM=01/05/2026, REC=X1', 'CHILD=a, DECOM=soon, REC=E3'],
      Episodes_last: ['CHILD=a, DECOM=, REC=E4A', 'CHILD=a, DECOM=01/02/2026, REC=E5'],
      earlier: { 2025: { Episodes: ['CHILD=a, DECOM=, REC=E8'] } },
    })
    const told = lifeOf({ ...tables, earlier, Episodes: tables.Episodes! }, 'a')
    assert.deepEqual(
      told.map(({ REC }) => REC),
      ['E5', 'X1', 'E8', 'E4A', 'E3'],
    )
  })

  test('what is seen begins with the first of an unbroken row of returns', () => {
    const since = (example: Example): string => {
      const { tables, earlier, ...setting } = given(example)
      const day = seenSince({ ...setting, ...tables, earlier })
      return new Date(day * 86_400_000).toISOString().slice(0, 10)
    }
    const Episodes_last = ['CHILD=a']
    const earlier = (...years: readonly number[]) =>
      Object.fromEntries(years.map(year => [year, { Episodes: ['CHILD=a'] }]))
    assert.equal(since({ Episodes: [] }), '2026-04-01')
    assert.equal(since({ Episodes_last }), '2025-04-01')
    assert.equal(since({ Episodes_last, earlier: earlier(2025) }), '2024-04-01')
    assert.equal(since({ Episodes_last, earlier: earlier(2025, 2024) }), '2023-04-01')
    assert.equal(since({ Episodes_last, earlier: earlier(2024) }), '2025-04-01')
    assert.equal(since({ Episodes_last, earlier: { 2025: { UASC: ['CHILD=a'] } } }), '2025-04-01')
    assert.equal(since({ earlier: earlier(2025) }), '2026-04-01')
  })
})

suite('what a rule says that reaches back', () => {
  const reaching = rulesOf(2027).filter(({ reaches }) => reaches.length > 0)

  test('it is not asked in full without the file of last year, and is with it', () => {
    assert.ok(reaching.length >= 15)
    for (const { code, needs, reaches } of reaching) {
      const there = Object.fromEntries(needs.map(name => [name, ['CHILD=a']]))
      const last = Object.fromEntries(reaches.map(name => [name, ['CHILD=a']]))
      assert.match(partly(code, there) ?? '', /^It lacks last year's \w+ file/, code)
      assert.equal(partly(code, { ...there, ...last }), undefined, code)
    }
  })

  test('a check says so of each, apart from what was skipped', () => {
    const checked = checkReturn(rules, given({ Episodes: ['CHILD=a'], OC3: ['CHILD=a'] }))
    assert.match(checked.partly['1000']!, /last year's Episodes/)
    assert.match(checked.skipped['1002']!, /last year's Episodes/)
    assert.equal(checked.partly['1002'], undefined)
    assert.equal(checked.skipped['1000'], undefined)
  })
})

suite('episodes that began in an earlier return', () => {
  test('199, 437: what ended so long ago, and what is the same episode told twice', () => {
    for (const [code, reason] of [
      ['199', 'E11'],
      ['437', 'E2'],
    ] as const) {
      const ended = `CHILD=a, DECOM=01/05/2023, DEC=01/06/2023, REC=${reason}`
      flags(code, { Episodes: ['! CHILD=a, DECOM=01/05/2026', 'CHILD=a'], Episodes_last: [ended] })
      flags(code, {
        Episodes: ['! CHILD=a, DECOM=01/05/2026'],
        Episodes_last: ['CHILD=z'],
        earlier: { 2024: { Episodes: [ended] } },
      })
      flags(code, { Episodes: [ended], Episodes_last: ['CHILD=a, DECOM=01/05/2023'] })
      flags(code, {
        Episodes: ['CHILD=a, DECOM=01/05/2023, DEC=01/06/2023, REC=E4A'],
        Episodes_last: [ended],
      })
      flags(code, { Episodes: ['CHILD=b, DECOM=01/05/2026'], Episodes_last: [ended] })
    }
  })

  test('361 to 363: a spell is counted from its first day, whichever return tells it', () => {
    for (const [code, status, last] of [
      ['361', 'L1', 3],
      ['362', 'L2', 21],
      ['363', 'L3', 7],
    ] as const) {
      const spell = (days: number, mark: string) => ({
        Episodes: [
          `${mark}CHILD=a, LS=${status}, DECOM=31/03/2026, DEC=${String(days - 1).padStart(2, '0')}/04/2026`,
        ],
        Episodes_last: [`CHILD=a, LS=${status}, DECOM=30/03/2026, DEC=31/03/2026`],
      })
      flags(code, spell(last, ''))
      flags(code, spell(last + 1, '! '))
      flags(code, { Episodes: spell(last + 1, '').Episodes })
    }
  })

  test('383: the placement before a stay may stand in last year’s return', () => {
    const back = (mark: string, place: string) => ({
      Episodes: [
        'CHILD=a, DECOM=20/03/2026, DEC=05/04/2026, PLACE=T1, RNE=P, REC=X1',
        `${mark}CHILD=a, DECOM=05/04/2026, PLACE=${place}, RNE=P`,
      ],
      Episodes_last: [
        'CHILD=a, DECOM=20/03/2025, DEC=20/03/2026, PLACE=U6',
        'CHILD=a, DECOM=20/03/2026, PLACE=T1',
      ],
    })
    flags('383', back('', 'U6'))
    flags('383', back('! ', 'K2'))
    flags('383', { Episodes: back('', 'K2').Episodes })
  })

  test('1003: care that began in an earlier return', () => {
    const PlacedAdoption = (mark: string) => [`${mark}CHILD=a, DATE_PLACED=01/07/2025`]
    const Episodes_last = (day: string) => [`CHILD=a, DECOM=${day}, RNE=S`]
    const Episodes = ['CHILD=a, DECOM=01/02/2026, RNE=P']
    flags('1003', { Episodes, PlacedAdoption: PlacedAdoption('') })
    flags('1003', {
      Episodes,
      Episodes_last: Episodes_last('01/07/2025'),
      PlacedAdoption: PlacedAdoption(''),
    })
    flags('1003', {
      Episodes,
      Episodes_last: Episodes_last('02/07/2025'),
      PlacedAdoption: PlacedAdoption('! '),
    })
  })

  test('164, 392a, 392b, 406: who was unaccompanied two years ago', () => {
    const earlier = { 2025: { Header: ['CHILD=a, UASC=1', 'CHILD=b, UASC=0'], UASC: ['CHILD=c'] } }
    const rows = (mark: string, cell: string) =>
      ['a', 'b', 'c', 'd'].map(
        child => `${mark !== '' && (child === 'b' || child === 'd') ? mark : ''}CHILD=${child}, LS=C2${cell}`,
      )
    for (const code of ['164', '392a', '392b']) flags(code, { Episodes: rows('! ', ''), earlier })
    flags('406', {
      Episodes: ['! CHILD=a, PL_DISTANCE=1', 'CHILD=b, PL_DISTANCE=1', '! CHILD=c, PL_DISTANCE=1'],
      earlier,
    })
  })
})
