/** What a social worker and brokerage do with a request, through the website. */

import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { anAssessment } from '#children'
import { type Answers, sections } from '../../src/referrals/questions/index.ts'
import { addChild } from './children.ts'
import type { TestDatabase } from './database.ts'
import { people } from './people.ts'
import { type Website, openWebsite } from './website.ts'

/** Within a suite, which it gives a website. */
export function requesting(opened: () => TestDatabase) {
  let website: Website
  before(async () => void (website = await openWebsite({ opened: opened() })))
  after(() => website?.close())
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
  return { website: () => website, sam, bea, wren, begin, read, hiddenOn, answerAll, handOver }
}
