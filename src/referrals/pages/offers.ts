/** The pages of searches, of what homes are asked, and of what they answer. */

import type { AnyAction } from '#access'
import { type Route, ask, deed } from '#web/route'
import {
  askQuestion,
  declineApproach,
  listApproaches,
  sayInterested,
  showApproach,
} from '../actions/approaches.ts'
import { compareOffers } from '../actions/comparing.ts'
import { countDeclines } from '../actions/declines.ts'
import { offerPlace } from '../actions/offering.ts'
import { answerQuestion, shareProfile, showOurs, takeBack } from '../actions/offers.ts'
import { searchHomes } from '../actions/search.ts'
import { askToSend, sendApproaches } from '../actions/sending.ts'
import { paths, routes } from '../paths.ts'
import { declinePage, interestPage, offerPage, questionPage } from '../views/answering.ts'
import { approachPage } from '../views/approach.ts'
import { queuePage } from '../views/approaches.ts'
import { declinesFile, declinesPage } from '../views/declines.ts'
import { offersPage } from '../views/offers.ts'
import { answersPage, sharingPage, takingBackPage } from '../views/ours.ts'
import { searchPage } from '../views/search.ts'
import { sendingPage } from '../views/sending.ts'

export const offerRoutes: readonly Route[] = [
  ask(routes.search, searchHomes, searchPage, { limit: { most: 60, seconds: 60 } }),
  ask(routes.sending, askToSend, sendingPage),
  deed(routes.sending, sendApproaches, ({ referral }) => paths.offers(referral)),
  ask(routes.offers, compareOffers, offersPage),
  ask(routes.sharing, showOurs, sharingPage),
  deed(routes.sharing, shareProfile, ({ referral }) => paths.offers(referral)),
  ask(routes.takingBack, showOurs, takingBackPage),
  deed(routes.takingBack, takeBack, ({ referral }) => paths.offers(referral)),
  ask(routes.answers, showOurs, answersPage),
  deed(routes.answers, answerQuestion, ({ referral }) => paths.offers(referral)),
  ask(routes.declines, countDeclines, declinesPage, { csv: declinesFile }),

  ask(routes.approaches, listApproaches, queuePage),
  ask(routes.approach, showApproach, approachPage),
  ask(routes.interest, showApproach, interestPage),
  deed(routes.interest, sayInterested, ({ id }) => paths.approach(id)),
  ask(routes.messages, showApproach, questionPage),
  deed(routes.messages, askQuestion, ({ approach }) => paths.approach(approach)),
  ask(routes.decline, showApproach, declinePage),
  deed(routes.decline, declineApproach, ({ id }) => paths.approach(id)),
  ask(routes.offer, showApproach, offerPage),
  deed(routes.offer, offerPlace, ({ id }) => paths.approach(id)),
]

/** Every action of offers, for the command line. */
export const offerActions: readonly AnyAction[] = [
  ...new Map(offerRoutes.map(({ action }) => [action.name, action])).values(),
]
