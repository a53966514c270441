/** Who may see whose records, worked out from the agreements. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { OrganisationId } from '#access'
import { type PlainDate, parseDate } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { type Agreement, drawUp, end, maySign, standing, unsigned } from './agreement.ts'
import { sharings } from './sharing.ts'

const day = (text: string) => parseDate(text)!
const today = day('2026-08-30')
const [region, reading, kent] = ['region', 'reading', 'kent'] as unknown as [
  OrganisationId,
  OrganisationId,
  OrganisationId,
]

const party = (organisation: OrganisationId, signedOn: PlainDate | null = day('2026-01-02')) => ({
  organisation,
  name: `the ${organisation}`,
  signedOn,
  signedBy: null,
})
const agreement: Agreement = {
  id: 'one' as unknown as Agreement['id'],
  name: 'Regional record',
  purpose: 'To know what homes are needed',
  lawfulBasis: 'Public task',
  parts: ['basic'],
  from: day('2026-01-01'),
  until: day('2027-01-01'),
  dpiaReference: null,
  parties: [party(region), party(reading), party(kent, null)],
}
const member = (authority: OrganisationId) => ({
  authority,
  name: authority,
  hub: null,
  from: day('2025-04-01'),
  until: null as PlainDate | null,
})
const isRefused = (answer: unknown) => answer instanceof Refusal

suite('an agreement to share', () => {
  test('stands from its first day until the day before its last, once two have signed', () => {
    assert.equal(standing(agreement, day('2025-12-31')), 'not begun')
    assert.equal(standing(agreement, day('2026-01-01')), 'waiting for signatures')
    assert.equal(standing(agreement, day('2026-01-02')), 'in force')
    assert.equal(standing(agreement, day('2026-12-31')), 'in force')
    assert.equal(standing(agreement, day('2027-01-01')), 'ended')
  })

  test('shares a member’s children with those who have signed and are no members', () => {
    const told = sharings([agreement], [member(reading), member(kent)], today)
    assert.deepEqual(
      told.map(({ whose, seenBy }) => [whose, seenBy]),
      [['the reading', 'the region']],
    )
  })

  test('shares nothing of an authority that has left, or has not signed, or once it has ended', () => {
    const left = { ...member(reading), until: today }
    assert.deepEqual(sharings([agreement], [left], today), [])
    assert.deepEqual(sharings([agreement], [member(kent)], today), [])
    assert.deepEqual(sharings([{ ...agreement, until: today }], [member(reading)], today), [])
  })

  test('is signed once by each of its parties, and by nobody else, while it lasts', () => {
    assert.deepEqual(
      unsigned(agreement).map(each => each.organisation),
      [kent],
    )
    assert.equal(isRefused(maySign(agreement, kent, today)), false)
    assert.equal(isRefused(maySign(agreement, reading, today)), true)
    assert.equal(isRefused(maySign(agreement, 'surrey' as unknown as OrganisationId, today)), true)
    assert.equal(isRefused(maySign(agreement, kent, day('2027-01-01'))), true)
  })

  test('ended early shares nothing from that day; ended before it began, it never does', () => {
    assert.equal(end(agreement, today), today)
    assert.equal(standing({ ...agreement, until: today }, today), 'ended')
    const before = day('2025-06-01')
    const never = { ...agreement, until: end(agreement, before) as PlainDate }
    assert.equal(standing(never, agreement.from), 'ended')
    assert.equal(isRefused(end(never, agreement.from)), true)
  })

  test('is drawn up between two or more, for a time that has not passed', () => {
    assert.equal(isRefused(drawUp(agreement, [region, reading], today)), false)
    assert.equal(isRefused(drawUp(agreement, [region, region], today)), true)
    assert.equal(isRefused(drawUp({ ...agreement, until: agreement.from }, [region, kent], today)), true)
    assert.equal(isRefused(drawUp({ ...agreement, until: today }, [region, kent], today)), true)
  })
})
