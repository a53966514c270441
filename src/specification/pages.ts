/** The pages of the data specification: its list, loads in each of their states, and the scorecard. */

import { type Route, ask, deed } from '#web/route'
import { cancelExtract, commitExtract, listLoaded, showExtract, undoExtract } from './actions/extracts.ts'
import { listProblems } from './actions/problems.ts'
import { listSpecification, showScorecard } from './actions/specification.ts'
import { prepareExtract, startExtract } from './actions/starting.ts'
import { paths } from './paths.ts'
import { cancellationPage, commitmentPage, undoingPage } from './views/decisions.ts'
import { extractPage } from './views/extract.ts'
import { loadsPage, startPage } from './views/loads.ts'
import { problemsFile, problemsPage } from './views/problems.ts'
import { scorecardFile, scorecardPage } from './views/scorecard.ts'
import { specificationFile, specificationPage } from './views/specification.ts'

export const pages: readonly Route[] = [
  ask('/specification', listSpecification, specificationPage, { csv: specificationFile }),
  ask('/specification/scorecard', showScorecard, scorecardPage, { csv: scorecardFile }),
  ask('/specification/loads', listLoaded, loadsPage),
  ask('/specification/loads/new', prepareExtract, startPage),
  deed(
    '/specification/loads/new',
    startExtract,
    ({ extract, again }) => (again ? paths.again(extract.id) : paths.extract(extract.id)),
    { files: true, limit: { most: 30, seconds: 60 } },
  ),
  ask('/specification/loads/:extract', showExtract, extractPage),
  ask('/specification/loads/:extract/problems', listProblems, problemsPage, { csv: problemsFile }),
  ask('/specification/loads/:extract/commitment', showExtract, commitmentPage),
  deed('/specification/loads/:extract/commitment', commitExtract, ({ id }) => paths.extract(id)),
  ask('/specification/loads/:extract/cancellation', showExtract, cancellationPage),
  deed('/specification/loads/:extract/cancellation', cancelExtract, ({ id }) => paths.extract(id)),
  ask('/specification/loads/:extract/undoing', showExtract, undoingPage),
  deed('/specification/loads/:extract/undoing', undoExtract, ({ id }) => paths.extract(id)),
]
