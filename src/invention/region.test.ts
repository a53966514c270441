/** The invented region resembles the real one, hangs together, and is the same again for the same seed. */

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { sharedParts } from '#governance'
import { isLive, placementTypes, southEast } from '#reference'
import type { PlainDate } from '#shared/dates'
import { type Day, ageOn, birthday, dayOf } from './days.ts'
import { furnish, openEpisode } from './furnishing/furnishing.ts'
import { miles } from './ground.ts'
import type { Episode, Life } from './lives/lives.ts'
import { type InventedAuthority, inventRegion } from './region.ts'
import { returnsOf } from './returned/returned.ts'
import { type Share, ages, otherShares, placements } from './shares.ts'
import { needsOf, waitingIn } from './requests/waiting.ts'

const today = '2026-11-22' as PlainDate
const wishes = { seed: 1, children: 3000, today }
const counted = dayOf('2026-03-31' as PlainDate)
const region = inventRegion(wishes)
const authorities = [...region.authorities()]
const lives = authorities.flatMap(each => each.lives)

const on = (day: Day) => (episode: Episode) =>
  episode.started <= day && (episode.ended === null || episode.ended > day)
const there = authorities.flatMap(({ area, lives: own }) =>
  own.flatMap(life => {
    const episode = life.episodes.find(on(counted))
    return episode ? [{ life, episode, area: area.code }] : []
  }),
)
type There = (typeof there)[number]

test('the nineteen authorities are there, by their own codes, and two hubs', () => {
  assert.deepEqual(
    authorities.map(each => each.organisation.code),
    southEast.map(each => each.code),
  )
  assert.deepEqual(new Set(authorities.map(each => each.organisation.hub)), new Set(['North', 'South']))
})

test('sixteen are members, the Isle of Wight since 2026', () => {
  const { memberships, authorities: known } = region.organisations
  assert.equal(memberships.length, 16)
  const island = known.get('E06000046')!.id
  assert.equal(memberships.find(each => each.authority_id === island)!.from_on, '2026-04-01')
})

test('exactly as many children as asked for are looked after on 31 March', () => {
  assert.equal(there.length, wishes.children)
})

test('the same seed invents the same region, and another seed another', () => {
  assert.equal(fingerprint(1), fingerprint(1))
  assert.notEqual(fingerprint(1), fingerprint(2))
})

test('every history is whole: no overlap, no gap, and a reason for every change', () => {
  for (const life of lives) {
    assert.equal(life.episodes[0]!.started, life.starts, life.number)
    assert.equal(life.episodes[0]!.why, 'S')
    for (const [i, episode] of life.episodes.entries()) wholeOrFault(life, episode, life.episodes[i + 1])
  }
})

test('nobody is looked after at eighteen, or in supported accommodation before sixteen', () => {
  for (const life of lives) {
    const end = life.left ?? region.today
    assert.ok(end <= birthday(life.born, 18), life.number)
    const supported = life.episodes.filter(each => ['K3', 'H5', 'P2'].includes(each.stay.code))
    assert.ok(supported.every(each => ageOn(life.born, each.started) >= 16))
  }
})

test('no place is taken twice, and only children who are there have taken one', () => {
  const taken = authorities.flatMap(each => furnish(region, each).placements.map(({ place_id }) => place_id))
  assert.ok(taken.length > wishes.children / 2)
  assert.equal(new Set(taken).size, taken.length)
})

test('about a tenth of places are free', () => {
  const open = new Set(region.homes.filter(home => home.state === 'open').map(home => home.id))
  const places = region.places().filter(place => open.has(place.home_id) && place.closed_from === null)
  const free = places.filter(place => place.taken_from === null).length / places.length
  assert.ok(free > 0.07 && free < 0.16, `${free} are free`)
})

const kinds: [Share, (each: There) => boolean][] = [
  [placements.foster, ({ episode }) => episode.stay.code.startsWith('U')],
  [placements.kin, ({ episode }) => /^U[123]/.test(episode.stay.code)],
  [placements.homes, ({ episode }) => episode.stay.code === 'K2'],
  [placements.supported, ({ episode }) => /^(K3|H5|P2)/.test(episode.stay.code)],
  [placements.parents, ({ episode }) => episode.stay.code === 'P1'],
  [placements.adoption, ({ episode }) => episode.stay.code.startsWith('A')],
  [placements.unregistered, ({ episode }) => episode.stay.code === 'Z'],
  [ages.under1, ({ life }) => ageAt(life) < 1],
  [ages.oneToFour, ({ life }) => ageAt(life) >= 1 && ageAt(life) < 5],
  [ages.fiveToNine, ({ life }) => ageAt(life) >= 5 && ageAt(life) < 10],
  [ages.tenToFifteen, ({ life }) => ageAt(life) >= 10 && ageAt(life) < 16],
  [ages.sixteenAndOver, ({ life }) => ageAt(life) >= 16],
  [otherShares.boys, ({ life }) => life.sex === 'M'],
  [otherShares.asylum, ({ life }) => life.asylum],
  [otherShares.careOrder, ({ episode }) => episode.legal === 'C2'],
  [otherShares.outOfArea, ({ episode, area }) => episode.stay.spot.area !== area],
  [otherShares.threePlacements, ({ life }) => placementsInYear(life) >= 3],
]
for (const [{ about, share, give }, holds] of kinds) {
  test(`about ${(share * 100).toFixed(1)}% are ${about}`, () =>
    near(there.filter(holds).length / there.length, share, give))
}

test('about a fifth live over twenty miles from home', () => {
  const known = there.filter(each => each.life.home !== null)
  const far = known.filter(({ life, episode }) => miles(life.home!, episode.stay.spot) > 20)
  near(far.length / known.length, otherShares.over20Miles.share, otherShares.over20Miles.give)
})

test('a return uses only codes that were live in its year', () => {
  for (const year of region.years) {
    const used = new Set(returnsOf(region, authorities[0]!, year).Episodes.map(row => row['PLACE']!))
    for (const code of used) assert.ok(isLive(placementTypes, code, year), `${code} in ${year}`)
  }
})

test('a child still in the same home is returned the same way a year later', () => {
  const [before, after] = [2025, 2026].map(year => returnsOf(region, authorities[3]!, year).Episodes) as [
    Rows,
    Rows,
  ]
  const open = before.filter(row => row['DEC'] === '' && !row['PLACE']!.startsWith('Z'))
  assert.ok(open.length > 20)
  for (const row of open) {
    const same = after.find(each => each['CHILD'] === row['CHILD'] && each['DECOM'] === row['DECOM'])
    assert.ok(same, row['CHILD'])
    const blank = { DEC: '', REC: '', REASON_PLACE_CHANGE: '' }
    assert.deepEqual({ ...same, ...blank }, { ...row, ...blank })
  }
})

test('every authority has somebody waiting, and is offered only places that are free', () => {
  const free = new Set(region.places().flatMap(each => (each.taken_from === null ? [each.id] : [])))
  const needs = needsOf(
    region,
    authorities.flatMap(each => waitingIn(region, each)),
  )
  assert.equal(new Set(needs.map(each => each.authority_id)).size, authorities.length)
  assert.ok(needs.flatMap(each => each.approaches).every(each => free.has(each.place_id)))
})

type Rows = ReturnType<typeof returnsOf>['Episodes']
const ageAt = (life: Life): number => ageOn(life.born, counted)

const near = (found: number, share: number, give: number): void =>
  assert.ok(Math.abs(found - share) <= give, `${(found * 100).toFixed(1)}% is not near ${share * 100}%`)

function placementsInYear({ episodes }: Life): number {
  const inYear = episodes.filter(each => each.started <= counted && (each.ended ?? counted) > counted - 365)
  return new Set(inYear.filter(each => !each.stay.sameCarer).map(each => each.stay.from)).size
}

function wholeOrFault(life: Life, episode: Episode, next: Episode | undefined): void {
  if (next) {
    assert.equal(episode.ended, next.started, `child ${life.number}`)
    assert.equal(episode.ending, 'X1')
    assert.equal(episode.moved !== null, 'PTBU'.includes(next.why), `child ${life.number} ${next.why}`)
  } else {
    assert.equal(episode.ended, life.left)
    assert.equal(episode.ending === null, life.left === null)
    assert.notEqual(episode.ending, 'X1')
    assert.equal(life.left === null, openEpisode(life) !== undefined)
  }
  assert.ok(episode.ended === null || episode.ended > episode.started)
}

function fingerprint(seed: number): string {
  const small = inventRegion({ seed, children: 200, today, years: 2 })
  const told = [...small.authorities()].map((each: InventedAuthority) => [
    small.years.map(year => returnsOf(small, each, year)),
    furnish(small, each),
  ])
  const whole = JSON.stringify([told, small.people, small.homes, small.places(), small.agreements])
  return createHash('sha256').update(whole).digest('hex')
}

test('what the region has agreed to share is said in the words that open it', () => {
  const { agreements } = inventRegion({ seed: 1, children: 100, today, authorities: 2 }).agreements
  assert.ok(agreements.every(({ fields }) => fields.length > 0 && fields.every(each => each in sharedParts)))
})
