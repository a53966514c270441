/** Figure pages. */

import { type Route, ask } from '#web/route'
import { showFigures, showMeasure } from './actions.ts'
import { dashboardCsv, dashboardPage, definitionPage } from './views.ts'

export const pages: readonly Route[] = [
  ask('/figures', showFigures, dashboardPage, { csv: dashboardCsv }),
  ask('/figures/definitions/:measure', showMeasure, definitionPage),
]
