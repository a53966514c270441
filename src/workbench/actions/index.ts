/** Every action of the workbench, for the doors that list them. */

import type { AnyAction } from '#access'
import { assignChildren, commentOnChild, replaceTeamList, showTeams } from './assigning.ts'
import { listChildren, listWorkers, showChild, showRule } from './children.ts'
import { correctCell, showCell, takeBack, waiveRule, withdrawAnswer } from './correcting.ts'
import { showDifferences } from './differences.ts'
import { takeBackFile, takeFlags } from './downloads.ts'
import { showLive, takeLive, writeLive } from './live.ts'
import { compareSides } from './sides.ts'
import { showHistory } from './joined-history.ts'
import { checkPrivately, prepareCheck } from './private-check.ts'
import { explainRule, listRules } from './rules.ts'
import { showSigned, takeSigned } from './signed.ts'
import { prepareReturn, showSigning, signReturn, withdrawReturn } from './signing.ts'
import { listCorrections, listWaivers, prepareWaiver } from './standing.ts'
import { checkYear, listYears, showYear } from './years.ts'

export const workbenchActions: readonly AnyAction[] = [
  listRules,
  explainRule,
  listYears,
  showYear,
  checkYear,
  showRule,
  prepareWaiver,
  waiveRule,
  listWaivers,
  withdrawAnswer,
  listWorkers,
  showTeams,
  replaceTeamList,
  listChildren,
  assignChildren,
  showChild,
  commentOnChild,
  showCell,
  correctCell,
  listCorrections,
  takeBack,
  takeFlags,
  takeBackFile,
  showSigning,
  prepareReturn,
  signReturn,
  withdrawReturn,
  showSigned,
  takeSigned,
  showDifferences,
  showLive,
  takeLive,
  writeLive,
  compareSides,
  prepareCheck,
  checkPrivately,
  showHistory,
]
