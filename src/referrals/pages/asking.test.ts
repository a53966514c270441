/** Asking homes with a time to reply by, chasing the silent, and asking again once something has ended. */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anAssessment } from '#children'
import { addDays } from '#shared/dates'
import { addChild, asWriter } from '../../../tests/support/children.ts'
import { onBoth } from '../../../tests/support/database.ts'
import { addHome } from '../../../tests/support/homes.ts'
import { organisation, people, today } from '../../../tests/support/people.ts'
import { type Website, openWebsite } from '../../../tests/support/website.ts'
import { allAnswers, anOpenReferral } from '../fixtures.ts'
import { replyByInWords } from '../reply-by.ts'
import { homesToChase } from '../store/chasing.ts'
import { saveReferral } from '../store/referrals.ts'

type Asked = {
  approach: string
  reference: string
  state: string
  home: { id: string }
  replyBy: { on: string; hour: number } | null
  isOverdue: boolean
  declined: { why: string } | null
}
const tomorrow = addDays(today, 1)

onBoth('asking homes', opened => {
  let website: Website
  before(async () => void (website = await openWebsite({ opened: opened() })))
  after(() => website.close())
  const bea = () => website.as(people.broker)
  const mo = () => website.as(people.larchManager)

  async function aRequest(urgency: 'planned' | 'emergency' = 'planned') {
    const child = await addChild(opened().database, { assessments: [anAssessment()] })
    const facts = {
      authority: child.authority,
      child: child.id,
      urgency,
      requestedBy: people.socialWorker.id,
    }
    const referral = anOpenReferral({ ...facts, answers: allAnswers })
    await asWriter(opened().database, people.broker, tx => saveReferral(tx, referral))
    const { home, places } = await addHome(opened().owner, { organisation: organisation.larch.id })
    return { id: referral.id, page: `/referrals/${referral.id}`, home, place: places[0]! }
  }
  type Request = Awaited<ReturnType<typeof aRequest>>
  const send = ({ page, home }: Request, more: object = {}) =>
    bea().submit(`${page}/sending`, { homes: [home.id], ...more })
  const askedIn = async ({ page }: Request): Promise<Asked[]> =>
    (await bea().read(`${page}/offers`)).json().asked
  const when = (on: string, hour: number) => {
    const [year, month, day] = on.split('-')
    return { 'replyOn-day': day, 'replyOn-month': month, 'replyOn-year': year, replyHour: String(hour) }
  }

  test('a request says by when it needs a reply, and the home and the council both see it', async () => {
    const request = await aRequest()
    const page = await bea().see(`${request.page}/sending?homes=${request.home.id}`)
    assert.match(page.body, /By when do you need a reply\?[\s\S]*Usually three working days from now/)
    assert.equal((await send(request, when(tomorrow, 17))).statusCode, 303)
    const [asked] = await askedIn(request)
    assert.deepEqual([asked!.replyBy, asked!.isOverdue], [{ on: tomorrow, hour: 17 }, false])
    const words = replyByInWords({ on: tomorrow, hour: 17 })
    assert.ok((await mo().see(`/approaches/${asked!.approach}`)).body.includes(`Please reply by ${words}.`))
    assert.ok((await mo().see('/approaches')).body.includes(words))
    assert.ok((await bea().see(`${request.page}/offers`)).body.includes(`Reply by ${words}`))
  })

  test('left out, it is usual: hours in an emergency, days when planned', async () => {
    for (const [urgency, most] of [
      ['emergency', 1],
      ['planned', 5],
    ] as const) {
      const request = await aRequest(urgency)
      assert.equal((await send(request)).statusCode, 303)
      const { on } = (await askedIn(request))[0]!.replyBy!
      assert.ok(on >= today && on <= addDays(today, most), on)
    }
  })

  test('a time that has passed, and one that is no time, are refused beside their box', async () => {
    const request = await aRequest()
    const past = await send(request, when(addDays(today, -1), 9))
    assert.equal(past.statusCode, 422)
    assert.match(past.body, /href="#replyOn"[^>]*>The time to reply by has passed\. Choose/)
    for (const wrong of [
      { ...when(tomorrow, 9), replyHour: '24' },
      { ...when(tomorrow, 9), 'replyOn-day': '40' },
    ]) {
      assert.equal((await send(request, wrong)).statusCode, 422)
    }
    assert.deepEqual(await askedIn(request), [])
  })

  test('a silent home past its time stands on brokerage’s list to chase, until it answers', async () => {
    const request = await aRequest('emergency')
    await send(request, when(tomorrow, 9))
    const chased = (day: typeof today, hour: number) =>
      asWriter(opened().database, people.broker, tx =>
        homesToChase(tx, people.broker.organisation, { today: day, hour }, 50),
      )
    const isOn = async (day: typeof today, hour: number) =>
      (await chased(day, hour)).first.some(({ referral }) => referral === request.id)
    assert.equal(await isOn(tomorrow, 8), false)
    assert.equal(await isOn(tomorrow, 9), true)
    assert.equal((await chased(tomorrow, 9)).first[0]!.isEmergency, true, 'emergencies first')

    const approach = (await askedIn(request))[0]!.approach
    const row = opened()
      .owner.updateTable('referrals.approach')
      .set({ reply_on: addDays(today, -1) })
    if (opened().kind === 'embedded') {
      await row.where('id', '=', approach).execute()
      assert.match(
        (await bea().see('/')).body,
        /Homes to chase[\s\S]*A reply was due by Saturday 29 August 2026, 9am/,
      )
      assert.match((await bea().see(`${request.page}/offers`)).body, /Late: chase/)
      assert.match(
        (await mo().see(`/approaches/${approach}`)).body,
        /asked for a reply by Saturday[\s\S]*a no helps too/,
      )
    }
    assert.equal((await mo().submit(`/approaches/${approach}/interest`)).statusCode, 303)
    assert.equal(await isOn(addDays(today, 9), 9), false)
    const sharing = `/approaches/${approach}/sharing`
    assert.ok(
      (await bea().see('/')).body.includes(`href="${sharing}"`),
      'what waits leads to what can be done',
    )
    assert.equal((await bea().see(sharing)).statusCode, 200)
    assert.equal((await askedIn(request))[0]!.replyBy, null, 'it has replied')
  })

  test('a home that declined is asked again: a new request to it, the earlier no kept', async () => {
    const request = await aRequest()
    await send(request)
    const [first] = await askedIn(request)
    const no = { reason: 'no-vacancy' }
    assert.equal((await mo().submit(`/approaches/${first!.approach}/decline`, no)).statusCode, 303)

    const card = await bea().see(`${request.page}/search`)
    assert.match(card.body, /Asked before[\s\S]*Declined on 30 August 2026: There is no vacancy after all/)
    assert.ok(card.body.includes(`Ask ${request.home.name} again`))
    assert.match((await bea().see(`${request.page}/offers`)).body, /Ask again/)
    const before = await bea().see(`${request.page}/sending?homes=${request.home.id}`)
    assert.match(before.body, /Asked before[\s\S]*Declined on 30 August 2026/)
    assert.equal((await send(request)).statusCode, 303)
    const asked = await askedIn(request)
    assert.deepEqual(
      asked.map(({ state, declined }) => [state, declined?.why ?? null]),
      [
        ['declined', 'There is no vacancy after all'],
        ['sent', null],
      ],
    )
    assert.notEqual(asked[0]!.reference, asked[1]!.reference)
    assert.match(
      (await mo().see(`/approaches/${asked[1]!.approach}`)).body,
      /Could this be a home for this child/,
    )
    assert.doesNotMatch((await mo().see(`/approaches/${first!.approach}`)).body, /stay near my nan/)
  })

  test('it is refused while the home may still answer, however often it is pressed', async () => {
    const request = await aRequest()
    await send(request)
    for (const _ of [1, 2]) assert.equal((await send(request)).statusCode, 303, 'done already')
    assert.equal((await askedIn(request)).length, 1)
    const page = await bea().see(`${request.page}/sending?homes=${request.home.id}`)
    assert.match(
      page.body,
      /Will not be asked\.<\/strong>\s*It has been asked already, and that has not ended/,
    )
    const { approach } = (await askedIn(request))[0]!
    const copy = opened()
      .owner.insertInto('referrals.approach')
      .columns([
        'authority_id',
        'id',
        'referral_id',
        'home_id',
        'organisation_id',
        'reference',
        'state',
        'why_chosen',
        'anonymised',
        'sent_on',
        'sent_by',
      ])
      .expression(eb =>
        eb
          .selectFrom('referrals.approach')
          .select([
            'authority_id',
            eb.fn<string>('gen_random_uuid').as('id'),
            'referral_id',
            'home_id',
            'organisation_id',
          ])
          .select([
            eb.val('TWICE').as('reference'),
            'state',
            'why_chosen',
            'anonymised',
            'sent_on',
            'sent_by',
          ])
          .where('id', '=', approach),
      )
    if (opened().kind === 'embedded') await assert.rejects(copy.execute(), /a_home_is_asked_once_at_a_time/)
  })

  test('a home whose request was taken back is asked again, and two at once ask it once', async () => {
    const request = await aRequest()
    await send(request)
    const [first] = await askedIn(request)
    assert.equal((await bea().submit(`/approaches/${first!.approach}/withdrawal`)).statusCode, 303)
    const both = await Promise.all([send(request), send(request)])
    assert.deepEqual(
      both.map(({ statusCode }) => statusCode),
      [303, 303],
    )
    assert.deepEqual(
      (await askedIn(request)).map(({ state }) => state),
      ['withdrawn', 'sent'],
    )
    const listed = (await bea().read('/referrals')).json()
    const row = listed.referrals.find(({ id }: { id: string }) => id === request.id)
    assert.equal(row.asked, 1, 'one home asked, however often')
  })

  test('an offer that ran out is shown to the home as such, and can be made again', async () => {
    const request = await aRequest()
    await send(request)
    const at = `/approaches/${(await askedIn(request))[0]!.approach}`
    await mo().submit(`${at}/interest`)
    await bea().submit(`${at}/sharing`)
    const offer = { place: request.place.id, weeklyFee: '4,800', availableFrom: '2026-09-01', until: today }
    assert.equal((await mo().submit(`${at}/offer`, offer)).statusCode, 303)
    assert.doesNotMatch((await mo().see(at)).body, /ran out/)
    website.setToday(tomorrow)
    const home = mo()
    assert.match((await home.see(at)).body, /Your offer ran out on 30 August 2026[\s\S]*Offer again/)
    assert.match((await home.see('/approaches')).body, /Your offer ran out/)
    assert.equal((await home.submit(`${at}/offer`, { ...offer, until: addDays(today, 8) })).statusCode, 303)
    assert.doesNotMatch((await home.see(at)).body, /ran out/)
    website.setToday(today)
  })
})
