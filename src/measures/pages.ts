/** Figure pages. */

import { type Route, ask } from '#web/route'
import { showFlow } from './actions/flow.ts'
import { showFigures, showMeasure } from './actions/figures.ts'
import { paths } from './paths.ts'
import { dashboardPage } from './views/dashboard.ts'
import { definitionPage } from './views/definition.ts'
import { dashboardFile } from './views/file.ts'
import { flowFile, flowPage } from './views/flow.ts'

export const pages: readonly Route[] = [
  ask('/figures', showFigures, dashboardPage, { csv: dashboardFile }),
  ask(paths.flow, showFlow, flowPage, { csv: flowFile }),
  ask('/figures/definitions/:measure', showMeasure, definitionPage),
]
