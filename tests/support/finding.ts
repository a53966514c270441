/** What brokerage and the homes it asks do about a request, through the website. */

import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Actor } from '#access'
import { anAssessment } from '#children'
import { allAnswers, anOpenReferral } from '../../src/referrals/fixtures.ts'
import type { Answers } from '../../src/referrals/questions/index.ts'
import { saveReferral } from '../../src/referrals/store/referrals.ts'
import { addChild, asWriter } from './children.ts'
import type { TestDatabase } from './database.ts'
import { addHome } from './homes.ts'
import { organisation, people } from './people.ts'
import { type Website, openWebsite } from './website.ts'

export const offer = {
  weeklyFee: '4,800',
  availableFrom: '2026-09-01',
  until: '2026-09-05',
  note: 'Two carers who have time for football',
}

/** Within a suite, which it gives a website. */
export function finding(opened: () => TestDatabase) {
  let website: Website
  before(async () => void (website = await openWebsite({ opened: opened() })))
  after(() => website?.close())
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

  return { website: () => website, bea, mo, ro, anOpenRequest, aHomeOf, send, asked, aHomeAsked }
}
