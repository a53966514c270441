/** A place is given once; a child who moves leaves a history that the return accepts. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Action, type Actor, inTransaction, perform } from '#access'
import { episodesOf } from '#children'
import { findHome } from '#provision'
import { findApproach, findReferral } from '#referrals'
import { addDays } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { type TestDatabase, onBoth } from '../../tests/support/database.ts'
import { addHome } from '../../tests/support/homes.ts'
import { addOffer } from '../../tests/support/offers.ts'
import { organisation, people, today } from '../../tests/support/people.ts'
import { acceptOffer, cancelPlacement, endPlacement, startPlacement } from './actions/index.ts'
import type { Agreed } from './placement.ts'

onBoth('placing a child', opened => {
  const ask = <Input, Output>(actor: Actor, action: Action<Input, Output>, input: object) =>
    perform(action, { database: opened().database, actor, today }, input)
  const must = async <Output>(answer: Promise<Output | Refusal>): Promise<Output> => {
    const given = await answer
    assert.ok(!(given instanceof Refusal), JSON.stringify(given))
    return given
  }
  const asBroker = <Result>({ database }: TestDatabase, work: Parameters<typeof inTransaction<Result>>[4]) =>
    inTransaction(database, people.broker, today, 'reader', work)

  const aPlaceOffered = async () => {
    const { home, places } = await addHome(opened().owner, { organisation: organisation.larch.id })
    const place = places[0]!
    return { home, place, offered: await addOffer(opened().database, { home, place }) }
  }

  test('accepting takes the place, ends the search and agrees the placement', async () => {
    const { home, place, offered } = await aPlaceOffered()
    const agreed = await must(ask(people.broker, acceptOffer, { approach: offered.approach.id }))
    assert.deepEqual(
      [agreed.state, agreed.startsOn, agreed.placeCode, agreed.providerCode],
      ['agreed', today, 'K2', 'PR4'],
    )
    await asBroker(opened(), async tx => {
      assert.equal((await findReferral(tx, offered.referral.id))?.state, 'matched')
      assert.equal((await findApproach(tx, offered.approach.id))?.state, 'accepted')
      const taken = (await findHome(tx, home.id))?.places.find(({ id }) => id === place.id)?.taken
      assert.deepEqual(taken, { from: today, until: null })
    })
    const again = await ask(people.broker, acceptOffer, { approach: offered.approach.id })
    assert.deepEqual((again as Refusal).problems, [{ message: 'This offer has already been accepted' }])
  })

  test('another child cannot be given the same place, and nothing of the attempt is left', async () => {
    const { home, place, offered } = await aPlaceOffered()
    const second = await addOffer(opened().database, { by: people.siblingBroker, home, place })
    await must(ask(people.broker, acceptOffer, { approach: offered.approach.id }))
    const late = await ask(people.siblingBroker, acceptOffer, { approach: second.approach.id })
    assert.deepEqual((late as Refusal).problems, [{ message: 'This place has been taken for another child' }])
    const left = await inTransaction(opened().database, people.siblingBroker, today, 'reader', tx =>
      findReferral(tx, second.referral.id),
    )
    assert.equal(left?.state, 'open')
  })

  test('the other homes asked are told, and may no longer read what they were sent', async () => {
    const { offered } = await aPlaceOffered()
    const elsewhere = await addHome(opened().owner, { organisation: organisation.rowan.id })
    const other = await addOffer(opened().database, { home: elsewhere.home, place: elsewhere.places[0]! })
    await opened()
      .database.transaction()
      .execute(async () => {})
    await inTransaction(opened().database, people.broker, today, 'writer', tx =>
      tx
        .updateTable('referrals.approach')
        .set({ referral_id: offered.referral.id })
        .where('id', '=', other.approach.id)
        .execute(),
    )
    await must(ask(people.broker, acceptOffer, { approach: offered.approach.id }))
    const seen = (actor: Actor) =>
      inTransaction(opened().database, actor, today, 'reader', tx => findApproach(tx, other.approach.id))
    assert.equal((await seen(people.broker))?.state, 'not-selected')
    assert.equal(await seen(people.rowanManager), undefined)
  })

  test('arriving ends the episode the child was in and begins the next on the same day', async () => {
    const { offered } = await aPlaceOffered()
    const agreed = await must(ask(people.broker, acceptOffer, { approach: offered.approach.id }))
    const without = await ask(people.broker, startPlacement, { placement: agreed.id, on: today })
    assert.deepEqual((without as Refusal).problems, [
      { field: 'changeReason', message: 'Choose why the child moved' },
    ])

    await must(ask(people.broker, startPlacement, { placement: agreed.id, on: today, changeReason: 'CARPL' }))
    const history = await asBroker(opened(), tx => episodesOf(tx, offered.child.id))
    assert.deepEqual(
      history.map(({ startedOn, reasonNew, placeCode, endedOn, endReason, changeReason }) => [
        startedOn,
        reasonNew,
        placeCode,
        endedOn,
        endReason,
        changeReason,
      ]),
      [
        ['2026-03-02', 'S', 'U6', today, 'X1', 'CARPL'],
        [today, 'P', 'K2', null, null, null],
      ],
    )
  })

  test('a child who moves on leaves the first place free from the day they left', async () => {
    const { home, offered } = await aPlaceOffered()
    const first = await must(ask(people.broker, acceptOffer, { approach: offered.approach.id }))
    await must(ask(people.broker, startPlacement, { placement: first.id, on: today, changeReason: 'CARPL' }))
    const later = addDays(today, 30)
    const left = await perform(
      endPlacement,
      { database: opened().database, actor: people.broker, today: later },
      { placement: first.id, on: later, endReason: 'E4A' },
    )
    assert.ok(!(left instanceof Refusal), JSON.stringify(left))
    const places = await asBroker(opened(), async tx => (await findHome(tx, home.id))?.places ?? [])
    assert.deepEqual(places[0]?.taken, { from: today, until: later })
  })

  test('a child who does not come gives the place back, and the search goes on', async () => {
    const { home, offered } = await aPlaceOffered()
    const agreed: Agreed = await must(ask(people.broker, acceptOffer, { approach: offered.approach.id }))
    await must(
      ask(people.broker, cancelPlacement, { placement: agreed.id, note: 'Stays with an aunt for now' }),
    )
    await asBroker(opened(), async tx => {
      assert.equal((await findReferral(tx, offered.referral.id))?.state, 'open')
      assert.equal((await findApproach(tx, offered.approach.id))?.state, 'withdrawn')
      assert.equal((await findHome(tx, home.id))?.places[0]?.taken, null)
    })
  })

  test('to another authority, and to a home, the placement is not there to be changed', async () => {
    const { offered } = await aPlaceOffered()
    const agreed = await must(ask(people.broker, acceptOffer, { approach: offered.approach.id }))
    const from = { placement: agreed.id, on: today, changeReason: 'CARPL' }
    assert.equal(((await ask(people.siblingBroker, startPlacement, from)) as Refusal).kind, 'not-found')
    assert.equal(((await ask(people.larchManager, startPlacement, from)) as Refusal).kind, 'not-allowed')
  })
})
