/** The pages of returns: the list, a load in each of its states, and what is wrong with its files. */

import { aboutChildren } from '#web/marking'
import { type Route, ask, deed } from '#web/route'
import { listReturns } from './actions/lists.ts'
import { cancelLoad, commitLoad, prepareLoad, previewLoad, showLoad, startLoad } from './actions/loads.ts'
import { giveBack, listProblems } from './actions/problems.ts'
import { undoLoad } from './actions/undoing.ts'
import { paths } from './paths.ts'
import { cancellationPage, commitmentPage, undoingPage } from './views/decisions.ts'
import { listPage, startPage } from './views/list.ts'
import { loadPage } from './views/load.ts'
import { problemsPage } from './views/problems.ts'

export const pages: readonly Route[] = [
  ask('/returns', listReturns, listPage),
  ask('/returns/new', prepareLoad, startPage),
  deed('/returns/new', startLoad, ({ load, again }) => (again ? paths.again(load.id) : paths.load(load.id)), {
    files: true,
    limit: { most: 30, seconds: 60 },
  }),
  ask('/returns/:load', showLoad, loadPage),
  ask('/returns/:load/problems', listProblems, problemsPage),
  ask('/returns/:load/files/:file', giveBack, ({ name, content }) =>
    aboutChildren({
      name: `problems-${name.replace(/[^\w.-]+/g, '-').replace(/\.\w+$/, '')}.csv`,
      type: 'text/csv; charset=utf-8',
      content,
    }),
  ),
  ask('/returns/:load/commitment', previewLoad, commitmentPage),
  deed('/returns/:load/commitment', commitLoad, ({ id }) => paths.load(id)),
  ask('/returns/:load/cancellation', showLoad, cancellationPage),
  deed('/returns/:load/cancellation', cancelLoad, ({ id }) => paths.load(id)),
  ask('/returns/:load/undoing', showLoad, undoingPage),
  deed('/returns/:load/undoing', undoLoad, ({ id }) => paths.load(id)),
]
