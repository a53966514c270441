/** The chain of audit lines, checked without trusting the database: each line's hash covers the line before it. */

import { createHash } from 'node:crypto'

export type Line = {
  readonly line: number
  readonly action: string
  readonly person: string | null
  readonly organisation: string | null
  readonly about: string | null
  readonly refused: boolean
  /** Milliseconds since 1970. */
  readonly recordedAt: number
  /** Hexadecimal. */
  readonly hash: string
}
export type Head = { readonly line: number; readonly hash: string }

export type Verdict =
  | { readonly state: 'whole'; readonly lines: number; readonly hash: string }
  | { readonly state: 'broken'; readonly at: number; readonly why: string }

export const hashBeforeFirst = (chain: string): string => createHash('sha256').update(chain).digest('hex')

export const hashOf = (previous: string, line: Line): string =>
  createHash('sha256').update(Buffer.from(previous, 'hex')).update(written(line)).digest('hex')

/** Goes through the chain from its first line, and names the first that does not follow from the one before. */
export function verifyChain(chain: string, lines: Iterable<Line>, head: Head | undefined): Verdict {
  let previous = hashBeforeFirst(chain)
  let number = 0
  for (const line of lines) {
    number += 1
    if (line.line !== number) return { state: 'broken', at: number, why: `line ${number} is missing` }
    if (hashOf(previous, line) !== line.hash) {
      return { state: 'broken', at: number, why: `line ${number} is not what was recorded` }
    }
    previous = line.hash
  }
  const { line: told, hash } = head ?? { line: 0, hash: hashBeforeFirst(chain) }
  if (told !== number || hash !== previous) {
    return {
      state: 'broken',
      at: number + 1,
      why: `lines after ${number} are missing: the head says ${told}`,
    }
  }
  return { state: 'whole', lines: number, hash: previous }
}

const written = ({ line, action, person, organisation, about, refused, recordedAt }: Line): string =>
  [
    line,
    action,
    person ?? '-',
    organisation ?? '-',
    about ?? '-',
    refused ? 'refused' : 'done',
    recordedAt,
  ].join('|')
