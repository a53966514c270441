/** The rules of the statutory return (SSDA903): each by itself, pure, and the same in any order. */

export { type Checked, type Outcome, askRule, checkReturn, gathered } from './asking/checking.ts'
export { type EarlierSheets, type Parts, type Sheets, assembleReturn } from './deriving/assembling.ts'
export { type Example, cellsIn, readExample, tablesIn } from './example.ts'
export { type Ground, certainties, deciders, groundInWords } from './ground.ts'
export { type Gazetteer, unknownDistance } from './deriving/deriving.ts'
export { type Joined, type JoinedChild, type YearlyReturns, joinYears } from './joining/joining.ts'
export { type JoinedEpisode, type Repair, type RepairRule, repairRules } from './joining/repair.ts'
export { type Doubt, type DoubtRule, type Told, anyDay, doubtRules } from './joining/told.ts'
export { type Provider, type Providers, providersFrom } from './provider.ts'
export {
  type EarlierReturn,
  type Postcodes,
  type Return,
  type Setting,
  type TableName,
  type Tables,
  settingOf,
} from './return.ts'
export { type Kind, type RowOf, dateColumns, derivedColumns } from './row.ts'
export { type Flags, type Rule, type Severity, type Source, isLive, sourcesOf, years } from './rule.ts'
export { type Group, groups, ruleByCode, rules, rulesOf } from './rules.ts'
export { type Cells, Table, readDay, tableFrom } from './table.ts'
export { askCase } from './asking/cases.ts'
export type { Answer, Case } from './asking/trying.ts'
