/** The register as a list, what homes tell of their places, and who is shown an address. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#shared/refusal'
import { aHome, aPlaceIn, aPurpose, day } from './fixtures.ts'
import type { OpenHome } from './home.ts'
import { countPlaces, isOrder, listHomes } from './listing.ts'
import type { Place } from './place.ts'
import type { Run } from './place.ts'
import { whereabouts } from './sight.ts'
import { stampOf, stampOfPlace } from './stamp.ts'
import { type Telling, told } from './telling.ts'

const today = day('2026-09-01')
const runOf = (
  facts: Partial<OpenHome>,
  places: readonly Partial<Place>[] = [{}],
  runBy = 'Rowan Care',
): Run => {
  const home = aHome(facts)
  return { home, runBy, places: places.map(place => aPlaceIn(home, place)) }
}
const taken = { from: day('2026-01-01'), until: null }

const alder = runOf({ name: 'Alder', purpose: aPurpose({ ageFrom: 4, needsMet: ['autism'] }) }, [{ taken }])
const beech = runOf({ name: 'Beech', kind: 'secure-home', judgement: 'outstanding' }, [{}, { taken }])
const cedar = runOf({ name: 'Cedar', areaCode: 'E10000016', judgement: null }, [
  { confirmedOn: day('2026-08-01') },
  { confirmedOn: day('2026-09-01') },
])
const supply = [alder, beech, cedar, runOf({ name: 'Dogwood' }, [], 'Larch Tree Homes')]
const names = (wanted: Parameters<typeof listHomes>[1], order = 'name') =>
  listHomes(supply, wanted, order, today).map(({ home }) => home.name)

test('a list answers to everything that is asked of it', () => {
  assert.deepEqual(names({}), ['Alder', 'Beech', 'Cedar', 'Dogwood'])
  assert.deepEqual(names({ vacancy: 'vacant' }), ['Beech', 'Cedar'])
  assert.deepEqual(names({ vacancy: 'none' }), ['Alder', 'Dogwood'])
  assert.deepEqual(names({ age: 4 }), ['Alder'])
  assert.deepEqual(names({ need: 'autism' }), ['Alder'])
  assert.deepEqual(names({ kind: 'secure-home' }), ['Beech'])
  assert.deepEqual(names({ area: 'E10000016', age: 17 }), ['Cedar'])
  assert.deepEqual(names({ words: 'LARCH  homes' }), ['Dogwood'])
  assert.deepEqual(names({ judgement: 'outstanding', need: 'autism' }), [])
})

test('a list may be turned round, and whoever has told us of nothing comes last in freshness', () => {
  assert.deepEqual(names({}, '-name'), ['Dogwood', 'Cedar', 'Beech', 'Alder'])
  assert.deepEqual(names({}, 'confirmed'), ['Alder', 'Beech', 'Cedar', 'Dogwood'])
  assert.equal(names({}, '-vacant')[0], 'Cedar')
  assert.equal(names({}, 'judgement')[0], 'Beech')
  assert.ok(isOrder('-vacant') && !isOrder('secret'))
})

test('a home is as fresh as the vacant place confirmed longest ago', () => {
  const [listing] = listHomes([cedar], {}, 'name', today)
  assert.equal(listing?.confirmed?.sentence, 'Confirmed 31 days ago: ring first')
})

test('open places are counted by kind and area', () => {
  const counted = countPlaces(supply, today)
  const of = (kind: string, area: string) => counted.find(each => each.kind === kind && each.area === area)
  assert.deepEqual(of('childrens-home', 'E06000038'), {
    kind: 'childrens-home',
    area: 'E06000038',
    homes: 2,
    registered: 6,
    places: 1,
    open: 0,
  })
  assert.equal(of('secure-home', 'E06000038')?.open, 1)
  assert.equal(of('childrens-home', 'E10000016')?.open, 2)
})

test('what a home tells of a place, and what it then is', () => {
  const home = aHome()
  const free = aPlaceIn(home)
  const full = { ...free, taken }
  const after = (place: Place, telling: Telling) => told(place, home, telling, today) as Place
  assert.equal(after(full, { is: 'right' }).taken, taken)
  assert.equal(after(full, { is: 'vacant' }).taken?.until, today)
  assert.deepEqual(after(free, { is: 'taken' }).taken, { from: today, until: null })
  assert.equal(after(full, { is: 'taken' }).taken, taken)
  assert.equal(after(full, { is: 'later', from: day('2026-09-09') }).taken?.until, '2026-09-09')
  assert.equal(after(free, { is: 'later', from: day('2026-09-09') }).availableFrom, '2026-09-09')
  assert.equal(after(free, { is: 'closed', reason: 'Damp', until: null }).closure?.from, today)
  for (const telling of [{ is: 'right' }, { is: 'taken' }, { is: 'vacant' }] as const) {
    assert.equal(after(free, telling).confirmedOn, today)
    assert.deepEqual(after(after(free, telling), telling), after(free, telling), 'told twice is told once')
  }
})

test('a home cannot take back a promise to a child who has not come yet', () => {
  const home = aHome()
  const promised = aPlaceIn(home, { taken: { from: day('2026-09-05'), until: null } })
  const refusal = told(promised, home, { is: 'vacant' }, today)
  assert.ok(refusal instanceof Refusal)
  assert.match(refusal.problems[0]!.message, /promised to a child from 5 September 2026/)
  assert.ok(told(promised, home, { is: 'later', from: day('2026-08-01') }, today) instanceof Refusal)
})

test('an address is for whoever runs the home and for authorities, and a family’s for nobody', () => {
  const home = aHome()
  const family = aHome({ kind: 'foster-household' })
  const authority = { kind: 'authority', organisation: aHome().organisation } as const
  const runner = { kind: 'provider', organisation: home.organisation } as const
  const region = { kind: 'region', organisation: aHome().organisation } as const
  assert.equal(whereabouts(home, authority), 'RG1 4AB')
  assert.equal(whereabouts(home, runner), 'RG1 4AB')
  assert.equal(whereabouts(home, region), 'RG1')
  assert.equal(whereabouts(family, authority), 'RG1')
  assert.equal(whereabouts(family, { kind: 'provider', organisation: family.organisation }), 'RG1')
})

test('a stamp changes with what a person saw, and not with the day it was confirmed', () => {
  const home = aHome()
  const place = aPlaceIn(home)
  assert.notEqual(stampOf(home), stampOf({ ...home, name: 'Other' }))
  assert.notEqual(stampOf(home), stampOf({ ...home, purpose: aPurpose({ ageTo: 16 }) }))
  assert.equal(stampOfPlace(place), stampOfPlace({ ...place, confirmedOn: today }))
  assert.notEqual(stampOfPlace(place), stampOfPlace({ ...place, taken }))
})
