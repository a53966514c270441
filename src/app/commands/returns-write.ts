/** `returns write`: the return of a year from the live record, as files that are ready to be sent. */

import { atTheGate, findPersonByEmail, perform, toActor } from '#access'
import { dateToday } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { writeLive } from '#workbench'
import { Mistake, type Values, pathGiven } from '../command.ts'
import { openDatabase } from '../database.ts'
import { yearInWords, yearOf } from './returns-files.ts'
import { writeAll } from '../writing.ts'

/** Asked in a person's name: what they may see is what is written. */
export async function writeReturn(values: Values): Promise<number> {
  const year = yearOf(values.year)
  const { as: email, to } = values
  if (typeof email !== 'string') throw new Mistake('Say in whose name: --as EMAIL')
  if (typeof to !== 'string') throw new Mistake('Say where the files go: --to DIR')
  const database = await openDatabase()
  try {
    const today = dateToday()
    const person = await atTheGate(database, tx => findPersonByEmail(tx, email, today))
    if (!person) throw new Mistake(`Nobody with the email ${email} may sign in today`)
    const written = await perform(writeLive, { database, actor: toActor(person), today }, { year })
    if (written instanceof Refusal) {
      for (const { message } of written.problems) console.error(message)
      return written.kind === 'invalid' ? 2 : 1
    }
    const files = written.files.filter(({ name }) => name.endsWith('.xml') === (values.xml === true))
    writeAll(to, files)
    console.log(`Wrote the return of ${yearInWords(year)} to ${pathGiven(to)}:`)
    for (const { name, sha256 } of files) console.log(`${sha256}  ${name}`)
    return 0
  } finally {
    await database.destroy()
  }
}
