/** Places through the website: what whoever runs a home tells of them, in thirty seconds or one by one. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Actor } from '#access'
import type { Place } from '#provision'
import { twoHomes } from '../../tests/support/two-homes.ts'
import { people, today } from '../../tests/support/people.ts'
import { paths } from './paths.ts'
import { stampOfPlace } from './stamp.ts'

suite('places on the website', () => {
  const { website, larch, stored } = twoHomes()

  test('thirty seconds: one press confirms every place, and changes nothing else', async () => {
    const manager = website().as(people.larchManager)
    const [blue, green] = larch().places as [Place, Place]
    const page = await manager.see(paths.vacancies)
    assert.match(page.body, /Confirm all 2 places/)
    const form = { [`is-${blue.id}`]: 'right', [`is-${green.id}`]: 'right' }
    assert.equal((await manager.submit(paths.vacancies, form)).statusCode, 303)
    assert.equal((await stored(blue)).confirmed_on, today)
    assert.equal((await stored(green)).taken_from, today)
  })

  test('a home says who lives there in ages alone: confirmed with the rest, and read by members only', async () => {
    const manager = website().as(people.larchManager)
    const [blue, green] = larch().places as [Place, Place]
    const { id } = larch().home
    const confirming = { [`is-${blue.id}`]: 'right', [`is-${green.id}`]: 'right' }
    const living = (girls: string, boys = '', nobody = {}) =>
      manager.submit(paths.vacancies, {
        ...confirming,
        [`girls-${id}`]: girls,
        [`boys-${id}`]: boys,
        [`others-${id}`]: '',
        ...nobody,
      })
    const saidOf = async (actor: Actor) => (await website().as(actor).read(paths.home(id))).json().living

    assert.equal((await living('')).statusCode, 303)
    assert.equal(await saidOf(people.broker), null, 'left empty, nothing is said')
    const wrong = await living('twelve')
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Enter the ages of girls in whole years up to 25, such as 9, 12/)
    assert.equal((await living('14, 12', '9')).statusCode, 303)
    const expected = { home: id, saidOn: today, girls: [12, 14], boys: [9], others: [] }
    for (const actor of [people.broker, people.siblingBroker, people.larchManager])
      assert.deepEqual(await saidOf(actor), expected)
    assert.equal(await saidOf(people.regionLead), undefined, 'the co-operative has no need of it')
    assert.match(
      (await manager.see(paths.vacancies)).body,
      /Who lives at Larch House: 2 girls aged 12 and 14, 1 boy aged 9/,
    )

    const emptied = await living('')
    assert.equal(emptied.statusCode, 422)
    assert.match(emptied.body, /or tick that nobody does/)
    assert.equal((await living('12', '', { [`nobody-${id}`]: 'yes' })).statusCode, 422)
    assert.equal((await living('', '', { [`nobody-${id}`]: 'yes' })).statusCode, 303)
    assert.match(
      (await website().as(people.broker).see(paths.home(id))).body,
      /No child, as the home said on 30 August 2026/,
    )
    const other = await website()
      .as(people.rowanManager)
      .submit(paths.vacancies, { ...confirming, [`girls-${id}`]: '3' })
    assert.equal(other.statusCode, 404, 'another provider says nothing of it')
  })

  test('what is wrong with one place changes none, and is said beside it', async () => {
    const manager = website().as(people.larchManager)
    const [blue, green] = larch().places as [Place, Place]
    const form = { [`is-${blue.id}`]: 'closed', [`is-${green.id}`]: 'vacant' }
    const page = await manager.submit(paths.vacancies, form)
    assert.equal(page.statusCode, 422)
    assert.match(page.body, /Say why Blue room is closed/)
    assert.equal((await stored(green)).taken_until, null)
  })

  test('a place is told closed, free later and vacant; told twice is told once', async () => {
    const manager = website().as(people.larchManager)
    const [blue, green] = larch().places as [Place, Place]
    const form = {
      [`is-${blue.id}`]: 'closed',
      [`reason-${blue.id}`]: 'New floor',
      [`stamp-${blue.id}`]: stampOfPlace(blue),
      [`is-${green.id}`]: 'later',
      [`freeFrom-${green.id}-day`]: '20',
      [`freeFrom-${green.id}-month`]: '9',
      [`freeFrom-${green.id}-year`]: '2026',
      [`stamp-${green.id}`]: stampOfPlace(green),
    }
    assert.equal((await manager.submit(paths.vacancies, form)).statusCode, 303)
    assert.equal((await manager.submit(paths.vacancies, form)).statusCode, 303)
    assert.equal((await stored(blue)).closed_reason, 'New floor')
    assert.equal((await stored(green)).taken_until, '2026-09-20')
    const late = { [`is-${green.id}`]: 'right', [`stamp-${green.id}`]: stampOfPlace(green) }
    const refused = await manager.submit(paths.vacancies, late)
    assert.equal(refused.statusCode, 409)
    assert.match(refused.body, /Green room at Larch House changed after you opened this page/)
  })

  test('a place is added, changed, closed and opened by whoever runs the home', async () => {
    const manager = website().as(people.larchManager)
    const place = { name: 'Attic', weeklyFee: '£4,850', availableFrom: '2026-09-01' }
    assert.equal((await manager.submit(paths.addingPlace(larch().home.id), place)).statusCode, 303)
    const again = await manager.submit(paths.addingPlace(larch().home.id), place)
    assert.equal(again.statusCode, 409)
    assert.match(again.body, /already has a place called Attic/)
    const [blue] = larch().places as [Place]
    assert.equal((await manager.submit(paths.openingPlace(blue.id))).statusCode, 303)
    assert.equal((await manager.submit(paths.openingPlace(blue.id))).statusCode, 409)
    const renamed = { name: 'Attic', weeklyFee: '5000', availableFrom: '2026-09-01' }
    assert.equal((await manager.submit(paths.place(blue.id), renamed)).statusCode, 409)
    assert.equal((await manager.submit(paths.place(blue.id), { ...renamed, name: 'Sky' })).statusCode, 303)
    assert.equal((await stored(blue)).weekly_fee_pence, 500_000)
    assert.match((await manager.see(paths.home(larch().home.id))).body, /£5,000/)
  })
})
