/** Every module's routes and actions, in the order of the ladder. */

import type { AnyAction } from '#access'
import { governanceActions, governanceRoutes } from '#governance'
import type { Route } from '#web/route'

export const routes: readonly Route[] = [...governanceRoutes]

export const actions: readonly AnyAction[] = [...governanceActions]
