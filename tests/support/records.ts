/** An authority's invented records, each with words in it that nobody else may be told. */

import { deflateSync } from 'node:zlib'
import { type Actor, type AuthorityId, type OrganisationId, inTransaction } from '#access'
import { anAssessment } from '#children'
import { aPlacement, addPlacement } from '#placements'
import { type Approach, type Open, aReferral, addApproach, anApproach, saveReferral } from '#referrals'
import { writeCsvFile } from '#filing'
import type { LoadId } from '#returns'
import { newId } from '#shared/ids'
import { rowKeys, saveChildren, saveRows } from '#workbench'
import { addChild, asWriter } from './children.ts'
import type { TestDatabase } from './database.ts'
import { addHome } from './homes.ts'
import { agreement as usual, organisation, people, today } from './people.ts'

/** Words that stand in one authority's records, and that nobody else may ever be told. */
export const secretsOf = (authority: OrganisationId): readonly string[] =>
  ['Given', 'Family', 'Voice', 'Strength', 'Answer', 'Returned', 'TakenBack', 'Unsaid'].map(
    word => `${word}${mark(authority)}`,
  )
/** Words sent to one home, which no other provider may be told. */
export const packetOf = (authority: OrganisationId): string => `Packet${mark(authority)}`
const mark = (authority: OrganisationId) => `Secret${Number(authority.slice(-4))}`

const larch = organisation.larch.id

export async function addAuthoritysRecords(opened: TestDatabase, actor: Actor) {
  const { database, owner } = opened
  const authority = actor.organisation as string as AuthorityId
  const [givenName, familyName, voice, strength, answer] = secretsOf(actor.organisation) as string[]
  const child = await addChild(database, {
    of: actor,
    child: { givenName: givenName!, familyName: familyName! },
    assessments: [anAssessment({ voice: voice!, strengths: [strength!] })],
  })
  const draft = aReferral({ authority, child: child.id, requestedBy: actor.id, requestedOn: today })
  const answers = { ...draft.answers, strengths: answer! }
  const referral: Open = { ...draft, answers, state: 'open', neededBy: today, readyOn: today }
  await asWriter(database, actor, tx => saveReferral(tx, referral))
  const { home, places } = await addHome(owner, { organisation: larch })
  const placement = aPlacement({ authority, child: child.id, referral: null, approach: null })
  const where = { home: home.id, organisation: larch, place: places[0]!.id, startsOn: today }
  await asWriter(database, actor, tx => addPlacement(tx, { ...placement, ...where }))
  return {
    child: child.id,
    referral: referral.id,
    placement: placement.id,
    ...(await addReturn(opened, actor)),
    ...(await addCheckedReturn(opened, actor)),
    ...(await addAsked(opened, actor, referral)),
  }
}

/** Three homes asked: one may still answer, from one it was taken back, and from one it was given to another. */
async function addAsked({ database, owner }: TestDatabase, actor: Actor, { id: referral, authority }: Open) {
  const ask = async (packet: string, said: object = {}) => {
    const { home } = await addHome(owner, { organisation: larch })
    const reference = newId()
    const line = { name: 'voice', label: 'In their own words', value: packet }
    const anonymised = { reference, parts: [{ title: 'About the child', lines: [line] }] }
    const sent = anApproach({ authority, referral, home: home.id, organisation: larch, sentBy: actor.id })
    const approach = { ...sent, reference, anonymised, sentOn: today, ...said } as Approach
    const message = {
      authority_id: authority,
      id: newId(),
      approach_id: approach.id,
      organisation_id: larch,
      from_home: false,
      text: packet,
      person_id: actor.id,
    }
    await asWriter(database, actor, async tx => {
      await addApproach(tx, approach)
      await tx.insertInto('referrals.message').values(message).execute()
    })
    return approach.id
  }
  const [takenBack, unsaid] = secretsOf(actor.organisation).slice(-2) as [string, string]
  return {
    sent: await ask(packetOf(actor.organisation)),
    withdrawn: await ask(takenBack, { state: 'withdrawn', closedOn: today }),
    notSelected: await ask(unsaid, { state: 'not-selected', closedOn: today }),
  }
}

/** A return that was refused, so that nobody works on it. */
async function addReturn({ database }: TestDatabase, actor: Actor) {
  const [load, file] = [newId(), newId()] as [string, string]
  const told = secretsOf(actor.organisation).find(each => each.startsWith('Returned'))!
  const whose = { authority_id: actor.organisation }
  const refused = { state: 'refused', refused: `No file of ${told}`, fingerprint: load }
  const brought = { id: file, load_id: load, name: `${told}.csv`, content: deflateSync(`CHILD\n${told}`) }
  const problem = { load_id: load, file_id: file, row_number: 2, child: told, code: 'missing-columns' }
  await asWriter(database, actor, async tx => {
    await tx
      .insertInto('returns.load')
      .values({ ...whose, id: load, year: 2026, started_by: actor.id, ...refused })
      .execute()
    await tx
      .insertInto('returns.file')
      .values({ ...whose, ...brought })
      .execute()
    await tx
      .insertInto('returns.problem')
      .values({ ...whose, ...problem, message: `${told} is not known`, stops: true })
      .execute()
  })
  return { load, file }
}

/** A return that was brought and checked, with one row that a rule asks about, put right and answered. */
async function addCheckedReturn({ database }: TestDatabase, actor: Actor) {
  const [load, checking, correction, waiver, signing, file] = Array.from({ length: 6 }, () =>
    String(newId()),
  ) as [string, string, string, string, string, string]
  const told = secretsOf(actor.organisation).find(each => each.startsWith('Returned'))!
  const whose = { authority_id: actor.organisation }
  const authority = actor.organisation as string as AuthorityId
  const files = { Header: [{ CHILD: told, SEX: 'U', DOB: '01/05/2012', ETHNIC: 'WBRI' }] }
  const key = rowKeys('Header', files.Header)[0]!
  const readiness = { errors: 0, queries: 1, waived: 0, children: 1, childrenFlagged: 1, filesMissing: [] }
  const counts = { ...readiness, childrenWithoutReviews: 0, skipped: 0, failed: 0 }
  return asWriter(database, actor, async tx => {
    await tx
      .insertInto('returns.load')
      .values({
        ...whose,
        id: load,
        year: 2026,
        state: 'ready',
        effect: '{}',
        fingerprint: load,
        started_by: actor.id,
      })
      .execute()
    await saveChildren(tx, authority, files)
    await saveRows(tx, { authority, load: load as LoadId }, files)
    const child = await tx
      .selectFrom('workbench.child')
      .select('id')
      .where('local_id', '=', told)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('workbench.checking')
      .values({
        ...whose,
        id: checking,
        year: 2026,
        load_id: load,
        asked_by: actor.id,
        state: 'checked',
        checked_at: new Date(),
        readiness: JSON.stringify(counts),
      })
      .execute()
    const flag = { rule: '232', severity: 'query', file: 'Header', at: 0, child_id: child.id, row_key: key }
    await tx
      .insertInto('workbench.flag')
      .values({ ...whose, checking_id: checking, ...flag })
      .execute()
    const made = {
      ...whose,
      year: 2026,
      child_id: child.id,
      row_key: key,
      reason: 'As it is',
      made_by: actor.id,
    }
    await tx
      .insertInto('workbench.correction')
      .values({ ...made, id: correction, field: 'ETHNIC', was: 'WBRI', value: 'NOBT' })
      .execute()
    await tx
      .insertInto('workbench.waiver')
      .values({ ...made, id: waiver, rule: '454', row_key: `${key}|${waiver}`, expires_on: today })
      .execute()
    const content = deflateSync(writeCsvFile('Header', files.Header))
    await tx
      .insertInto('returns.file')
      .values({ ...whose, id: file, load_id: load, name: 'header.csv', kind: 'Header', content })
      .execute()
    const { rows } = await tx
      .selectFrom('workbench.sign_off')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    const prepared = { load_id: load, fingerprint: load, explanations: '{}', prepared_by: actor.id }
    await tx
      .insertInto('workbench.sign_off')
      .values({
        ...whose,
        ...prepared,
        id: signing,
        year: 2026,
        version: Number(rows) + 1,
        state: 'signed',
        signed_by: newId(),
        signed_at: new Date(),
      })
      .execute()
    await tx
      .insertInto('workbench.signed_file')
      .values({
        ...whose,
        sign_off_id: signing,
        name: 'return.xml',
        sha256: told,
        content: deflateSync(told),
      })
      .execute()
    return { returned: child.id, correction, waiver, signing }
  })
}

/** An agreement that nobody has signed, and a person who is none of those who knock. */
export async function addParties({ database }: TestDatabase) {
  const [agreement, person] = [newId(), newId()] as [string, string]
  const parties = [organisation.coop, organisation.bracknell].map(({ id: organisation_id }) => ({
    agreement_id: agreement,
    organisation_id,
  }))
  const called = { name: 'Example Person', email: `${person}@reading.example` }
  await inTransaction(database, people.administrator, today, 'writer', async tx => {
    await tx
      .insertInto('access.agreement')
      .values({ ...usual, id: agreement })
      .execute()
    await tx.insertInto('access.agreement_party').values(parties).execute()
    await tx
      .insertInto('access.person')
      .values({ id: person, organisation_id: organisation.reading.id, ...called })
      .execute()
  })
  return { agreement, person }
}

/** Ofsted's list with one home on it, read and not yet loaded. */
export async function addList({ database }: TestDatabase): Promise<string> {
  const id = newId() as string
  const urn = `SC${String((number += 1))}`
  const content = [
    'URN,Provision type,Registration status,Sector,Places,Local authority',
    `${urn},Children's home,Active,Private,3,Reading`,
  ].join('\n')
  const read = { id, name: 'list.csv', content, read_on: today, read_by: people.administrator.id }
  await inTransaction(database, people.administrator, today, 'writer', tx =>
    tx.insertInto('provision.register_load').values(read).execute(),
  )
  return id
}
let number = 700_000
