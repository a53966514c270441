/** What holds of every rule on any return: children do not change each other's answers, and nothing is changed. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import {
  type Files,
  childOf,
  childrenIn,
  hasMadeUpReturn,
  inventedFiles,
  mixedReturn,
  returnFrom,
  someProviders,
  tableNames,
} from '../../tests/support/whole-returns.ts'
import { askRule } from './asking/checking.ts'
import type { Return, TableName } from './return.ts'
import { type Rule, rule } from './rule.ts'
import { rules } from './rules.ts'
import type { Cells } from './table.ts'

function flagged(asked: Rule, given: Return): { readonly [N in TableName]?: readonly number[] } {
  const outcome = askRule(asked, given)
  if (!('flagged' in outcome)) throw new Error(`${asked.code}: ${JSON.stringify(outcome)}`)
  return outcome.flagged
}

/** Each rule's flags of each child alone, and the same rows' flags among all. */
function assertAlone(asked: readonly Rule[], files: Files, year: number, from = year - 1): void {
  const among = returnFrom(files, year, from)
  const everybody = asked.map(each => flagged(each, among))
  for (const child of childrenIn(files)) {
    const places = new Map<TableName, readonly number[]>()
    const own: Record<string, readonly Cells[]> = {}
    for (const name of tableNames) {
      const all = files[name] ?? []
      const at = all.flatMap((cells, i) => (childOf(cells) === child ? [i] : []))
      places.set(name, at)
      own[name] = at.map(i => all[i]!)
    }
    const alone = returnFrom(own, year, from)
    for (const [i, each] of asked.entries()) {
      const here = flagged(each, alone)
      for (const name of tableNames) {
        const at = places.get(name)!
        const expected = (everybody[i]![name] ?? []).filter(position => at.includes(position))
        const found = (here[name] ?? []).map(position => at[position]!)
        if (expected.join() !== found.join())
          assert.deepEqual({ [each.code]: found }, { [each.code]: expected }, `child ${child}, ${name}`)
      }
    }
  }
}

/** Frozen to the last row: whoever writes in it fails, and maps are compared by what they hold. */
function freeze(given: Return): Return {
  const seen = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
    Object.freeze(value)
    for (const each of value instanceof Map ? value.values() : Object.values(value)) seen(each)
  }
  seen(given)
  return given
}

const held = ({ tables, providers: lists, ...setting }: Return): string =>
  JSON.stringify([setting, tableNames.map(name => tables[name]?.rows), [...(lists ?? [])]])

function assertUnchanged(asked: readonly Rule[], given: Return): void {
  const before = held(freeze(given))
  for (const each of asked) flagged(each, given)
  assert.equal(held(given), before)
}

const ofChildren = rules.filter(({ scope }) => scope === 'child')

suite('every rule by itself', () => {
  test("gives a child the same answer whether or not others' rows are between", () => {
    fc.assert(
      fc.property(inventedFiles, fc.constantFrom(2024, 2026, 2027), (files, year) =>
        assertAlone(ofChildren, files, year, 2026),
      ),
      { numRuns: 40 },
    )
  })

  test('changes nothing in a return', () => {
    fc.assert(
      fc.property(inventedFiles, files => assertUnchanged(rules, returnFrom(files, 2027, 2026))),
      { numRuns: 40 },
    )
  })

  const skip = hasMadeUpReturn ? false : 'the made-up return is not there'
  test('gives the same answers in a mixed return of 300 children', { skip }, () => {
    assertAlone(ofChildren, mixedReturn(300), 2026, 2017)
  })

  test('changes nothing in a mixed return', { skip }, () => {
    assertUnchanged(rules, returnFrom(mixedReturn(300), 2026, 2017))
  })
})

suite('what would be noticed', () => {
  const planted = (run: Rule['run']): Rule => ({
    ...rule({
      ...rules[0]!,
      needs: ['Header'],
      reaches: [],
      uses: [],
      run: () => ({}),
      undecided: () => null,
    }),
    run,
  })
  const files: Files = {
    Header: [
      { CHILD: 'a', SEX: 'M' },
      { CHILD: 'b', SEX: 'M' },
    ],
  }

  test('a rule that looks at other children', () => {
    const counts = planted(({ tables }) => ({ Header: tables.Header!.rows.length > 1 ? [0] : [] }))
    assert.throws(() => assertAlone([counts], files, 2027), { code: 'ERR_ASSERTION' })
  })

  test('a rule that writes in a row, in a file or in the lists', () => {
    const writes: readonly Rule['run'][] = [
      ({ tables }) => {
        Object.assign(tables.Header!.rows[0]!, { SEX: 'F' })
        return {}
      },
      ({ tables }) => {
        Object.assign(tables, { Header: undefined })
        return {}
      },
      given => {
        ;(given.providers as Map<string, unknown>).clear()
        return {}
      },
    ]
    for (const run of writes) {
      assert.throws(() => assertUnchanged([planted(run)], fresh()))
    }
  })

  const fresh = (): Return => ({
    ...returnFrom(files, 2027, 2026),
    providers: new Map(someProviders),
  })
})
