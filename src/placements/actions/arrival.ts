/** The child has arrived: what that ends, and what it begins. */

import { z } from 'zod'
import { type Action, type Context, authorityOf } from '#access'
import { type Child, type Episode, beginEpisode, currentEpisode, endEpisode, endOf } from '#children'
import { findHome, givePlaceBack, leavePlace, takePlace } from '#provision'
import {
  type CategoryOfNeedCode,
  type ChangeReasonCode,
  type LegalStatusCode,
  categoriesOfNeed,
  changeReasons,
  legalStatuses,
  milesBetween,
  positionOf,
} from '#reference'
import { ageOn, type PlainDate } from '#shared/dates'
import { newId } from '#shared/ids'
import { date, unlessEmpty } from '#shared/parse'
import { Refusal, invalid } from '#shared/refusal'
import { type Episodes, episodesFor } from '../episodes.ts'
import { type Placement, type PlacementId, type Started, end, start } from '../placement.ts'
import { codeOfAuthority, findStartedOf, savePlacement } from '../store.ts'
import { codesOf, holdWithPlace, which } from './holding.ts'

type Starting = {
  readonly placement: PlacementId
  readonly on: PlainDate
  readonly changeReason?: ChangeReasonCode | undefined
  readonly legalStatus?: LegalStatusCode | undefined
  readonly needCode?: CategoryOfNeedCode | undefined
}

/** The child has arrived: the placement they left ends, and the return's history goes on from that day. */
export const startPlacement: Action<Starting, Started> = {
  name: 'placement.start',
  says: 'Records that the child has arrived, and ends the placement they left.',
  role: 'writer',
  permission: 'placement:write',
  schema: z.object({
    ...which,
    on: date('Enter the day the child arrived'),
    changeReason: unlessEmpty(z.enum(codesOf(changeReasons), 'Choose why the child moved')),
    legalStatus: unlessEmpty(
      z.enum(codesOf(legalStatuses), 'Choose the legal status under which the child comes'),
    ),
    needCode: unlessEmpty(
      z.enum(codesOf(categoriesOfNeed), 'Choose the main reason why the child needs care'),
    ),
  }),
  about: ({ placement }) => placement,
  async run(context, starting) {
    const { tx, today, note, actor } = context
    const held = await holdWithPlace(context, starting.placement)
    if (held instanceof Refusal) return held
    const { placement: agreed, child } = held
    const current = await currentEpisode(tx, agreed.child)
    const started = start(agreed, starting.on, today)
    if (started instanceof Refusal) return started
    const episodes = episodesOnArrival(started, starting, current, child)
    if (episodes instanceof Refusal) return episodes

    const left = await leaveLast(context, started, starting)
    if (left instanceof Refusal) return left
    const moved = await takeOnTheDay(context, agreed, starting.on)
    if (moved instanceof Refusal) return moved
    await writeEpisodes(context, { episodes, started, current })
    const refused = await savePlacement(tx, started)
    note({ chain: actor.organisation, about: agreed.child })
    return refused ?? started
  },
}

function episodesOnArrival(
  started: Started,
  { changeReason, legalStatus, needCode }: Starting,
  current: Episode | undefined,
  child: Child,
): Episodes | Refusal {
  const now = current
    ? {
        startedOn: current.startedOn,
        legalStatus: current.legalStatus as LegalStatusCode,
        needCode: current.needCode as CategoryOfNeedCode,
      }
    : null
  return episodesFor(now, {
    is: 'arrival',
    on: started.startsOn,
    age: ageOn(child.born, started.startsOn),
    placeCode: started.placeCode,
    providerCode: started.providerCode,
    ...(changeReason && { changeReason }),
    ...(legalStatus && { legalStatus }),
    ...(needCode && { needCode }),
  })
}

/** The placement the child leaves, where Nearhome knows it, ends that day and its place is free. */
async function leaveLast(
  { tx, today }: Context,
  started: Started,
  { changeReason }: Starting,
): Promise<Refusal | undefined> {
  const last = await findStartedOf(tx, started.child)
  if (!last) return undefined
  if (changeReason === undefined)
    return invalid({ field: 'changeReason', message: 'Choose why the child moved' })
  const ended = end(last, { endReason: 'X1', changeReason, note: null }, started.startsOn, today)
  if (ended instanceof Refusal) return ended
  const left = await leavePlace(tx, last.place, started.startsOn)
  return left instanceof Refusal ? left : savePlacement(tx, ended)
}

/** They came on another day than planned: the place is taken from that day. */
async function takeOnTheDay({ tx }: Context, agreed: Placement, on: PlainDate): Promise<Refusal | undefined> {
  if (agreed.startsOn === on) return undefined
  const back = await givePlaceBack(tx, agreed.place)
  if (back instanceof Refusal) return back
  const taken = await takePlace(tx, agreed.place, on)
  return taken instanceof Refusal ? taken : undefined
}

type Writing = { episodes: Episodes; started: Started; current: Episode | undefined }

async function writeEpisodes({ tx, actor }: Context, { episodes, started, current }: Writing): Promise<void> {
  const { end: ending, begin } = episodes
  if (ending && current) {
    const ended = endOf(current, ending.on, ending.endReason, ending.changeReason)
    if (ended instanceof Refusal) throw new Error('an episode that may end was refused')
    await endEpisode(tx, ended)
  }
  if (!begin) return
  const home = (await findHome(tx, started.home))?.home
  const homePostcode = current?.homePostcode ?? null
  const from = homePostcode === null ? undefined : positionOf(homePostcode)
  await beginEpisode(tx, authorityOf(actor), {
    id: newId(),
    child: started.child,
    startedOn: begin.on,
    reasonNew: begin.reasonNew,
    legalStatus: begin.legalStatus,
    needCode: begin.needCode,
    placeCode: begin.placeCode,
    providerCode: begin.providerCode,
    endedOn: null,
    endReason: null,
    changeReason: null,
    homePostcode,
    placementPostcode: home?.postcode ?? null,
    urn: home?.urn ?? null,
    distanceMiles: from && home ? milesBetween(from, home.position) : null,
    placementArea: home?.areaCode ?? null,
    inArea: home ? home.areaCode === (await codeOfAuthority(tx, authorityOf(actor))) : null,
    weeklyFee: started.weeklyFee,
    home: started.home,
  })
}
