/** A home is asked, and answers: what each side sees and does, and what nobody else ever sees. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#shared/ids'
import { asWriter } from '../../../tests/support/children.ts'
import { onBoth } from '../../../tests/support/database.ts'
import { finding, offer } from '../../../tests/support/finding.ts'
import { organisation, people } from '../../../tests/support/people.ts'
import { queueOf, waitingAt } from '../store/queue.ts'

onBoth('finding a home', opened => {
  const { website, bea, mo, ro, anOpenRequest, aHomeOf, asked, aHomeAsked } = finding(opened)

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
    const counted = (await website().as(people.commissioner).see('/referrals/declines')).body
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

    const rita = website().as(people.siblingBroker)
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
        assert.equal((await website().as(actor).see(url)).statusCode, 403, url)
      }
    }
    assert.equal((await mo().see(`${at}/sharing`)).statusCode, 403)
    assert.equal((await website().as(people.socialWorker).submit(`${at}/sharing`)).statusCode, 403)
    assert.equal((await bea().see(at)).statusCode, 404)
  })

  test('a council’s own home answers a sibling council in the same way, and may decide nothing for it', async () => {
    const { page } = await anOpenRequest()
    const { home, places } = await aHomeOf(organisation.reading.id, { sector: 'local-authority' })
    const { at } = await asked(people.siblingBroker, page, [home.id])
    const rita = website().as(people.siblingBroker)
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
