/** A home is asked for through the website: what a social worker types, and what everybody then sees. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onBoth } from '../../../tests/support/database.ts'
import { people } from '../../../tests/support/people.ts'
import { requesting } from '../../../tests/support/requesting.ts'
import { auditAbout } from '../../../tests/support/website.ts'
import { sections } from '../questions/index.ts'

onBoth('asking for a home', opened => {
  const { website, sam, bea, wren, begin, read, hiddenOn } = requesting(opened)

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
    const told = (await auditAbout(website(), id)).map(({ action }) => action)
    assert.ok(told.includes('referral.create') && told.includes('referral.show'))
    const ofChild = (await auditAbout(website(), child.id)).map(({ action }) => action)
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
    const rita = website().as(people.siblingBroker)
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
})
