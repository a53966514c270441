/** The pages of requests. */

import type { AnyAction } from '#access'
import { type Route, ask, deed } from '#web/route'
import { giveUpReferral, readyReferral, withdrawReferral } from '../actions/endings.ts'
import { listRequests } from '../actions/list.ts'
import { answerReferral, showQuestions } from '../actions/questions.ts'
import { createReferral, prepareReferral, setUrgency, showReferral } from '../actions/requests.ts'
import { paths, routes } from '../paths.ts'
import { checkPage, readinessPage } from '../views/request-check.ts'
import { closurePage, withdrawalPage } from '../views/request-endings.ts'
import { requestListPage } from '../views/request-list.ts'
import { questionsPage } from '../views/request-questions.ts'
import { startPage, urgencyPage } from '../views/request-start.ts'
import { requestPage } from '../views/requests.ts'

export const requestRoutes: readonly Route[] = [
  ask(routes.list, listRequests, requestListPage),
  ask(routes.start, prepareReferral, startPage),
  deed(routes.start, createReferral, ({ id }) => paths.referral(id)),
  ask(routes.referral, showReferral, requestPage),
  ask(routes.urgency, showReferral, urgencyPage),
  deed(routes.urgency, setUrgency, ({ id }) => paths.referral(id)),
  ask(routes.section, showQuestions, questionsPage),
  deed(routes.section, answerReferral, ({ referral: { id }, from }) =>
    from === 'check' ? paths.check(id) : paths.referral(id),
  ),
  ask(routes.check, showReferral, checkPage),
  ask(routes.readiness, showReferral, readinessPage),
  deed(routes.readiness, readyReferral, ({ id }) => paths.referral(id)),
  ask(routes.withdrawal, showReferral, withdrawalPage),
  deed(routes.withdrawal, withdrawReferral, ({ id }) => paths.referral(id)),
  ask(routes.closure, showReferral, closurePage),
  deed(routes.closure, giveUpReferral, ({ id }) => paths.referral(id)),
]

/** Every action of requests, for the command line. */
export const requestActions: readonly AnyAction[] = [
  ...new Map(requestRoutes.map(({ action }) => [action.name, action])).values(),
]
