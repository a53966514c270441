/** A home is asked again once what it was asked has ended, and never while it has not. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept, closeAsNotSelected, decline, withdrawApproach } from './approach.ts'
import { cameOf, mayAskAgain, newestOf } from './asking-again.ts'
import {
  anApproach,
  anInterestedApproach,
  anOffer,
  anOfferedApproach,
  aSharedApproach,
  day,
} from './fixtures.ts'
import type { Approach } from './approach.ts'

const today = day('2026-08-24')
const no = { reason: 'no-vacancy', declineNote: null } as const
const ended = [
  decline(anApproach(), no, today),
  withdrawApproach(anInterestedApproach(), today),
  closeAsNotSelected(anOfferedApproach(), today),
] as Approach[]
const standing = [
  anApproach(),
  anInterestedApproach(),
  aSharedApproach(),
  anOfferedApproach(),
  accept(anOfferedApproach(anOffer()), today),
] as Approach[]

test('after a no, a withdrawal or another home being chosen', () => {
  assert.deepEqual(ended.map(mayAskAgain), [true, true, true])
  assert.deepEqual(ended.map(cameOf), [
    'Declined on 24 August 2026: There is no vacancy after all',
    'Asked on 22 August 2026, and withdrawn on 24 August 2026',
    'Asked on 22 August 2026; another home was chosen on 24 August 2026',
  ])
})

test('never while it may still answer or be decided, nor once its offer is accepted', () => {
  assert.ok(standing.every(each => !mayAskAgain(each) && cameOf(each) === null))
})

test('a home stands as it was asked last, and a question still open is never hidden by one that ended', () => {
  const home = anApproach().home
  const [first, second] = [
    { ...ended[0]!, home },
    { ...anApproach(), home },
  ]
  assert.equal(newestOf([first, second]).get(home), second)
  assert.equal(newestOf([second, first]).get(home), second)
})
