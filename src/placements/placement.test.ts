/** What may become of a placement, and how the return codes it. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type OpenHome, aHome } from '#provision'
import { newId } from '#shared/ids'
import { Refusal } from '#shared/refusal'
import { codingOf } from './coding.ts'
import { aPlacement, day } from './fixtures.ts'
import { type Ended, type Moved, type Placement, type Started, cancel, end, start } from './placement.ts'

const today = day('2026-10-01')
const moved: Moved = { endReason: 'X1', changeReason: 'CARPL', note: null }
const agreed = aPlacement()
const started = start(agreed, day('2026-09-02'), today) as Started
const ended = end(started, moved, day('2026-09-30'), today) as Ended
const cancelled = cancel(agreed, 'Going to live with an aunt') as Placement

test('what each state of a placement may become', () => {
  const allowed = [agreed, started, ended, cancelled].map(placement => [
    placement.state,
    ...[start(placement, today, today), end(placement, moved, today, today), cancel(placement, 'Why')].map(
      result => !(result instanceof Refusal),
    ),
  ])
  assert.deepEqual(allowed, [
    ['agreed', true, false, true],
    ['started', false, true, false],
    ['ended', false, false, false],
    ['cancelled', false, false, false],
  ])
})

test('a placement starts on the day the child arrived, whatever was planned', () => {
  assert.equal(started.startsOn, '2026-09-02')
})

test('nobody arrives tomorrow, or before it was agreed, and nobody leaves before they arrived', () => {
  const tries = [
    start(agreed, day('2026-10-02'), today),
    start(agreed, day('2026-08-24'), today),
    end(started, moved, day('2026-09-01'), today),
    end(started, moved, day('2026-10-02'), today),
  ]
  for (const refusal of tries) {
    assert.ok(refusal instanceof Refusal)
    assert.equal(refusal.problems[0]?.field, 'on')
  }
})

test('a child may leave on the day they came', () => {
  assert.ok(!(end(started, moved, started.startsOn, today) instanceof Refusal))
})

test('a cancelled placement says why', () => {
  assert.ok(cancel(agreed, ' ') instanceof Refusal)
})

test('the return codes a home by its kind and by who runs it', () => {
  const ours = newId<'Authority'>()
  const own = { organisation: ours as string as OpenHome['organisation'], sector: 'local-authority' } as const
  const table: [Partial<OpenHome>, boolean, string, string][] = [
    [{}, false, 'K2', 'PR4'],
    [own, false, 'K2', 'PR1'],
    [{ sector: 'local-authority' }, false, 'K2', 'PR2'],
    [{ sector: 'health' }, false, 'K2', 'PR3'],
    [{ sector: 'voluntary', kind: 'residential-school' }, false, 'S1', 'PR5'],
    [{ ...own, kind: 'foster-household' }, true, 'U4', 'PR1'],
    [{ kind: 'foster-household' }, false, 'U6', 'PR4'],
    [{ kind: 'supported-accommodation' }, true, 'K3', 'PR4'],
    [{ ...own, kind: 'secure-home' }, true, 'K1', 'PR1'],
  ]
  for (const [facts, isLongTerm, placeCode, providerCode] of table) {
    assert.deepEqual(codingOf(aHome(facts), ours, isLongTerm), { placeCode, providerCode })
  }
})
