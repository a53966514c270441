/** Figures equal a count by hand, of the children the asker may count, and no others. */

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type KyselyPlugin, type OperationNode, RawNode, ValueNode } from 'kysely'
import { type Actor, type Database, perform } from '#access'
import type { Child } from '#children'
import { type PlainDate, parseDate } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { addChild, asWriter } from '../../tests/support/children.ts'
import { addCounted } from '../../tests/support/counted.ts'
import { type TestDatabase, onBoth, openTestDatabase } from '../../tests/support/database.ts'
import { organisation, people, today } from '../../tests/support/people.ts'
import { showFigures } from './actions/figures.ts'
import type { Dashboard } from './dashboard.ts'

const day = (text: string) => parseDate(text)!

onBoth('Figures', opened => {
  const figures = async (actor: Actor, authority?: string, on: PlainDate = today) =>
    perform(showFigures, { database: opened().database, actor, today: on }, { authority })
  const seen = async (actor: Actor, authority?: string, on?: PlainDate): Promise<Dashboard> => {
    const output = await figures(actor, authority, on)
    assert.ok(!(output instanceof Refusal))
    return output
  }
  const shares = ({ looked, over20, outOfArea, threeOrMore, unregistered }: Dashboard) => ({
    looked,
    over20: [over20.count, over20.of],
    outOfArea: [outOfArea.count, outOfArea.of],
    threeOrMore: threeOrMore.count,
    unregistered: unregistered.count,
  })
  const some = ({ byAge }: Dashboard) =>
    Object.fromEntries(byAge.filter(({ children }) => children > 0).map(each => [each.name, each.children]))

  before(() => addCounted(opened()))

  test('an authority sees its own, as a count by hand finds', async () => {
    const own = await seen(people.director)
    assert.deepEqual([own.chosen?.name, own.authorities.length], ['Bracknell Forest', 1])
    assert.deepEqual(shares(own), {
      looked: 5,
      over20: [1, 4],
      outOfArea: [3, 4],
      threeOrMore: 1,
      unregistered: 1,
    })
    assert.deepEqual(some(own), { 'under 1': 1, '10-15': 3, '16+': 1 })
    assert.deepEqual(
      own.byKind.map(({ name, children }) => [name, children]),
      [
        ['kinship foster', 1],
        ['agency foster', 3],
        ['unregistered', 1],
      ],
    )
  })

  test('the region is the sum of those who share, and says who is left out', async () => {
    const region = await seen(people.regionLead)
    assert.equal(region.chosen, null)
    assert.deepEqual([region.looked, region.over20.count, region.over20.of], [6, 2, 5])
    assert.deepEqual(
      region.byAuthority.map(({ name, looked }) => [name, looked]),
      [
        ['Bracknell Forest', 5],
        ['Reading', 1],
      ],
    )
    assert.deepEqual(
      region.leftOut.map(({ name }) => name),
      ['Kent'],
    )
  })

  test('the region may look at one authority that shares, and at no other', async () => {
    assert.equal((await seen(people.regionLead, organisation.reading.code!)).looked, 1)
    const refused = await figures(people.regionLead, organisation.kent.code!)
    assert.ok(refused instanceof Refusal && refused.kind === 'not-found')
  })

  test('an authority sees nothing of another, even when both have just been counted', async () => {
    await seen(people.regionLead)
    const refused = await figures(people.broker, organisation.reading.code!)
    assert.ok(refused instanceof Refusal && refused.kind === 'not-found')
    assert.equal((await seen(people.siblingBroker)).looked, 1)
    assert.equal((await seen(people.kentBroker)).looked, 1)
  })

  test('no figure is for a provider or a partner', async () => {
    for (const actor of [people.larchManager, people.partner]) {
      const refused = await figures(actor)
      assert.ok(refused instanceof Refusal && refused.kind === 'not-allowed')
    }
  })

  test('when the agreement ends the region counts nobody, that day', async () => {
    const lastDay = await seen(people.regionLead, undefined, day('2026-12-31'))
    assert.equal(lastDay.looked, 6)
    const ended = await seen(people.regionLead, undefined, day('2027-01-01'))
    assert.deepEqual([ended.looked, ended.authorities.length, ended.leftOut.length], [0, 0, 3])
  })

  test('an agreement that leaves out where children are placed opens no figure', async () => {
    const { owner } = opened()
    const agreed = (fields: string[]) => owner.updateTable('access.agreement').set({ fields }).execute()
    await agreed(['basic'])
    const region = await seen(people.regionLead)
    await agreed(['basic', 'placement', 'cost', 'referral'])
    assert.deepEqual([region.looked, region.authorities.length], [0, 0])
  })

  test('open places are counted by kind and area', async () => {
    const { places } = await seen(people.regionLead)
    assert.deepEqual(
      places.map(({ kind, open }) => [kind, open]),
      [['childrens-home', 2]],
    )
  })

  test('the past is counted as the history tells it', async () => {
    const { past } = await seen(people.director)
    assert.deepEqual(Object.fromEntries(past.map(each => [each.day, each.children])), {
      '2021-03-31': 1,
      '2022-03-31': 1,
      '2024-03-31': 4,
      '2025-03-31': 4,
      '2026-03-31': 5,
    })
  })

  test('a child more is counted at once', async () => {
    const before_ = (await seen(people.siblingDirector)).looked
    const child = await addChild(opened().database, { of: people.siblingSocialWorker })
    assert.equal((await seen(people.siblingDirector)).looked, before_ + 1)
    await remove(child)
    assert.equal((await seen(people.siblingDirector)).looked, before_)
  })

  const remove = (child: Child) =>
    asWriter(opened().database, people.siblingSocialWorker, async tx => {
      await tx.deleteFrom('children.episode').where('child_id', '=', child.id).execute()
      await tx.deleteFrom('children.child').where('id', '=', child.id).execute()
    })

  test('nothing is counted again until something has changed, and then only for those it changed', async () => {
    const { countings, database } = watched(opened().database)
    const look = () => perform(showFigures, { database, actor: people.siblingDirector, today }, {})
    await seen(people.siblingDirector)
    await look()
    assert.deepEqual(countings(), [])

    const child = await addChild(opened().database, { of: people.siblingSocialWorker })
    await look()
    await look()
    assert.deepEqual(countings(), [[organisation.reading.id]])
    await remove(child)
  })

  test('the region is told what stood for five seconds at the most, and then only what changed is counted', async t => {
    const { countings, database } = watched(opened().database)
    const look = async () => {
      const shown = await perform(showFigures, { database, actor: people.regionLead, today }, {})
      return shown instanceof Refusal ? null : shown.looked
    }
    const now = Date.now() + 60_000
    t.mock.timers.enable({ apis: ['Date'], now })
    const stood = (await look())!
    const child = await addChild(opened().database, { of: people.siblingSocialWorker })
    t.mock.timers.setTime(now + 4_999)
    assert.equal(await look(), stood)
    const before_ = countings().length
    t.mock.timers.setTime(now + 5_000)
    const all = await Promise.all([look(), look(), look()])
    assert.equal(all[0], stood + 1)
    assert.ok(all.every(each => each === stood || each === stood + 1))
    assert.equal(await look(), stood + 1)
    assert.deepEqual(countings().slice(before_), [[organisation.reading.id]])
    await remove(child)
    t.mock.timers.setTime(now + 10_000)
    assert.equal(await look(), stood)
  })

  test('however many ask at once, it is counted once', async () => {
    const child = await addChild(opened().database, { of: people.siblingSocialWorker })
    const { countings, database } = watched(opened().database)
    const looking = () => perform(showFigures, { database, actor: people.siblingDirector, today }, {})
    const all = await Promise.all(Array.from({ length: 8 }, looking))
    assert.deepEqual(countings(), [[organisation.reading.id]])
    assert.ok(all.every(each => !(each instanceof Refusal) && each.looked === 2))
    await remove(child)
  })
})

test('what is kept of one database is not seen from another', async () => {
  const [one, other] = await Promise.all([openTestDatabase('embedded'), openTestDatabase('embedded')])
  const looked = async ({ database }: TestDatabase) => {
    const shown = await perform(showFigures, { database, actor: people.director, today }, {})
    return shown instanceof Refusal ? null : shown.looked
  }
  await addChild(one.database)
  await addChild(other.database)
  await addChild(other.database, { child: { localId: 'BF1' } })
  assert.equal(await looked(one), 1)
  assert.notEqual(await looked(other), 1)
  await Promise.all([one.close(), other.close()])
})

/** For which authorities children were counted, one line for each time. */
function watched(database: Database) {
  const asked: string[][] = []
  const watcher: KyselyPlugin = {
    transformQuery({ node }) {
      if (RawNode.is(node) && node.sqlFragments.join('').includes('children.looked_after')) {
        asked.push([...new Set(valuesIn(node).filter(isId))])
      }
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { database: database.withPlugin(watcher), countings: () => asked }
}

const valuesIn = (node: OperationNode): unknown[] =>
  ValueNode.is(node) ? [node.value].flat() : RawNode.is(node) ? node.parameters.flatMap(valuesIn) : []

const isId = (value: unknown): value is string => typeof value === 'string' && value.length === 36
