/** Requests for homes on a home page: what a social worker began, and what waits at brokerage. */

import type { Context } from '#access'
import { nameOf } from '#children'
import {
  type AuthorityWaiting,
  type Listed,
  declineReasons,
  declinesSince,
  homesToChase,
  howSoon,
  listReferrals,
  nextStep,
  nowOn,
  referralPaths,
  replyByInWords,
  waitingAt,
} from '#referrals'
import { type PlainDate, addDays, inWords } from '#shared/dates'
import { type Part, type Row, counted, most } from './homepage.ts'

const live = ['draft', 'open'] as const

export async function emergencies({ tx, today }: Context): Promise<Part> {
  const { total, referrals } = await listReferrals(tx, { states: live, urgency: 'emergency', ...first })
  return {
    lists: [
      {
        title: 'Emergencies',
        count: total,
        rows: referrals.map(each => rowOf(each, today)),
        whole: { text: 'See every emergency', href: `${referralPaths.list()}?urgency=emergency` },
        quiet: 'No child needs a home in an emergency just now.',
      },
    ],
  }
}

export async function toSearch({ tx, today }: Context): Promise<Part> {
  const { total, referrals } = await listReferrals(tx, {
    states: ['open'],
    urgency: 'planned',
    unasked: true,
    ...first,
  })
  return {
    lists: [
      {
        title: 'Requests that need a search',
        count: total,
        rows: referrals.map(each => rowOf(each, today)),
        whole: { text: 'See every request', href: referralPaths.list() },
        quiet: 'Homes have been asked about every child. The next request stands here when it comes.',
      },
    ],
  }
}

export async function myRequests({ tx, actor, today }: Context): Promise<Part> {
  const { total, referrals } = await listReferrals(tx, { states: live, requestedBy: actor.id, ...first })
  return {
    lists: [
      {
        title: 'Homes you have asked for',
        count: total,
        rows: referrals.map(each => rowOf(each, today)),
        whole: { text: 'See all your requests', href: `${referralPaths.list()}?mine=yes` },
        quiet:
          'You have no request under way. To ask for a home, find the child and choose “Request a home”.',
      },
    ],
  }
}

const first = { limit: most, offset: 0 }

function rowOf(request: Listed, today: PlainDate): Row {
  const { who, does } = nextStep(request, request)
  return {
    name: nameOf(request),
    href: referralPaths.referral(request.id),
    note: `Needed: ${howSoon(request.neededBy, today).toLowerCase()}. Next: ${who.toLowerCase()} ${does}.`,
    mark: request.urgency === 'emergency' ? { text: 'Emergency', tone: 'attention' } : undefined,
  }
}

/** Enough to find the first few of each sort. */
const mostWaiting = 200

/** What homes have said, and nobody has answered. */
export async function waiting({ tx, actor }: Context): Promise<Part> {
  const found = await waitingAt(tx, actor.organisation, mostWaiting)
  const { questions, interested, offers } = found
  const saying = (kind: Waits) => found.first.filter(({ waits }) => waits === kind).map(waitingRow)
  return {
    lists: [
      {
        title: 'Offers to decide',
        count: offers,
        rows: saying('offer'),
        whole: { text: 'See the requests', href: referralPaths.list() },
        quiet: 'No home waits for your decision.',
      },
      {
        title: 'Interest and questions from homes',
        count: interested + questions,
        rows: [...saying('question'), ...saying('interest')].slice(0, most),
        whole: { text: 'See the requests', href: referralPaths.list() },
        quiet: 'Every home that asked you something has its answer.',
      },
    ],
  }
}

/** Homes that were asked for an answer by a time that has passed. */
export async function toChase({ tx, actor, today }: Context): Promise<Part> {
  const { total, first: late } = await homesToChase(tx, actor.organisation, await nowOn(tx, today), most)
  return {
    lists: [
      {
        title: 'Homes to chase',
        count: total,
        rows: late.map(each => ({
          name: each.homeName,
          href: referralPaths.offers(each.referral),
          note: `For ${nameOf(each)}, request ${each.reference}. A reply was due by ${replyByInWords(each.replyBy)}.`,
          mark: each.isEmergency ? { text: 'Emergency', tone: 'attention' } : undefined,
        })),
        whole: { text: 'See the requests', href: referralPaths.list() },
        quiet: 'Every home that was asked has answered, or still has time to.',
      },
    ],
  }
}

type Waits = AuthorityWaiting['first'][number]['waits']
const saidBy: Record<Waits, string> = {
  question: 'Asks you a question',
  interest: 'Is interested: share the full profile, or say no',
  offer: 'Offers a home',
}

function waitingRow(each: AuthorityWaiting['first'][number]): Row {
  const { approach, referral, homeName, waits, until } = each
  const href = {
    offer: referralPaths.offers(referral),
    question: referralPaths.answers(approach),
    interest: referralPaths.sharing(approach),
  }[waits]
  const note = until ? `${saidBy[waits]}, until ${inWords(until)}` : saidBy[waits]
  return { name: homeName, href, note: `For ${nameOf(each)}. ${note}.` }
}

/** Of the last four weeks. */
export async function whyHomesSaidNo({ tx, actor, today }: Context): Promise<Part> {
  const declines = await declinesSince(tx, actor.organisation, addDays(today, -28))
  const reasons = declineReasons.map(({ code, label }) => {
    const homes = declines.filter(({ reason }) => reason === code).reduce((sum, each) => sum + each.homes, 0)
    return { label, homes }
  })
  const given = reasons.filter(({ homes }) => homes > 0).toSorted((a, b) => b.homes - a.homes)
  return {
    lists: [
      {
        title: 'Why homes said no in the last four weeks',
        count: given.reduce((sum, { homes }) => sum + homes, 0),
        rows: given
          .slice(0, most)
          .map(({ label, homes }) => ({ name: label, note: counted(homes, 'answer') })),
        whole: { text: 'See the requests', href: referralPaths.list() },
        quiet: 'No home has said no in that time.',
      },
    ],
  }
}
