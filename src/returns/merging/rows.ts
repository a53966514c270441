/** What the children's record holds, as a return is put beside it; and what a return changes, as rows to write. */

import type { AuthorityId } from '#access'
import { type Child, type ChildId, type Episode, type EpisodeId, type Held, keepings } from '#children'
import type { ToldRow, ToldRows } from '#children'
import type { Id } from '#shared/ids'
import type { ReturnChild, Sex } from '../checking/accepted.ts'
import type { Checked } from '../checking/checking.ts'
import type { Stored, Write } from './effect.ts'
import type { EpisodeFacts } from './merging.ts'

/** `yearOf` tells the year of the return of each load; what no load wrote, a person did. */
export function storedFrom(held: Held, yearOf: ReadonlyMap<string, number>): Stored {
  const numbers = new Map(held.children.map(({ id, localId }) => [id, localId]))
  const yearBy = (load: string | null) => (load === null ? null : (yearOf.get(load) ?? null))
  return {
    children: held.children.map(({ load, ...child }) => ({
      id: child.id,
      year: yearBy(load),
      child: child.localId,
      sex: child.sex as Sex,
      born: child.born,
      ethnicity: child.ethnicity,
      upn: child.upn,
      mother: child.mother,
      childBorn: child.childBorn,
      asylum: { seeks: child.seeksAsylum, until: child.asylumUntil },
    })),
    episodes: held.episodes.map(({ load, child, ...facts }) => ({
      ...facts,
      year: yearBy(load),
      child: numbers.get(child)!,
    })),
  }
}

export type Rows = {
  /** To be deleted first: those that go, and those that begin on another day and are written anew. */
  readonly gone: readonly EpisodeId[]
  readonly children: readonly Child[]
  readonly episodes: readonly Episode[]
  /** Rows that are there already, those that go among them. */
  readonly changed: { readonly child: readonly ChildId[]; readonly episode: readonly EpisodeId[] }
  readonly made: { readonly child: readonly ChildId[]; readonly episode: readonly EpisodeId[] }
}

type Making = { readonly authority: AuthorityId; readonly mint: <Kind extends string>() => Id<Kind> }

/** Only what is in the return is written; a fee and a home go along where an episode is written anew. */
export function rowsFrom(writes: readonly Write[], held: Held, { authority, mint }: Making): Rows {
  const ids = new Map(held.children.map(({ id, localId }) => [localId, id]))
  const kept = new Map<string, Episode>(held.episodes.map(each => [each.id, each]))
  const children: Child[] = []
  const episodes: Episode[] = []
  const gone: EpisodeId[] = []
  const changed = { child: [] as ChildId[], episode: [] as EpisodeId[] }
  const made = { child: [] as ChildId[], episode: [] as EpisodeId[] }
  for (const write of writes) {
    if (write.subject === 'child') {
      const id = ids.get(write.after.child) ?? mint<'Child'>()
      ids.set(write.after.child, id)
      ;(write.before ? changed : made).child.push(id)
      children.push(asChild(write.after, id, authority))
      continue
    }
    const { before, after } = write
    const id = (before?.id as EpisodeId | undefined) ?? mint<'Episode'>()
    ;(before ? changed : made).episode.push(id)
    if (before && before.startedOn !== after?.startedOn) gone.push(id)
    if (after) episodes.push(asEpisode(after, id, ids.get(after.child)!, kept.get(id)))
  }
  return { gone, children, episodes, changed, made }
}

const asChild = (told: ReturnChild, id: ChildId, authority: AuthorityId): Child => ({
  id,
  authority,
  localId: told.child,
  givenName: null,
  familyName: null,
  sex: told.sex,
  born: told.born,
  ethnicity: told.ethnicity,
  upn: told.upn,
  asylumUntil: told.asylum?.until ?? null,
  seeksAsylum: told.asylum?.seeks ?? false,
  mother: told.mother,
  childBorn: told.childBorn,
})

function asEpisode(told: EpisodeFacts, id: EpisodeId, child: ChildId, kept: Episode | undefined): Episode {
  const moved = kept && kept.startedOn !== told.startedOn
  return {
    id,
    child,
    startedOn: told.startedOn,
    reasonNew: told.reasonNew,
    legalStatus: told.legalStatus,
    needCode: told.needCode,
    placeCode: told.placeCode,
    providerCode: told.providerCode,
    endedOn: told.endedOn,
    endReason: told.endReason,
    changeReason: told.changeReason,
    homePostcode: told.homePostcode,
    placementPostcode: told.placementPostcode,
    urn: told.urn,
    distanceMiles: told.distanceMiles,
    placementArea: told.placementArea,
    inArea: told.inArea,
    weeklyFee: moved ? kept.weeklyFee : null,
    home: moved ? kept.home : null,
  }
}

export type Saying = { readonly children: readonly ChildId[]; readonly told: ToldRows }

/** What the other files of a return tell, as rows of the record; a child not in the Header and not held is left out. */
export function toldRows({ told }: Checked, people: readonly Child[], year: number): Saying {
  const ids = new Map(people.map(({ localId, id }) => [localId, id]))
  const children = new Set<ChildId>()
  for (const { child } of told.get('Header') ?? []) if (ids.has(child)) children.add(ids.get(child)!)
  const rows: Record<string, ToldRow[]> = {}
  for (const { kind } of keepings) {
    const own = told.get(kind)
    if (!own) continue
    rows[kind] = own.flatMap(({ child, values }) => {
      const id = ids.get(child)
      if (id === undefined) return []
      children.add(id)
      return [{ child: id, year, values }]
    })
  }
  return { children: [...children], told: rows as ToldRows }
}
