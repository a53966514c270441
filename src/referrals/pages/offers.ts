/** The pages of searches, of what homes are asked, and of what they answer. */

import type { AnyAction } from '#access'
import { type Route, ask } from '#web/route'
import { searchHomes } from '../actions/search.ts'
import { routes } from '../paths.ts'
import { searchPage } from '../views/search.ts'

export const offerRoutes: readonly Route[] = [
  ask(routes.search, searchHomes, searchPage, { limit: { most: 60, seconds: 60 } }),
]

/** Every action of offers, for the command line. */
export const offerActions: readonly AnyAction[] = [
  ...new Map(offerRoutes.map(({ action }) => [action.name, action])).values(),
]
