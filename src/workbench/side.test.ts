/** Which side of a difference is likelier to need fixing, and what is no difference at all. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { asKept, likelierSide } from './side.ts'

const loadedAt = '2026-06-01T10:00:00.000Z'
const [before, since] = ['2026-05-01T10:00:00.000Z', '2026-07-01T10:00:00.000Z']
const known = { loadedAt, writtenAt: before as string | null, leftOut: false }

suite('the side to fix', () => {
  const fix = (is: 'added' | 'removed' | 'changed', about: Partial<typeof known> = {}) =>
    likelierSide({ is }, { ...known, ...about }).fix
  test('is the case system, where people in Nearhome made or changed the row', () => {
    assert.equal(fix('added', { writtenAt: 'nearhome' }), 'case-system')
    assert.equal(fix('changed', { writtenAt: 'nearhome' }), 'case-system')
    assert.equal(fix('changed'), 'case-system')
    assert.equal(fix('changed', { writtenAt: loadedAt }), 'case-system')
  })
  test('is the case system, where the row could not be used', () => {
    assert.equal(fix('removed', { leftOut: true }), 'case-system')
    assert.equal(fix('removed'), 'look')
  })
  test('is for somebody to look at, where another return says otherwise', () => {
    assert.equal(fix('changed', { writtenAt: since }), 'look')
    assert.equal(fix('changed', { writtenAt: null }), 'look')
    assert.equal(fix('added'), 'look')
  })
  test('is not known before the extract is loaded, but for what only Nearhome has', () => {
    const waiting = { loadedAt: null as unknown as string }
    assert.equal(likelierSide({ is: 'changed' }, { ...known, ...waiting }).fix, 'load')
    assert.equal(likelierSide({ is: 'removed' }, { ...known, ...waiting, leftOut: true }).fix, 'load')
    const ours = { ...known, ...waiting, writtenAt: 'nearhome' }
    assert.equal(likelierSide({ is: 'added' }, ours).fix, 'case-system')
  })
})

test('how a cell is written makes no difference', () => {
  const row = { CHILD: 'a1', DECOM: '2025-05-01', LS: ' c2', HOME_POST: 'rg121ab', URN: '' }
  assert.deepEqual(asKept({ Episodes: [row] }).Episodes, [
    { CHILD: 'A1', DECOM: '01/05/2025', LS: 'C2', HOME_POST: 'RG12 1AB', URN: '' },
  ])
  assert.deepEqual(asKept({ OC3: [{ ACCOM: '01', ACTIV: 'f2' }] }).OC3, [{ ACCOM: '1', ACTIV: 'F2' }])
})
