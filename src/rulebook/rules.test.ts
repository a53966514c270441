/** What holds of every rule: its own example, its independence of the others, and the worked cases of the peer. */

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import Papa from 'papaparse'
import { askRule, checkReturn } from './asking/checking.ts'
import { readExample, tablesIn } from './example.ts'
import { groundInWords } from './ground.ts'
import { rule, sourcesOf, years } from './rule.ts'
import { groups, rules, rulesOf } from './rules.ts'
import { settingOf } from './return.ts'
import { type Cells, tableFrom } from './table.ts'
import { type Case, askCase } from './asking/trying.ts'

suite('every rule of the return', () => {
  test('has a code of its own', () => {
    const codes = rules.map(({ code }) => code)
    assert.deepEqual(
      codes.filter((code, at) => codes.indexOf(code) < at),
      [],
    )
  })

  for (const each of rules) {
    test(`${each.code}: ${each.says}`, () => {
      const { given, flags } = readExample(each.example, each.live?.until ?? 2027)
      const outcome = askRule(each, given)
      assert.deepEqual('flagged' in outcome && outcome.flagged, flags)
      assert.notDeepEqual(flags, {}, 'nothing in its example is wrong')
      const rows = tablesIn(each.example).flatMap(name => each.example[name]!)
      assert.ok(
        rows.some(row => !row.startsWith('!')),
        'nothing in its example is right',
      )
      for (const sentence of [each.says, each.fix]) assert.match(sentence, /^[A-Z].*[.]$/)
    })
  }

  test('says what decides it in sentences, and why where the texts do not simply agree', () => {
    for (const { code, ground } of rules) {
      assert.match(groundInWords(ground), /^[A-Z].* (?:sure\.|on it\.)$/, code)
      const isPlain = ground.decides === 'both' || ground.decides === 'tool'
      if (!isPlain) assert.match(ground.why ?? '', /^[A-Z].*\.$/, code)
    }
  })

  test('sees the files that it names, and nothing else', () => {
    const seen: string[] = []
    const nosy = rule({
      ...rules[0]!,
      needs: ['Header'],
      reaches: ['Episodes_last'],
      uses: ['providers'],
      run: given => {
        seen.push(...Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name])))
        return {}
      },
      undecided: () => null,
    })
    const Episodes = ['CHILD=a']
    const all = { Header: ['CHILD=a'], Episodes, Episodes_last: Episodes, earlier: { 2025: { Episodes } } }
    askRule(nosy, readExample({ ...all, providers: [], postcodes: [] }, 2027).given)
    assert.deepEqual(
      seen.toSorted(),
      ['year', 'start', 'end', 'authority', 'Header', 'Episodes_last', 'providers'].toSorted(),
    )
    assert.deepEqual(sourcesOf(nosy), ['Header', 'Episodes_last', 'providers'])
  })

  test('says the same whichever is asked first', () => {
    const order = rules.toSorted((a, b) => shuffled(a.code) - shuffled(b.code))
    for (const { example, live } of rules) {
      const { given } = readExample(example, live?.until ?? 2027)
      assert.deepEqual(checkReturn(order, given).flagged, checkReturn(rules, given).flagged)
    }
  })
})

const shuffled = (code: string): number =>
  Number.parseInt(createHash('sha1').update(code).digest('hex').slice(0, 6), 16)

suite('worked cases', () => {
  const path = '../shared/data/rule_cases.json'
  const cases = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as (Case & { expected: object })[])
    : []
  const known = new Set(rules.map(({ code }) => code))
  for (const each of cases.filter(({ rule }) => known.has(rule))) {
    test(each.id, () => {
      assert.deepEqual(askCase(each), { id: each.id, flagged: each.expected })
    })
  }
})

suite('the rules of a year', () => {
  test('are as many as DfE and the tools of councils have', () => {
    const live = years.map(year => rulesOf(year).length)
    assert.deepEqual(live, [293, 312, 305, 312, 323])
    assert.equal(rules.length, 340)
    assert.equal(groups.length, 11)
  })
})

const folder = '../shared/data/fake903'
suite('a whole return, dirty on purpose', { skip: !existsSync(folder) && 'the return is not here' }, () => {
  // What each found when it was asked alone, before another had changed what it read: 1,081, 156 and 86 after.
  for (const [code, rows] of [
    ['388', 21],
    ['376', 107],
    ['387', 61],
  ] as const) {
    test(`rule ${code} finds what it found alone`, () => {
      const table = <K extends 'Header' | 'Episodes'>(kind: K) =>
        tableFrom(
          kind,
          Papa.parse<Cells>(readFileSync(`${folder}/${kind.toLowerCase()}.csv`, 'utf8'), { header: true })
            .data,
        )
      const tables = { Header: table('Header'), Episodes: table('Episodes') }
      const given = { ...settingOf(2026), tables }
      const { flagged } = checkReturn(rulesOf(2026), given)
      assert.equal(flagged[code]?.Episodes?.length, rows)
    })
  }
})
