/** Each role's home page: what waits for it, and nothing that waits for somebody else. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, perform } from '#access'
import { newId } from '#shared/ids'
import { Refusal } from '#shared/refusal'
import { plantBusyDay } from '../../../tests/support/busy-day.ts'
import { onBoth } from '../../../tests/support/database.ts'
import { people, today } from '../../../tests/support/people.ts'
import { showHomepage } from './actions.ts'
import type { Homepage } from './homepage.ts'

onBoth('Home pages', opened => {
  let planted: Awaited<ReturnType<typeof plantBusyDay>>
  const seenBy = async (actor: Actor): Promise<Homepage> => {
    const shown = await perform(showHomepage, { database: opened().database, actor, today }, {})
    assert.ok(!(shown instanceof Refusal))
    return shown
  }
  /** How many wait on each list, and who stands first on it. */
  const lists = async (actor: Actor) =>
    (await seenBy(actor)).lists.map(({ title, count, rows }) => [title, count, rows[0]?.name])

  test('on a quiet day every role has a page that says what to do next', async () => {
    for (const actor of Object.values(people)) {
      const { lists: all, notes } = await seenBy(actor)
      for (const { quiet } of all) assert.match(quiet, /^[A-Z].*\.$/)
      assert.ok(all.length + notes.length > 0, actor.name)
    }
  })

  test('a busy day is planted', async () => {
    planted = await plantBusyDay(opened())
  })

  test('a brokerage officer sees emergencies first, then what needs a search, an answer and a move', async () => {
    assert.deepEqual(await lists(people.broker), [
      ['Emergencies', 1, 'Wilf Urgent'],
      ['Requests that need a search', 1, 'Nell Unasked'],
      ['Offers to decide', 1, 'Larch Tree House'],
      ['Interest and questions from homes', 1, 'Larch Tree House'],
      ['Homes to chase', 1, 'Larch Tree House'],
      ['Moves agreed for this week', 1, 'Tansy Reed'],
    ])
  })

  test('a social worker sees what they asked for, what happens next, and who is not assessed', async () => {
    const [mine, unassessed] = (await seenBy(people.socialWorker)).lists
    assert.deepEqual([mine!.count, mine!.rows.length], [6, 5])
    assert.match(mine!.rows[0]!.note, /Next: brokerage searches for homes/)
    assert.deepEqual([unassessed!.count, unassessed!.rows.length], [7, 5])
  })

  test('a commissioner sees vacancies to ring about, why homes said no, and vacancies of their own', async () => {
    assert.deepEqual(await lists(people.commissioner), [
      ['Vacancies nobody has confirmed for 14 days', 2, 'Larch Tree House'],
      ['Why homes said no in the last four weeks', 1, 'Our statement of purpose does not cover the needs'],
      ['Vacancies in your own homes', 1, 'The Beeches'],
    ])
  })

  test('a data lead sees the return to finish, its problems, and the last load by England’s clock', async () => {
    const [inHand, loaded] = (await seenBy(people.dataLead)).lists
    assert.equal(
      inHand!.rows[0]!.note,
      'Begun on 28 August 2026. 2 problems to put right, 1 of which stop a row being used.',
    )
    assert.deepEqual(loaded!.rows, [{ name: 'Year to 31 March 2025', note: 'Loaded on 5 July 2025.' }])
  })

  test('a director sees six figures, whom to ask about and what to sign', async () => {
    const { headlines, lists: all, notes } = await seenBy(people.director)
    assert.equal(headlines.length, 6)
    assert.match(notes[0]!, /at least three other authorities share/)
    assert.deepEqual(
      all.map(({ title, rows }) => [title, rows[0]?.name]),
      [
        ['Children to ask about first', undefined],
        ['Agreements to sign', 'Homes and health together'],
      ],
    )
  })

  test('the co-operative sees who shares, how ready returns are, and no child', async () => {
    const shown = await seenBy(people.regionLead)
    assert.deepEqual(
      shown.headlines.slice(0, 3).map(({ name, number }) => [name, number]),
      [
        ['Authorities that share', '2 of 3'],
        ['Places open', '5'],
        ['Children looked after', '15'],
      ],
    )
    assert.deepEqual(
      shown.lists.map(({ title, count, rows }) => [title, count, rows[0]?.name]),
      [
        ['Returns still to come', 1, 'Reading'],
        ['Authorities with tables to send', 2, 'Bracknell Forest'],
      ],
    )
    assert.doesNotMatch(JSON.stringify(shown), /Ashdown|Reed|Urgent|BF\d/)
  })

  test('an administrator sees agreements that wait and end, who takes part, and when Ofsted’s list was loaded', async () => {
    const nobody = {
      id: newId(),
      organisation_id: people.rowanManager.organisation,
      name: 'Ned Idle',
      email: 'ned@example.org',
    }
    await opened().owner.insertInto('access.person').values(nobody).execute()
    assert.deepEqual(await lists(people.administrator), [
      ['Agreements to sign', 0, undefined],
      ['Agreements that wait for others', 1, 'Homes and health together'],
      ['Agreements that end within three months', 1, 'Winter pressures'],
      ['People without a role', 1, 'Ned Idle'],
      ['People who take part', Object.keys(people).length + 1, 'Authorities'],
      ['Ofsted’s list of homes', null, undefined],
    ])
  })

  test('a registered manager sees who asks, what to confirm and who comes, and no name', async () => {
    const shown = await seenBy(people.larchManager)
    assert.deepEqual(
      shown.lists.map(({ title, count }) => [title, count]),
      [
        ['Requests waiting for your answer', 3],
        ['Vacancies to confirm', 2],
        ['Who moves in', 1],
      ],
    )
    assert.doesNotMatch(JSON.stringify(shown), /Juno|Tansy|Ivo/)
    assert.equal(planted.asked.organisation, people.larchManager.organisation)
  })

  test('nobody sees what waits for another authority or another provider', async () => {
    for (const actor of [
      people.siblingBroker,
      people.siblingSocialWorker,
      people.siblingDataLead,
      people.rowanManager,
    ]) {
      const { lists: all } = await seenBy(actor)
      assert.ok(
        all.every(({ title, count }) => count === 0 || title === 'Tables to send'), // its own
        actor.name,
      )
    }
  })

  test('a partner is told plainly that nothing is shared', async () => {
    const { lists: all, notes } = await seenBy(people.partner)
    assert.deepEqual(all, [])
    assert.match(notes[0]!, /^Nothing about any child is shared with you yet/)
  })

  test('no list shows more than five, and no address names anybody', async () => {
    for (const actor of Object.values(people)) {
      const { lists: all } = await seenBy(actor)
      assert.ok(all.every(({ rows }) => rows.length <= 5))
      const addresses = all.flatMap(({ rows, whole }) => [whole?.href, ...rows.map(({ href }) => href)])
      assert.doesNotMatch(addresses.join(' '), /Wren|Ashdown|Juno|Tansy|BF\d/)
    }
  })
})
