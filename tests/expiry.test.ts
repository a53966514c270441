/** The day an agreement has ended, the co-operative is shown nothing of any child, and no figure made of them (T58). */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { routes } from '#app'
import { addDays, parseDate } from '#shared/dates'
import { openTestDatabase, type TestDatabase } from './support/database.ts'
import { addExamples } from './support/examples.ts'
import { agreement, people, today } from './support/people.ts'
import { type Website, openWebsite } from './support/website.ts'

const ended = parseDate(agreement.until_on)!
const told = ['region:read', 'measure:read', 'return:read', 'homepage:read']

suite('when an agreement has ended', () => {
  let opened: TestDatabase
  let website: Website
  before(async () => {
    opened = await openTestDatabase('server')
    await addExamples(opened)
    website = await openWebsite({ opened })
  })
  after(async () => {
    await website?.close()
    await opened?.close()
  })

  test('on its last day the children are counted; the next day none is, on any page', async () => {
    website.setToday(addDays(ended, -1))
    assert.deepEqual(await shown(), { children: 2, looked: 2, authorities: 2 })
    website.setToday(ended)
    assert.deepEqual(await shown(), { children: 0, looked: 0, authorities: 0 })
    await nothingIsTold()
    website.setToday(today)
  })

  test('and so it is where the co-operative ends it before its time, the same day', async () => {
    assert.deepEqual(await shown(), { children: 2, looked: 2, authorities: 2 })
    const ending = { until: today }
    const { statusCode } = await website
      .as(people.administrator)
      .submit(`/agreements/${agreement.id}/ending`, ending)
    assert.equal(statusCode, 303)
    assert.deepEqual(await shown(), { children: 0, looked: 0, authorities: 0 })
    await nothingIsTold()
  })

  async function shown() {
    const list = JSON.parse((await website.as(people.regionLead).read('/region/children')).body) as {
      total: number
    }
    const figures = JSON.parse((await website.as(people.regionLead).read('/figures')).body) as {
      looked: number
      byAuthority: unknown[]
    }
    return { children: list.total, looked: figures.looked, authorities: figures.byAuthority.length }
  }

  /** Wherever children are listed or counted, to everybody of the co-operative, in every form. */
  async function nothingIsTold(): Promise<void> {
    const asked = routes.filter(
      ({ method, path, action }) =>
        method === 'GET' && !path.includes(':') && told.includes(action.permission),
    )
    assert.ok(asked.length >= 3)
    for (const actor of [people.regionLead, people.administrator]) {
      for (const { path } of asked.filter(({ action }) => actor.permissions.has(action.permission))) {
        for (const url of [path, `${path}?format=csv`]) {
          const { statusCode, body } = await website.as(actor).see(url)
          assert.equal(statusCode, 200, url)
          assert.doesNotMatch(body, /WBRI|\b2 children\b|\b1 child\b/, url)
        }
        const { body } = await website.as(actor).read(path)
        assert.doesNotMatch(body, /"(looked|total|children|of)":[1-9]/, path)
      }
    }
  }
})
