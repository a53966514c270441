/** The chain of audit lines, tampered with in every way we know: each is found, and the first broken line named. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { type Head, type Line, hashBeforeFirst, hashOf, verifyChain } from './chain.ts'

const chain = 'a0000000-0000-4000-8000-000000000002'
type Told = Omit<Line, 'line' | 'hash'>

suite('a chain of audit lines', () => {
  test('is whole as it was written, and so is an empty one', () => {
    assert.deepEqual(verify(chained(told(5))), {
      state: 'whole',
      lines: 5,
      hash: chained(told(5)).at(-1)!.hash,
    })
    assert.deepEqual(verify([]), { state: 'whole', lines: 0, hash: hashBeforeFirst(chain) })
    assert.equal(verifyChain(chain, [], undefined).state, 'whole')
  })

  test('of another organisation is not this one’s', () => {
    const lines = chained(told(3))
    assert.equal(verifyChain('a0000000-0000-4000-8000-000000000003', lines, headOf(lines)).state, 'broken')
  })

  test('shows a changed line, whichever part of it was changed', () => {
    const changes: Partial<Line>[] = [
      { action: 'child.unread' },
      { person: 'somebody else' },
      { organisation: null },
      { about: 'another child' },
      { refused: true },
      { recordedAt: 5 },
      { hash: 'ab'.repeat(32) },
    ]
    for (const change of changes) {
      const lines = chained(told(6))
      assert.equal(brokenAt(lines.with(3, { ...lines[3]!, ...change }), headOf(lines)), 4)
    }
  })

  test('shows a line taken out, put in, or put elsewhere', () => {
    const lines = chained(told(6))
    assert.equal(brokenAt(lines.toSpliced(2, 1), headOf(lines)), 3)
    assert.equal(brokenAt(lines.toSpliced(2, 0, lines[4]!), headOf(lines)), 3)
    assert.equal(brokenAt([lines[0]!, lines[2]!, lines[1]!, ...lines.slice(3)], headOf(lines)), 2)
    const renumbered = lines.toSpliced(2, 1).map((line, i) => ({ ...line, line: i + 1 }))
    assert.equal(brokenAt(renumbered, headOf(lines)), 3)
  })

  test('shows that its last lines are gone, because the head remembers them', () => {
    const lines = chained(told(6))
    assert.equal(brokenAt(lines.slice(0, 4), headOf(lines)), 5)
    assert.equal(brokenAt([], headOf(lines)), 1)
    assert.equal(brokenAt(lines, headOf(lines.slice(0, 4))), 7)
  })

  test('made again from its first line does not match the head that was noted elsewhere', () => {
    const noted = headOf(chained(told(6)))
    const rebuilt = chained(told(6).with(1, { ...told(6)[1]!, refused: true }))
    assert.equal(verify(rebuilt).state, 'whole')
    assert.equal(brokenAt(rebuilt, noted), 7)
  })

  test('is found out whatever is done to it, and no line before the first touched is blamed', () => {
    fc.assert(
      fc.property(fc.array(aTold, { minLength: 1, maxLength: 40 }), aTampering, (facts, tamper) => {
        const lines = chained(facts)
        const tampered = tamper(lines)
        const verdict = verifyChain(chain, tampered, headOf(lines))
        const first = lines.findIndex((line, i) => !same(line, tampered[i]))
        if (first < 0 && tampered.length === lines.length) return verdict.state === 'whole'
        const at = first < 0 ? lines.length + 1 : first + 1
        return verdict.state === 'broken' && verdict.at === at
      }),
      { numRuns: 1_000, seed: 1 },
    )
  })
})

const same = (line: Line, other: Line | undefined) => JSON.stringify(line) === JSON.stringify(other)

const aTold: fc.Arbitrary<Told> = fc.record({
  action: fc.constantFrom('child.read', 'referral.send', 'account.read'),
  person: fc.option(fc.uuid()),
  organisation: fc.option(fc.uuid()),
  about: fc.option(fc.uuid()),
  refused: fc.boolean(),
  recordedAt: fc.nat(),
})

const at = (position: number, lines: readonly Line[]) => position % lines.length
const aTampering = fc.oneof(
  fc.tuple(fc.nat(), aTold).map(([position, change]) => (lines: readonly Line[]) => {
    const changed = at(position, lines)
    return lines.with(changed, { ...lines[changed]!, ...change })
  }),
  fc.nat().map(position => (lines: readonly Line[]) => lines.toSpliced(at(position, lines), 1)),
  fc.nat().map(position => (lines: readonly Line[]) => lines.slice(0, at(position, lines))),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([from, to]) =>
      (lines: readonly Line[]) =>
        lines.toSpliced(at(to, lines), 0, lines[at(from, lines)]!),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(([one, two]) => (lines: readonly Line[]) => {
    const [a, b] = [at(one, lines), at(two, lines)]
    return lines.with(a, lines[b]!).with(b, lines[a]!)
  }),
)

const told = (count: number): Told[] =>
  Array.from({ length: count }, (_, i) => ({
    action: 'child.read',
    person: `person ${i}`,
    organisation: 'an authority',
    about: `child ${i}`,
    refused: false,
    recordedAt: 1_780_000_000_000 + i,
  }))

function chained(facts: readonly Told[]): Line[] {
  const lines: Line[] = []
  for (const fact of facts) {
    const line = { ...fact, line: lines.length + 1, hash: '' }
    lines.push({ ...line, hash: hashOf(lines.at(-1)?.hash ?? hashBeforeFirst(chain), line) })
  }
  return lines
}

const headOf = (lines: readonly Line[]): Head => ({
  line: lines.length,
  hash: lines.at(-1)?.hash ?? hashBeforeFirst(chain),
})
const verify = (lines: readonly Line[]) => verifyChain(chain, lines, headOf(lines))

function brokenAt(lines: readonly Line[], head: Head): number {
  const verdict = verifyChain(chain, lines, head)
  assert.equal(verdict.state, 'broken')
  return verdict.at
}
