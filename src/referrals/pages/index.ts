/** Every page of this module, and every action behind them. */

import type { AnyAction } from '#access'
import type { Route } from '#web/route'
import { offerActions, offerRoutes } from './offers.ts'
import { requestActions, requestRoutes } from './requests.ts'

export const referralRoutes: readonly Route[] = [...requestRoutes, ...offerRoutes]
export const referralActions: readonly AnyAction[] = [...requestActions, ...offerActions]
