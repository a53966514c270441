/** A home is looked for: what the search says, and what is shown before anything is sent. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onBoth } from '../../../tests/support/database.ts'
import { finding } from '../../../tests/support/finding.ts'
import { organisation } from '../../../tests/support/people.ts'
import { auditAbout } from '../../../tests/support/website.ts'

onBoth('searching and sending', opened => {
  const { website, bea, mo, anOpenRequest, aHomeOf, send } = finding(opened)

  test('what a home says of who lives there decides in the search of another council, from the same day', async () => {
    const request = await anOpenRequest({ alongside: 'older-only' })
    const { home, places } = await aHomeOf(organisation.larch.id, { name: 'The Younger House' })
    const found = async () => (await bea().read(`${request.page}/search`)).json()
    type Found = { matches: { home: { id: string }; alsoKnown: string[]; reasonsAgainst: string[] }[] }
    const card = ((await found()) as Found).matches.find(each => each.home.id === home.id)!
    assert.ok(card.alsoKnown.includes('Who lives here is not known: the home has not said'))
    assert.ok(card.reasonsAgainst.some(each => each.startsWith('Ask whether a younger child lives here')))

    const said = { [`is-${places[0]!.id}`]: 'right', [`girls-${home.id}`]: '2', [`boys-${home.id}`]: '' }
    assert.equal((await mo().submit('/homes/vacancies', said)).statusCode, 303)
    const after = (await found()) as Found & { groups: { code: string }[] }
    assert.ok(!after.matches.some(each => each.home.id === home.id))
    const why = await bea().see(`${request.page}/search?leftOut=others`)
    assert.match(why.body, /The Younger House[\s\S]*and a younger child lives here/)
    const refused = await send(request.page, [home.id])
    assert.equal(refused.statusCode, 409, 'and it is not asked')
  })

  test('a search ranks each open place with its reasons, and says why others are left out', async () => {
    const { page } = await anOpenRequest()
    const near = await aHomeOf(organisation.larch.id, { name: 'Nearby House' })
    const full = await aHomeOf(organisation.rowan.id, {
      places: [{ taken: { from: '2026-01-01', until: null } }],
    })
    const young = await aHomeOf(organisation.rowan.id, {
      purpose: { ...near.home.purpose, ageFrom: 2, ageTo: 6 },
    })
    const found = (await bea().read(`${page}/search`)).json()
    const match = found.matches.find(({ home }: { home: { id: string } }) => home.id === near.home.id)
    assert.ok(match.reasonsFor.length > 0)
    assert.equal(match.home.runBy, 'Larch Tree Homes')
    assert.ok(
      !found.matches.some(({ home }: { home: { id: string } }) =>
        [full.home.id, young.home.id].includes(home.id as never),
      ),
    )

    const codes = found.groups.map(({ code }: { code: string }) => code)
    assert.ok(codes.includes('taken') && codes.includes('age'), codes.join())
    const { body, statusCode } = await bea().see(`${page}/search?leftOut=age`)
    assert.equal(statusCode, 200)
    assert.match(body, /For ages 2 to 6, and the child is 12/)
    const best = (await bea().see(`${page}/search`)).body
    for (const said of ['Nearby House', 'What every home here is', 'For a child of 12', 'nearhome-map']) {
      assert.ok(best.includes(said), said)
    }
  })

  test('weights are seen and changed, and each home says how far that moved it', async () => {
    const { page } = await anOpenRequest()
    await aHomeOf(organisation.larch.id, { name: 'Dear and near', places: [{ weeklyFee: 900_000 as never }] })
    const far = { easting: 560_000, northing: 110_000 }
    const cheap = { name: 'Cheap and far', position: far, places: [{ weeklyFee: 100_000 as never }] }
    await aHomeOf(organisation.larch.id, cheap)
    const onlyCost = 'home=0&school=0&siblings=0&needs=0&purpose=0&residents=0&quality=0&freshness=0&cost=10'
    const { matches, isUsual } = (await bea().read(`${page}/search?${onlyCost}`)).json()
    assert.equal(isUsual, false)
    assert.equal(matches[0].home.name, 'Cheap and far')
    assert.ok(matches[0].usualRank > 1)
    assert.match((await bea().see(`${page}/search?${onlyCost}`)).body, /Up \d+/)
    assert.equal((await bea().see(`${page}/search?cost=11`)).statusCode, 422)
    assert.equal((await bea().see(`${page}/search?page=nine`)).statusCode, 200)
  })

  test('a foster family’s address is on no map and in no answer', async () => {
    const { page } = await anOpenRequest()
    const { home } = await aHomeOf(organisation.larch.id, {
      kind: 'foster-household',
      judgement: null,
      urn: null,
    })
    const { matches } = (await bea().read(`${page}/search`)).json()
    const match = matches.find((each: { home: { id: string } }) => each.home.id === home.id)
    assert.equal(match.home.where, 'RG1')
    assert.notDeepEqual(match.around, home.position)
    assert.ok(!JSON.stringify(match).includes('RG1 4AB'))
  })

  test('before it is sent, the page shows who gets what, and what was taken out', async () => {
    const { page } = await anOpenRequest()
    const { home } = await aHomeOf(organisation.larch.id, { name: 'Harebell House' })
    const { body, statusCode } = await bea().see(`${page}/sending?homes=${home.id}`)
    assert.equal(statusCode, 200)
    for (const said of [
      'Harebell House',
      'Taken out of what was typed',
      '“Wren”',
      'I am [name] and I want',
      'Send to 1 home',
      'Only this child is of this age',
      'Left out',
    ]) {
      assert.ok(body.includes(said), said)
    }
    assert.equal((await auditAbout(website(), home.id)).length, 0)
    assert.match((await bea().see(`${page}/sending`)).body, /No home has been chosen/)
  })

  test('more than six homes need a reason, and nothing is sent without one', async () => {
    const { page } = await anOpenRequest()
    const homes: string[] = []
    for (let i = 0; i < 7; i += 1) homes.push((await aHomeOf()).home.id)
    const query = homes.map(home => `homes=${home}`).join('&')
    const refused = await bea().submit(`${page}/sending?${query}`)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /This interrupts 7 homes/)
    assert.match(refused.body, /why-error/)
    assert.equal((await bea().read(`${page}/offers`)).json().asked.length, 0)
    assert.equal((await send(page, homes, { why: 'She needs a home tonight' })).statusCode, 303)
    assert.equal((await bea().read(`${page}/offers`)).json().asked.length, 7)
  })

  test('a double click asks a home once, and each record of access tells of it', async () => {
    const { page, child } = await anOpenRequest()
    const { home } = await aHomeOf()
    const clicks = await Promise.all([send(page, [home.id]), send(page, [home.id])])
    assert.deepEqual(
      clicks.map(({ statusCode }) => statusCode),
      [303, 303],
    )
    const { asked: all } = (await bea().read(`${page}/offers`)).json()
    assert.equal(all.length, 1)
    assert.match(all[0].reference, /^[B-DF-HJ-NP-TV-Z2-9]{4}-[B-DF-HJ-NP-TV-Z2-9]{4}$/)
    const chains = (await auditAbout(website(), all[0].approach)).map(({ chain_id }) => chain_id)
    assert.deepEqual(chains, [organisation.larch.id])
    assert.ok((await auditAbout(website(), child.id)).some(({ action }) => action === 'approach.send'))
  })

  test('a home that a limit rules out is not asked', async () => {
    const { page } = await anOpenRequest()
    const { home } = await aHomeOf(organisation.larch.id, {
      places: [{ taken: { from: '2026-01-01', until: null } }],
    })
    assert.match((await bea().see(`${page}/sending?homes=${home.id}`)).body, /Will not be asked/)
    assert.equal((await send(page, [home.id])).statusCode, 409)
    assert.equal((await send(page, [])).statusCode, 422)
  })
})
