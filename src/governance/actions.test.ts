/** Agreements, people and the record of access, on both databases. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Action, type Actor, inTransaction, perform } from '#access'
import { parseDate } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { type TestDatabase, onBoth } from '../../tests/support/database.ts'
import { agreement as standing, organisation, people, today } from '../../tests/support/people.ts'
import * as agreements from './actions/agreements.ts'
import * as members from './actions/people.ts'
import * as record from './actions/record.ts'
import { sharings } from './sharing.ts'

const terms = {
  name: 'A pilot with Kent',
  purpose: 'To count',
  lawfulBasis: 'Public task',
  parts: ['basic'],
  from: '2026-08-01',
  until: '2026-12-01',
}

onBoth('agreements', opened => {
  const asker = (actor: Actor) => asking(opened(), actor)

  test('are seen by all who take part, with what is shared today', async () => {
    for (const actor of [people.broker, people.regionLead, people.partner]) {
      const all = await asker(actor).gets(agreements.readAgreements, {})
      assert.equal(all.agreements[0]!.name, standing.name)
      assert.deepEqual(all.sharings.map(({ whose }) => whose).toSorted(), ['Bracknell Forest', 'Reading'])
    }
  })

  test('say what the database does: the same authorities are shared with the region', async () => {
    const { database } = opened()
    const all = await asker(people.regionLead).gets(agreements.readAgreements, {})
    const shared = await inTransaction(database, people.regionLead, today, 'reader', tx =>
      tx.selectFrom('access.sharing').select('authority_id').execute(),
    )
    const ours = sharings(all.agreements, all.memberships, today).filter(
      ({ seenBy }) => seenBy === people.regionLead.organisationName,
    )
    assert.equal(ours.length, shared.length)
  })

  test('are drawn up by the co-operative, and signed by each party’s own director', async () => {
    const { administrator, kentBroker, director, siblingDirector } = people
    const parties = [organisation.coop.id, organisation.bracknell.id]
    const drawn = await asker(administrator).gets(agreements.drawUpAgreement, { ...terms, parties })
    await asker(kentBroker).isRefused('not-allowed', agreements.signForOrganisation, { agreement: drawn })
    await asker(siblingDirector).isRefused('conflict', agreements.signForOrganisation, { agreement: drawn })
    await asker(director).gets(agreements.signForOrganisation, { agreement: drawn })
    await asker(director).isRefused('conflict', agreements.signForOrganisation, { agreement: drawn })
    await asker(administrator).gets(agreements.signForOrganisation, { agreement: drawn })
    const read = await asker(people.partner).gets(agreements.readAgreement, { agreement: drawn })
    assert.deepEqual(
      read.parties.map(({ signedOn }) => signedOn),
      [today, today],
    )
  })

  test('with somebody unknown, or with nobody else, are not drawn up', async () => {
    const { administrator } = people
    const unknown = [organisation.coop.id, '00000000-0000-4000-8000-000000000000']
    await asker(administrator).isRefused('not-found', agreements.drawUpAgreement, {
      ...terms,
      parties: unknown,
    })
    const alone = [organisation.coop.id]
    await asker(administrator).isRefused('invalid', agreements.drawUpAgreement, { ...terms, parties: alone })
    await asker(administrator).isRefused('invalid', agreements.drawUpAgreement, {})
  })

  test('ended early stop the sharing at once, and each party’s record says so', async () => {
    const { administrator, director } = people
    await asker(director).isRefused('not-allowed', agreements.endEarly, { agreement: standing.id })
    await asker(administrator).gets(agreements.endEarly, { agreement: standing.id })
    await asker(administrator).isRefused('conflict', agreements.endEarly, { agreement: standing.id })
    const { database, owner } = opened()
    const shared = await inTransaction(database, people.regionLead, today, 'reader', tx =>
      tx
        .selectFrom('access.sharing')
        .select('authority_id')
        .where('agreement_id', '=', standing.id)
        .execute(),
    )
    assert.deepEqual(shared, [])
    const chains = await owner
      .selectFrom('access.audit')
      .select('chain_id')
      .where('action', '=', 'agreement.end')
      .where('refused', '=', false)
      .execute()
    assert.ok(chains.some(({ chain_id }) => chain_id === organisation.reading.id))
  })
})

onBoth('people', opened => {
  const admin = () => asking(opened(), people.administrator)
  const newcomer = {
    name: 'Nia Brook',
    email: 'nia.brook@reading.example',
    organisation: organisation.reading.id,
    role: 'social-worker',
  }

  test('are added with a role of their own kind of organisation, once for each email', async () => {
    await admin().isRefused('invalid', members.addMember, { ...newcomer, role: 'registered-manager' })
    const person = await admin().gets(members.addMember, newcomer)
    await admin().isRefused('invalid', members.addMember, { ...newcomer, email: 'NIA.Brook@reading.example' })
    const { members: found } = await admin().gets(members.readPeople, { name: 'nia' })
    assert.deepEqual(
      found.map(({ id, roles }) => [id, roles]),
      [[person, ['social-worker']]],
    )
  })

  test('are given a role, and lose it, at once; and may have it again', async () => {
    const person = people.siblingBroker.id
    const role = 'commissioner'
    await admin().gets(members.giveMemberRole, { person, role })
    await admin().isRefused('conflict', members.giveMemberRole, { person, role })
    await admin().gets(members.endMemberRole, { person, role })
    await admin().isRefused('conflict', members.endMemberRole, { person, role })
    await admin().gets(members.giveMemberRole, { person, role })
    const { roles } = await admin().gets(members.readPerson, { person })
    assert.deepEqual(roles, ['brokerage-officer', 'commissioner'])
  })

  test('whose access ended are changed no more', async () => {
    const person = people.rowanManager.id
    await admin().gets(members.endMemberAccess, { person })
    await admin().isRefused('conflict', members.giveMemberRole, { person, role: 'registered-manager' })
    const { until } = await admin().gets(members.readPerson, { person })
    assert.equal(until, today)
  })

  test('nobody changes their own access, and only the administrator anybody’s', async () => {
    const person = people.administrator.id
    await admin().isRefused('conflict', members.giveMemberRole, { person, role: 'region-data-lead' })
    await admin().isRefused('conflict', members.endMemberAccess, { person })
    const director = asking(opened(), people.director)
    await director.isRefused('not-allowed', members.readPeople, {})
    await director.isRefused('not-allowed', members.addMember, newcomer)
    await admin().isRefused('not-found', members.readPerson, { person: organisation.coop.id })
  })
})

onBoth('the record of access', opened => {
  test('is each organisation’s own, newest first, and can be narrowed and checked', async () => {
    const [ours, theirs] = [people.director, people.siblingDirector].map(each => asking(opened(), each)) as [
      ReturnType<typeof asking>,
      ReturnType<typeof asking>,
    ]
    await ours.gets(record.readAccount, {})
    await theirs.gets(record.readAccount, {})
    await ours.isRefused('not-allowed', members.readPeople, {})
    const read = await ours.gets(record.readRecord, {})
    assert.deepEqual(
      read.lines.map(({ action, person, refused }) => [action, person, refused]),
      [
        ['person.list', 'Dee Foster', true],
        ['account.read', 'Dee Foster', false],
      ],
    )
    const refused = await ours.gets(record.readRecord, { refused: 'yes' })
    assert.equal(refused.total, 1)
    assert.equal((await ours.gets(record.readRecord, { person: 'dee', action: 'account.read' })).total, 1)
    assert.equal((await ours.gets(record.readRecord, { person: '%' })).total, 0)
    assert.equal((await ours.gets(record.verifyRecord, {})).state, 'whole')
    await ours.isRefused('invalid', record.readRecord, { about: 'not a number' })
    await asking(opened(), people.broker).isRefused('not-allowed', record.readRecord, {})
  })
})

function asking({ database }: TestDatabase, actor: Actor) {
  const ask = <Input, Output>(action: Action<Input, Output>, input: object) =>
    perform(action, { database, actor, today: parseDate(today)! }, input)
  return {
    async gets<Input, Output>(action: Action<Input, Output>, input: object): Promise<Output> {
      const answer = await ask(action, input)
      if (answer instanceof Refusal) assert.fail(`${action.name}: ${JSON.stringify(answer)}`)
      return answer
    },
    async isRefused<Input, Output>(kind: Refusal['kind'], action: Action<Input, Output>, input: object) {
      const answer = await ask(action, input)
      assert.ok(answer instanceof Refusal, `${action.name} was not refused`)
      assert.equal(answer.kind, kind)
    },
  }
}
