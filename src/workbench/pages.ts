/** The pages of the workbench: years, rules, children, what was put right and what was answered. */

import { type Route, ask, deed } from '#web/route'
import { assignChildren, commentOnChild, replaceTeamList, showTeams } from './actions/assigning.ts'
import { listChildren, listWorkers, showChild, showRule } from './actions/children.ts'
import { correctCell, showCell, takeBack, waiveRule, withdrawAnswer } from './actions/correcting.ts'
import { explainRule, listRules } from './actions/rules.ts'
import { listCorrections, listWaivers, prepareWaiver } from './actions/standing.ts'
import { checkYear, listYears, showYear } from './actions/years.ts'
import { paths } from './paths.ts'
import { childPage } from './views/child.ts'
import { cellPage, correctionsPage, waiversPage, waivingPage } from './views/corrections.ts'
import { childrenPage, workersPage } from './views/lists.ts'
import { rulePage } from './views/rule.ts'
import { rulePageExplained, rulesPage } from './views/rules.ts'
import { teamsPage } from './views/teams.ts'
import { yearPage } from './views/year.ts'
import { yearsPage } from './views/years.ts'

const year = '/returns/years/:year'
const child = `${year}/children/:returned`
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
  deed('/returns/corrections/:correction/withdrawal', takeBack, of => paths.child(of.year, of.returned)),
]
