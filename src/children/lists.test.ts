/** An authority’s children are found by name, and narrowed by where they live and what they need. */

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Actor, perform } from '#access'
import { parseDate } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { addChild } from '../../tests/support/children.ts'
import { onBoth } from '../../tests/support/database.ts'
import { people, today } from '../../tests/support/people.ts'
import { listOfChildren, searchChildren } from './actions/lists.ts'
import { anAssessment } from './fixtures.ts'

const day = (text: string) => parseDate(text)!
const places = ['agency', 'external', 'prison', 'ward', 'shed', 'parents', 'left'] as const
type Where = (typeof places)[number]

onBoth('the list of children', opened => {
  before(async () => {
    const add = (localId: Where, facts: Omit<NonNullable<Parameters<typeof addChild>[1]>, 'of'>) =>
      addChild(opened().database, { ...facts, child: { ...facts.child, localId } })
    await add('agency', { assessments: [anAssessment({ hasEhcp: true })] })
    await add('external', {
      child: { familyName: 'Byrne', born: day('2009-08-30') },
      episodes: [
        { startedOn: day('2025-01-01'), endedOn: day('2026-02-01'), endReason: 'X1' },
        { startedOn: day('2026-02-01'), reasonNew: 'L', placeCode: 'K2', distanceMiles: 20.1 },
      ],
      assessments: [anAssessment({ healthSetting: true, assessedOn: day('2025-02-01') }), anAssessment()],
    })
    await add('prison', { child: { familyName: 'Clay' }, episodes: [{ placeCode: 'R5', legalStatus: 'J1' }] })
    await add('ward', { child: { familyName: 'Dane' }, episodes: [{ placeCode: 'R2', distanceMiles: null }] })
    await add('shed', { child: { familyName: 'East' }, episodes: [{ placeCode: 'Z1', distanceMiles: 120 }] })
    await add('parents', {
      child: { familyName: 'Frost' },
      episodes: [{ placeCode: 'P1', providerCode: 'PR0' }],
    })
    await add('left', {
      child: { familyName: 'Gale', givenName: 'Éilis' },
      episodes: [{ endedOn: day('2026-07-01'), endReason: 'E4A' }],
    })
  })

  const list = async (input: object, actor: Actor = people.broker) => {
    const found = await perform(listOfChildren, { database: opened().database, actor, today }, input)
    assert.ok(!(found instanceof Refusal))
    return found
  }
  const found = async (input: object) => (await list(input)).children.map(({ localId }) => localId)
  const lookFor = async (words: string) => {
    const caller = { database: opened().database, actor: people.broker, today }
    const made = await perform(searchChildren, caller, { words })
    assert.ok(!(made instanceof Refusal))
    return found({ search: made.search })
  }

  test('those looked after now come first to hand, in order of name', async () => {
    assert.deepEqual(await found({}), ['agency', 'external', 'prison', 'ward', 'shed', 'parents'])
    assert.deepEqual(await found({ standing: 'before' }), ['left'])
    assert.equal((await found({ standing: 'ever' })).length, 7)
    const { total, over20, unregistered } = await list({})
    assert.deepEqual([total, over20, unregistered], [6, 2, 1])
  })

  test('by kind of home, law, age and distance', async () => {
    assert.deepEqual(await found({ kind: 'residential external' }), ['external'])
    assert.deepEqual(await found({ kind: 'custody' }), ['prison'])
    assert.deepEqual(await found({ kind: 'with parents', legalStatus: 'care order' }), ['parents'])
    assert.deepEqual(await found({ legalStatus: 'J1' }), ['prison'])
    assert.deepEqual(await found({ ageBand: '16+' }), ['external'], 'seventeen today')
    assert.deepEqual(await found({ distance: 'over 20' }), ['external', 'shed'])
    assert.deepEqual(await found({ distance: 'over 100' }), ['shed'])
    assert.deepEqual(await found({ distance: 'not known' }), ['ward'])
  })

  test('children in health settings, in youth justice and in unregistered settings can be found', async () => {
    assert.deepEqual(await found({ circumstance: 'health' }), ['ward'], 'the assessment of last year is past')
    assert.deepEqual(await found({ circumstance: 'youth justice' }), ['prison'])
    assert.deepEqual(await found({ circumstance: 'unregistered' }), ['shed'])
    assert.deepEqual(await found({ circumstance: 'plan' }), ['agency'])
    assert.deepEqual(await found({ circumstance: 'not assessed' }), ['prison', 'ward', 'shed', 'parents'])
  })

  test('in any order, with what is not known at the end', async () => {
    for (const sort of ['distance', '-distance']) assert.equal((await found({ sort })).at(-1), 'ward')
    assert.equal((await found({ sort: '-distance' }))[0], 'shed')
    assert.deepEqual((await found({ sort: 'age' })).at(-1), 'external')
    assert.equal((await found({ sort: 'placed' }))[0], 'external', 'a change of law is not a move')
    assert.equal((await found({ sort: '-number' }))[0], 'ward')
    assert.equal((await found({ sort: 'fee', page: 'two' })).length, 6)
    assert.deepEqual(await found({ page: '7' }), [])
    assert.equal((await list({ page: '7', format: 'csv' })).children.length, 6)
  })

  test('by the beginning of a name or number, in any case, now or before', async () => {
    assert.deepEqual(await lookFor('byr'), ['external'])
    assert.deepEqual(await lookFor(' WREN cl'), ['prison'])
    assert.deepEqual(await lookFor('SHE'), ['shed'])
    assert.deepEqual(await lookFor('éil'), ['left'])
    assert.deepEqual(await lookFor('%'), [])
    assert.deepEqual(await lookFor('yrne'), [])
  })

  test('another authority’s list holds none of them, and nobody else’s search can be read', async () => {
    assert.equal((await list({}, people.siblingBroker)).total, 0)
    const caller = { database: opened().database, actor: people.broker, today }
    const made = await perform(searchChildren, caller, { words: 'byr' })
    assert.ok(!(made instanceof Refusal))
    for (const actor of [people.socialWorker, people.siblingBroker]) {
      const refused = await perform(listOfChildren, { ...caller, actor }, { search: made.search })
      assert.ok(refused instanceof Refusal && refused.kind === 'not-found')
    }
  })

  test('a search is forgotten after a day', async () => {
    const { database, owner, kind } = opened()
    const caller = { database, actor: people.broker, today }
    const made = await perform(searchChildren, caller, { words: 'byr' })
    assert.ok(!(made instanceof Refusal))
    if (kind === 'server') return // not even the tables' owner may turn back the clock of another's search
    await owner
      .updateTable('children.search')
      .set({ made_at: new Date(Date.now() - 25 * 3_600_000) })
      .execute()
    const forgotten = await perform(listOfChildren, caller, { search: made.search })
    assert.ok(forgotten instanceof Refusal)
    await perform(searchChildren, caller, { words: 'cl' })
    const left = await owner.selectFrom('children.search').select('words').execute()
    assert.deepEqual(left, [{ words: 'cl' }])
  })
})
