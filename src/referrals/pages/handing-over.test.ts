/** A request goes to brokerage: what must be answered first, how it ends, and who sees that it waits. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addChild, asWriter } from '../../../tests/support/children.ts'
import { onBoth } from '../../../tests/support/database.ts'
import { people } from '../../../tests/support/people.ts'
import { requesting } from '../../../tests/support/requesting.ts'
import { allAnswers, leastAnswers } from '../fixtures.ts'
import { liveReferralsFor } from '../store/worklist.ts'

onBoth('handing a request to brokerage', opened => {
  const { website, sam, bea, wren, begin, read, answerAll, handOver } = requesting(opened)

  test('what is missing is named, links to its question, and is said beside it', async () => {
    const { page } = await begin()
    const refused = await sam().submit(`${page}/readiness`)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /href="#neededBy"/)
    assert.match(refused.body, /id="neededBy" href="[^"]+\/questions\/about\?from=check#neededBy"/)
    assert.match((await sam().see(`${page}/check`)).body, /Enter the date the home is needed/)

    const { body } = await sam().see(`${page}/questions/about?from=check`)
    assert.match(body, /Enter the date the home is needed/)
    assert.doesNotMatch(
      (await sam().see(`${page}/questions/about`)).body,
      /Enter the date the home is needed/,
    )
    const back = await sam().submit(`${page}/questions/voice`, { voice: 'x', from: 'check', version: '1' })
    assert.equal(back.headers.location, `${page}/check`)
  })

  test('a planned request with everything answered goes to brokerage, once', async () => {
    const { id, page } = await handOver('planned', allAnswers)
    const { referral } = await read(page)
    assert.deepEqual(
      [referral.state, referral.neededBy, referral.readyOn],
      ['open', '2026-09-01', '2026-08-30'],
    )
    assert.equal((await sam().submit(`${page}/readiness`)).statusCode, 409)
    const { body } = await bea().see(page)
    assert.match(body, new RegExp(`/referrals/${id}/search`))
    assert.match(body, /Answered questions, 11 times/)
    assert.match(body, /Sam Oduya/)
    assert.equal((await sam().see(page)).body.includes(`/referrals/${id}/search`), false)
  })

  test('without a plan, or a reason why there is none, nobody is asked to find a home', async () => {
    const child = await addChild(opened().database)
    const begun = await sam().submit(`/children/${child.id}/referral`, { urgency: 'emergency' })
    const page = String(begun.headers.location)
    const { planUnknownBecause, ...rest } = leastAnswers
    await answerAll(page, rest)
    const refused = await sam().submit(`${page}/readiness`)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Write the long-term plan, or give a reason why there is none yet/)
    await answerAll(page, { ...rest, planUnknownBecause: planUnknownBecause! })
    assert.equal((await sam().submit(`${page}/readiness`)).statusCode, 303)
  })

  test('the page says where the child lives now, and that this is a move', async () => {
    const child = await wren()
    const { body } = await sam().see(`/children/${child.id}/referral`)
    assert.match(body, /This is a move/)
    assert.match(body, /2 March 2026/)
  })

  test('a home needed yesterday cannot be found', async () => {
    const { page } = await begin()
    await answerAll(page, { ...allAnswers, neededBy: '2026-08-29' })
    const refused = await sam().submit(`${page}/readiness`)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Date the home is needed must be today or later/)
    assert.match(refused.body, /id="neededBy"/)
  })

  test('an emergency goes with the least, and the rest is chased', async () => {
    const { page } = await handOver('emergency', leastAnswers)
    assert.match((await bea().see(page)).body, /questions still to ask/)
    assert.match((await bea().see(`${page}/check`)).body, /These do not hold up the search/)
    const { referrals } = (await bea().read('/referrals?urgency=emergency')).json()
    const row = referrals.find(({ id }: { id: string }) => page.endsWith(id))
    assert.ok(row.toChase > 5)

    const { version } = (await read(page)).referral
    const more = { pets: 'may', alongside: 'solo', adults: 'standard', version: String(version) }
    assert.equal((await sam().submit(`${page}/questions/recommendation`, more)).statusCode, 303)
    const after = (await bea().read('/referrals?urgency=emergency')).json().referrals
    assert.equal(after.find(({ id }: { id: string }) => page.endsWith(id)).toChase, row.toChase - 1)
  })

  test('the same least is not enough for a planned request, until it is said to be an emergency', async () => {
    const { page } = await begin('planned')
    await answerAll(page, leastAnswers)
    assert.equal((await sam().submit(`${page}/readiness`)).statusCode, 422)
    assert.equal((await sam().submit(`${page}/urgency`, { urgency: 'emergency' })).statusCode, 303)
    assert.equal((await sam().submit(`${page}/readiness`)).statusCode, 303)
    assert.equal((await sam().submit(`${page}/urgency`, { urgency: 'planned' })).statusCode, 409)
  })

  test('a request is withdrawn with a reason, and then another may begin', async () => {
    const { child, page } = await begin()
    const without = await sam().submit(`${page}/withdrawal`, { reason: ' ' })
    assert.equal(without.statusCode, 422)
    assert.match(without.body, /Say why a home is no longer needed/)
    await sam().submit(`${page}/withdrawal`, { reason: 'She is going to her aunt' })
    assert.match((await sam().see(page)).body, /She is going to her aunt/)
    assert.equal(
      (await sam().submit(`${page}/questions/voice`, { voice: 'x', version: '1' })).statusCode,
      409,
    )
    const again = await sam().submit(`/children/${child.id}/referral`, { urgency: 'planned' })
    assert.notEqual(again.headers.location, page)
  })

  test('a search that found no home ends with a reason that can be counted', async () => {
    const draft = await begin()
    assert.equal((await bea().submit(`${draft.page}/closure`, { reason: 'too-far' })).statusCode, 409)
    const { page } = await handOver('emergency', leastAnswers)
    assert.equal((await bea().submit(`${page}/closure`, { reason: 'none of these' })).statusCode, 422)
    assert.equal((await bea().submit(`${page}/closure`, { reason: 'too-far' })).statusCode, 303)
    assert.match((await bea().see(page)).body, /Homes that could are too far away/)
  })

  test('the list puts emergencies first, then the soonest, and leaves out what has ended', async () => {
    await handOver('emergency', { ...leastAnswers, neededBy: '2026-08-31' }, { givenName: 'Lark' })
    const { referrals, total } = (await bea().read('/referrals')).json()
    assert.equal(referrals[0].givenName, 'Lark')
    assert.ok(referrals.every(({ state }: { state: string }) => state === 'draft' || state === 'open'))
    const all = (await bea().read('/referrals?state=all')).json()
    assert.ok(all.total > total)
    const { body } = await bea().see('/referrals')
    assert.match(body, /Lark Ashdown/)
    assert.match(body, /Tomorrow/)
    assert.match((await bea().see('/referrals?state=matched')).body, /No requests match/)
    assert.equal((await bea().see('/referrals?page=nine&urgency=')).statusCode, 200)
  })

  test('the home page can tell what waits for whom', async () => {
    await begin()
    const listFor = (actor: typeof people.broker) =>
      asWriter(opened().database, actor, tx => liveReferralsFor(tx, actor.id, 3))
    const own = await listFor(people.socialWorker)
    assert.ok(own.myDrafts > 0 && own.open > 0 && own.emergencies > 0)
    assert.equal(own.first.length, 3)
    assert.equal((await listFor(people.broker)).myDrafts, 0)
    assert.deepEqual(await listFor(people.siblingBroker), {
      myDrafts: 0,
      open: 0,
      emergencies: 0,
      withOffers: 0,
      first: [],
    })
  })

  test('a provider, a partner and the region may not ask for a home or read that one was asked', async () => {
    const { page } = await begin()
    for (const actor of [people.larchManager, people.regionLead, people.partner, people.dataLead]) {
      assert.equal((await website().as(actor).see(page)).statusCode, 403)
      assert.equal((await website().as(actor).see('/referrals')).statusCode, 403)
    }
    assert.equal((await website().as(people.director).see(page)).statusCode, 200)
    assert.equal((await website().as(people.director).submit(`${page}/readiness`)).statusCode, 403)
  })
})
