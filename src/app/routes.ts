/** Every module's routes and actions, in the order of the ladder. */

import type { AnyAction } from '#access'
import { childrenActions, childrenRoutes } from '#children'
import { measureActions, measureRoutes } from '#measures'
import { provisionActions, provisionRoutes } from '#provision'
import type { Route } from '#web/route'

export const routes: readonly Route[] = [...childrenRoutes, ...provisionRoutes, ...measureRoutes]

export const actions: readonly AnyAction[] = [...childrenActions, ...provisionActions, ...measureActions]
