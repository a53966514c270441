/** The statutory return on children looked after: reading it, checking it, what loading it would change, writing it. */

export type { ReturnChild, ReturnEpisode, Sex } from './accepted.ts'
export { type Checked, type Load, check, rowsIn } from './checking.ts'
export { firstDay, lastDay, touches, yearOf } from './collection-year.ts'
export {
  type Effect,
  type Geography,
  type Stored,
  type StoredChild,
  type Write,
  planEffect,
} from './effect.ts'
export type { Encoding } from './encoding.ts'
export { type Kind, columnsOf, kinds } from './kind.ts'
export type { Change, EpisodeFacts, StoredEpisode } from './merging.ts'
export { type Problem, halves } from './problem.ts'
export { problemFile } from './problem-file.ts'
export { type Brought, type Reading, mostRows, readReturnFile } from './reading.ts'
export { type Code, type Rule, rules } from './rules.ts'
export { type WrittenRow, episodeRow, headerRow, uascRow, writeReturnFile } from './writing.ts'
