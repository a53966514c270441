/** A child's episodes in a return put together with those already held, so that no two overlap. */

import type { PlainDate } from '#shared/dates'
import type { ReturnEpisode } from '../checking/accepted.ts'
import { lastDay } from '../collection-year.ts'

/** An episode with what follows from its postcodes: how far from home, and in whose area. */
export type EpisodeFacts = ReturnEpisode & {
  readonly distanceMiles: number | null
  readonly placementArea: string | null // ONS code; null outside England or unknown
  readonly inArea: boolean | null
}

/** An episode as it is held. `year` is that of the return that last wrote it; null where a person did. */
export type StoredEpisode = EpisodeFacts & { readonly id: string; readonly year: number | null }

/** What becomes of an episode: null before, it is new; null after, a newer return tells those days otherwise. */
export type Planned = { readonly before: StoredEpisode | null; readonly after: EpisodeFacts | null }
export type Merged = {
  readonly planned: readonly Planned[] // only what changes
  readonly contested: readonly ReturnEpisode[] // cut short or left out, because a newer return says otherwise
  readonly unchanged: number // of the return's episodes
}

export type Change = { readonly field: string; readonly before: unknown; readonly after: unknown }

/** The fields of the return that differ. What is held besides, an id or the year of a return, is not compared. */
export function differences(before: object, after: object): Change[] {
  const held = before as Readonly<Record<string, unknown>>
  const changes: Change[] = []
  for (const [field, value] of Object.entries<unknown>(after as Readonly<Record<string, unknown>>)) {
    const was = held[field] ?? null
    if (was === value || field === 'id' || field === 'year') continue
    if (JSON.stringify(was) !== JSON.stringify(value)) changes.push({ field, before: was, after: value })
  }
  return changes
}

/**
 * The newer return wins. A return for a year says what was so up to its last day: an episode open in it was open on
 * 31 March, so an ending held for a later day stays, as does an episode that began later. Within its days it stands
 * before older returns and what people entered: an episode held that overlaps one of its own ends when that begins,
 * or goes if it began within it. Against a newer return it is itself cut short, or left out, and said.
 */
export function mergeEpisodes(
  told: readonly EpisodeFacts[],
  held: readonly StoredEpisode[],
  year: number,
): Merged {
  const last = lastDay(year)
  const isFirm = (each: StoredEpisode) => (each.year ?? year) > year || each.startedOn > last
  const firm = held.filter(isFirm)
  const same = sameEpisodes(told, held, isFirm)
  const planned: Planned[] = []
  const contested: ReturnEpisode[] = []
  const standing: EpisodeFacts[] = []
  let unchanged = 0
  for (const episode of told) {
    const before = same.get(episode) ?? null
    if (before && isFirm(before)) {
      unchanged += 1
      continue
    }
    const whole = before ? keepLaterEnd(episode, before, last) : episode
    const after = yieldTo(firm, whole)
    if (after !== whole) contested.push(episode)
    if (after === null) {
      same.delete(episode)
      continue
    }
    standing.push(after)
    if (before && differences(before, after).length === 0) unchanged += 1
    else planned.push({ before, after })
  }

  const settled = new Set([...same.values(), ...firm])
  for (const before of held) {
    if (settled.has(before)) continue
    const after = yieldTo(standing, before)
    if (after !== before) planned.push({ before, after })
  }
  return { planned, contested, unchanged }
}

type Span = { readonly startedOn: PlainDate; readonly endedOn: PlainDate | null }

/** Half-open, as the database counts: an episode of no days overlaps nothing. */
export const overlap = (a: Span, b: Span): boolean =>
  a.startedOn !== a.endedOn &&
  b.startedOn !== b.endedOn &&
  (b.endedOn === null || a.startedOn < b.endedOn) &&
  (a.endedOn === null || b.startedOn < a.endedOn)

/** The same day is the same episode; so, where place and status agree, is a day put right: it keeps its fee. */
function sameEpisodes(
  told: readonly EpisodeFacts[],
  held: readonly StoredEpisode[],
  isFirm: (each: StoredEpisode) => boolean,
): Map<EpisodeFacts, StoredEpisode> {
  const byStart = new Map(held.map(each => [each.startedOn, each]))
  const same = new Map<EpisodeFacts, StoredEpisode>()
  for (const each of told) {
    const twin = byStart.get(each.startedOn)
    if (twin) same.set(each, twin)
  }
  const taken = new Set(same.values())
  for (const each of told) {
    if (same.has(each)) continue
    const moved = held.find(other => !taken.has(other) && !isFirm(other) && isRedated(each, other))
    if (!moved) continue
    same.set(each, moved)
    taken.add(moved)
  }
  return same
}

const isRedated = (a: EpisodeFacts, b: EpisodeFacts): boolean =>
  overlap(a, b) &&
  a.placeCode === b.placeCode &&
  a.legalStatus === b.legalStatus &&
  a.placementPostcode === b.placementPostcode

function keepLaterEnd(told: EpisodeFacts, held: StoredEpisode, last: PlainDate): EpisodeFacts {
  if (told.endedOn !== null || held.endedOn === null || held.endedOn <= last) return told
  const { endedOn, endReason, changeReason } = held
  return { ...told, endedOn, endReason, changeReason }
}

function yieldTo<Episode extends EpisodeFacts>(others: readonly Span[], episode: Episode): Episode | null {
  const inTheWay = others.filter(other => overlap(other, episode)).map(({ startedOn }) => startedOn)
  if (inTheWay.length === 0) return episode
  const first = inTheWay.reduce((a, b) => (b < a ? b : a))
  return first <= episode.startedOn ? null : { ...episode, endedOn: first, endReason: 'X1' }
}
