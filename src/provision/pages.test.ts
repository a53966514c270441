/** Homes through the website: what people see, and what they may do. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Home } from '#provision'
import { twoHomes } from '../../tests/support/two-homes.ts'
import { addHome } from '../../tests/support/homes.ts'
import { organisation, people, today } from '../../tests/support/people.ts'
import { auditAbout } from '../../tests/support/website.ts'
import { paths } from './paths.ts'

const newHome = {
  name: 'Aspen House',
  kind: 'childrens-home',
  postcode: 'rg14ab',
  registeredPlaces: '4',
  ageFrom: '8',
  ageTo: '14',
  sexes: 'any',
  takesSolo: 'no',
  takesSiblings: 'yes',
  needsMet: ['autism', 'trauma'],
  needsNotMet: 'fire-setting',
}

suite('homes on the website', () => {
  const { website, larch, rowan, stored } = twoHomes()

  test('a provider sees its own homes, and a broker all of them', async () => {
    const own = await website().as(people.larchManager).see(paths.homes)
    assert.equal(own.statusCode, 200)
    assert.match(own.body, /Larch House/)
    assert.doesNotMatch(own.body, /Rowan House/)
    const all = await website().as(people.broker).see(paths.homes)
    assert.match(all.body, /Larch House[\s\S]*Rowan House/)
    const file = await website().as(people.broker).see(`${paths.homes}?format=csv`)
    assert.equal(file.body.split('\r\n').length, 4)
  })

  test('the register is narrowed by vacancy, age, need and words', async () => {
    const names = async (query: string) => {
      const { listings } = (await website().as(people.broker).read(`${paths.homes}?${query}`)).json()
      return listings.map(({ home }: { home: Home }) => home.name)
    }
    assert.deepEqual(await names('words=rowan+care'), ['Rowan House'])
    assert.deepEqual(await names('vacancy=none'), [])
    assert.deepEqual(await names('age=9'), [])
    assert.deepEqual(await names('age=10&sort=-name'), ['Rowan House', 'Larch House'])
    assert.deepEqual(await names('kind=secure-home'), [])
    const bad = await website().as(people.broker).see(`${paths.homes}?kind=castle`)
    assert.equal(bad.statusCode, 422)
  })

  test('a home of another provider is not found, whatever is done', async () => {
    const rival = website().as(people.larchManager)
    assert.equal((await rival.see(paths.home(rowan().home.id))).statusCode, 404)
    assert.equal((await rival.see(paths.changing(rowan().home.id))).statusCode, 404)
    const closing = { state: 'closed', reason: 'Spite', from: today }
    assert.equal((await rival.submit(paths.closing(rowan().home.id), closing)).statusCode, 404)
    assert.equal((await rival.submit(paths.confirming(rowan().places[0]!.id))).statusCode, 404)
    const told = { [`is-${rowan().places[0]!.id}`]: 'taken' }
    assert.equal((await rival.submit(paths.vacancies, told)).statusCode, 404)
    assert.equal((await stored(rowan().places[0]!)).taken_from, null)
    const broker = website().as(people.broker)
    assert.equal((await broker.submit(paths.closing(rowan().home.id), closing)).statusCode, 403)
    const council = website().as(people.commissioner)
    assert.equal((await council.submit(paths.closing(rowan().home.id), closing)).statusCode, 404)
  })

  test('a home added with one press or two is one home', async () => {
    const manager = website().as(people.larchManager)
    const { home } = (await manager.read(paths.adding)).json() as { home: Home['id'] }
    const first = await manager.submit(paths.adding, { ...newHome, home })
    assert.equal(first.headers.location, paths.home(home))
    const second = await manager.submit(paths.adding, { ...newHome, home })
    assert.equal(second.headers.location, paths.home(home))
    const page = await manager.see(paths.home(home))
    assert.match(page.body, /RG1 4AB, Reading/)
    assert.match(page.body, /Autism, Trauma/)
    const lines = await auditAbout(website(), home)
    assert.equal(lines.filter(({ action }) => action === 'home.add').length > 0, true)
  })

  test('a form that cannot be accepted is shown again as it was typed', async () => {
    const page = await website()
      .as(people.larchManager)
      .submit(paths.adding, { ...newHome, postcode: 'nowhere', approachToCare: 'Slow mornings' })
    assert.equal(page.statusCode, 422)
    assert.match(page.body, /Enter a full postcode in England/)
    assert.match(page.body, /Slow mornings/)
    const same = await website()
      .as(people.larchManager)
      .submit(paths.adding, { ...newHome, needsNotMet: 'autism' })
    assert.match(same.body, /choose it in one list only/)
  })

  test('an Ofsted number that another home has is refused kindly, even when that home may not be seen', async () => {
    const page = await website()
      .as(people.larchManager)
      .submit(paths.adding, { ...newHome, urn: rowan().home.urn! })
    assert.equal(page.statusCode, 409)
    assert.match(page.body, /already on the register/)
  })

  test('a form sent late does not undo what somebody else has changed', async () => {
    const manager = website().as(people.rowanManager)
    const { stamp } = (await manager.read(paths.changing(rowan().home.id))).json() as { stamp: string }
    const asked = { ...newHome, postcode: '', stamp }
    assert.equal((await manager.submit(paths.changing(rowan().home.id), asked)).statusCode, 303)
    const late = await manager.submit(paths.changing(rowan().home.id), { ...asked, name: 'Older name' })
    assert.equal(late.statusCode, 409)
    assert.match(late.body, /Older name/)
    assert.match((await manager.see(paths.home(rowan().home.id))).body, /Aspen House/)
  })

  test('a home closes with a reason, and opens again', async () => {
    const manager = website().as(people.rowanManager)
    const asked = { state: 'refurbishing', reason: 'New roof', from: today, until: '2026-10-01' }
    const never = await manager.submit(paths.closing(rowan().home.id), { ...asked, from: '0000-01-01' })
    assert.equal(never.statusCode, 422)
    const silent = await manager.submit(paths.closing(rowan().home.id), { ...asked, reason: '' })
    assert.equal(silent.statusCode, 422)
    assert.equal((await manager.submit(paths.closing(rowan().home.id), asked)).statusCode, 303)
    assert.equal((await manager.submit(paths.closing(rowan().home.id), asked)).statusCode, 409)
    const seen = await website().as(people.broker).see(paths.home(rowan().home.id))
    assert.match(seen.body, /Being refurbished[\s\S]*until 1 October 2026: New roof/)
    assert.equal((await manager.submit(paths.opening(rowan().home.id), { from: today })).statusCode, 303)
    assert.equal((await manager.submit(paths.opening(rowan().home.id), { from: today })).statusCode, 409)
  })

  test('a foster household shows nobody more than its outward code', async () => {
    const { home } = await addHome(website().owner, {
      organisation: organisation.bracknell.id,
      kind: 'foster-household',
      name: 'Household 7',
    })
    for (const actor of [people.broker, people.commissioner, people.regionLead]) {
      const page = await website().as(actor).read(paths.home(home.id))
      assert.equal(page.json().home.postcode, 'RG1')
      assert.doesNotMatch(page.body, /4AB|easting/)
    }
    const list = await website().as(people.broker).see(`${paths.homes}?format=csv&kind=foster-household`)
    assert.doesNotMatch(list.body, /4AB/)
    const region = await website().as(people.regionLead).read(paths.home(larch().home.id))
    assert.equal(region.json().home.postcode, 'RG1')
    const broker = await website().as(people.broker).read(paths.home(larch().home.id))
    assert.equal(broker.json().home.postcode, 'RG1 4AB')
  })

  test('an in-house home is kept by the commissioner of its authority', async () => {
    const council = website().as(people.commissioner)
    const added = await council.submit(paths.adding, { ...newHome, name: 'Council House' })
    assert.equal(added.statusCode, 303)
    const mine = await council.read(paths.mine)
    const own = mine.json().find((each: { home: Home }) => each.home.name === 'Council House')
    assert.equal(own.home.sector, 'local-authority')
    for (const path of [paths.adding, paths.vacancies, paths.mine]) {
      assert.equal((await council.see(path)).statusCode, 200)
      assert.equal((await website().as(people.broker).see(path)).statusCode, 403)
    }
  })
})
