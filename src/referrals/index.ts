/** Asking for a home: what a child needs, which homes could meet it, what each was told and what they answered. */

export {
  type Accepted,
  type Approach,
  type ApproachId,
  type Offer,
  type Offered,
  accept,
  closeAsNotSelected,
  declineReasons,
  hasLapsed,
  isLive,
  undoAcceptance,
  type DeclineReason,
  type Sent,
  decline,
  makeOffer,
  shareFull,
  showInterest,
} from './approach.ts'
export { addApproach, approachesOf, findApproach, holdApproach, saveDecision } from './store/approaches.ts'
export { findReferral, holdReferral, saveReferral } from './store/referrals.ts'
export { type Excluded, type Explained, type Ranked, type Ranking, explain, rank } from './matching.ts'
export { knownFrom } from './known.ts'
export { type Need, needFrom } from './need.ts'
export { type Profile, anonymise, fullProfile, whoGetsWhat } from './profile.ts'
export {
  type Answers,
  type ChildRecord,
  type Urgency,
  allQuestions,
  prefill,
  sections,
} from './questions/index.ts'
export { changeOfRank, whoToAsk } from './ranking.ts'
export {
  type ChildId,
  type Draft,
  type Matched,
  type Open,
  type Referral,
  type ReferralId,
  asOpen,
  match,
  reopen,
  unableReasons,
  answer,
  makeReady,
  start,
} from './referral.ts'
export { type HomeWithPlaces, type Resident } from './supply.ts'
export { type Weights, defaultWeights, factors } from './weights.ts'
export { aHomeWithPlaces, aNeed, aReferral, anApproach, anOfferedApproach } from './fixtures.ts'
export { referralActions, referralRoutes } from './pages/index.ts'
export { paths as referralPaths } from './paths.ts'
export { type Listed, type Worklist, liveReferralsFor, listReferrals } from './store/worklist.ts'
export { type AuthorityWaiting, declinesSince, queueOf, waitingAt, type Queue } from './store/queue.ts'
export { howSoon, nextStep } from './standing.ts'
export { columnsFor as requestColumns } from './views/request-list.ts'
export { queueTable } from './views/approaches.ts'
