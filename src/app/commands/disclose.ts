/** `nearhome disclose`: tables made fit to publish, and an attack on tables that somebody wants to publish. */

import { Unreadable, type Verdict, attack } from '#statistics'
import type { Command } from '../command.ts'
import { Mistake, numberOption } from '../command.ts'
import { type Disclosed, disclose } from '../disclosure/disclosing.ts'
import { progressLine } from '../progress-line.ts'
import { placeToWrite, writePieces } from '../writing.ts'
import { tablesFile } from '../disclosure/tables-file.ts'

const layout = `FILE is JSON: dimensions with what adds up to what, tables of cells, and what was published before.
  {"profile":"public",
   "dimensions":{"area":{"sums":{"Region":["North","South"]}},"kind":{"sums":{"All":["Fostering","Residential"]}}},
   "tables":[{"name":"in care","dimensions":["area","kind"],"cells":[
     {"at":{"area":"North","kind":"Residential"},"value":3}, ...]}],
   "earlier":[{"release":"March","tables":[...]}]}
A value is a whole number, or c (held back), z (does not apply), x (not available), k (rounds to zero).
Profiles: internal, partner, public, public-rounded, regional. A category may add up several ways, so that two
footprints may overlap. Cells with the same categories are the same figure in every table and release.
All of it, with examples: docs/disclosure.md`

const protectCommand: Command = {
  name: 'disclose protect',
  takes: 'FILE',
  says: 'Holds back the cells of linked tables that tell of few, and as few others as keep them from being worked out.',
  more: `${layout}

Without --out, it prints what it would hold back. Ends with 1, and writes nothing, where it cannot be made safe.
Example: bin/nearhome disclose protect true.json --out published.json`,
  options: {
    out: { type: 'string', says: 'Write the published form to this file, for disclose check to read' },
    json: { type: 'boolean', says: 'Answer with the published form as JSON' },
  },
  async run(values, rest) {
    const { raw, publication } = tablesFile(rest, 'protect')
    const out = typeof values.out === 'string' ? placeToWrite(values.out) : null
    const progress = progressLine()
    const answer = await inWords(rest[0]!, () => disclose(raw, publication, progress.at))
    progress.done(`looked at ${answer.loss.cells} cells`)
    const isSafe = 'safe' in answer.verdict && answer.verdict.safe
    if (!isSafe) {
      console.error(whyNot(answer))
      return 1
    }
    const text = `${JSON.stringify(answer.published, undefined, 1)}\n`
    if (out) writePieces(out, [text])
    if (values.json) console.log(text.trimEnd())
    else console.log(summary(answer))
    return 0
  },
}

const checkCommand: Command = {
  name: 'disclose check',
  takes: 'FILE',
  says: 'Attacks published tables: the least and most that any reader could work out of each cell held back.',
  more: `${layout}

Ends with 0 when every cell held back stays unknown enough, and with 1 when one does not. high is null where there is
no telling. Ranges are exact; where --seconds run out, cells already seen to be safe are marked "rough": at least that
much is possible. Example: bin/nearhome disclose check published.json --json`,
  options: {
    seconds: {
      type: 'string',
      says: 'How long exact ranges may take; the verdict takes what it needs',
      default: '60',
    },
    json: {
      type: 'boolean',
      says: 'Answer with JSON: {"safe","cells":[{"table","cell","low","high"}],"seconds"}',
    },
  },
  async run(values, rest) {
    const { publication } = tablesFile(rest, 'check')
    const seconds = numberOption({ seconds: '60', ...values }, 'seconds')
    const began = performance.now()
    const verdict = await inWords(rest[0]!, () =>
      attack(publication, () => performance.now() - began > 1000 * seconds),
    )
    if ('contradiction' in verdict) throw new Mistake(`${rest[0]!}: ${verdict.contradiction}`)
    const taken = Math.round(performance.now() - began) / 1000
    if (values.json)
      console.log(JSON.stringify({ safe: verdict.safe, cells: verdict.cells.map(told), seconds: taken }))
    else {
      const weak = verdict.cells.filter(({ safe }) => !safe)
      for (const { table, cell, low, high } of weak)
        console.log(
          `${table}: ${cell} is ${low === high ? low : `between ${low} and ${high ?? 'any number'}`}`,
        )
      console.log(
        verdict.safe
          ? `Safe: ${verdict.cells.length} cells are held back, and none can be worked out.`
          : `Not safe: ${weak.length} cells can be worked out too closely.`,
      )
    }
    return verdict.safe ? 0 : 1
  },
}

/** Without what only the program calls it. */
const told = (cell: Verdict['cells'][number]) => ({ ...cell, figure: undefined })

export const discloseCommands: readonly Command[] = [protectCommand, checkCommand]

async function inWords<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof Unreadable) throw new Mistake(`${name}: ${fault.message}`, { cause: fault })
    throw fault
  }
}

function summary({ loss, verdict }: Disclosed): string {
  const { cells, primary, secondary, value } = loss
  return [
    `Of ${cells} cells, ${primary} are held back for their own sake and ${secondary} to protect them` +
      ` (${Math.round(100 * value)}% of what is counted).`,
    `The attack found a safe range for all ${'cells' in verdict ? verdict.cells.length : 0} of them.`,
  ].join('\n')
}

function whyNot({ verdict, kept }: Disclosed): string {
  if ('contradiction' in verdict) return `Nothing was written. ${verdict.contradiction}`
  const weak = verdict.cells.filter(({ safe }) => !safe)
  const lines = weak
    .slice(0, 20)
    .map(
      ({ table, cell, low, high }) =>
        `  ${table}: ${cell} can be narrowed to ${low} to ${high ?? 'any number'}`,
    )
  const known =
    kept.exposed.length > 0 ? ' Figures published earlier, or that may not be held back, tell them.' : ''
  return [`Nothing was written: ${weak.length} cells cannot be protected.${known}`, ...lines].join('\n')
}
