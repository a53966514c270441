/** Every module's routes and actions, in the order of the ladder. */

import type { AnyAction } from '#access'
import { childrenActions, childrenRoutes } from '#children'
import { governanceActions, governanceRoutes } from '#governance'
import { measureActions, measureRoutes } from '#measures'
import { placementActions, placementRoutes } from '#placements'
import { provisionActions, provisionRoutes } from '#provision'
import { referralActions, referralRoutes } from '#referrals'
import { returnsActions, returnsRoutes } from '#returns'
import { specificationActions, specificationRoutes } from '#specification'
import { type Route, ask } from '#web/route'
import { workbenchActions, workbenchRoutes } from '#workbench'
import { showHomepage } from './homepage/actions.ts'
import { homepagePage } from './views/homepage.ts'

export const routes: readonly Route[] = [
  ask('/', showHomepage, homepagePage),
  ...governanceRoutes,
  ...childrenRoutes,
  ...provisionRoutes,
  ...referralRoutes,
  ...placementRoutes,
  ...returnsRoutes,
  ...workbenchRoutes,
  ...specificationRoutes,
  ...measureRoutes,
]

export const actions: readonly AnyAction[] = [
  showHomepage,
  ...governanceActions,
  ...childrenActions,
  ...provisionActions,
  ...referralActions,
  ...placementActions,
  ...returnsActions,
  ...workbenchActions,
  ...specificationActions,
  ...measureActions,
]
