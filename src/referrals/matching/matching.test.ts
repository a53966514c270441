/** Which homes a search puts first for a child, which it leaves out, and what it says of each. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { far, look, near, only, said, today } from '../../../tests/support/ranked.ts'
import { aPurpose } from '#provision'
import { aHomeWithPlaces, aNeed, day } from '../fixtures.ts'
import { type Ranking, explain, reweigh } from './matching.ts'
import { ranksOf, whoToAsk } from './ranking.ts'
import { type Weights, defaultWeights } from './weights.ts'

test('a nearer home comes first, and each says how far it is', () => {
  const supply = [
    aHomeWithPlaces({ position: far, areaCode: 'E10000014' }),
    aHomeWithPlaces({ position: near }),
  ]
  const { ranked } = look(aNeed(), supply, only('home'))
  assert.deepEqual(
    ranked.map(explain).map(({ reasonsFor, reasonsAgainst }) => [reasonsFor, reasonsAgainst]),
    [
      [['4 miles from home, in your own area'], []],
      [[], ['40 miles from home']],
    ],
  )
})

test('a child who should not be near family is not ranked by distance from them', () => {
  assert.deepEqual(said(look(aNeed({ nearFamily: false }), undefined, only('home'))), [])
})

test('the journey to school is measured against the one the child has now', () => {
  const school = { easting: 472_000, northing: 173_000 }
  const now = { easting: 472_000, northing: 173_000 + 1_609 }
  const need = aNeed({ school, keepSchool: true, now })
  const sentence = (position: typeof near) =>
    said(look(need, [aHomeWithPlaces({ position })], only('school')))
  assert.deepEqual(sentence(near), ['3 miles further from school than now (4 in all)'])
  assert.deepEqual(sentence(school), ['1 mile nearer to school than now (0 in all)'])
  assert.deepEqual(sentence(now), ['1 mile from school, as far as now'])
})

test('brothers and sisters stay together where there are places enough', () => {
  const need = aNeed({ siblings: 1 })
  const two = aHomeWithPlaces({}, [{ name: 'Blue' }, { name: 'Green' }])
  assert.deepEqual(said(look(need, [two], only('siblings'))), ['Has 2 places for 2 brothers and sisters'])
  assert.deepEqual(look(need, [aHomeWithPlaces()], only('siblings')).ranked.map(explain)[0]?.reasonsAgainst, [
    'Has no place for a brother or sister',
  ])
})

test('a home that meets all the needs comes before one that does not say', () => {
  const able = aHomeWithPlaces({ purpose: aPurpose({ needsMet: ['trauma', 'autism'] }) })
  const silent = aHomeWithPlaces({ purpose: aPurpose({ needsMet: ['trauma'] }) })
  const { ranked } = look(aNeed({ needs: ['trauma', 'autism'] }), [silent, able], only('needs'))
  assert.deepEqual(
    ranked.map(explain).map(({ factors }) => factors[0]?.sentence),
    ['Meets all 2 needs', 'Meets 1 of 2 needs; does not say whether it meets autism'],
  )
})

test('a place confirmed long ago says to ring first', () => {
  const stale = aHomeWithPlaces({}, [{ confirmedOn: day('2026-08-14') }])
  assert.deepEqual(look(aNeed(), [stale], only('freshness')).ranked.map(explain)[0]?.reasonsAgainst, [
    'Confirmed 16 days ago: ring first',
  ])
})

test('every place is ranked or left out with a reason, never both, and scores lie between 0 and 100', () => {
  const aSupply = fc.array(
    fc
      .record({
        away: fc.integer({ min: 0, max: 100_000 }),
        ageFrom: fc.integer({ min: 0, max: 17 }),
        free: fc.array(fc.boolean(), { maxLength: 4 }),
        judgement: fc.constantFrom('outstanding', 'inadequate', null),
      })
      .map(({ away, ageFrom, free, judgement }) =>
        aHomeWithPlaces(
          {
            position: { easting: 472_000 + away, northing: 173_000 },
            purpose: aPurpose({ ageFrom }),
            judgement,
          },
          free.map((isFree, n) => ({
            name: `${n}`,
            taken: isFree ? null : { from: day('2026-01-01'), until: null },
          })),
        ),
      ),
    { maxLength: 12 },
  )
  const someWeights = fc.record(
    Object.fromEntries(Object.keys(defaultWeights).map(name => [name, fc.integer({ min: 0, max: 10 })])),
  )
  fc.assert(
    fc.property(aSupply, someWeights, (supply, weights) => {
      const { ranked, excluded, why } = look(aNeed(), supply, weights as Weights)
      for (const { home, places } of supply) {
        const whole = excluded.filter(each => each.supply.home === home && each.place === null).length
        for (const place of places) {
          const times =
            ranked.filter(each => each.place === place).length +
            excluded.filter(each => each.place === place).length +
            whole
          assert.equal(times, 1)
        }
        if (places.length === 0) assert.equal(whole, 1)
      }
      assert.ok(why.every(each => each.length > 0 && each.every(reason => reason.length > 0)))
      assert.ok(ranked.every(({ score }) => score >= 0 && score <= 100))
    }),
    { numRuns: 100 },
  )
})

test('the order does not hang on the order homes were read in', () => {
  const supply = Array.from({ length: 20 }, () => aHomeWithPlaces())
  const order = (homes: typeof supply) => look(aNeed(), homes).ranked.map(({ place }) => place.id)
  const need = order(supply)
  assert.deepEqual(order(supply.toReversed()), need)
})

test('changing a weight changes the rank, and the change is shown', () => {
  const cheap = aHomeWithPlaces({ position: far }, [{ weeklyFee: 100_000 as never }])
  const close = aHomeWithPlaces({ position: near }, [{ weeklyFee: 900_000 as never }])
  const before = look(aNeed(), [cheap, close])
  const after = look(aNeed(), [cheap, close], only('cost'))
  assert.equal(before.ranked[0]?.home, close.home)
  assert.equal(after.ranked[0]?.home, cheap.home)
  assert.equal(ranksOf(before.homes).get(cheap.home.id), 2)
})

test('weighed anew, the same homes stand as if they had been ranked so at first', () => {
  const supply = Array.from({ length: 30 }, (_, i) =>
    aHomeWithPlaces({ position: { easting: 440_000 + i * 2_000, northing: 173_000 } }, [
      { name: 'Blue', weeklyFee: (100_000 + ((i * 7) % 30) * 20_000) as never },
      { name: 'Green', weeklyFee: (900_000 - i * 20_000) as never, confirmedOn: day('2026-08-20') },
      { name: 'Red', taken: { from: day('2026-01-01'), until: null } },
    ]),
  )
  const stand = ({ homes, excluded }: Ranking) => [
    homes.map(({ places }) => places.map(({ place, score }) => [place.id, score])),
    excluded.length,
  ]
  const usual = look(aNeed(), supply)
  const byCost = look(aNeed(), supply, only('cost'))
  assert.notDeepEqual(stand(usual), stand(byCost))
  assert.deepEqual(stand(reweigh(byCost, defaultWeights)), stand(usual))
  assert.deepEqual(stand(reweigh(usual, only('cost'))), stand(byCost))
})

test('in an emergency the homes confirmed lately are asked first, and each home once', () => {
  const stale = aHomeWithPlaces({ position: near }, [{ confirmedOn: day('2026-08-20') }, { name: 'Green' }])
  const fresh = aHomeWithPlaces({ position: far }, [{ confirmedOn: day('2026-08-30') }])
  const old = { ...stale, places: stale.places.map(place => ({ ...place, confirmedOn: day('2026-08-20') })) }
  const ranking = look(aNeed(), [old, fresh])
  assert.equal(ranking.homes.length, 2)
  assert.deepEqual(
    whoToAsk(ranking.homes, 'emergency', today).map(({ match }) => match.home),
    [fresh.home, old.home],
  )
  assert.deepEqual(
    whoToAsk(ranking.homes, 'planned', today).map(({ match }) => match.home),
    [old.home, fresh.home],
  )
})
