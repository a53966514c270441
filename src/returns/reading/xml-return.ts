/** A return brought as XML, as the CSV files that hold the same rows: from there on it is like any other. */

import { decode, isXml, notText, readReturnFiles, writeCsvFile } from '#filing'

type Sent = { readonly name: string; readonly content: Uint8Array }

/** XML that cannot be read is left as it is, to be told with the other files' problems. Files without rows are none. */
export function asCsvFiles(sent: Sent): readonly Sent[] {
  if (notText(sent.content) || !isXml(decode(sent.content).text)) return [sent]
  const { files } = readReturnFiles([{ name: sent.name, bytes: sent.content }])
  const told = files.filter(({ rows }) => rows.length > 0)
  if (told.length === 0) return [sent]
  return told.map(({ kind, rows }) => ({
    name: `${kind} of ${sent.name.slice(0, 200)}.csv`,
    content: new TextEncoder().encode(writeCsvFile(kind, rows)),
  }))
}

/** Why XML cannot be read, in a sentence. */
export function problemOfXml({ name, content }: Sent): string {
  const { refused, passedOver } = readReturnFiles([{ name, bytes: content }])
  return [...refused, ...passedOver][0]?.says ?? 'It holds no rows of a return.'
}
