/** A home is asked for through the website: what a social worker types, and what everybody then sees. */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anAssessment } from '#children'
import { addChild, asWriter } from '../../../tests/support/children.ts'
import { onBoth } from '../../../tests/support/database.ts'
import { people } from '../../../tests/support/people.ts'
import { type Website, auditAbout, openWebsite } from '../../../tests/support/website.ts'
import { allAnswers, leastAnswers } from '../fixtures.ts'
import { type Answers, sections } from '../questions/index.ts'
import { liveReferralsFor } from '../store/worklist.ts'

onBoth('asking for a home', opened => {
  let website: Website
  before(async () => void (website = await openWebsite({ opened: opened() })))
  after(() => website.close())
  const sam = () => website.as(people.socialWorker)
  const bea = () => website.as(people.broker)

  const wren = (child = {}) => addChild(opened().database, { child, assessments: [anAssessment()] })
  const idIn = (location: unknown) => String(location).split('/')[2]!

  async function begin(urgency = 'planned', facts = {}) {
    const child = await wren(facts)
    const begun = await sam().submit(`/children/${child.id}/referral`, { urgency })
    assert.equal(begun.statusCode, 303)
    return { child, id: idIn(begun.headers.location), page: String(begun.headers.location) }
  }
  const read = async (page: string) => (await sam().read(page)).json()

  /** What a browser would send back unseen. */
  async function hiddenOn(url: string): Promise<Record<string, string>> {
    const { body } = await sam().see(url)
    const fields = body.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)
    const plain = (text: string) =>
      text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
    return Object.fromEntries([...fields].map(([, name, value]) => [name!, plain(value!)]))
  }

  async function answerAll(page: string, answers: Answers) {
    for (const { name } of sections) {
      const { version } = (await read(page)).referral
      const saved = await sam().submit(`${page}/questions/${name}`, { ...answers, version: String(version) })
      assert.equal(saved.statusCode, 303, saved.body)
      assert.equal(saved.headers.location, page)
    }
  }
  async function handOver(urgency: string, answers: Answers, facts = {}) {
    const begun = await begin(urgency, facts)
    await answerAll(begun.page, answers)
    assert.equal((await sam().submit(`${begun.page}/readiness`)).statusCode, 303)
    return begun
  }

  test('before it begins, the page says what the record knows, from where and when', async () => {
    const child = await wren()
    const { body, statusCode } = await sam().see(`/children/${child.id}/referral`)
    assert.equal(statusCode, 200)
    for (const said of ['Emergency', 'see my gran on Sundays', 'From the last assessment', '1 April 2026']) {
      assert.match(body, new RegExp(said))
    }
  })

  test('a request begins with what the record knows, and the child’s own words come first', async () => {
    const { child, id, page } = await begin()
    const { referral } = await read(page)
    const { answers } = referral
    assert.equal(answers.voice, 'I want to stay at my school and see my gran on Sundays.')
    assert.deepEqual([answers.age, answers.schoolSector, answers.familySector], [13, 'RG12 7', 'RG12 1'])
    assert.equal(answers.legalStatus === 'C2', false)

    const { body } = await sam().see(page)
    assert.ok(body.indexOf('own words') < body.indexOf('What happens next'))
    assert.match(body, /Social worker<\/strong> answers the questions/)
    assert.match(body, /Asked for a home/)
    const told = (await auditAbout(website, id)).map(({ action }) => action)
    assert.ok(told.includes('referral.create') && told.includes('referral.show'))
    const ofChild = (await auditAbout(website, child.id)).map(({ action }) => action)
    assert.deepEqual(ofChild.slice(0, 2), ['referral.create', 'referral.show'])
  })

  test('without saying how urgent it is, the page says so beside the question', async () => {
    const child = await wren()
    const { statusCode, body } = await sam().submit(`/children/${child.id}/referral`)
    assert.equal(statusCode, 422)
    assert.match(body, /urgency-error/)
    assert.match(body, /Choose whether this is planned or an emergency/)
  })

  test('a double click makes one request, and both clicks lead to it', async () => {
    const child = await wren()
    const click = () => sam().submit(`/children/${child.id}/referral`, { urgency: 'planned' })
    const [one, two] = await Promise.all([click(), click()])
    assert.deepEqual([one.statusCode, two.statusCode], [303, 303])
    assert.equal(one.headers.location, two.headers.location)
    assert.match((await sam().see(`/children/${child.id}/referral`)).body, /already been asked for/)
  })

  test('another authority finds no such child and no such request, at any address', async () => {
    const { child, page } = await begin()
    const rita = website.as(people.siblingBroker)
    const rest = ['', '/check', '/readiness', '/withdrawal', '/closure', '/urgency', '/questions/voice']
    for (const address of [`/children/${child.id}/referral`, ...rest.map(end => `${page}${end}`)]) {
      assert.equal((await rita.see(address)).statusCode, 404, address)
    }
    const asked = { urgency: 'planned', reason: 'no longer', version: '1' }
    for (const end of ['/readiness', '/withdrawal', '/urgency', '/questions/voice']) {
      assert.equal((await rita.submit(`${page}${end}`, asked)).statusCode, 404, end)
    }
    assert.equal((await rita.submit(`/children/${child.id}/referral`, asked)).statusCode, 404)
    assert.equal((await read(page)).referral.version, 1)
    assert.doesNotMatch((await rita.see('/referrals?state=all')).body, /Wren/)
  })

  test('every page of questions can be seen, and shows where an answer came from', async () => {
    const { page } = await begin()
    for (const { name, title, questions } of sections) {
      const { statusCode, body } = await sam().see(`${page}/questions/${name}`)
      assert.equal(statusCode, 200, name)
      assert.ok(body.includes(title.replace("'", '&#39;')), name)
      for (const question of questions.filter(({ answeredBy }) => !answeredBy)) {
        assert.match(body, new RegExp(`name="${question.name}(-day)?"`))
      }
    }
    const { body } = await sam().see(`${page}/questions/education`)
    assert.match(body, /From the last assessment, 1 April 2026/)
    assert.equal((await sam().see(`${page}/questions/nothing`)).statusCode, 404)
  })

  test('what is asked only of some is dropped for others, with or without a script', async () => {
    const { page } = await begin()
    const form = { inSchool: 'no', educationStage: 'none', schoolName: 'Fernside', version: '1' }
    await sam().submit(`${page}/questions/education`, form)
    const { answers } = (await read(page)).referral
    assert.deepEqual([answers.inSchool, answers.schoolName], ['no', undefined])
    assert.ok(answers.voice, 'the other pages keep their answers')
  })

  test('an answer that cannot be read is said beside its question, and stays as it was typed', async () => {
    const { page } = await begin()
    const form = { 'neededBy-day': '31', 'neededBy-month': '2', 'neededBy-year': '2026', age: 'twelve' }
    const { statusCode, body } = await sam().submit(`${page}/questions/about`, { ...form, version: '1' })
    assert.equal(statusCode, 422)
    assert.match(body, /id="neededBy-error"|neededBy-date-error/)
    assert.match(body, /How old is the child\? Enter a whole number/)
    assert.match(body, /value="twelve"/)
  })

  test('two people save one page: the second is shown both, and nothing is lost', async () => {
    const { page } = await begin()
    const opened1 = await hiddenOn(`${page}/questions/voice`)
    const hers = { ...opened1, voice: 'Near my nan', strengths: 'Football' }
    const his = { ...opened1, voice: 'Near the sea', strengths: 'Football' }
    assert.equal((await bea().submit(`${page}/questions/voice`, hers)).statusCode, 303)
    const stale = await sam().submit(`${page}/questions/voice`, his)
    assert.equal(stale.statusCode, 409)
    assert.match(stale.body, /Somebody else saved this page/)
    assert.match(stale.body, /Saved meanwhile:<\/strong> Near my nan/)
    assert.match(stale.body, />Near the sea<\/textarea>/)
    assert.doesNotMatch(stale.body, /Saved meanwhile:<\/strong> Football/)
    assert.match(stale.body, /name="version" value="2"/)
    assert.equal((await read(page)).referral.answers.voice, 'Near my nan')
    assert.equal((await sam().submit(`${page}/questions/voice`, { ...his, version: '2' })).statusCode, 303)
    assert.equal((await read(page)).referral.answers.voice, 'Near the sea')
  })

  test('what somebody saves on another page disturbs nobody on this one', async () => {
    const { page } = await begin()
    const family = await hiddenOn(`${page}/questions/family`)
    await bea().submit(`${page}/questions/voice`, { voice: 'Near my nan', version: '1' })
    const saved = await sam().submit(`${page}/questions/family`, { ...family, siblings: '1' })
    assert.equal(saved.statusCode, 303)
    const { answers } = (await read(page)).referral
    assert.deepEqual([answers.voice, answers.siblings], ['Near my nan', 1])
  })

  test('a program that does not know what is saved now is told so', async () => {
    const { page } = await begin()
    await bea().submit(`${page}/questions/voice`, { voice: 'Near my nan', version: '1' })
    const stale = await sam().submit(`${page}/questions/family`, { siblings: '1', version: '1' })
    assert.equal(stale.statusCode, 409)
  })

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
      assert.equal((await website.as(actor).see(page)).statusCode, 403)
      assert.equal((await website.as(actor).see('/referrals')).statusCode, 403)
    }
    assert.equal((await website.as(people.director).see(page)).statusCode, 200)
    assert.equal((await website.as(people.director).submit(`${page}/readiness`)).statusCode, 403)
  })
})
