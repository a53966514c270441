/** Figure pages. */

import { type Route, ask } from '#web/route'
import { showFigures, showMeasure } from './actions/figures.ts'
import { dashboardPage } from './views/dashboard.ts'
import { definitionPage } from './views/definition.ts'
import { dashboardFile } from './views/file.ts'

export const pages: readonly Route[] = [
  ask('/figures', showFigures, dashboardPage, { csv: dashboardFile }),
  ask('/figures/definitions/:measure', showMeasure, definitionPage),
]
