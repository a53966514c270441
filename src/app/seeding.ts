/** Fills an empty database with the invented region, its returns loaded by the same steps as anybody's. */

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Actor, type Database, type OrganisationId, type PersonId, toActor } from '#access'
import {
  type Dweller,
  type InventedAuthority,
  type InventedFile,
  type InventedRegion,
  type RequestsKept,
  type Waiting,
  type Wishes,
  completeRegion,
  dwellersOf,
  filesOf,
  furnish,
  inventRegion,
  needsOf,
  returnsOf,
  saveFurnishing,
  savePlacesTaken,
  saveRegion,
  saveRequests,
  saveWhoLives,
  waitingIn,
  withoutWaiting,
} from '#invention'
import { loadReturn } from '#returns'
import { Refusal } from '#shared/refusal'
import type { ProgressLine } from './progress-line.ts'

/** Embedded, both are one. On a server the owner of the tables is another role than the platform. */
export type Databases = { readonly owner: Database; readonly database: Database }

export type Seeding = Databases & {
  readonly wishes: Wishes
  /** Where the returns are written too, as files. */
  readonly folder: string | null
  readonly progress: ProgressLine
}

export type Seeded = RequestsKept & {
  readonly authorities: number
  readonly people: number
  readonly homes: number
  readonly places: number
  readonly placesTaken: number
  readonly children: number
  readonly lookedAfter: number
  readonly returns: number
  readonly rows: number
}

export async function seedRegion(seeding: Seeding): Promise<Seeded> {
  const { owner, database } = seeding
  const work = () => inventAndLoad(seeding)
  const seeded = await (owner === database ? withoutWaiting(owner, work) : work())
  await completeRegion(owner)
  return seeded
}

async function inventAndLoad(seeding: Seeding): Promise<Seeded> {
  const { owner, database, wishes, progress } = seeding
  progress.at('Inventing homes, families and people at work')
  const region = inventRegion(wishes)
  await saveRegion(owner, region)
  const homes = region.homes.length
  progress.done(`${count(homes)} homes, and those who run them`)

  const made = await loadAuthorities(seeding, region)

  progress.at('Taking places, and asking for homes')
  await savePlacesTaken(owner, region)
  const dwellers = made.flatMap(each => each.dwellers)
  await saveWhoLives(owner, region, dwellers)
  const waiting = made.flatMap(each => each.waiting)
  const requests = await saveRequests(database, region, needsOf(region, waiting), wishes.today)
  progress.done(`${requests.requests} children need a home; ${requests.approaches} homes have been asked`)
  const places = region.places()
  return {
    authorities: made.length,
    children: total(made.map(each => each.children)),
    lookedAfter: total(made.map(each => each.lookedAfter)),
    returns: made.length * region.years.length,
    rows: total(made.map(each => each.rows)),
    ...requests,
    people: region.people.people.length,
    homes,
    places: places.length,
    placesTaken: places.filter(place => place.taken_from !== null).length,
  }
}

type Made = {
  readonly children: number
  readonly lookedAfter: number
  readonly rows: number
  readonly waiting: readonly Waiting[]
  readonly dwellers: readonly Dweller[]
}

/** While the database writes for one authority, the rows of another are made and checked. */
const lanes = 2

/** Each is invented in its turn, because homes fill as it goes; their returns are loaded two authorities at a time. */
async function loadAuthorities(seeding: Seeding, region: InventedRegion): Promise<Made[]> {
  const of = region.organisations.authorities.size
  const made: Made[] = []
  const authorities = region.authorities()
  let begun = 0
  let over = 0
  const lane = async () => {
    for (const authority of authorities) {
      const turn = begun++
      const one = await loadAuthority(
        seeding,
        region,
        authority,
        `${authority.area.name} (${over + 1} of ${of})`,
      )
      made[turn] = one
      over += 1
      const told = `${authority.area.name} (${over} of ${of})`
      seeding.progress.done(`${told}: ${count(one.lookedAfter)} children looked after`)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return made
}

async function loadAuthority(
  seeding: Seeding,
  region: InventedRegion,
  authority: InventedAuthority,
  told: string,
): Promise<Made> {
  const rows = await loadYears(seeding, region, authority, told)
  const furnishing = furnish(region, authority)
  const saved = await saveFurnishing(seeding.database, authority, furnishing, region.wishes.today)
  return {
    children: authority.lives.length,
    lookedAfter: saved.assessments,
    rows,
    waiting: waitingIn(region, authority),
    dwellers: dwellersOf(region, authority),
  }
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)
const count = (number: number): string => number.toLocaleString('en-GB')

/** As the authority's own data lead, one year after another; answers how many rows there were. */
async function loadYears(
  { database, folder, progress }: Seeding,
  region: InventedRegion,
  authority: InventedAuthority,
  told: string,
): Promise<number> {
  const actor = dataLeadOf(region, authority)
  let rows = 0
  for (const year of region.years) {
    progress.at(`${told}: the return of ${year - 1}-${String(year).slice(2)}`)
    const returned = returnsOf(region, authority, year)
    const files = filesOf(returned)
    rows += files.reduce((sum, { kind }) => sum + returned[kind].length, 0)
    if (folder !== null) await keepFiles(join(folder, authority.area.code, String(year)), files)
    const brought = files.map(({ name, text }) => ({ name, content: Buffer.from(text) }))
    const loaded = await loadReturn(database, actor, region.wishes.today, { year, files: brought })
    if (loaded instanceof Refusal || loaded.state !== 'committed')
      throw new Error(`an invented return was refused: ${JSON.stringify(loaded)}`)
  }
  return rows
}

async function keepFiles(folder: string, files: readonly InventedFile[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const { name, text } of files) await writeFile(join(folder, name), text)
}

function dataLeadOf(
  { people: { people, roles } }: InventedRegion,
  { organisation }: InventedAuthority,
): Actor {
  const leads = new Set(roles.filter(({ role }) => role === 'data-lead').map(each => each.person_id))
  const lead = people.find(({ id, organisation_id }) => organisation_id === organisation.id && leads.has(id))!
  return toActor({
    id: lead.id as PersonId,
    name: lead.name,
    email: lead.email,
    organisation: organisation.id as OrganisationId,
    organisationName: organisation.name,
    organisationKind: organisation.kind,
    roles: ['data-lead'],
  })
}
