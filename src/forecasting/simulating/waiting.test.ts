/** A child waits forwards: never back, not beyond the plan, and no longer than to the eighteenth birthday. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { joinYears } from '#rulebook'
import { dayOf } from '#shared/days'
import { calendarOf, ticks } from './calendar.ts'
import { ageEnds, classIn, happenings, newborn } from './child.ts'
import { fit } from '../learning/fitting.ts'
import { inventRegion, returnsOf } from '../fixtures.ts'
import { historyFrom } from '../history.ts'
import { adulthood } from '../kinds.ts'
import { pathOf } from './path.ts'
import { planFor } from './plan.ts'
import { fileSheets } from '../sheets.ts'
import { Stream } from './stream.ts'
import { mixed } from './throws.ts'
import { Waiting } from './waiting.ts'

const origin = dayOf(2024, 3, 31)!
const asked = { authorities: 1, entries: 200, growth: 0.1, residential: 0.1, seed: 3, future: 0, origin }
const files = returnsOf(inventRegion({ ...asked, until: dayOf(2024, 4, 2)! }), [2019, 2024])
const filed = fileSheets(
  Object.entries(files).map(([path, text]) => ({ path, text, authority: 'X', year: undefined })),
  2024,
)
const model = fit(historyFrom(joinYears(filed), filed.alone, origin))
const plan = planFor(origin, 24, 1)
const calendar = calendarOf(plan)

/** Everything happens at once. */
class Hasty extends Stream {
  override wait(): number {
    return Number.MIN_VALUE
  }
}

function childBy(number: number) {
  const share = (which: number) => mixed(number * 16 + which) / 4294967296
  const child = newborn()
  child.kind = Math.floor(share(0) * 13)
  child.born = -Math.floor(share(1) * adulthood) * ticks
  child.now = Math.floor(share(2) * calendar.horizon * ticks)
  child.cared = Math.max(child.born, child.now - Math.floor(share(3) * 2000 * ticks))
  child.placed = child.cared + Math.floor(share(4) * (child.now - child.cared))
  child.age = classIn(ageEnds, child.now - child.born)
  return child
}

suite('waiting', () => {
  for (const [name, stream] of [
    ['as long as chance has it', new Stream()],
    ['not at all', new Hasty()],
  ] as const)
    test(name, () => {
      const waiting = new Waiting(pathOf(0, model, plan), calendar, stream)
      waiting.enter(0)
      for (let number = 0; number < 20_000; number += 1) {
        const child = childBy(number)
        const { now, born } = child
        stream.state = number
        const what = waiting.next(child)
        assert.ok(
          child.now >= now || what === happenings.nothing,
          `${number}: back from ${now} to ${child.now}`,
        )
        if (what === happenings.nothing) continue
        assert.ok(child.now < calendar.horizon * ticks && child.now < born + adulthood * ticks)
        assert.equal(child.age, classIn(ageEnds, child.now - born))
      }
    })
})
