/** The embedded database's line: what is said arrives, an end is an end, and nobody waits for what will not come. */

import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type pg from 'pg'
import { openEmbedded } from './embedded.ts'

const seconds = { timeout: 60_000 }

suite('the line to the embedded database', () => {
  let pool: pg.Pool
  before(async () => void ({ pool } = await openEmbedded()))
  after(() => pool.end())

  test('values of any size and beginning come back as they were', seconds, async () => {
    for (const value of ['X', 'X'.repeat(70_000), `${'a'.repeat(1 << 20)}X`]) {
      const { rows } = await pool.query('select $1::text as value', [value])
      assert.equal(rows[0].value, value)
    }
  })

  test('after a connection was cut off, the next begins anew', seconds, async () => {
    const named = { text: 'select 1 as one', name: 'asked' }
    const cut = await pool.connect()
    await cut.query(named)
    await cut.query('begin; create table half_done (a int)')
    cut.release(true)

    const next = await pool.connect()
    assert.deepEqual((await next.query(named)).rows, [{ one: 1 }])
    await assert.rejects(next.query('select * from half_done'), /does not exist/)
    next.release()
  })

  test('an end waits for who is still asking, and then ends', seconds, async () => {
    const other = await openEmbedded()
    const busy = await other.pool.connect()
    const ended = other.pool.end()
    assert.deepEqual((await busy.query('select 1 as one')).rows, [{ one: 1 }])
    busy.release()
    await ended
  })
})
