/** Every module's routes and actions, in the order of the ladder. */

import type { AnyAction } from '#access'
import { childrenActions, childrenRoutes } from '#children'
import { returnsActions, returnsRoutes } from '#returns'
import type { Route } from '#web/route'

export const routes: readonly Route[] = [...childrenRoutes, ...returnsRoutes]

export const actions: readonly AnyAction[] = [...childrenActions, ...returnsActions]
