/** The thirty-second update: one page of all one's places, and one answer that says how each stands today. */

import { z } from 'zod'
import type { Action } from '#access'
import { type PlainDate, parseDate } from '#shared/dates'
import { id, unlessEmpty } from '#shared/parse'
import { type Problem, Refusal, conflict, invalid, notFound } from '#shared/refusal'
import type { Home, HomeId } from '../home.ts'
import type { Place, PlaceId } from '../place.ts'
import type { WhoLives } from '../living.ts'
import { type Seen, seenBy } from '../sight.ts'
import { stampOfPlace } from '../stamp.ts'
import { homesRunBy } from '../store/homes.ts'
import { findWhoLives, saveWhoLives } from '../store/living.ts'
import { holdPlacesKeptBy, savePlace } from '../store/places.ts'
import { type Telling, tellings, told } from '../telling.ts'
import { gatherHomes, oneHome, readLiving } from './living.ts'

const perPage = 50

export type OwnPlaces = {
  readonly homes: readonly (Seen & { readonly living: WhoLives | null })[]
  readonly total: number
  readonly page: number
  readonly perPage: number
}

const asking = z.object({ page: unlessEmpty(z.coerce.number().catch(1)) })

export const listVacancies: Action<z.infer<typeof asking>, OwnPlaces> & { role: 'reader' } = {
  name: 'vacancy.list',
  says: 'Lists every place that your organisation keeps, those confirmed longest ago first, to be confirmed.',
  role: 'reader',
  permission: 'home:write',
  schema: asking,
  about: () => null,
  async run({ tx, actor, today }, { page: asked }) {
    const homes = (await homesRunBy(tx, actor.organisation)).filter(({ places }) => places.length > 0)

    const stalest = (places: readonly Place[]) => places.map(({ confirmedOn }) => confirmedOn).toSorted()[0]!
    const inOrder = homes.toSorted((a, b) => (stalest(a.places) < stalest(b.places) ? -1 : 1))
    const page = asked && Number.isSafeInteger(asked) && asked > 0 ? asked : 1
    const total = homes.reduce((sum, { places }) => sum + places.length, 0)
    const shown = new Set(
      inOrder
        .flatMap(({ places }) => places)
        .slice((page - 1) * perPage, page * perPage)
        .map(place => place.id),
    )
    const seen = inOrder
      .map(run => ({ ...run, places: run.places.filter(place => shown.has(place.id)) }))
      .filter(({ places }) => places.length > 0)
    const said = await findWhoLives(
      tx,
      seen.map(({ home }) => home.id),
    )
    const withLiving = seen.map(run => ({
      ...seenBy(run, actor, today),
      living: said.get(run.home.id) ?? null,
    }))
    return { homes: withLiving, total, page, perPage }
  },
}

const words = tellings.map(({ code }) => code) as [Telling['is'], ...Telling['is'][]]
const oneTelling = z.object({
  place: id<'Place'>('Place not found'),
  is: z.enum(words, 'Choose how the place stands').default('right'),
  freeFrom: unlessEmpty(z.string().max(20, 'Enter a date')),
  until: unlessEmpty(z.string().max(20, 'Enter a date')),
  reason: unlessEmpty(z.string().max(300, 'Use 300 characters or fewer')),
  /** What was shown when the page was opened; left out, nothing is compared. */
  stamp: unlessEmpty(z.string().max(100, 'Open the page again')),
})
type Told = z.infer<typeof oneTelling>

/** A form's boxes are named `is-ID`, `freeFrom-ID` and so on: one telling for each place. */
function gather(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || 'places' in sent) return sent
  const boxes = sent as Record<string, unknown>
  const ids = Object.keys(boxes).flatMap(name => (name.startsWith('is-') ? [name.slice('is-'.length)] : []))
  const fields = ['is', 'freeFrom', 'until', 'reason', 'stamp']
  const places = ids.map(place => ({
    place,
    ...Object.fromEntries(fields.map(field => [field, boxes[`${field}-${place}`]])),
  }))
  return { ...boxes, places, homes: gatherHomes(boxes) }
}

const telling = z.object({
  places: z
    .array(oneTelling)
    .min(1, 'There is no place to confirm')
    .max(200, 'Send at most 200 places at once'),
  /** Ages and sexes of those who live in each home, where it says them. */
  homes: z.array(oneHome).max(200, 'Send at most 200 homes at once').default([]),
})

export const tellVacancies: Action<z.infer<typeof telling>, readonly Place[]> = {
  name: 'vacancy.tell',
  says: 'Says how places stand today: right, vacant, taken, closed, free later; and who lives there. All or none.',
  role: 'writer',
  permission: 'home:write',
  schema: z.preprocess(gather, telling),
  about: () => null,
  async run({ tx, actor, today, note }, { places: sent, homes: sentHomes }) {
    const held = new Map((await holdPlacesKeptBy(tx, actor.organisation)).map(each => [each.id, each]))
    const homes = new Map((await homesRunBy(tx, actor.organisation)).map(each => [each.home.id, each.home]))
    const said = await findWhoLives(
      tx,
      sentHomes.map(({ home }) => home),
    )

    const decided = sent.map(each => decide(each, held, homes, today))
    const living = sentHomes.map(each => {
      const home = homes.get(each.home)
      return home ? readLiving(each, { home, said: said.get(each.home), today }) : notFound('Home not found')
    })
    const refusal = refusalOf([...decided, ...living])
    if (refusal) return refusal

    const changed = decided.filter((each): each is Place => !(each instanceof Refusal))
    for (const place of changed) {
      await savePlace(tx, place)
      note({ chain: actor.organisation, about: place.id })
    }
    for (const each of living) {
      if (each === null || each instanceof Refusal) continue
      await saveWhoLives(tx, actor.organisation, each)
      note({ chain: actor.organisation, about: each.home })
    }
    return changed
  },
}

function decide(
  sent: Told,
  held: ReadonlyMap<PlaceId, Place>,
  homes: ReadonlyMap<HomeId, Home>,
  today: PlainDate,
): Place | Refusal {
  const place = held.get(sent.place)
  const home = place && homes.get(place.home)
  if (!place || !home) return notFound('Place not found')
  const read = readTelling(sent, place)
  if (read instanceof Refusal) return read
  const after = told(place, home, read, today)
  if (after instanceof Refusal) return beside(sent.place, after)
  // A second press of the button finds everything as it left it; anything else that changed must be looked at.
  const isAsSeen = sent.stamp === undefined || sent.stamp === stampOfPlace(place)
  const isAlreadySo = sent.is !== 'right' && stampOfPlace(after) === stampOfPlace(place)
  if (isAsSeen || isAlreadySo) return after
  return conflict(
    `${place.name} at ${home.name} changed after you opened this page. Check it, then send it again`,
  )
}

function readTelling({ place: id_, is, freeFrom, until, reason }: Told, place: Place): Telling | Refusal {
  if (is === 'later') {
    const day = freeFrom === undefined ? undefined : parseDate(freeFrom)
    return day ? { is, from: day } : wrong(id_, 'freeFrom', `Enter the day ${place.name} is free from`)
  }
  if (is !== 'closed') return { is }
  const day = until === undefined ? null : parseDate(until)
  if (day === undefined) return wrong(id_, 'until', 'Enter the day it opens again, or leave it empty')
  if (!reason) return wrong(id_, 'reason', `Say why ${place.name} is closed`)
  return { is, reason, until: day }
}

const wrong = (place: PlaceId, field: string, message: string) =>
  invalid({ field: `${field}-${place}`, message })

const beside = (place: PlaceId, { kind, problems }: Refusal): Refusal =>
  new Refusal(
    kind,
    ...problems.map(({ field, message }): Problem => ({ field: `${field ?? 'is'}-${place}`, message })),
  )

/** Everything that is wrong at once, so that it can be put right at once. */
function refusalOf(decided: readonly unknown[]): Refusal | undefined {
  const refusals = decided.filter(each => each instanceof Refusal)
  const kinds = refusals.map(({ kind }) => kind)
  const kind = (['not-found', 'invalid', 'conflict'] as const).find(each => kinds.includes(each))
  return kind && new Refusal(kind, ...refusals.flatMap(({ problems }) => problems))
}
