/** The last place: many councils want it at the same moment, and one gets it. */

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import {
  type Actor,
  type Database,
  type OrganisationId,
  type PersonId,
  inTransaction,
  perform,
  permissionsOf,
} from '#access'
import { acceptOffer } from '#placements'
import { southEast } from '#reference'
import { parseDate } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { type Kind, openTestDatabase } from './support/database.ts'
import { addHome } from './support/homes.ts'
import { addOffer } from './support/offers.ts'
import { organisation, people, today } from './support/people.ts'

/** Nineteen councils of the region, each with a brokerage officer. */
async function addAuthorities(owner: Database): Promise<Actor[]> {
  const known = new Map([people.broker, people.siblingBroker].map(each => [each.organisationName, each]))
  const from_on = parseDate('2025-04-01')!
  const brokers: Actor[] = []
  for (const { name, code } of southEast) {
    const already = known.get(name)
    if (already) {
      brokers.push(already)
      continue
    }
    const isKent = name === 'Kent'
    const id = (isKent ? organisation.kent.id : randomUUID()) as OrganisationId
    if (!isKent)
      await owner.insertInto('access.organisation').values({ id, kind: 'authority', name, code }).execute()
    await owner
      .insertInto('access.membership')
      .values({ region_id: organisation.coop.id, authority_id: id, from_on })
      .execute()
    const person = {
      id: randomUUID() as PersonId,
      name: `Broker of ${name}`,
      email: `${code}@council.example`,
    }
    await owner
      .insertInto('access.person')
      .values({ ...person, organisation_id: id })
      .execute()
    const held = { person_id: person.id, role: 'brokerage-officer', from_on }
    await owner.insertInto('access.role_held').values(held).execute()
    const facts = {
      kind: 'authority',
      organisation: id,
      organisationName: name,
      roles: ['brokerage-officer'],
    } as const
    brokers.push({ ...person, ...facts, permissions: permissionsOf('authority', facts.roles) })
  }
  return brokers
}

async function race(kind: Kind, attempts: number): Promise<void> {
  const opened = await openTestDatabase(kind)
  try {
    const { database, owner } = opened
    const brokers = await addAuthorities(owner)
    assert.equal(brokers.length, 19)
    const { home, places } = await addHome(owner, { organisation: organisation.larch.id })
    const place = places[0]!
    const offers = await Promise.all(
      Array.from({ length: attempts }, async (_, number) => {
        const by = brokers[number % brokers.length]!
        return { by, approach: (await addOffer(database, { by, home, place })).approach.id }
      }),
    )

    const began = performance.now()
    const answers = await Promise.all(
      offers.map(({ by, approach }) => perform(acceptOffer, { database, actor: by, today }, { approach })),
    )
    const seconds = (performance.now() - began) / 1000
    console.log(`# ${attempts} attempts on the last place (${kind}): ${seconds.toFixed(2)} s`)

    const refused = answers.filter(answer => answer instanceof Refusal)
    const kindly = refused.filter(
      ({ problems }) => problems[0]?.message === 'This place has been taken for another child',
    )
    assert.deepEqual([answers.length - refused.length, kindly.length], [1, attempts - 1])
    assert.equal(await placementsIn(database, brokers), 1)
    assert.ok(seconds < 30, `took ${seconds} s`)
  } finally {
    await opened.close()
  }
}

async function placementsIn(database: Database, brokers: readonly Actor[]): Promise<number> {
  let all = 0
  for (const broker of brokers) {
    const own = await inTransaction(database, broker, today, 'reader', tx =>
      tx.selectFrom('placements.placement').select('id').execute(),
    )
    all += own.length
  }
  return all
}

suite('the last place', () => {
  test('of 1,000 attempts by 19 authorities at once, one succeeds and the others are told so kindly', () =>
    race('server', 1000))

  test('the same on the embedded database', () => race('embedded', 40))
})
