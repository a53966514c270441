/** Every module's routes and actions, in the order of the ladder. */

import type { AnyAction } from '#access'
import { requestActions, requestRoutes } from '#referrals'
import type { Route } from '#web/route'

export const routes: readonly Route[] = [...requestRoutes]

export const actions: readonly AnyAction[] = [...requestActions]
