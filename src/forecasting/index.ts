/** How many children will be in care, and what placements must be made: learned from returns, child by child. */

export { type History, historyFrom, inCareOn } from './history.ts'
export { type Filed, type Problem, type Sheet, fileSheets, problemsIn } from './sheets.ts'
