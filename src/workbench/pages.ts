/** The pages of the workbench: years, rules, children, what was put right and what was answered. */

import { aboutChildren } from '#web/marking'
import { type Route, ask, deed, look } from '#web/route'
import { assignChildren, commentOnChild, replaceTeamList, showTeams } from './actions/assigning.ts'
import { listChildren, listWorkers, showChild, showRule } from './actions/children.ts'
import { correctCell, showCell, takeBack, waiveRule, withdrawAnswer } from './actions/correcting.ts'
import { showDifferences } from './actions/differences.ts'
import { takeBackFile, takeFlags } from './actions/downloads.ts'
import { compareSides } from './actions/sides.ts'
import { showLive, takeLive } from './actions/live.ts'
import { showHistory } from './actions/joined-history.ts'
import { checkPrivately, prepareCheck } from './actions/private-check.ts'
import { explainRule, listRules } from './actions/rules.ts'
import { showSigned, takeSigned } from './actions/signed.ts'
import { prepareReturn, showSigning, signReturn, withdrawReturn } from './actions/signing.ts'
import { listCorrections, listWaivers, prepareWaiver } from './actions/standing.ts'
import { checkYear, listYears, showYear } from './actions/years.ts'
import { paths } from './paths.ts'
import { childPage } from './views/child.ts'
import { cellPage, correctionsPage, waiversPage, waivingPage } from './views/corrections.ts'
import { historyFile, historyPage } from './views/history.ts'
import { livePage, sidesPage } from './views/live.ts'
import { childrenPage, workersPage } from './views/lists.ts'
import { checkPage, checkedPage } from './views/private-check.ts'
import { rulePage } from './views/rule.ts'
import { rulePageExplained, rulesPage } from './views/rules.ts'
import { differencesPage, signedPage, signingPage } from './views/signing.ts'
import { teamsPage } from './views/teams.ts'
import { yearPage } from './views/year.ts'
import { yearsPage } from './views/years.ts'

const year = '/returns/years/:year'
const child = `${year}/children/:returned`
const signing = '/returns/signings/:signing'
const typeOf = (name: string): string =>
  name.endsWith('.xml') ? 'application/xml; charset=utf-8' : 'text/csv; charset=utf-8'
const cell = `${child}/rows/:part/:at/:column`

export const pages: readonly Route[] = [
  ask('/rules', listRules, rulesPage),
  ask('/rules/:rule', explainRule, rulePageExplained),
  ask('/returns/years', listYears, yearsPage),
  ask(year, showYear, yearPage),
  deed(`${year}/checking`, checkYear, checking => paths.year(checking.year)),
  ask(`${year}/rules/:rule`, showRule, rulePage),
  ask(`${year}/rules/:rule/waiving`, prepareWaiver, waivingPage),
  deed(`${year}/rules/:rule/waiving`, waiveRule, waived => paths.rule(waived.year, waived.rule)),
  ask(`${year}/waivers`, listWaivers, waiversPage),
  deed('/returns/waivers/:waiver/withdrawal', withdrawAnswer, waived => paths.waivers(waived.year)),
  ask(`${year}/workers`, listWorkers, workersPage),
  ask(`${year}/teams`, showTeams, teamsPage),
  deed(`${year}/teams`, replaceTeamList, of => paths.workers(of.year)),
  ask(`${year}/children`, listChildren, childrenPage),
  deed(`${year}/children/assigning`, assignChildren, of => paths.children(of.year)),
  ask(child, showChild, childPage),
  deed(`${child}/comments`, commentOnChild, of => paths.child(of.year, of.returned)),
  ask(cell, showCell, cellPage),
  deed(cell, correctCell, of => paths.child(of.year, of.returned)),
  ask(`${year}/corrections`, listCorrections, correctionsPage),
  ask(`${year}/flags`, takeFlags, aboutChildren),
  ask(`${year}/files/:part`, takeBackFile, aboutChildren),
  ask(`${year}/live`, showLive, livePage),
  ask(`${year}/live/files/:name`, takeLive, ({ name, text }) =>
    aboutChildren({ name, type: typeOf(name), content: text }),
  ),
  ask(`${year}/differences`, compareSides, sidesPage),
  ask(`${year}/signing`, showSigning, signingPage),
  deed(`${year}/signing`, prepareReturn, of => paths.signing(of.year)),
  ask(signing, showSigned, signedPage),
  ask(`${signing}/files/:name`, takeSigned, ({ name, content }) =>
    aboutChildren({ name, type: typeOf(name), content }),
  ),
  ask(`${signing}/differences`, showDifferences, differencesPage),
  deed(`${signing}/signature`, signReturn, of => paths.signing(of.year)),
  deed(`${signing}/withdrawal`, withdrawReturn, of => paths.signing(of.year)),
  ask('/returns/check', prepareCheck, checkPage),
  look('/returns/check', checkPrivately, checkedPage, { files: true, limit: { most: 20, seconds: 60 } }),
  ask('/returns/history', showHistory, historyPage, { csv: historyFile }),
  deed('/returns/corrections/:correction/withdrawal', takeBack, of => paths.child(of.year, of.returned)),
]
