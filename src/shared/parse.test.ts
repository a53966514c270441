/** What people type is read as they meant it, or refused in plain words. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { date, many, parse, pounds, unlessEmpty } from './parse.ts'
import { Refusal } from './refusal.ts'

const neededBy = z.object({ neededBy: date('Enter the date the home is needed') })

test('a date may come in three boxes or as one ISO date', () => {
  const boxes = { 'neededBy-day': '1', 'neededBy-month': '9', 'neededBy-year': '2026' }
  assert.deepEqual(parse(neededBy, boxes), { neededBy: '2026-09-01' })
  assert.deepEqual(parse(neededBy, { neededBy: '2026-09-01' }), { neededBy: '2026-09-01' })
})

test('a day that does not exist, or a box left out, is refused beside its question', () => {
  for (const boxes of [
    { 'neededBy-day': '31', 'neededBy-month': '2', 'neededBy-year': '2026' },
    { 'neededBy-day': '', 'neededBy-month': '2', 'neededBy-year': '2026' },
    { 'neededBy-day': '1', 'neededBy-month': '2', 'neededBy-year': '26' },
    { 'neededBy-day': '', 'neededBy-month': '', 'neededBy-year': '' },
  ]) {
    const refused = parse(neededBy, boxes)
    assert.ok(refused instanceof Refusal)
    assert.deepEqual(refused.problems, [{ field: 'neededBy', message: 'Enter the date the home is needed' }])
  }
})

test('a date that may be left out is left out when its boxes are empty', () => {
  const boxes = { 'neededBy-day': '', 'neededBy-month': '', 'neededBy-year': '' }
  assert.deepEqual(parse(neededBy.partial(), boxes), {})
})

test('pounds are read to the penny, and never as a float', () => {
  const fee = pounds('Enter the weekly fee')
  for (const [typed, read] of [
    ['4,321.10', 432_110],
    ['£0.07', 7],
    ['1200', 120_000],
    [8.7, 870],
  ] as const) {
    assert.equal(fee.parse(typed), read)
  }
  for (const typed of ['-5', '1.234', 'lots', '', '1e9']) assert.equal(fee.safeParse(typed).success, false)
})

test('one choice, several or none all arrive as a list', () => {
  const needs = many(z.string())
  assert.deepEqual(needs.parse(undefined), [])
  assert.deepEqual(needs.parse('sleep'), ['sleep'])
  assert.deepEqual(needs.parse(['sleep', 'school']), ['sleep', 'school'])
})

test('an empty box is a question not answered', () => {
  assert.equal(unlessEmpty(z.string().min(3)).parse(''), undefined)
  assert.equal(unlessEmpty(z.string().min(3)).safeParse('ab').success, false)
})
