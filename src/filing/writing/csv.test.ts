/** A cell that a spreadsheet would run is made harmless, and a number stays one. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { safeCell, safeLine, writeCsvFile } from './csv.ts'

test('what begins like a formula becomes words; a number does not', () => {
  for (const formula of ['=1+1', '+cmd', '-cmd', '@SUM', ' =1', '\t=1'])
    assert.equal(safeCell(formula), `'${formula}`)
  for (const plain of ['-12', '+3.5', 12, 'a=b', '', 'WBRI']) assert.equal(safeCell(plain), String(plain))
  assert.equal(safeLine(['a,b', 'say "hello"', 3]), '"a,b","say ""hello""",3\r\n')
})

test('a file of the return has its columns in order, and nothing added', () => {
  const rows = [{ REVIEW: '02/06/2025', CHILD: '-1', DOB: null, TEAM: 'north' }]
  assert.equal(writeCsvFile('Reviews', rows), 'CHILD,DOB,REVIEW,REVIEW_CODE\r\n-1,,02/06/2025,\r\n')
})
