/** Asking for a home: what a child needs, which homes could meet it, what each was told and what they answered. */

export { type Accepted, type Approach, type ApproachId, type Offer, type Offered } from './approach.ts'
export { accept, closeAsNotSelected, declineReasons, hasLapsed, isLive } from './approach.ts'
export { undoAcceptance } from './approach.ts'
export {
  type Accepted,
  type Approach,
  type ApproachId,
  type Offer,
  type DeclineReason,
  type Offered,
  type Sent,
  accept,
  closeAsNotSelected,
  decline,
  declineReasons,
  hasLapsed,
  isLive,
  makeOffer,
  shareFull,
  showInterest,
  undoAcceptance,
} from './approach.ts'
export { addApproach, approachesOf, findApproach, holdApproach, saveDecision } from './store/approaches.ts'
export { type Excluded, type Explained, type Ranked, type Ranking, explain, rank } from './matching.ts'
export { knownFrom } from './known.ts'
export { type Need, needFrom } from './need.ts'
export { type Profile, anonymise, fullProfile, whoGetsWhat } from './profile.ts'
export { type Answers, type ChildRecord, type Urgency, allQuestions, prefill } from './questions/index.ts'
export { sections } from './questions/index.ts'
export { changeOfRank, whoToAsk } from './ranking.ts'
export { type ChildId, type Draft, type Matched, type Open, type Referral } from './referral.ts'
export { type ReferralId, asOpen, match, reopen, unableReasons } from './referral.ts'
export {
  type ChildId,
  type Draft,
  type Matched,
  type Open,
  type Referral,
  type ReferralId,
  answer,
  asOpen,
  makeReady,
  match,
  reopen,
  start,
  unableReasons,
} from './referral.ts'
export { type HomeWithPlaces, type Resident } from './supply.ts'
export { type Weights, defaultWeights, factors } from './weights.ts'
export { aHomeWithPlaces, aNeed, aReferral, anApproach, anOfferedApproach } from './fixtures.ts'
export { referralActions, referralRoutes } from './pages/index.ts'
export { paths as referralPaths } from './paths.ts'
export { type Listed, type Worklist, liveReferralsFor } from './store/worklist.ts'
export { type AuthorityWaiting, declinesSince, queueOf, waitingAt } from './store/queue.ts'
export { type Listed, type Worklist, listReferrals, liveReferralsFor } from './store/worklist.ts'
export { howSoon, nextStep } from './standing.ts'
export { columnsFor as requestColumns } from './views/request-list.ts'
