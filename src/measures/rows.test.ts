/** The rows behind a figure are as many as the figure says, for the authority and for the co-operative. */

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Actor, perform } from '#access'
import { childrenActions } from '#children'
import { parseDate } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { addChild } from '../../tests/support/children.ts'
import { onBoth } from '../../tests/support/database.ts'
import { people, today } from '../../tests/support/people.ts'
import { showFigures } from './actions/figures.ts'

const day = (text: string) => parseDate(text)!
const stays = (...starts: string[]) =>
  starts.map((start, i) => ({
    startedOn: day(start),
    reasonNew: i === 0 ? ('S' as const) : ('P' as const),
    ...(starts[i + 1] && { endedOn: day(starts[i + 1]!), endReason: 'X1', changeReason: 'PLACE' }),
  }))

onBoth('the rows behind a figure', opened => {
  before(async () => {
    const add = (episodes: object[], of: Actor = people.socialWorker) =>
      addChild(opened().database, { of, episodes })
    await add(stays('2024-01-10', '2025-12-01', '2026-05-01'))
    await add(stays('2025-10-01', '2026-01-01', '2026-02-01'), people.siblingSocialWorker)
    await add(stays('2024-01-10', '2026-05-01'))
    await add([{ inArea: false }])
    await add([{ inArea: true }])
    await add([{ inArea: null }])
    // A series of short breaks is in no figure.
    await add([{ inArea: false, legalStatus: 'V4' }])
    await add(stays('2024-01-10', '2025-12-01', '2026-05-01').map(each => ({ ...each, legalStatus: 'V3' })))
  })

  const ask = async (name: string, actor: Actor, input: object) => {
    const action = [...childrenActions].find(each => each.name === name)! as typeof showFigures
    const found = await perform(action, { database: opened().database, actor, today }, input)
    assert.ok(!(found instanceof Refusal))
    return (found as unknown as { total: number }).total
  }

  test('three or more placements, and outside the authority', async () => {
    for (const [list, actor, moved] of [
      ['child.list', people.director, 1],
      ['region.children', people.regionLead, 2],
    ] as const) {
      const caller = { database: opened().database, actor, today }
      const figures = await perform(showFigures, caller, {})
      assert.ok(!(figures instanceof Refusal))
      assert.equal(figures.threeOrMore.count, moved)
      assert.equal(await ask(list, actor, { moves: 'three or more' }), moved)
      assert.ok(figures.outOfArea.count > 0)
      assert.equal(await ask(list, actor, { distance: 'outside' }), figures.outOfArea.count)
    }
  })

  test('the co-operative’s counts of one question are not those of another', async () => {
    const all = await ask('region.children', people.regionLead, {})
    assert.equal(all, 8)
    assert.equal(await ask('region.children', people.regionLead, { moves: 'three or more' }), 2)
    assert.equal(await ask('region.children', people.regionLead, {}), all)
  })
})
