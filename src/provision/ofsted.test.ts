/** Ofsted's list, as it comes and as it comes again the next month. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Columns, isProblem, readRow, recognise } from './ofsted.ts'
import { planLoad } from './register.ts'

const row = {
  URN: 'SC900001',
  'Provision type': "Children's home",
  'Registration status': 'Active',
  'Setting name': 'Harebell House',
  Sector: 'Private',
  Places: '4',
  'Local authority': 'Reading',
  'Overall experiences and progress of children and young people': 'Requires improvement to be good',
  'Latest full inspection date': '03/02/2026',
  'Organisation name': 'Larkspur Care',
  'Organisation URN': '1900001',
}
const columns = recognise(Object.keys(row)) as Columns

test('a home on the list is read by the names of its columns, however they are written', () => {
  const shouted = Object.fromEntries(
    Object.entries(row).map(([name, value]) => [` ${name.toUpperCase()} `, value]),
  )
  for (const each of [row, shouted]) {
    assert.deepEqual(readRow(each, recognise(Object.keys(each)) as Columns, 2), {
      urn: 'SC900001',
      kind: 'childrens-home',
      name: 'Harebell House',
      sector: 'private',
      isActive: true,
      registeredPlaces: 4,
      localAuthority: 'Reading',
      postcode: null,
      judgement: 'requires-improvement',
      inspectedOn: '2026-02-03',
      organisationName: 'Larkspur Care',
      organisationUrn: '1900001',
    })
  }
})

test('a file that is not the list says which columns it lacks', () => {
  assert.deepEqual(recognise(['URN', 'Places', 'Local authority', 'Provision type']), [
    'The file has no column for registration status',
  ])
})

test('each kind of provision is known, and an office is left out', () => {
  const kindOf = (text: string) => {
    const read = readRow({ ...row, 'Provision type': text }, columns, 2)
    return read === null || isProblem(read) ? read : read.kind
  }
  assert.equal(kindOf("Secure children's home"), 'secure-home')
  assert.equal(kindOf('Supported Accommodation'), 'supported-accommodation')
  assert.equal(kindOf('Residential special school (registered as a childrens home)'), 'residential-school')
  assert.equal(kindOf('Independent Fostering Agency'), null)
  assert.deepEqual(kindOf('Bakery'), { row: 2, message: 'Provision type “Bakery” is not one we know' })
})

test('a row that cannot be used says why and stops nothing', () => {
  const bad: [Partial<typeof row>, string][] = [
    [{ URN: 'SC1' }, 'URN must be SC and 6 digits, or 7 digits, not “SC1”'],
    [{ Places: 'four' }, 'Places must be a whole number'],
    [{ 'Latest full inspection date': '31/02/2026' }, '“31/02/2026” is not a date of inspection'],
  ]
  for (const [change, message] of bad) {
    const plan = planLoad(
      [],
      [
        { ...row, ...change },
        { ...row, URN: '1234567' },
      ],
      columns,
    )
    assert.deepEqual(plan.problems, [{ row: 2, message }])
    assert.deepEqual(
      plan.added.map(({ urn }) => urn),
      ['1234567'],
    )
  }
})

test('the list loaded a second time changes nothing', () => {
  const first = planLoad([], [row], columns)
  assert.equal(first.added.length, 1)
  const second = planLoad(first.added, [row], columns)
  assert.deepEqual(second, { added: [], changed: [], gone: [], unchanged: 1, leftOut: 0, problems: [] })
})

test('next month shows what changed, before and after, and what is gone', () => {
  const held = planLoad([], [row, { ...row, URN: 'SC900002' }], columns).added
  const plan = planLoad(held, [{ ...row, Places: '5', 'Setting name': '' }], columns)
  assert.deepEqual(
    plan.changed.map(({ urn, changes }) => [urn, changes]),
    [['SC900001', [{ field: 'registeredPlaces', before: '4', after: '5' }]]],
  )
  assert.deepEqual(plan.gone, ['SC900002'])
})

test('a URN listed twice is used once', () => {
  const plan = planLoad([], [row, row], columns)
  assert.equal(plan.added.length, 1)
  assert.equal(plan.problems[0]?.message, 'URN SC900001 is on the list twice; the first is used')
})
