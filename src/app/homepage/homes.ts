/** Homes and places on a home page: what nobody has confirmed, one's own vacancies, and who asks for a place. */

import type { Context } from '#access'
import { listForHome, placementPaths } from '#placements'
import { type Unconfirmed, daysUntilStale, homePaths, ownPlaces, unconfirmedPlaces } from '#provision'
import { queueOf, referralPaths } from '#referrals'
import { inWords } from '#shared/dates'
import { type Part, type Row, type Worklist, counted, most } from './homepage.ts'

export async function unconfirmed({ tx, today }: Context): Promise<Part> {
  const found = await unconfirmedPlaces(tx, today)
  return {
    lists: [
      {
        title: `Vacancies nobody has confirmed for ${daysUntilStale} days`,
        count: found.places,
        rows: staleRows(found),
        whole: { text: 'See the register', href: `${homePaths.homes}?vacancy=vacant&sort=-confirmed` },
        quiet: 'Every vacancy on the register has been confirmed in the last two weeks.',
      },
    ],
  }
}

const staleRows = ({ first }: Unconfirmed): Row[] =>
  first.map(({ home, name, runBy, days }) => ({
    name,
    href: homePaths.home(home),
    note: `${runBy}. Confirmed ${days} days ago: ring first.`,
  }))

/** For an authority that runs homes of its own. */
export async function ownVacancies({ tx, actor, today }: Context): Promise<Part> {
  const { homes, places, vacant, first } = await ownPlaces(tx, actor.organisation, today)
  return {
    lists: [
      {
        title: 'Vacancies in your own homes',
        count: vacant,
        rows: first.map(each => ({
          name: each.name,
          href: homePaths.home(each.home),
          note: counted(each.vacant, 'vacant place'),
        })),
        whole: { text: 'See your own homes', href: homePaths.mine },
        quiet:
          homes === 0
            ? 'Your authority runs no home that is on the register. Add one under “Homes”.'
            : `All ${counted(places, 'place')} of your own are taken or closed.`,
      },
    ],
  }
}

/** For whoever runs homes: who asks, what to confirm, and who comes. */
export async function myHomes(context: Context): Promise<Part> {
  return { lists: [await asked(context), await toConfirm(context), await movingIn(context)] }
}

async function asked({ tx, actor }: Context): Promise<Worklist> {
  const { live, approaches } = await queueOf(tx, actor.organisation, { limit: most, offset: 0 })
  return {
    title: 'Requests waiting for your answer',
    count: live,
    rows: approaches.filter(({ state }) => isLive(state)).map(rowOfRequest),
    whole: { text: 'See every request to you', href: referralPaths.approaches() },
    quiet:
      'No authority waits for you. Keep your vacancies confirmed, so that you are found when one searches.',
  }
}

type Asked = Awaited<ReturnType<typeof queueOf>>['approaches'][number]
const isLive = (state: Asked['state']) => ['sent', 'interested', 'shared', 'offered'].includes(state)

function rowOfRequest({ id, reference, homeName, authorityName, sentOn, offerUntil, ...said }: Asked): Row {
  const until = offerUntil ? ` Your offer stands until ${inWords(offerUntil)}.` : ''
  const note = `${authorityName} asks about ${homeName}, since ${inWords(sentOn)}.${until}`
  const mark = said.isNew
    ? ({ text: 'New', tone: 'new' } as const)
    : said.isAnswered
      ? ({ text: 'Answered', tone: 'waiting' } as const)
      : undefined
  return { name: `Request ${reference}`, href: referralPaths.approach(id), note, mark }
}

async function toConfirm({ tx, actor, today }: Context): Promise<Worklist> {
  const { unconfirmed: stale, homes } = await ownPlaces(tx, actor.organisation, today)
  return {
    title: 'Vacancies to confirm',
    count: stale.places,
    rows: stale.first.map(({ name, days }) => ({
      name,
      href: homePaths.vacancies,
      note: `Confirmed ${days} days ago.`,
    })),
    whole: { text: 'Confirm your vacancies', href: homePaths.vacancies },
    quiet:
      homes === 0
        ? 'You have no home on the register yet. Add one under “Homes”.'
        : 'Every vacancy has been confirmed in the last two weeks.',
  }
}

async function movingIn({ tx, today }: Context): Promise<Worklist> {
  const coming = (await listForHome(tx)).filter(({ state }) => state === 'agreed')
  return {
    title: 'Who moves in',
    count: coming.length,
    rows: coming
      .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
      .slice(0, most)
      .map(({ homeName, placeName, authorityName, startsOn, approach, reference }) => ({
        name: `${homeName}, ${placeName}`,
        href: approach ? referralPaths.approach(approach) : undefined,
        note: `A child of ${authorityName}${reference ? ` (${reference})` : ''}, ${
          startsOn < today ? 'due' : 'on'
        } ${inWords(startsOn)}.`,
      })),
    whole: { text: 'See every placement with you', href: placementPaths.placements },
    quiet: 'No move to you is agreed just now.',
  }
}
