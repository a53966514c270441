/** Files as authorities send them: known by their columns, read in any encoding, and every fault told with its fix. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { parseDate } from '#shared/dates'
import { type Checked, checkExtract } from './checking.ts'
import type { VersionName } from './item.ts'
import { mostRows } from './reading.ts'
import { tableNamed, tablesIn } from './specification.ts'

const today = parseDate('2026-08-30')!
const bytes = (text: string) => new TextEncoder().encode(text)
const check = (texts: readonly string[], version: VersionName = '1.1'): Checked =>
  checkExtract(
    texts.map((text, i) => ({ name: `file-${i}.csv`, content: bytes(text) })),
    { version, today },
  )
const codesIn = ({ problems }: Checked) => problems.map(({ code, field }) => [code, field])

const legal =
  'lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date'
const censusHead = tableNamed('placement_census')!
  .items.filter(({ required }) => required)
  .map(({ name }) => name)
const census = (values: Readonly<Record<string, string>> = {}) => {
  const usual: Record<string, string> = {
    census_id: '1',
    child_id: '7',
    how_sourced: 'Framework or DPS',
    organisation: 'Larch Tree Homes',
    provision_type: 'Children’s home',
    start_date: '2026-01-05',
    total_weekly_cost: '"£5,200.00"',
    contribution_social_care: '4000',
    contribution_education: '700.00',
    contribution_health: '500',
    dols_in_place: 'N',
    solo_required: 'Yes',
    solo_actual: 'no',
  }
  return [censusHead.join(), censusHead.map(name => values[name] ?? usual[name]).join()].join('\n')
}

suite('knowing a file by its columns', () => {
  test('every table is known, with its columns in any order, case and spacing, and by older names', () => {
    for (const { name, items } of tablesIn('1.1')) {
      const heads = items
        .map(each => (each.also?.[0] ?? each.name).toUpperCase().replaceAll('_', ' '))
        .toReversed()
      const { files } = check([`${heads.join()}\n${heads.map(() => '1').join()}`])
      assert.equal(files[0]!.table, name)
    }
  })

  test('what stands above the heading, and a semicolon between cells, are no hindrance', () => {
    const { rows } = check([`Report of August;;\n${legal.replaceAll(',', ';')}\n9;1001;C2;2026-01-01;\n`])
    assert.deepEqual(
      rows.map(({ child, key }) => [child, key]),
      [['1001', '9']],
    )
  })

  test('UTF-16 and Windows-1252 are read', () => {
    const text = `${legal}\n1,Zoë,C2,2026-01-01,\n`
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
    const latin = new Uint8Array(Buffer.from(text, 'latin1'))
    for (const content of [utf16, latin]) {
      const { rows } = checkExtract([{ name: 'a.csv', content }], { version: '1.1', today })
      assert.equal(rows[0]!.child, 'Zoë')
    }
  })

  test('a file of no table, one without the child, a workbook and an empty one are refused with what to do', () => {
    const without = legal.replace('lega_person_id,', '')
    const zip = String.fromCharCode(0x50, 0x4b, 3, 4)
    const checked = check(['a,b\n1,2', `${without}\n1,C2,2026-01-01,`, zip, ' \n'])
    const says = checked.problems.map(({ message }) => message)
    assert.match(says[0]!, /None of its columns/)
    assert.match(says[1]!, /looks like legal statuses, without the column lega_person_id. Add it/)
    assert.match(says[2]!, /Save the table as CSV/)
    assert.match(says[3]!, /empty/)
    assert.deepEqual(checked.rows, [])
  })

  test('a table is not known before the version that asks for it', () => {
    assert.equal(check([census()], '1.0').files[0]!.table, null)
    assert.equal(check([census()]).files[0]!.table, 'placement_census')
  })

  test('of two files of one table the second is not used, and columns nobody asked for are not kept', () => {
    const one = `${legal},shoe_size\n1,1001,C2,2026-01-01,,4\n`
    const { files, rows } = check([one, one])
    assert.match(files[0]!.remark!, /SHOE_SIZE/)
    assert.match(files[1]!.remark!, /“file-0.csv” holds legal statuses too/)
    assert.equal(rows.length, 1)
    assert.ok(!JSON.stringify(rows).includes('shoe'))
  })

  test('a file of more rows than may be is refused whole', () => {
    const { files, rows } = check([`${legal}\n${'1,1,C2,2026-01-01,\n'.repeat(mostRows + 1)}`])
    assert.match(files[0]!.remark!, /more than 50,000 rows/)
    assert.equal(rows.length, 0)
  })
})

suite('checking rows', () => {
  test('a row with nothing wrong is sound and whole', () => {
    const { problems, tallies } = check([census()])
    assert.deepEqual(problems, [])
    const [tally] = tallies
    assert.deepEqual(tally, {
      table: 'placement_census',
      rows: 1,
      leftOut: 0,
      children: 1,
      required: censusHead.length,
      filled: censusHead.length,
      sound: 1,
    })
  })

  test('each fault is told of its cell', () => {
    const faults: readonly (readonly [string, string, string])[] = [
      ['start_date', '30/02/2026', 'not-a-date'],
      ['start_date', '2042-01-01', 'in-future'],
      ['total_weekly_cost', 'lots', 'not-a-number'],
      ['contribution_health', '-1', 'out-of-range'],
      ['how_sourced', 'By post', 'not-a-code'],
      ['dols_in_place', 'perhaps', 'not-yes-or-no'],
      ['organisation', '', 'missing'],
    ]
    for (const [field, value, code] of faults)
      assert.ok(
        codesIn(check([census({ [field]: value })])).some(each => each[0] === code && each[1] === field),
        `${field} ${value}`,
      )
  })

  test('what each pays must add up to the whole cost', () => {
    const { problems } = check([census({ contribution_health: '499.99' })])
    assert.deepEqual(
      problems.map(({ code, message }) => [code, /5199.99, and total_weekly_cost is 5200.00/.test(message)]),
      [['parts-differ', true]],
    )
  })

  test('a code may stand before its words; another word is no code', () => {
    const rows = ['1,1,C2,01/02/2026 00:00,', '2,1,C2 - Care order,2026-02-01,', '3,1,C2X,2026-02-01,']
    assert.deepEqual(codesIn(check([`${legal}\n${rows.join('\n')}`])), [['not-a-code', 'lega_legal_status']])
  })

  test('an end before its start, and a number that is there twice', () => {
    const rows = ['1,1,C2,2026-02-01,2026-01-31', '1,2,C2,2026-02-01,2026-02-01']
    assert.deepEqual(codesIn(check([`${legal}\n${rows.join('\n')}`])), [
      ['ends-before-start', 'lega_legal_status_end_date'],
      ['same-key', 'lega_legal_status_id'],
    ])
  })

  test('a row of no child, and one with cells too many, are left out and the rest kept', () => {
    const rows = ['1,,C2,2026-02-01,', '2,5,C2,2026-02-01,,more', '', '3,5,C2,2026-02-01,']
    const { problems, tallies, rows: kept } = check([`${legal}\n${rows.join('\n')}`])
    assert.deepEqual(
      problems.map(({ code, row, stops }) => [code, row, stops]),
      [
        ['no-child', 2, true],
        ['wrong-length', 3, true],
      ],
    )
    assert.equal(kept.length, 1)
    assert.equal(tallies[0]!.leftOut, 2)
  })

  test('a required column that is not there is told once, and every cell of it counts as empty', () => {
    const { problems, tallies } = check([
      'lega_legal_status_id,lega_person_id,lega_legal_status\n1,1,C2\n2,1,C2',
    ])
    assert.deepEqual(
      problems.map(({ code, field, row }) => [code, field, row]),
      [['column-absent', 'lega_legal_status_start_date', null]],
    )
    assert.deepEqual([tallies[0]!.required, tallies[0]!.filled, tallies[0]!.sound], [8, 6, 2])
  })

  test('an empty cell tells against completeness and not against accuracy; a wrong one the other way', () => {
    const { tallies } = check([`${legal}\n1,1,,2026-02-01,\n2,1,ZZ,2026-02-01,`])
    assert.deepEqual([tallies[0]!.filled, tallies[0]!.sound], [7, 1])
  })

  test('whatever the bytes, there is an answer, and every problem has a sentence that says what to do', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('"', '\0', '\ud800', '1', '2026-01-01'),
    )
    const lines = fc.array(
      fc.array(cell, { maxLength: 8 }).map(each => each.join()),
      { maxLength: 6 },
    )
    const heading = fc.constantFrom(legal, censusHead.join(), '', 'x,y')
    fc.assert(
      fc.property(heading, lines, (head, body) => {
        const { problems, rows } = check([[head, ...body].join('\n')])
        assert.ok(
          problems.every(({ message }) => /\. \S/.test(message)),
          JSON.stringify(problems),
        )
        assert.ok(rows.every(({ cells }) => JSON.stringify(cells).isWellFormed()))
      }),
      { numRuns: 300, seed: 1 },
    )
  })
})
