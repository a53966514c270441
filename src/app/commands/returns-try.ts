/** `returns try`: cases of rules, one JSON object to a line, answered one to a line as they come. */

import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Answer, askCase } from '#rulebook'
import type { Values } from '../command.ts'
import { yearOf } from './returns-files.ts'

/** A line that cannot be asked is answered like the others, with what is wrong with it. */
export async function tryCases({ pack }: Values): Promise<number> {
  const year = pack === undefined ? undefined : yearOf(pack, 'pack')
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1
    if (!line.trim()) continue
    const answer = `${JSON.stringify(await answerTo(line, number, year))}\n`
    if (!process.stdout.write(answer)) await once(process.stdout, 'drain')
  }
  return 0
}

async function answerTo(line: string, number: number, year: number | undefined): Promise<Answer> {
  let raw: unknown
  try {
    raw = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch {
    return { id: '', failed: `Line ${number} is not JSON: write one case as one object on one line.` }
  }
  try {
    return await askCase(raw, year)
  } catch (fault) {
    const id = (raw as { id?: unknown } | null)?.id
    return { id: typeof id === 'string' ? id : '', failed: (fault as Error).message }
  }
}
