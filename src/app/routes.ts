/** Every module's routes and actions, in the order of the ladder. */

import type { AnyAction } from '#access'
import { provisionActions, provisionRoutes } from '#provision'
import { referralActions, referralRoutes } from '#referrals'
import type { Route } from '#web/route'

export const routes: readonly Route[] = [...provisionRoutes, ...referralRoutes]

export const actions: readonly AnyAction[] = [...provisionActions, ...referralActions]
