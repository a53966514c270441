/** Entering and leaving care: every band and the whole balance, and the figures are those of a count by hand. */

import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import fc from 'fast-check'
import { type Actor, perform } from '#access'
import { parseDate } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { addChild } from '../../tests/support/children.ts'
import { addCounted } from '../../tests/support/counted.ts'
import { onBoth } from '../../tests/support/database.ts'
import { organisation, people, today } from '../../tests/support/people.ts'
import { openWebsite } from '../../tests/support/website.ts'
import { type ShownFlow, showFlow } from './actions/flow.ts'
import { type Flow, flowOf, flowYear, flowYears, unaccounted } from './flow.ts'

const day = (text: string) => parseDate(text)!
const flow = ({ opening, entered, grewIn, left, grewOut, closing }: Flow) =>
  [opening, entered, grewIn, left, grewOut, closing] as const

suite('flows', () => {
  test('a birthday in care moves a child from one band to the next, and the whole has none', () => {
    const { bands, all } = flowOf([
      { entered: false, left: false, ageFirst: 15, ageLast: 16, stays: 2 },
      { entered: true, left: true, ageFirst: 15, ageLast: 15, stays: 1 },
    ])
    const by = Object.fromEntries(bands.map(each => [each.band, flow(each)]))
    assert.deepEqual(by['10-15'], [2, 1, 0, 1, 2, 0])
    assert.deepEqual(by['16+'], [0, 0, 2, 0, 0, 2])
    assert.deepEqual(flow(all), [2, 1, 0, 1, 0, 2])
  })

  test('whatever the stays, every band balances, and so does the whole', () => {
    const stay = fc.record({
      entered: fc.boolean(),
      left: fc.boolean(),
      ageFirst: fc.integer({ min: 0, max: 18 }),
      ageLast: fc.integer({ min: 0, max: 19 }),
      stays: fc.integer({ min: 1, max: 50 }),
    })
    fc.assert(
      fc.property(fc.array(stay), stays => {
        const { bands, all } = flowOf(stays)
        assert.ok([...bands, all].every(each => unaccounted(each) === 0))
      }),
    )
  })

  test('the year under way ends today; before 1 April it is the year that ends this spring', () => {
    assert.deepEqual(flowYears(day('2026-04-01')).slice(0, 2), [2027, 2026])
    assert.deepEqual(flowYears(day('2026-03-31'))[0], 2026)
    assert.deepEqual(flowYear(2027, day('2026-08-30')), {
      ends: 2027,
      opened: '2026-03-31',
      closed: '2026-08-30',
      underWay: true,
    })
    assert.equal(flowYear(2026, day('2026-03-31')).underWay, false)
  })
})

onBoth('the report of entering and leaving', opened => {
  before(() => addCounted(opened()))
  const ask = (actor: Actor, asked: object = {}) =>
    perform(showFlow, { database: opened().database, actor, today }, asked)
  const seen = async (actor: Actor, asked: object = {}): Promise<ShownFlow> => {
    const output = await ask(actor, asked)
    assert.ok(!(output instanceof Refusal))
    return output
  }

  test('an authority’s last whole year, as a count by hand finds', async () => {
    const { all, bands, year } = await seen(people.director)
    assert.deepEqual([year.opened, year.closed], ['2025-03-31', '2026-03-31'])
    // Opening: four settled before. Entered: the baby, and one who came back. Left: one, on the last day.
    assert.deepEqual(flow(all), [4, 2, 0, 1, 0, 5])
    const baby = bands.find(({ band }) => band === 'under 1')!
    assert.deepEqual(flow(baby), [0, 1, 0, 0, 0, 1])
    const oldest = bands.find(({ band }) => band === '16+')!
    assert.deepEqual(flow(oldest), [0, 0, 1, 0, 0, 1])
    assert.ok(bands.every(each => unaccounted(each) === 0))
  })

  test('a change of legal status or of placement is neither entering nor leaving', async () => {
    const { all } = await seen(people.director, { year: '2027' })
    assert.deepEqual(flow(all), [5, 0, 0, 0, 0, 5])
  })

  test('who enters at 16 is told apart', async () => {
    await addChild(opened().database, {
      of: people.siblingSocialWorker,
      child: { born: day('2009-06-10') },
      episodes: [{ startedOn: day('2025-07-01'), reasonNew: 'S' }],
    })
    const { olderEntrants } = await seen(people.siblingDirector)
    assert.deepEqual(olderEntrants, [
      { age: 15, entered: 0 },
      { age: 16, entered: 1 },
      { age: 17, entered: 0 },
    ])
  })

  test('the region’s is the sum of those who share, or one of them; nobody sees another’s', async () => {
    const region = await seen(people.regionLead)
    const [own, other] = [await seen(people.director), await seen(people.siblingDirector)]
    assert.deepEqual(
      flow(region.all),
      flow(own.all).map((number, i) => number + flow(other.all)[i]!),
    )
    const one = await seen(people.regionLead, { authority: organisation.reading.code })
    assert.deepEqual(flow(one.all), flow(other.all))
    const refused = await ask(people.director, { authority: organisation.reading.code })
    assert.ok(refused instanceof Refusal && refused.kind === 'not-found')
  })

  test('a year that is none, or has not begun, is refused in a sentence', async () => {
    for (const year of ['2031', '1999']) {
      const refused = await ask(people.director, { year })
      assert.ok(refused instanceof Refusal && /Choose a year from 2019/.test(refused.problems[0]!.message))
    }
  })

  test('the page says it in a sentence, and the file has a line for each age', async () => {
    const website = await openWebsite({ opened: opened() })
    const page = await website.as(people.director).see('/figures/flow?year=2026')
    assert.match(page.body, /4 children were looked after on 31 March 2025\. 2 entered care and 1 left, so 5/)
    const file = await website.as(people.director).see('/figures/flow?year=2026&format=csv')
    assert.match(file.body, /Bracknell Forest,2025-03-31,2026-03-31,All ages,4,2,0,1,0,5\r\n/)
    await website.close()
  })
})
