/** A day on which something waits for everybody: planted in a small invented region. */

import type { AuthorityId } from '#access'
import { type Child, anAssessment } from '#children'
import { addPlacement, aPlacement } from '#placements'
import { type Approach, type Referral, aReferral, addApproach, anApproach, saveReferral } from '#referrals'
import { type PlainDate, parseDate } from '#shared/dates'
import { newId } from '#shared/ids'
import { addChild, asWriter } from './children.ts'
import type { TestDatabase } from './database.ts'
import { addHome } from './homes.ts'
import { addOffer } from './offers.ts'
import { organisation, people, today } from './people.ts'

export const day = (text: string): PlainDate => parseDate(text)!
const bracknell = organisation.bracknell.id as string as AuthorityId

export async function plantBusyDay(opened: TestDatabase) {
  const { owner, database } = opened
  const stale = { confirmedOn: day('2026-08-01') }
  const { home, places } = await addHome(owner, {
    organisation: organisation.larch.id,
    name: 'Larch Tree House',
    places: [{}, {}, stale, stale],
  })
  await addHome(owner, {
    organisation: organisation.bracknell.id,
    name: 'The Beeches',
    sector: 'local-authority',
    places: [{}],
  })
  await requests(opened)
  const asked = await ask(opened, 'sent')
  const interested = await ask(opened, 'interested', { interestedOn: today })
  await ask(opened, 'declined', { declinedOn: day('2026-08-20'), reason: 'needs', declineNote: null })
  const offered = await addOffer(database, { home, place: places[0]!, child: named('Ivo', 'Dane') })
  const moving = await addChild(database, { child: named('Tansy', 'Reed'), assessments: [anAssessment()] })
  await asWriter(database, people.broker, tx =>
    addPlacement(
      tx,
      aPlacement({
        authority: bracknell,
        child: moving.id,
        referral: null,
        approach: null,
        home: home.id,
        organisation: home.organisation,
        place: places[1]!.id,
        startsOn: day('2026-09-02'),
      }),
    ),
  )
  await addLoads(opened)
  await addAgreements(opened)
  await addNeighbours(opened)
  return { home, asked, interested, offered, moving }

  async function ask({ database: into }: TestDatabase, state: string, facts: object = {}) {
    const referral = await addRequest(opened, { state: 'open' }, named('Juno', state))
    const approach = {
      ...anApproach(),
      authority: bracknell,
      referral: referral.id,
      home: home.id,
      organisation: home.organisation,
      reference: `KESTREL-${state}`,
      sentBy: people.broker.id,
      sentOn: day('2026-08-19'),
      ...facts,
      state,
    } as Approach
    await asWriter(into, people.broker, tx => addApproach(tx, approach))
    return approach
  }
}

const named = (givenName: string, familyName: string): Partial<Child> => ({ givenName, familyName })

/** An emergency, one that nobody has searched for, and one still being written. */
async function requests(opened: TestDatabase): Promise<void> {
  await addRequest(opened, { state: 'open', urgency: 'emergency' }, named('Wilf', 'Urgent'))
  await addRequest(opened, { state: 'open' }, named('Nell', 'Unasked'))
  await addRequest(opened, { state: 'draft' }, named('Fern', 'Begun'))
}

async function addRequest(
  { database }: TestDatabase,
  facts: object,
  child: Partial<Child>,
): Promise<Referral> {
  const { id } = await addChild(database, { child })
  const draft = aReferral({ authority: bracknell, child: id, requestedBy: people.socialWorker.id })
  const readyOn = 'state' in facts && facts.state === 'open' ? { readyOn: today } : {}
  const referral = { ...draft, ...readyOn, ...facts } as Referral
  await asWriter(database, people.socialWorker, tx => saveReferral(tx, referral))
  return referral
}

/** One loaded, and a later one with two problems that waits. */
async function addLoads({ database }: TestDatabase): Promise<void> {
  const load = (year: number, facts: object) => ({
    authority_id: bracknell,
    id: newId(),
    year,
    fingerprint: String(year),
    started_by: people.dataLead.id,
    started_at: new Date('2026-08-28T09:00:00Z'),
    ...facts,
  })
  const committed = { committed_at: new Date('2025-07-04T23:30:00Z'), committed_by: people.dataLead.id }
  const waiting = load(2026, { state: 'ready' })
  await asWriter(database, people.dataLead, async tx => {
    await tx
      .insertInto('returns.load')
      .values([load(2025, { state: 'committed', ...committed }), { ...waiting, state: 'ready' }] as never)
      .execute()
    const problem = { authority_id: bracknell, load_id: waiting.id, code: '101', message: 'Enter a date' }
    await tx
      .insertInto('returns.problem')
      .values([
        { ...problem, stops: true },
        { ...problem, stops: false },
      ])
      .execute()
  })
}

/** One that Bracknell has still to sign, and one that ends soon. */
async function addAgreements({ owner }: TestDatabase): Promise<void> {
  const facts = {
    purpose: 'To plan homes for children who need health care too',
    lawful_basis: 'UK GDPR Article 6(1)(e), public task',
    fields: ['basic'],
    from_on: day('2026-08-01'),
    dpia_reference: null,
  }
  const [joint, ending] = [newId(), newId()]
  await owner
    .insertInto('access.agreement')
    .values([
      { ...facts, id: joint, name: 'Homes and health together', until_on: day('2027-08-01') },
      { ...facts, id: ending, name: 'Winter pressures', until_on: day('2026-11-01') },
    ])
    .execute()
  const party = (agreement_id: string, { id }: { id: string }, signed_on: PlainDate | null) => ({
    agreement_id,
    organisation_id: id,
    signed_on,
  })
  await owner
    .insertInto('access.agreement_party')
    .values([
      party(joint, organisation.coop, day('2026-08-02')),
      party(joint, organisation.bracknell, null),
      party(ending, organisation.coop, day('2026-08-02')),
      party(ending, organisation.reading, day('2026-08-02')),
    ])
    .execute()
}

/** Reading's children, of many ages in many kinds of place, some there for years. */
async function addNeighbours({ database }: TestDatabase): Promise<void> {
  const placed = [
    ['2010-02-03', '2020-05-01', 'K2', 'PR4', 34.5],
    ['2012-08-21', '2021-09-01', 'U6', 'PR1', 3.1],
    ['2025-12-30', '2026-01-05', 'A3', 'PR1', 8],
    ['2023-04-04', '2024-02-01', 'U3', 'PR1', 20],
    ['2009-10-10', '2022-11-01', 'K3', 'PR4', 12],
    ['2011-06-15', '2026-07-01', 'Z12', null, 51],
    ['2018-01-09', '2023-03-01', 'U6', 'PR4', 20.1],
  ] as const
  for (const [born, from, placeCode, providerCode, distanceMiles] of placed) {
    await addChild(database, {
      of: people.siblingSocialWorker,
      child: { born: day(born) },
      episodes: [{ startedOn: day(from), placeCode, providerCode, distanceMiles }],
      assessments: [anAssessment()],
    })
  }
}
