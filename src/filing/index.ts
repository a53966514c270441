/** The return as files: read from CSV and XML in any encoding, written back, and what the rules flag in them told. */

export { type RecordError, isBlank, readRecords, withoutMarks } from './reading/csv-file.ts'
export { type Encoding, decode, notText } from './reading/encoding.ts'
export { type Kind, type Recognition, addedColumns, columnName, columnsOf } from './reading/kind.ts'
export { isReturnColumn, kinds, recognise } from './reading/kind.ts'
export {
  type File,
  type ReadFile,
  type ReadFiles,
  type Remark,
  readReturnFiles,
  sheetsFrom,
} from './reading/return-files.ts'
export { type Lists, readOfstedLists } from './reading/ofsted-list.ts'
export { isXml } from './reading/xml-file.ts'
export { writeCsvFile } from './writing/csv.ts'
export { type Flagged, type Report, flaggedCsv, flaggedRows } from './writing/flagged.ts'
export { flaggedWorkbook } from './writing/flagged.ts'
export { giveBack, giveBackAll } from './writing/given-back.ts'
export { type Tally, talliesOf } from './writing/tally.ts'
export { type Sheet, writeWorkbook } from './writing/workbook.ts'
export { writeXml } from './writing/xml.ts'
