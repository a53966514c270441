/** Where requests, searches, approaches and offers live. No address tells anything of a child. */

import type { ApproachId } from './approach.ts'
import type { ChildId, ReferralId } from './referral.ts'

/** A path as the router knows it, with its named parts. */
export const routes = {
  start: '/children/:child/referral',
  list: '/referrals',
  referral: '/referrals/:referral',
  urgency: '/referrals/:referral/urgency',
  section: '/referrals/:referral/questions/:section',
  check: '/referrals/:referral/check',
  readiness: '/referrals/:referral/readiness',
  withdrawal: '/referrals/:referral/withdrawal',
  closure: '/referrals/:referral/closure',
  search: '/referrals/:referral/search',
  sending: '/referrals/:referral/sending',
  offers: '/referrals/:referral/offers',
  approaches: '/approaches',
  approach: '/approaches/:approach',
  interest: '/approaches/:approach/interest',
  decline: '/approaches/:approach/decline',
  offer: '/approaches/:approach/offer',
  messages: '/approaches/:approach/messages',
  answers: '/approaches/:approach/answers',
  sharing: '/approaches/:approach/sharing',
  takingBack: '/approaches/:approach/withdrawal',
  acceptance: '/approaches/:approach/acceptance',
  declines: '/referrals/declines',
} as const

type Named = keyof typeof routes

const to = (name: Named, parts: Readonly<Record<string, string>>): string =>
  routes[name].replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(parts[part] ?? ''))

const ofReferral = (name: Named) => (referral: ReferralId) => to(name, { referral })
const ofApproach = (name: Named) => (approach: ApproachId) => to(name, { approach })

export const paths = {
  start: (child: ChildId) => to('start', { child }),
  list: () => routes.list,
  referral: ofReferral('referral'),
  urgency: ofReferral('urgency'),
  section: (referral: ReferralId, section: string) => to('section', { referral, section }),
  check: ofReferral('check'),
  readiness: ofReferral('readiness'),
  withdrawal: ofReferral('withdrawal'),
  closure: ofReferral('closure'),
  search: ofReferral('search'),
  sending: ofReferral('sending'),
  offers: ofReferral('offers'),
  approaches: () => routes.approaches,
  approach: ofApproach('approach'),
  interest: ofApproach('interest'),
  decline: ofApproach('decline'),
  offer: ofApproach('offer'),
  messages: ofApproach('messages'),
  answers: ofApproach('answers'),
  sharing: ofApproach('sharing'),
  takingBack: ofApproach('takingBack'),
  /** The page is that of #placements, which stands above: only its address is known here. */
  acceptance: ofApproach('acceptance'),
  declines: () => routes.declines,
}
