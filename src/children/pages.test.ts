/** The pages of children, as those who work with them meet them. */

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { parseDate } from '#shared/dates'
import { addChild, asWriter } from '../../tests/support/children.ts'
import { people } from '../../tests/support/people.ts'
import { type Website, auditAbout, openWebsite } from '../../tests/support/website.ts'
import { anAssessment } from './fixtures.ts'
import { saveSiblings } from './store/children.ts'
import type { Child } from './child.ts'

process.env.NEARHOME_PSEUDONYM_KEY ??= randomBytes(32).toString('base64')
const day = (text: string) => parseDate(text)!

let website: Website
let wren: Child
let finch: Child

before(async () => {
  website = await openWebsite()
  const { database } = website
  wren = await addChild(database, {
    child: { localId: 'W1' },
    episodes: [
      { startedOn: day('2024-05-01'), endedOn: day('2025-06-01'), endReason: 'X1', changeReason: 'CARPL' },
      { startedOn: day('2025-06-01'), reasonNew: 'P', placeCode: 'K2', distanceMiles: 31.5 },
    ],
    assessments: [anAssessment()],
  })
  finch = await addChild(database, {
    child: { localId: 'F1', givenName: 'Finch', familyName: 'O’Dell <b>' },
    episodes: [{ weeklyFee: null, distanceMiles: null }],
  })
  const authority = wren.authority
  await asWriter(database, people.socialWorker, tx => saveSiblings(tx, authority, [[wren.id, finch.id]]))
})
after(() => website.close())

const flat = (text: string) => text.replaceAll(/\s+/g, ' ')

test('a record opens with the child’s own words, before anything else about them', async () => {
  const page = await website.as(people.socialWorker).see(`/children/${wren.id}`)
  assert.equal(page.statusCode, 200)
  const order = [anAssessment().voice!, 'days in this home', 'Where they have lived', 'What we know']
  const places = order.map(words => page.body.indexOf(words))
  assert.ok(places.every(place => place > 0))
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  )
})

test('a record has the six groups, the timeline, brothers and sisters, and no name in its title', async () => {
  const { body } = await website.as(people.socialWorker).see(`/children/${wren.id}`)
  const page = flat(body)
  for (const words of [
    'Basic information',
    'Strengths and needs',
    'Education',
    'Current placement',
    'Cost',
    'Start and end dates',
  ])
    assert.ok(page.includes(words), words)
  assert.ok(page.includes('31.5 miles (over 20 miles)'))
  assert.ok(page.includes('2 homes in 1 time in care'))
  assert.ok(page.includes('Finch O’Dell &lt;b&gt;'))
  assert.match(page, /<title>Record of WA - Nearhome/)
  assert.ok(!page.includes('What this record does not say'))
})

test('what a record does not say is said to be missing', async () => {
  const page = flat((await website.as(people.socialWorker).see(`/children/${finch.id}`)).body)
  assert.ok(page.includes('What this record does not say'))
  assert.ok(page.includes('Nobody has recorded what matters to this child'))
  assert.ok(page.includes('The weekly cost is not recorded'))
  assert.ok(page.includes('Distance from home is not known'))
})

test('a record can be seen as it stood on a past day, and not as it will stand', async () => {
  const reader = website.as(people.broker)
  const page = flat((await reader.see(`/children/${wren.id}?asAt=2025-01-31`)).body)
  assert.ok(page.includes('as it stood on <strong>31 January 2025'))
  assert.ok(page.includes('12 miles (20 miles or less)'))
  assert.ok(!page.includes(anAssessment().voice!), 'the words were not yet written down')
  const typed = await reader.see(`/children/${wren.id}?asAt-day=31&asAt-month=1&asAt-year=2025`)
  assert.ok(typed.body.includes('31 January 2025'))
  assert.equal((await reader.see(`/children/${wren.id}?asAt=2027-01-31`)).statusCode, 422)
})

test('a child is found by the beginning of a name or number, and the name is in no address', async () => {
  const broker = website.as(people.broker)
  for (const words of ['wre', 'ASH', 'wren ash', 'w1']) {
    const posted = await broker.submit('/children', { words })
    assert.equal(posted.statusCode, 303)
    const address = posted.headers.location as string
    assert.match(address, /^\/children\?search=[0-9a-f-]{36}$/)
    const found = (await broker.read(address)).json()
    assert.deepEqual(
      found.children.map((child: Child) => child.id),
      [wren.id],
      words,
    )
    assert.equal((await website.as(people.socialWorker).see(address)).statusCode, 404, 'it is hers alone')
  }
  assert.equal((await broker.submit('/children', { words: '' })).headers.location, '/children')
})

test('the list comes as a page and as a file', async () => {
  const broker = website.as(people.broker)
  const file = await broker.see('/children?format=csv&distance=over+20')
  assert.match(
    file.headers['content-disposition'] as string,
    /children-2026-08-30\.OFFICIAL-SENSITIVE-PERSONAL\.csv/,
  )
  assert.match(file.body, /W1,Wren,Ashdown,2013-05-14,13,K2,PR4,C2,2025-06-01,,31\.5,950/)
  const page = await broker.see('/children')
  assert.ok(page.body.includes('over 20 miles from home'))
  assert.equal((await broker.see('/children?kind=castle')).statusCode, 422)
})

test('a social worker records what matters, and it opens the record', async () => {
  const worker = website.as(people.socialWorker)
  const robin = await addChild(website.database, { child: { localId: 'R1', givenName: 'Robin' } })
  const address = `/children/${robin.id}/assessment`
  assert.equal((await worker.see(address)).statusCode, 200)

  const day = { 'assessedOn-day': '29', 'assessedOn-month': '8', 'assessedOn-year': '2026' }
  const kept = { strengths: 'Cooks\n\nRuns fast', needs: ['autism', 'trauma'], schoolPostcode: 'rg127zz' }
  const wordless = await worker.submit(address, { ...day, ...kept, voice: ' ' })
  assert.equal(wordless.statusCode, 422)
  assert.ok(wordless.body.includes('Write the child’s own words, or how they show you what matters'))
  assert.ok(wordless.body.includes('Cooks'), 'what was typed is kept')
  assert.match(flat(wordless.body), /value="autism" checked/)

  const saved = await worker.submit(address, { ...day, ...kept, voice: 'I like it here', hasEhcp: 'yes' })
  assert.equal(saved.headers.location, `/children/${robin.id}`)
  const record = (await worker.read(`/children/${robin.id}`)).json()
  assert.deepEqual(record.assessment.strengths, ['Cooks', 'Runs fast'])
  assert.deepEqual(record.assessment.needs, ['autism', 'trauma'])
  assert.equal(record.assessment.schoolPostcode, 'RG12 7ZZ')
  assert.equal(record.assessment.hasEhcp, true)
  assert.equal(record.assessment.youthJustice, false)
  assert.equal(record.assessment.assessedBy, people.socialWorker.id)

  const tomorrow = { ...day, 'assessedOn-day': '31' }
  assert.equal((await worker.submit(address, { ...tomorrow, voice: 'x' })).statusCode, 422)
  assert.equal((await website.as(people.broker).submit(address, { ...day, voice: 'x' })).statusCode, 403)
  const audited = await auditAbout(website, robin.id)
  assert.ok(audited.some(({ action, refused }) => action === 'child.assess' && !refused))
  assert.ok(audited.some(({ action, refused }) => action === 'child.assess' && refused))
})

test('a child is called what a social worker writes', async () => {
  const worker = website.as(people.socialWorker)
  const child = await addChild(website.database, {
    child: { givenName: null, familyName: null, localId: 'N7' },
  })
  const unnamed = await worker.see(`/children/${child.id}`)
  assert.ok(unnamed.body.includes('Child N7'))
  assert.equal((await worker.submit(`/children/${child.id}/name`, { givenName: '' })).statusCode, 422)
  const saved = await worker.submit(`/children/${child.id}/name`, { givenName: 'Jay', familyName: 'Moss' })
  assert.equal(saved.statusCode, 303)
  assert.ok((await worker.see(`/children/${child.id}`)).body.includes('Jay Moss'))
})

test('another authority, the region and a provider find nothing at a child’s address', async () => {
  const statuses = [people.siblingSocialWorker, people.regionLead, people.larchManager].map(async person => [
    (await website.as(person).see(`/children/${wren.id}`)).statusCode,
    (await website.as(person).see('/children')).statusCode,
  ])
  assert.deepEqual(await Promise.all(statuses), [
    [404, 200],
    [403, 403],
    [403, 403],
  ])
  assert.deepEqual((await website.as(people.siblingSocialWorker).read('/children')).json().children, [])
  const audited = await auditAbout(website, wren.id)
  assert.ok(audited.some(({ person_id, refused }) => person_id === people.siblingSocialWorker.id && refused))
})

test('the region sees the list with no name, number, day of birth or whole postcode', async () => {
  const page = await website.as(people.regionLead).see('/region/children')
  assert.equal(page.statusCode, 200)
  for (const secret of [
    'Wren',
    'Ashdown',
    'W1<',
    wren.id,
    '14 May 2013',
    '2013-05-14',
    'RG12 1AB',
    'RG1 4AA',
  ])
    assert.ok(!page.body.includes(secret), secret)
  assert.ok(page.body.includes('May 2013'))
  assert.ok(page.body.includes('RG12 1'))
  const file = await website.as(people.regionLead).see('/region/children?format=csv')
  assert.ok(!file.body.includes('Wren') && !file.body.includes(wren.id))
})
