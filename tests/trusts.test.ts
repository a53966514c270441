/** A children's trust runs a council's services: its people work in the council's name, and see what it may see. */

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Actor, type PersonId, inTransaction, listPeople, atTheGate } from '#access'
import { addChild } from './support/children.ts'
import { onBoth } from './support/database.ts'
import { organisation, people, today } from './support/people.ts'
import { type Website, auditAbout, openWebsite } from './support/website.ts'

const trust = 'a0000000-0000-4000-8000-000000000099'
const worker = 'd0000000-0000-4000-8000-000000000099' as PersonId

onBoth('people of a children’s trust', opened => {
  let website: Website
  before(async () => {
    const { owner } = opened()
    const acts = { kind: 'trust', name: 'Bracknell Children First', acts_for: organisation.bracknell.id }
    const whose = { organisation_id: trust, name: 'Tess Abara', email: 'tess@trust.example' }
    await owner
      .insertInto('access.organisation')
      .values({ id: trust, ...acts })
      .execute()
    await owner
      .insertInto('access.person')
      .values({ id: worker, ...whose })
      .execute()
    const role = { person_id: worker, role: 'social-worker', from_on: today }
    await owner.insertInto('access.role_held').values(role).execute()
    website = await openWebsite({ opened: opened() })
  })
  after(() => website.close())
  /** Only the id counts: the website asks the database who that is. */
  const tess = { ...people.regionLead, id: worker } as Actor

  test('see the children of the council that they act for, in its name, and no other’s', async () => {
    const own = await addChild(opened().database)
    const other = await addChild(opened().database, { of: people.siblingSocialWorker })
    assert.equal((await website.as(tess).see(`/children/${own.id}`)).statusCode, 200)
    assert.equal((await website.as(tess).see(`/children/${other.id}`)).statusCode, 404)
    const lines = await auditAbout(website, own.id)
    const read = lines.find(({ person_id }) => person_id === worker)
    assert.deepEqual([read?.action, read?.chain_id], ['child.show', organisation.bracknell.id])
  })

  test('are named with their trust and the council it acts for', async () => {
    const all = await atTheGate(opened().database, tx => listPeople(tx, today))
    const known = all.find(({ id }) => id === worker)
    assert.equal(known?.organisationName, 'Bracknell Children First for Bracknell Forest')
    assert.match((await website.as(tess).see('/')).body, /Bracknell Children First for Bracknell Forest/)
  })

  test('know the council’s own people, and are known to them; those of another council are not', async () => {
    const known = (asker: Actor) =>
      inTransaction(opened().database, asker, today, 'reader', async tx =>
        (await tx.selectFrom('access.person').select('name').execute()).map(({ name }) => name),
      )
    const names = await known(people.socialWorker)
    assert.ok(names.includes('Tess Abara') && names.includes(people.broker.name))
    assert.ok(!(await known(people.siblingSocialWorker)).includes('Tess Abara'))
  })
})
