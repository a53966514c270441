/** Placement pages. */

import { type Route, ask, deed } from '#web/route'
import {
  acceptOffer,
  askToAccept,
  cancelPlacement,
  endPlacement,
  listPlacementsAction,
  showPlacement,
  startPlacement,
} from './actions/index.ts'
import { paths } from './paths.ts'
import { acceptancePage } from './views/acceptance.ts'
import { arrivalPage, cancellationPage, endingPage } from './views/changes.ts'
import { placementsPage } from './views/list.ts'
import { placementPage } from './views/placement.ts'

export const pages: readonly Route[] = [
  ask('/approaches/:approach/acceptance', askToAccept, acceptancePage),
  deed('/approaches/:approach/acceptance', acceptOffer, ({ id }) => paths.placement(id)),
  ask('/placements', listPlacementsAction, placementsPage),
  ask('/placements/:placement', showPlacement, placementPage),
  ask('/placements/:placement/start', showPlacement, arrivalPage),
  deed('/placements/:placement/start', startPlacement, ({ id }) => paths.placement(id)),
  ask('/placements/:placement/ending', showPlacement, endingPage),
  deed('/placements/:placement/ending', endPlacement, ({ id }) => paths.placement(id)),
  ask('/placements/:placement/cancellation', showPlacement, cancellationPage),
  deed('/placements/:placement/cancellation', cancelPlacement, ({ referral, id }) =>
    referral ? `/referrals/${referral}` : paths.placement(id),
  ),
]
