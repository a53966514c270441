/** What a home is told, and what never reaches it. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allAnswers, noneHidden } from '../fixtures.ts'
import { scrub } from './hiding.ts'
import { type Profile, anonymise, fullProfile, recognisable, voiceIn, whoGetsWhat } from './profile.ts'

const hidden = {
  names: ['Wren Ashdown', 'Robin'],
  schools: ['Larkmead School'],
  staff: ['Odile Marsh'],
  numbers: ['SW-20771'],
}
const namesIn = ({ parts }: Profile) => parts.flatMap(({ lines }) => lines.map(({ name }) => name))
const valueOf = ({ parts }: Profile, name: string) =>
  parts.flatMap(({ lines }) => lines).find(line => line.name === name)?.value

test('the anonymised profile begins with the child’s own words and strengths', () => {
  const { profile } = anonymise('KESTREL-42', allAnswers, noneHidden)
  assert.deepEqual(namesIn(profile).slice(0, 2), ['voice', 'strengths'])
  assert.equal(voiceIn(profile), allAnswers['voice'])
})

test('the anonymised profile has age, sex and bands, and no school, status or exact postcode', () => {
  const { profile } = anonymise('KESTREL-42', allAnswers, noneHidden)
  assert.equal(valueOf(profile, 'age'), '12')
  assert.equal(valueOf(profile, 'sex'), 'Girl')
  assert.equal(valueOf(profile, 'riskMissing'), 'Low')
  assert.equal(valueOf(profile, 'educationStage'), 'Secondary school, years 7 to 9')
  assert.equal(valueOf(profile, 'familySector'), 'RG1')
  for (const name of ['schoolName', 'schoolSector', 'legalStatus', 'familyTime', 'childId', 'localId']) {
    assert.equal(valueOf(profile, name), undefined, name)
  }
})

test('what was typed into free text and would tell is taken out, and the sender sees what', () => {
  const voice =
    'Wren said: stay near Robin’s, at Larkmead, RG1 4AB. Odile Marsh moved me on 3 May 2026 (SW-20771). 0118 496 0123'
  const { profile, removed } = anonymise('KESTREL-42', { ...allAnswers, voice }, hidden)
  assert.equal(
    voiceIn(profile),
    '[name] said: stay near [name]’s, at [school], [postcode]. ' +
      '[member of staff] moved me on [date] ([number]). [telephone]',
  )
  assert.deepEqual(removed.map(({ what }) => what).toSorted(), [
    '0118 496 0123',
    '3 May 2026',
    'Larkmead',
    'Odile Marsh',
    'RG1 4AB',
    'Robin',
    'SW-20771',
    'Wren',
  ])
  assert.ok(removed.every(({ question }) => question === 'In their own words'))
})

test('a word that only contains a name is left alone', () => {
  assert.equal(scrub('A wrench, and robins', hidden).text, 'A wrench, and robins')
})

test('no name survives in any text, in whatever case', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.boolean(), (before, after, isLoud) => {
      const name = isLoud ? 'WREN ASHDOWN' : 'wren  ashdown'
      const { text } = scrub(`${before} ${name} ${after}`, hidden)
      assert.doesNotMatch(text, /(?<![\p{L}\p{N}])wren(?![\p{L}\p{N}])/iu)
    }),
  )
})

test('the full profile has the name and school, and still no number of the council’s', () => {
  const answers = { ...allAnswers, localId: 'SW-20771', officer: 'Odile Marsh' }
  const full = fullProfile('KESTREL-42', answers, 'Wren Ashdown')
  assert.equal(valueOf(full, 'childName'), 'Wren Ashdown')
  assert.equal(valueOf(full, 'schoolName'), 'Larkmead School')
  assert.equal(valueOf(full, 'familySector'), 'RG1 4')
  assert.equal(valueOf(full, 'localId'), undefined)
  assert.equal(valueOf(full, 'officer'), undefined)
})

test('the page that asks before sending says truly who gets what', () => {
  const told = new Map(whoGetsWhat(allAnswers).map(({ label, ...gets }) => [label, gets]))
  assert.deepEqual(told.get('Name'), { anonymised: false, full: true })
  assert.deepEqual(told.get('School or college'), { anonymised: false, full: true })
  assert.deepEqual(told.get('Strengths and interests'), { anonymised: true, full: true })
  const short = anonymise('KESTREL-42', allAnswers, noneHidden).profile
  assert.equal([...told.values()].filter(({ anonymised }) => anonymised).length, namesIn(short).length)
  const full = fullProfile('KESTREL-42', allAnswers, 'Wren Ashdown')
  assert.equal([...told.values()].filter(gets => gets.full).length, namesIn(full).length)
})

test('fewer than five children alike, and the sender is warned', () => {
  assert.equal(recognisable(5), null)
  assert.match(recognisable(4)!, /^Only 4 children are of this age/)
  assert.match(recognisable(1)!, /^Only this child is of this age/)
})
