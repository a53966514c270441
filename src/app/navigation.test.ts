/** The head of a page says where one is. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { people, today } from '../../tests/support/people.ts'
import { linksFor } from './navigation.ts'

const currentAt = (path: string) =>
  linksFor({ actor: people.broker, today, path, query: {}, problems: [], entered: {} })
    .filter(({ current }) => current)
    .map(({ text }) => text)

test('accepting an offer belongs to the council’s own requests, and answering one to those it was sent', () => {
  assert.deepEqual(currentAt('/approaches/1/acceptance'), ['Requests'])
  assert.deepEqual(currentAt('/approaches/1/offer'), ['Requests to you'])
  assert.deepEqual(currentAt('/'), ['Home'])
})

test('nobody is shown a link that their role does not lead to', () => {
  const texts = linksFor({ actor: people.partner, today, path: '/', query: {}, problems: [], entered: {} })
  assert.ok(!texts.some(({ text }) => text === 'Children' || text === 'Homes'))
})
