/** The region sees children only under an agreement in force, only what was agreed, and never who they are. */

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { before, test } from 'node:test'
import { type Actor, type Database, inTransaction, perform } from '#access'
import { type PlainDate, parseDate } from '#shared/dates'
import { newId } from '#shared/ids'
import { Refusal } from '#shared/refusal'
import { addChild } from '../../tests/support/children.ts'
import { onBoth } from '../../tests/support/database.ts'
import { agreement, organisation, people, today } from '../../tests/support/people.ts'
import { type RegionList, listOfRegion } from './actions/region.ts'
import type { Child } from './child.ts'

process.env.NEARHOME_PSEUDONYM_KEY ??= randomBytes(32).toString('base64')
const day = (text: string) => parseDate(text)!

onBoth('children as the region sees them', opened => {
  const region = async (input: object = {}, on: PlainDate = today): Promise<RegionList> => {
    const { database } = opened()
    const list = await perform(listOfRegion, { database, actor: people.regionLead, today: on }, input)
    assert.ok(!(list instanceof Refusal))
    return list
  }
  const raw = <Row>(actor: Actor, read: (tx: Database) => Promise<Row>) =>
    inTransaction(opened().database, actor, today, 'reader', read)

  before(async () => {
    const { database } = opened()
    await addChild(database, { child: { born: day('2013-05-14'), givenName: 'Wren' } })
    await addChild(database, {
      of: people.siblingSocialWorker,
      episodes: [{ placeCode: 'Z1', startedOn: day('2026-08-01'), distanceMiles: 64.2 }],
    })
    await addChild(database, { episodes: [{ endedOn: day('2026-07-01'), endReason: 'E4A' }] })
    await addChild(database, { of: people.kentBroker, child: { givenName: 'Kestrel' } })
  })

  test('children of authorities that share are listed, latest placed first, and those of others are not', async () => {
    const list = await region()
    assert.deepEqual(
      list.children.map(({ authorityName }) => authorityName),
      ['Reading', 'Bracknell Forest'],
    )
    assert.deepEqual([list.total, list.over20, list.unregistered], [2, 1, 1])
    assert.deepEqual(list.byKind, [
      { name: 'agency foster', children: 1 },
      { name: 'unregistered', children: 1 },
    ])
  })

  test('a child is known by month of birth, sector and regional id, and by nothing closer', async () => {
    const [, child] = (await region()).children
    assert.deepEqual(
      { ...child, id: '' },
      {
        id: '',
        authorityName: 'Bracknell Forest',
        sex: 'F',
        bornMonth: '2013-05-01',
        ethnicity: 'WBRI',
        seeksAsylum: false,
        legalStatus: 'C2',
        needCode: 'N1',
        placeCode: 'U6',
        providerCode: 'PR4',
        startedOn: '2026-03-02',
        distanceMiles: 12,
        inArea: false,
        homeSector: 'RG12 1',
        placementSector: 'RG1 4',
        placementArea: 'E06000038',
        weeklyFee: 95_000,
      },
    )
    assert.match(child!.id, /^[0-9A-Z]{26}$/)
    const again = (await region()).children.map(({ id }) => id)
    assert.ok(again.includes(child!.id), 'the same child is the same tomorrow')
  })

  test('the list is narrowed and turned round', async () => {
    const total = async (input: object) => (await region(input)).total
    assert.equal(await total({ unregistered: 'yes' }), 1)
    assert.equal(await total({ kind: 'agency foster' }), 1)
    assert.equal(await total({ distance: 'over 20', ageBand: '10-15' }), 1)
    assert.equal(await total({ ageBand: '16+' }), 0)
    assert.equal(await total({ authority: organisation.reading.id }), 1)
    assert.equal(await total({ authority: organisation.kent.id }), 0)
    for (const sort of ['placed', 'age', 'distance', 'fee', 'authority', 'nonsense'])
      assert.equal((await region({ sort })).children.length, 2)
    assert.equal((await region({ sort: 'placed' })).children[0]?.authorityName, 'Bracknell Forest')
    assert.deepEqual((await region({ page: '2' })).children, [])
  })

  test('each authority whose children were shown is told so in its own record of access', async () => {
    const lines = () =>
      opened()
        .owner.selectFrom('access.audit')
        .select('chain_id')
        .where('action', '=', 'region.children')
        .execute()
    const before = (await lines()).length
    await region({ authority: organisation.reading.id })
    const since = (await lines()).slice(before)
    const chains = since.map(({ chain_id }) => chain_id)
    assert.deepEqual(chains.toSorted(), [organisation.coop.id, organisation.reading.id].toSorted())
  })

  test('on the day an agreement ends nothing is shared, and another day’s agreement is not found', async () => {
    assert.equal((await region({}, day('2026-12-31'))).total, 2)
    const ended = await region({}, agreement.until_on)
    assert.deepEqual([ended.agreement, ended.children, ended.total], [null, [], 0])
    const caller = { database: opened().database, actor: people.regionLead, today }
    const absent = await perform(listOfRegion, caller, { agreement: newId() })
    assert.ok(absent instanceof Refusal && absent.kind === 'not-found')
  })

  test('what was not agreed is neither shown nor told by sorting and counting', async () => {
    const { owner } = opened()
    const terms = (fields: string[]) =>
      owner.updateTable('access.agreement').set({ fields }).where('id', '=', agreement.id).execute()
    await terms(['basic'])
    const list = await region({
      kind: 'agency foster',
      distance: 'over 20',
      unregistered: 'yes',
      sort: 'fee',
    })
    assert.equal(list.total, 2)
    assert.deepEqual([list.over20, list.unregistered, list.byKind, list.sort], [0, 0, [], 'authority'])
    const known = [
      'authorityName',
      'bornMonth',
      'ethnicity',
      'id',
      'legalStatus',
      'needCode',
      'seeksAsylum',
      'sex',
    ]
    for (const child of list.children) assert.deepEqual(Object.keys(child).toSorted(), known)
    await terms(agreement.fields)
  })

  test('the database itself keeps names and numbers from the region, and everything from a provider', async () => {
    const names = (tx: Database) => tx.selectFrom('children.child').select(['id', 'given_name']).execute()
    await assert.rejects(raw(people.regionLead, names), /permission denied/)
    const words = (tx: Database) => tx.selectFrom('children.assessment').select('voice').execute()
    await assert.rejects(raw(people.regionLead, words), /permission denied/)
    const places = (tx: Database) => tx.selectFrom('children.episode').select('id').execute()
    await assert.rejects(raw(people.larchManager, places), /permission denied/)
    const caller = { database: opened().database, today }
    for (const actor of [people.larchManager, people.broker, people.administrator, people.partner]) {
      const refused = await perform(listOfRegion, { ...caller, actor }, {})
      assert.ok(refused instanceof Refusal && refused.kind === 'not-allowed')
    }
  })

  test('a child who comes into care is counted at once, and never by their own id', async () => {
    const { total } = await region()
    const newcomer: Child = await addChild(opened().database)
    const list = await region()
    assert.deepEqual([list.total, list.children.length], [total + 1, total + 1])
    assert.ok(!JSON.stringify(list).includes(newcomer.id))
  })
})
