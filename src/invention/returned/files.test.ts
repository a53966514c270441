/** The invented returns are real ones: the import that people use finds nothing wrong with them. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Problem, check, readReturnFile } from '#returns'
import type { PlainDate } from '#shared/dates'
import { filesOf } from './files.ts'
import { inventRegion } from '../region.ts'
import { returnsOf } from './returned.ts'

const today = '2026-11-22' as PlainDate
const region = inventRegion({ seed: 3, children: 900, authorities: 2, today })

for (const authority of region.authorities()) {
  const known = new Map<string, PlainDate>()
  for (const year of region.years) {
    test(`nothing is wrong with the return of ${authority.area.name} for ${year}`, () => {
      const files = filesOf(returnsOf(region, authority, year))
      const readings = files.map(({ name, text }) =>
        readReturnFile({ file: name, name, bytes: new TextEncoder().encode(text) }),
      )
      assert.deepEqual(
        readings.map(each => each.kind),
        files.map(each => each.kind),
      )
      const told = finish(check(readings, { year, known, today }))
      assert.deepEqual(told.problems.map(said), [])
      assert.equal(told.leftOut, 0)
      for (const { child, born } of told.children) known.set(child, born)
    })
  }
}

const said = (problem: Problem): string => JSON.stringify(problem)

function finish<Result>(steps: Generator<number, Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
