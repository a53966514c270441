/** Whatever anybody asks of the platform leaves a line, and what is asked of a child's record a line about it (T11). */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { type Action, type Actor, perform } from '#access'
import { actions } from '#app'
import { parse } from '#shared/parse'
import { Refusal } from '#shared/refusal'
import { openTestDatabase, type TestDatabase } from './support/database.ts'
import { type Example, addExamples } from './support/examples.ts'
import { people, today } from './support/people.ts'
import { fieldsOf, plausibleAnswers, sampleOf } from './support/samples.ts'

/** What names a record of a child's. */
const records = [
  'child',
  'referral',
  'approach',
  'placement',
  'load',
  'returned',
  'correction',
  'waiver',
  'signing',
  'extract',
]

suite('the record of access', () => {
  let opened: TestDatabase
  before(async () => void (opened = await openTestDatabase('server')))
  after(() => opened.close())

  for (const action of actions as readonly Action<unknown, unknown>[]) {
    test(`${action.name} leaves a line`, async () => {
      const examples = await addExamples(opened)
      const named = records.filter(each => fieldsOf(action.schema).some(([name]) => name === each))
      const asked = named.map(each => examples.get(each)![0]!)
      const actor = whoMay(action, asked)
      const ids = Object.fromEntries(named.map((name, i) => [name, asked[i]!.id]))
      const whole = sampleOf(action.schema, plausibleAnswers(examples))
      const least = { ...ids, section: 'voice', version: 1, voice: 'I like it here' }
      const input = [{ ...whole, ...typed[action.name] }, ids, least].find(
        each => !(parse(action.schema, each) instanceof Refusal),
      )
      assert.ok(input, 'it is asked something that can be read')

      const before = await linesOf(action.name)
      await perform(action, { database: opened.database, actor, today }, input)
      const lines = (await linesOf(action.name)).slice(before.length)

      assert.ok(lines.some(({ chain_id }) => chain_id === actor.organisation))
      assert.ok(lines.every(({ person_id }) => person_id === actor.id))
      for (const { id } of asked) {
        assert.ok(
          lines.some(({ about }) => about === id),
          `about ${id}`,
        )
      }
    })
  }

  const whoMay = ({ name, permission }: Action<unknown, unknown>, asked: readonly Example[]): Actor => {
    const actor = Object.values(people).find(
      each => each.permissions.has(permission) && asked.every(({ sees }) => sees(each)),
    )
    assert.ok(actor, `somebody may do ${name}`)
    return actor
  }

  const linesOf = (action: string) =>
    opened.owner
      .selectFrom('access.audit')
      .select(['chain_id', 'person_id', 'about', 'line'])
      .where('action', '=', action)
      .orderBy('recorded_at')
      .orderBy('line')
      .execute()
})

/** What a schema alone does not say. */
const home = {
  postcode: 'RG1 4AB',
  ageFrom: 8,
  ageTo: 17,
  registeredPlaces: 3,
  needsMet: [],
  needsNotMet: [],
}
const place = { name: 'Room', weeklyFee: '4000', fee: '4000' }
const files = [{ name: 'a.csv', content: new TextEncoder().encode('CHILD,SEX\n1,F') }]
const extract = 'lega_legal_status_id,lega_person_id,lega_legal_status\n1,1,C2'
const extractFiles = [{ name: 'a.csv', content: new TextEncoder().encode(extract) }]
const typed: Readonly<Record<string, object>> = {
  'approach.offer': { weeklyFee: '4000', availableFrom: '2026-09-01', until: '2026-09-15' },
  'child.assess': { needs: [], strengths: [], schoolPostcode: '', educationStage: '' },
  'home.add': { ...home, urn: '' },
  'home.change': home,
  'place.add': place,
  'place.change': place,
  'register.load': { files },
  'return-check.privately': { year: 2026, files, form: 'page' },
  'return.start': { year: 2026, files },
  'specification.start': { files: extractFiles },
}
