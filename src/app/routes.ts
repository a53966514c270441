/** Every module's routes and actions, in the order of the ladder. */

import type { AnyAction } from '#access'
import { provisionActions, provisionRoutes } from '#provision'
import type { Route } from '#web/route'

export const routes: readonly Route[] = [...provisionRoutes]

export const actions: readonly AnyAction[] = [...provisionActions]
