/** A code is live in the years in which the return had it. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlainDate } from '#shared/dates'
import { careLeaverActivities } from './care-leaver.ts'
import { codesIn, collectionYearOf, isCodeOf, isLive, labelOf } from './code-set.ts'
import { endReasons } from './end-reason.ts'
import { placementTypes } from './placement-type.ts'
import { sexes } from './sex.ts'

const inYear = (year: number) => codesIn(placementTypes, year).map(({ code }) => code)

test('supported accommodation takes the place of semi-independent and independent living in 2023-24', () => {
  assert.deepEqual(
    [2023, 2024, 2025].map(year => ['K3', 'H5', 'P2'].filter(code => isLive(placementTypes, code, year))),
    [['H5', 'P2'], ['K3', 'H5', 'P2'], ['K3']],
  )
})

test('one kind of other arrangement becomes four in 2025-26', () => {
  const others = (year: number) => inYear(year).filter(code => code.startsWith('Z'))
  assert.deepEqual(others(2025), ['Z1'])
  assert.deepEqual(others(2026), ['Z11', 'Z12', 'Z13', 'Z14'])
})

test('the placements of 2025-26 are those of the DfE list', () => {
  const listed = 'A3 A4 A5 A6 K1 K2 K3 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z11 Z12 Z13 Z14'
  assert.deepEqual(inYear(2026).toSorted(), listed.split(' '))
})

test('a child of 2023-24 has a sex in numbers and a child of 2024-25 in letters', () => {
  const codes = (year: number) => codesIn(sexes, year).map(({ code }) => code)
  assert.deepEqual(codes(2024), ['1', '2'])
  assert.deepEqual(codes(2025), ['M', 'F', 'U'])
})

test('special guardianship is told in two codes until 2018 and four after', () => {
  const codes = (year: number) => codesIn(endReasons, year).map(({ code }) => code)
  assert.deepEqual(
    codes(2018).filter(code => code.startsWith('E4')),
    ['E4A', 'E4B', 'E41', 'E43', 'E44'],
  )
  assert.deepEqual(
    codes(2019).filter(code => code.startsWith('E4')),
    ['E4A', 'E4B', 'E41', 'E45', 'E46', 'E47', 'E48'],
  )
})

test('apprenticeships are told apart from 2021-22', () => {
  assert.ok(!isLive(careLeaverActivities, 'F4', 2021))
  assert.ok(isLive(careLeaverActivities, 'F4', 2022))
  assert.ok(!isLive(careLeaverActivities, 'F3', 2022))
})

test('a collection year begins on 1 April', () => {
  assert.equal(collectionYearOf('2026-03-31' as PlainDate), 2026)
  assert.equal(collectionYearOf('2026-04-01' as PlainDate), 2027)
})

test('a code is matched as written', () => {
  assert.ok(isCodeOf(placementTypes, 'K2'))
  assert.ok(!isCodeOf(placementTypes, 'k2'))
})

test('a code nobody knows is shown as it came', () => {
  assert.equal(labelOf(placementTypes, 'K1'), "Secure children's home")
  assert.equal(labelOf(placementTypes, 'Q9'), 'Q9')
})
