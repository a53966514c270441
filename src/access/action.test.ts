/** What holds of every action: nothing is touched unrecorded, and a "no" leaves everything as it was. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import {
  type Action,
  type Actor,
  type Database,
  type OrganisationId,
  type Tx,
  inTransaction,
  perform,
  readChain,
  verifyChain,
} from '#access'
import { Refusal, conflict } from '#shared/refusal'
import { parseDate } from '#shared/dates'
import { newId } from '#shared/ids'
import { type TestDatabase, onBoth } from '../../tests/support/database.ts'
import { organisation, people, today } from '../../tests/support/people.ts'

type Child = { child: string; ending: 'keep' | 'refuse' | 'break' | 'clash' }

const addChild = (role: 'reader' | 'writer'): Action<Child, string> => ({
  name: 'test.child.add',
  says: 'Adds a child',
  role,
  permission: 'child:write',
  schema: z.object({
    child: z.uuid('Say which child'),
    ending: z.enum(['keep', 'refuse', 'break', 'clash']),
  }),
  about: ({ child }) => child,
  async run({ tx, actor }, { child, ending }) {
    await insertChild(tx, actor.organisation, child)
    if (ending === 'refuse') return conflict('Not today')
    if (ending === 'clash') await insertChild(tx, actor.organisation, child)
    if (ending === 'break') throw new Error('a fault')
    return child
  },
})

onBoth('an action', opened => {
  const added = (ending: Child['ending'], { role = 'writer', actor = people.socialWorker }: Given = {}) =>
    ask(opened(), ending, { role, actor })

  test('done: the child is there, and one line says who touched whose record', async () => {
    const { child, answer, kept, lines } = await added('keep')
    assert.equal(answer, child)
    assert.equal(kept, true)
    assert.deepEqual(
      lines.map(({ action, refused, person_id }) => ({ action, refused, person_id })),
      [{ action: 'test.child.add', refused: false, person_id: people.socialWorker.id }],
    )
  })

  test('refused: what it had written is gone, and the refusal is recorded', async () => {
    const { answer, kept, lines } = await added('refuse')
    assert.ok(answer instanceof Refusal)
    assert.equal(answer.kind, 'conflict')
    assert.equal(kept, false)
    assert.deepEqual(
      lines.map(({ refused }) => refused),
      [true],
    )
  })

  test('that is not allowed: nothing is done, and the attempt is recorded', async () => {
    const { answer, kept, lines } = await added('keep', { actor: people.dataLead })
    assert.ok(answer instanceof Refusal)
    assert.equal(answer.kind, 'not-allowed')
    assert.equal(kept, false)
    assert.deepEqual(
      lines.map(({ refused, person_id }) => [refused, person_id]),
      [[true, people.dataLead.id]],
    )
  })

  test('that is not allowed and cannot be read is recorded too, and tells nothing of what was wrong', async () => {
    const { database, owner } = opened()
    const before = await lineCount(owner, organisation.bracknell.id)
    const caller = { database, actor: people.dataLead, today }
    const answer = await perform(addChild('writer'), caller, { child: 'nonsense' })
    assert.ok(answer instanceof Refusal)
    assert.equal(answer.kind, 'not-allowed')
    assert.equal(await lineCount(owner, organisation.bracknell.id), before + 1)
  })

  test('with a fault in it: nothing is written, not even a line', async () => {
    const before = await lineCount(opened().owner, organisation.bracknell.id)
    await assert.rejects(added('break'), /a fault/)
    await assert.rejects(added('clash'), /duplicate key|child_pkey/)
    assert.equal(await lineCount(opened().owner, organisation.bracknell.id), before)
  })

  test('that only reads cannot write, even by mistake', async () => {
    await assert.rejects(added('keep', { role: 'reader' }), /permission denied/)
  })

  test('cannot write for another authority', async () => {
    const { database } = opened()
    const child = newId()
    const action: Action<object, string> = {
      ...addChild('writer'),
      schema: z.object({}),
      about: () => null,
      run: async ({ tx }) => {
        await insertChild(tx, organisation.reading.id, child)
        return child
      },
    }
    const caller = { database, actor: people.socialWorker, today }
    await assert.rejects(perform(action, caller, {}), /row-level security/)
  })

  test('leaves a chain that can be verified, for each organisation whose record it noted', async () => {
    const { database, owner } = opened()
    const action: Action<object, string> = {
      ...addChild('reader'),
      permission: 'account',
      schema: z.object({}),
      about: () => null,
      run: async ({ note }) => {
        note({ chain: organisation.reading.id, about: newId() })
        return 'seen'
      },
    }
    await perform(action, { database, actor: people.regionLead, today }, {})
    for (const { id } of Object.values(organisation)) {
      const { lines, head } = await owner.transaction().execute(tx => readChain(tx, id))
      assert.equal(verifyChain(id, lines, head).state, 'whole')
    }
    assert.equal(await lineCount(owner, organisation.reading.id), 1)
  })

  test('whose line cannot be written is not done at all', async () => {
    const { database } = opened()
    const child = newId()
    const lost = { ...people.socialWorker, id: 'not an id' as Actor['id'] }
    await assert.rejects(
      perform(addChild('writer'), { database, actor: lost, today }, { child, ending: 'keep' }),
    )
    assert.equal(await isKept(database, child), false)
  })

  test('changed behind its back, the chain shows where', async () => {
    const { owner } = opened()
    await sql`update access.audit set refused = not refused
      where chain_id = ${organisation.bracknell.id} and line = 2`.execute(owner)
    const read = await owner.transaction().execute(tx => readChain(tx, organisation.bracknell.id))
    const verdict = verifyChain(organisation.bracknell.id, read.lines, read.head)
    assert.deepEqual(verdict.state === 'broken' && verdict.at, 2)
  })
})

type Given = { role?: 'reader' | 'writer'; actor?: Actor }

async function ask(
  { database, owner }: TestDatabase,
  ending: Child['ending'],
  { role, actor }: Required<Given>,
) {
  const child = newId()
  const answer = await perform(addChild(role), { database, actor, today }, { child, ending })
  const lines = owner.selectFrom('access.audit').selectAll()
  return {
    child,
    answer,
    kept: await isKept(database, child),
    lines: await lines.where('about', '=', child).execute(),
  }
}

const insertChild = (tx: Tx, authority_id: OrganisationId, id: string) =>
  tx
    .insertInto('children.child')
    .values({ authority_id, id, local_id: id, sex: 'F', born: parseDate('2015-05-05')!, ethnicity: 'WBRI' })
    .execute()

const isKept = (database: Database, id: string): Promise<boolean> =>
  inTransaction(database, people.socialWorker, today, 'reader', async tx => {
    const found = await tx.selectFrom('children.child').select('id').where('id', '=', id).execute()
    return found.length > 0
  })

async function lineCount(owner: Database, chain: string): Promise<number> {
  const lines = await owner.selectFrom('access.audit').select('line').where('chain_id', '=', chain).execute()
  return lines.length
}
