/** A home is looked for, asked, and answers: what each side sees and does, and what nobody else ever sees. */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '#access'
import { anAssessment } from '#children'
import { newId } from '#shared/ids'
import { addChild, asWriter } from '../../../tests/support/children.ts'
import { onBoth } from '../../../tests/support/database.ts'
import { addHome } from '../../../tests/support/homes.ts'
import { organisation, people } from '../../../tests/support/people.ts'
import { type Website, auditAbout, openWebsite } from '../../../tests/support/website.ts'
import { allAnswers, anOpenReferral } from '../fixtures.ts'
import type { Answers } from '../questions/index.ts'
import { queueOf, waitingAt } from '../store/queue.ts'
import { saveReferral } from '../store/referrals.ts'

const offer = {
  weeklyFee: '4,800',
  availableFrom: '2026-09-01',
  until: '2026-09-05',
  note: 'Two carers who have time for football',
}

onBoth('finding a home', opened => {
  let website: Website
  before(async () => void (website = await openWebsite({ opened: opened() })))
  after(() => website.close())
  const bea = () => website.as(people.broker)
  const mo = () => website.as(people.larchManager)
  const ro = () => website.as(people.rowanManager)

  async function anOpenRequest(more: Answers = {}) {
    const { database } = opened()
    const named = { givenName: 'Wren', familyName: 'Ashdown' }
    const child = await addChild(database, { child: named, assessments: [anAssessment()] })
    const answers = { ...allAnswers, voice: 'I am Wren and I want to stay near my nan.', ...more }
    const facts = {
      authority: child.authority,
      child: child.id,
      answers,
      requestedBy: people.socialWorker.id,
    }
    const referral = anOpenReferral(facts)
    await asWriter(database, people.broker, tx => saveReferral(tx, referral))
    return { child, id: referral.id, page: `/referrals/${referral.id}` }
  }
  const aHomeOf = (organisationId = organisation.larch.id, facts = {}) =>
    addHome(opened().owner, { organisation: organisationId, ...facts })

  const send = (page: string, homes: readonly string[], form = {}) =>
    bea().submit(`${page}/sending`, { homes, ...form })
  async function asked(who: Actor, page: string, homes: readonly string[]) {
    assert.equal((await send(page, homes)).statusCode, 303)
    const { asked: all } = (await bea().read(`${page}/offers`)).json()
    const { approach } = all.find(({ home }: { home: { id: string } }) => homes.includes(home.id))
    return { approach: String(approach), at: `/approaches/${approach}`, home: website.as(who) }
  }
  async function aHomeAsked() {
    const request = await anOpenRequest()
    const { home, places } = await aHomeOf()
    const { approach, at } = await asked(people.larchManager, request.page, [home.id])
    return { ...request, home, place: places[0]!, approach, at }
  }

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
    assert.equal((await auditAbout(website, home.id)).length, 0)
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
    const chains = (await auditAbout(website, all[0].approach)).map(({ chain_id }) => chain_id)
    assert.deepEqual(chains, [organisation.larch.id])
    assert.ok((await auditAbout(website, child.id)).some(({ action }) => action === 'approach.send'))
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

  test('from request to offer: asked, a question, interest, the full profile, an offer', async () => {
    const { page, at, approach, place, home } = await aHomeAsked()
    const queue = await mo().see('/approaches')
    assert.match(queue.body, /Girl of 12/)
    assert.match(queue.body, /New/)
    const first = (await mo().see(at)).body
    assert.ok(first.includes('I am [name]') && !first.includes('Wren') && !first.includes('Larkmead'))
    assert.ok(first.indexOf('own words') < first.indexOf('Adults needed'))
    assert.match((await bea().see(`${page}/offers`)).body, /Opened \d+ \w+ \d{4} at/)

    assert.equal((await mo().submit(`${at}/messages`, { text: 'Does she swim?' })).statusCode, 303)
    assert.match((await bea().see(`${page}/offers`)).body, /Questions that wait for an answer/)
    const telling = await bea().submit(`${at}/answers`, { text: 'Wren loves it' })
    assert.equal(telling.statusCode, 422)
    assert.match(telling.body, /Take out a name \(Wren\)/)
    assert.equal((await bea().submit(`${at}/answers`, { text: 'She loves it' })).statusCode, 303)
    assert.match((await mo().see(at)).body, /She loves it/)

    assert.equal((await mo().submit(`${at}/offer`, { ...offer, place: place.id })).statusCode, 409)
    assert.equal((await bea().submit(`${at}/sharing`)).statusCode, 409)
    assert.equal((await mo().submit(`${at}/interest`)).statusCode, 303)
    const sharing = (await bea().see(`${at}/sharing`)).body
    assert.ok(sharing.includes('Wren Ashdown') && sharing.includes('record of access'))
    assert.equal((await bea().submit(`${at}/sharing`)).statusCode, 303)
    assert.match((await mo().see(at)).body, /Wren Ashdown/)

    const sent = await mo().submit(`${at}/offer`, { ...offer, place: place.id })
    assert.equal(sent.statusCode, 303, sent.body)
    const { offers } = (await bea().read(`${page}/offers`)).json()
    assert.deepEqual(
      [offers[0].approach, offers[0].weeklyFee, offers[0].until, offers[0].hasLapsed],
      [approach, 480_000, '2026-09-05', false],
    )
    const { body } = await bea().see(`${page}/offers`)
    for (const said of [
      '£4,800',
      'Two carers who have time',
      `/approaches/${approach}/acceptance`,
      home.name,
    ]) {
      assert.ok(body.includes(said), said)
    }
  })

  test('every step pressed twice has one effect', async () => {
    const { page, at, place } = await aHomeAsked()
    const twice = async (who: typeof bea, url: string, form = {}) => {
      const both = await Promise.all([who().submit(url, form), who().submit(url, form)])
      assert.deepEqual(
        both.map(({ statusCode }) => statusCode),
        [303, 303],
        both.map(({ body }) => body).join(),
      )
    }
    const message = newId()
    await twice(mo, `${at}/messages`, { text: 'Is there a dog?', message })
    await twice(mo, `${at}/interest`)
    await twice(bea, `${at}/sharing`)
    await twice(mo, `${at}/offer`, { ...offer, place: place.id })
    await twice(mo, `${at}/decline`, { reason: 'staffing' })
    const { asked: all, offers } = (await bea().read(`${page}/offers`)).json()
    assert.equal(all[0].messages.length, 1)
    assert.equal(all[0].declined.why, 'We do not have the staff')
    assert.equal(offers.length, 0)
  })

  test('an offer is of a place of that home, free on that day, and not yet run out', async () => {
    const { at, place } = await aHomeAsked()
    const other = await aHomeOf()
    await mo().submit(`${at}/interest`)
    await bea().submit(`${at}/sharing`)
    const attempt = async (wrong: object) =>
      (await mo().submit(`${at}/offer`, { ...offer, place: place.id, ...wrong })).body
    assert.match(await attempt({ place: other.places[0]!.id }), /Choose a place of/)
    assert.match(await attempt({ until: '2026-08-29' }), /must be today or later/)
    assert.match(await attempt({ availableFrom: '2026-08-01' }), /must be today or later/)
    assert.match(await attempt({ weeklyFee: 'plenty' }), /Enter the weekly fee in pounds/)
  })

  test('a no needs its reason, is counted, and ends what the home may read', async () => {
    const { page, at } = await aHomeAsked()
    assert.equal((await mo().submit(`${at}/decline`)).statusCode, 422)
    const other = await mo().submit(`${at}/decline`, { reason: 'other' })
    assert.match(other.body, /Say what the other reason is/)
    assert.equal(
      (await mo().submit(`${at}/decline`, { reason: 'mix', declineNote: 'Two 8 year olds' })).statusCode,
      303,
    )
    const { body } = await mo().see(at)
    assert.match(body, /You declined/)
    assert.ok(!body.includes('[name]'))
    assert.equal((await mo().read(at)).json().profile, null)
    assert.match((await bea().see(`${page}/offers`)).body, /Two 8 year olds/)
    const counted = (await website.as(people.commissioner).see('/referrals/declines')).body
    assert.match(counted, /It would not be right with the children already here/)
    assert.equal((await mo().submit(`${at}/interest`)).statusCode, 409)
  })

  test('what is withdrawn can no longer be read, at once and at any address', async () => {
    const { page, at, place } = await aHomeAsked()
    await mo().submit(`${at}/interest`)
    assert.match((await bea().see(`${at}/withdrawal`)).body, /can no longer read anything/)
    assert.equal((await bea().submit(`${at}/withdrawal`)).statusCode, 303)
    assert.equal((await bea().submit(`${at}/withdrawal`)).statusCode, 303)
    for (const end of ['', '/interest', '/messages', '/decline', '/offer']) {
      assert.equal((await mo().see(`${at}${end}`)).statusCode, 404, end)
    }
    assert.equal((await mo().submit(`${at}/interest`)).statusCode, 404)
    assert.equal((await mo().submit(`${at}/offer`, { ...offer, place: place.id })).statusCode, 404)
    assert.equal((await mo().submit(`${at}/messages`, { text: 'Hello?' })).statusCode, 404)
    assert.match((await bea().see(`${page}/offers`)).body, /Withdrawn/)
  })

  test('nobody else ever sees it: another provider, another authority, the region', async () => {
    const { page, at, place } = await aHomeAsked()
    const own = ['', '/interest', '/messages', '/decline', '/offer']
    const forms = { reason: 'mix', text: 'Hello', place: place.id, ...offer }
    for (const end of own) assert.equal((await ro().see(`${at}${end}`)).statusCode, 404, end)
    for (const end of own.slice(1))
      assert.equal((await ro().submit(`${at}${end}`, forms)).statusCode, 404, end)
    assert.doesNotMatch((await ro().see('/approaches')).body, /Girl of 12/)

    const rita = website.as(people.siblingBroker)
    for (const end of ['/search', '/sending', '/offers']) {
      assert.equal((await rita.see(`${page}${end}`)).statusCode, 404, end)
    }
    for (const end of ['', '/sharing', '/withdrawal', '/answers', '/interest']) {
      assert.equal((await rita.see(`${at}${end}`)).statusCode, 404, end)
      if (end) assert.equal((await rita.submit(`${at}${end}`, forms)).statusCode, 404, end)
    }
    assert.equal((await rita.submit(`${page}/sending`, { homes: [newId()] })).statusCode, 404)
    for (const actor of [people.regionLead, people.administrator, people.partner, people.dataLead]) {
      for (const url of [at, `${page}/search`, `${page}/offers`, `${page}/sending`, '/approaches']) {
        assert.equal((await website.as(actor).see(url)).statusCode, 403, url)
      }
    }
    assert.equal((await mo().see(`${at}/sharing`)).statusCode, 403)
    assert.equal((await website.as(people.socialWorker).submit(`${at}/sharing`)).statusCode, 403)
    assert.equal((await bea().see(at)).statusCode, 404)
  })

  test('a council’s own home answers a sibling council in the same way, and may decide nothing for it', async () => {
    const { page } = await anOpenRequest()
    const { home, places } = await aHomeOf(organisation.reading.id, { sector: 'local-authority' })
    const { at } = await asked(people.siblingBroker, page, [home.id])
    const rita = website.as(people.siblingBroker)
    assert.match((await rita.see(at)).body, /Girl of 12 needs a home/)
    assert.equal((await rita.submit(`${at}/interest`)).statusCode, 303)
    for (const end of ['/sharing', '/withdrawal', '/answers']) {
      assert.equal((await rita.submit(`${at}${end}`, { text: 'Yes' })).statusCode, 404, end)
    }
    assert.equal((await bea().submit(`${at}/sharing`)).statusCode, 303)
    const offered = await rita.submit(`${at}/offer`, { ...offer, place: places[0]!.id })
    assert.equal(offered.statusCode, 303, offered.body)
    assert.equal((await bea().read(`${page}/offers`)).json().offers.length, 1)
    assert.equal((await rita.see(`${page}/offers`)).statusCode, 404)
  })

  test('a council asks its own home, and its commissioner answers for it', async () => {
    const { page } = await anOpenRequest()
    const { home, places } = await aHomeOf(organisation.bracknell.id, { sector: 'local-authority' })
    const { at, home: col } = await asked(people.commissioner, page, [home.id])
    assert.equal((await col.submit(`${at}/interest`)).statusCode, 303)
    assert.equal((await col.submit(`${at}/sharing`)).statusCode, 403)
    assert.equal((await bea().submit(`${at}/sharing`)).statusCode, 303)
    const offered = await col.submit(`${at}/offer`, { ...offer, place: places[0]!.id })
    assert.equal(offered.statusCode, 303, offered.body)
  })

  test('the home page can tell what waits for whom', async () => {
    const { at } = await aHomeAsked()
    await mo().submit(`${at}/messages`, { text: 'Does she swim?' })
    const { database } = opened()
    const larch = await asWriter(database, people.larchManager, tx =>
      queueOf(tx, organisation.larch.id, { limit: 3, offset: 0 }),
    )
    assert.ok(larch.live > 0 && larch.approaches.length === 3)
    const waiting = await asWriter(database, people.broker, tx => waitingAt(tx, organisation.bracknell.id))
    assert.ok(waiting.questions > 0)
    assert.equal(waiting.first[0]!.waits, 'question')
    const sibling = await asWriter(database, people.siblingBroker, tx =>
      waitingAt(tx, organisation.reading.id),
    )
    assert.deepEqual([sibling.questions, sibling.offers, sibling.first], [0, 0, []])
  })
})
