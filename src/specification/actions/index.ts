/** Every action of the data specification, for the doors that list them. */

import type { AnyAction } from '#access'
import { cancelExtract, commitExtract, listLoaded, showExtract, undoExtract } from './extracts.ts'
import { listProblems } from './problems.ts'
import { listSpecification, showScorecard } from './specification.ts'
import { prepareExtract, startExtract } from './starting.ts'

export const specificationActions: readonly AnyAction[] = [
  listSpecification,
  showScorecard,
  listLoaded,
  prepareExtract,
  startExtract,
  showExtract,
  listProblems,
  commitExtract,
  cancelExtract,
  undoExtract,
]
