/** Every module's routes and actions, in the order of the ladder. */

import type { AnyAction } from '#access'
import { childrenActions, childrenRoutes } from '#children'
import { governanceActions, governanceRoutes } from '#governance'
import { placementActions, placementRoutes } from '#placements'
import { provisionActions, provisionRoutes } from '#provision'
import type { Route } from '#web/route'

export const routes: readonly Route[] = [
  ...governanceRoutes,
  ...childrenRoutes,
  ...provisionRoutes,
  ...placementRoutes,
]

export const actions: readonly AnyAction[] = [
  ...governanceActions,
  ...childrenActions,
  ...provisionActions,
  ...placementActions,
]
