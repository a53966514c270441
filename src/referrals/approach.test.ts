/** What may become of an approach to a home. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#shared/refusal'
import {
  type Approach,
  type Offered,
  accept,
  closeAsNotSelected,
  decline,
  isLive,
  makeOffer,
  shareFull,
  showInterest,
  withdrawApproach,
} from './approach.ts'
import {
  aSharedApproach,
  anApproach,
  anInterestedApproach,
  anOffer,
  anOfferedApproach,
  day,
} from './fixtures.ts'

const today = day('2026-08-25')
const profile = anApproach().anonymised
const why = { reason: 'mix', declineNote: null } as const
const offered = anOfferedApproach()

const all: Approach[] = [
  anApproach(),
  anInterestedApproach(),
  aSharedApproach(),
  offered,
  accept(offered, today) as Approach,
  decline(offered, why, today) as Approach,
  closeAsNotSelected(offered, today) as Approach,
  withdrawApproach(offered, today) as Approach,
]

const changes: ((approach: Approach) => Approach | Refusal)[] = [
  each => showInterest(each, today),
  each => shareFull(each, profile, today),
  each => makeOffer(each, anOffer(), today),
  each => decline(each, why, today),
  each => accept(each, today),
  each => closeAsNotSelected(each, today),
  each => withdrawApproach(each, today),
]

test('what each state of an approach may become', () => {
  const become = (approach: Approach) =>
    changes.map(change => {
      const result = change(approach)
      return result instanceof Refusal ? '-' : result.state
    })
  const live = ['declined', '-', 'not-selected', 'withdrawn']
  assert.deepEqual(
    all.map(each => [each.state, become(each)]),
    [
      ['sent', ['interested', '-', '-', ...live]],
      ['interested', ['-', 'shared', '-', ...live]],
      ['shared', ['-', '-', 'offered', ...live]],
      ['offered', ['-', '-', 'offered', 'declined', 'accepted', 'not-selected', 'withdrawn']],
      ['accepted', ['-', '-', '-', '-', '-', '-', '-']],
      ['declined', ['-', '-', '-', '-', '-', '-', '-']],
      ['not-selected', ['-', '-', '-', '-', '-', '-', '-']],
      ['withdrawn', ['-', '-', '-', '-', '-', '-', '-']],
    ],
  )
})

test('every change that may not be made says why, and changes nothing', () => {
  for (const approach of all) {
    for (const change of changes) {
      const result = change(approach)
      if (!(result instanceof Refusal)) continue
      assert.equal(result.kind, 'conflict')
      assert.ok(result.problems[0]!.message.length > 10)
    }
  }
})

test('what was sent may be read while the approach is live', () => {
  assert.deepEqual(
    all.filter(isLive).map(({ state }) => state),
    ['sent', 'interested', 'shared', 'offered'],
  )
})

test('an offer may be accepted on its last day, and not the day after', () => {
  assert.ok(!(accept(offered, day('2026-08-28')) instanceof Refusal))
  const late = accept(offered, day('2026-08-29'))
  assert.ok(late instanceof Refusal)
  assert.equal(late.problems[0]?.message, 'This offer ran out on 28 August 2026. Ask the home to offer again')
})

test('a home may improve its offer', () => {
  const better = makeOffer(offered, anOffer({ until: day('2026-09-09') }), today) as Offered
  assert.equal(better.offer.until, '2026-09-09')
})

test('no offer has already run out', () => {
  const refusal = makeOffer(aSharedApproach(), anOffer({ until: day('2026-08-24') }), today)
  assert.ok(refusal instanceof Refusal)
  assert.equal(refusal.problems[0]?.field, 'until')
})

test('a home that declines for another reason says which', () => {
  const refusal = decline(anApproach(), { reason: 'other', declineNote: ' ' }, today)
  assert.ok(refusal instanceof Refusal)
  assert.equal(refusal.problems[0]?.field, 'declineNote')
})
