/** Who sees which homes, and that what is kept in memory never shows anybody more. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, inTransaction } from '#access'
import { parseDate } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { onBoth } from '../../tests/support/database.ts'
import { addHome } from '../../tests/support/homes.ts'
import { organisation, people, today } from '../../tests/support/people.ts'
import { givePlaceBack, holdPlace, leavePlace, takePlace } from './store/places.ts'
import { openPlacesByKindAndArea, supplyFor } from './store/supply.ts'

const day = (text: string) => parseDate(text)!

onBoth('the register in memory', opened => {
  const supplySeenBy = (actor: Actor) =>
    inTransaction(opened().database, actor, today, 'reader', tx => supplyFor(tx))
  const namesSeenBy = async (actor: Actor) => (await supplySeenBy(actor)).map(({ home }) => home.name)

  test('a member and the co-operative see all homes; anybody else only their own', async () => {
    const { owner } = opened()
    await addHome(owner, { organisation: organisation.larch.id, name: 'Larch House' })
    await addHome(owner, { organisation: organisation.rowan.id, name: 'Rowan House' })
    await addHome(owner, { organisation: organisation.kent.id, name: 'Kent House' })
    const all = ['Kent House', 'Larch House', 'Rowan House']
    assert.deepEqual(await namesSeenBy(people.broker), all)
    assert.deepEqual(await namesSeenBy(people.regionLead), all)
    assert.deepEqual(await namesSeenBy(people.larchManager), ['Larch House'])
    assert.deepEqual(await namesSeenBy(people.kentBroker), ['Kent House'])
    assert.deepEqual(await namesSeenBy(people.siblingBroker), all)
    assert.deepEqual(await namesSeenBy(people.partner), [])
  })

  test('it is read once, and again when a home or place has changed', async () => {
    const { owner } = opened()
    const first = await supplySeenBy(people.broker)
    assert.equal(await supplySeenBy(people.siblingBroker), first)
    await addHome(owner, { organisation: organisation.larch.id, name: 'New House' })
    const second = await supplySeenBy(people.broker)
    assert.notEqual(second, first)
    assert.equal(second.length, first.length + 1)
  })

  test('a membership that has ended shows no more than its own homes, though the register is kept', async () => {
    const { database, owner } = opened()
    await supplySeenBy(people.siblingBroker)
    const reading = { authority_id: organisation.reading.id }
    const end = owner.updateTable('access.membership').set({ until_on: today })
    await end.where('authority_id', '=', reading.authority_id).execute()
    assert.deepEqual(await namesSeenBy(people.siblingBroker), [])
    const before = await inTransaction(database, people.siblingBroker, day('2026-08-29'), 'reader', supplyFor)
    assert.ok(before.length > 0, 'the day before, they were a member')
    const renew = owner.updateTable('access.membership').set({ until_on: null })
    await renew.where('authority_id', '=', reading.authority_id).execute()
  })

  test('what a writer has not committed is never kept', async () => {
    const { database, owner } = opened()
    const { places } = await addHome(owner, { organisation: organisation.larch.id })
    const id = places[0]!.id
    const taking = inTransaction(database, people.broker, today, 'writer', async tx => {
      await takePlace(tx, id, today)
      const own = (await supplyFor(tx)).flatMap(each => each.places).find(each => each.id === id)
      assert.equal(own?.taken?.from, today)
      throw new Error('undone')
    })
    await assert.rejects(taking, /undone/)
    const seen = (await supplySeenBy(people.broker)).flatMap(each => each.places)
    assert.equal(seen.find(each => each.id === id)?.taken, null)
  })

  test('open places are counted by kind and area', async () => {
    const counted = await inTransaction(opened().database, people.regionLead, today, 'reader', tx =>
      openPlacesByKindAndArea(tx, today),
    )
    const supply = await supplySeenBy(people.regionLead)
    assert.equal(counted.length, 1)
    assert.equal(counted[0]?.homes, supply.length)
    assert.equal(counted[0]?.open, supply.flatMap(({ places }) => places).length)
  })
})

onBoth('a place', opened => {
  const asWriter = <Result>(actor: Actor, work: (tx: Parameters<typeof takePlace>[0]) => Promise<Result>) =>
    inTransaction(opened().database, actor, today, 'writer', work)

  test('is taken once by any member, left, and taken again', async () => {
    const { places } = await addHome(opened().owner, { organisation: organisation.larch.id })
    const id = places[0]!.id
    const taken = await asWriter(people.broker, tx => takePlace(tx, id, today))
    assert.ok(!(taken instanceof Refusal))
    const again = await asWriter(people.siblingBroker, tx => takePlace(tx, id, today))
    assert.ok(again instanceof Refusal)
    assert.equal(again.problems[0]?.message, 'This place has been taken for another child')
    await asWriter(people.broker, tx => leavePlace(tx, id, day('2026-10-01')))
    const later = await asWriter(people.siblingBroker, tx => takePlace(tx, id, day('2026-10-01')))
    assert.ok(!(later instanceof Refusal))
    const back = await asWriter(people.siblingBroker, tx => givePlaceBack(tx, id))
    assert.ok(!(back instanceof Refusal) && back.taken === null)
  })

  test('of a provider is changed in no other way by an authority', async () => {
    const { places } = await addHome(opened().owner, { organisation: organisation.larch.id })
    const id = places[0]!.id
    const cheaper = asWriter(people.broker, tx =>
      tx.updateTable('provision.place').set({ weekly_fee_pence: 1 }).where('id', '=', id).execute(),
    )
    await assert.rejects(cheaper, /only whoever runs a home changes its places/)
  })

  test('cannot be held by a provider that does not keep it, nor by an authority that is not a member', async () => {
    const { places } = await addHome(opened().owner, { organisation: organisation.larch.id })
    for (const actor of [people.rowanManager, people.kentBroker]) {
      assert.equal(await asWriter(actor, tx => holdPlace(tx, places[0]!.id)), undefined)
    }
    assert.ok(await asWriter(people.larchManager, tx => holdPlace(tx, places[0]!.id)))
  })
})
