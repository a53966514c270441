/** Files that commands write where the person says. */

import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Mistake, pathGiven } from './command.ts'

/** Piece by piece, so that a large file is never held whole. */
export function writePieces(given: string, pieces: Iterable<string | Uint8Array>): void {
  const path = pathGiven(given)
  const file = orMistake(path, () => openSync(path, 'w'))
  try {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
      for (let at = 0; at < bytes.length;) at += orMistake(path, () => writeSync(file, bytes, at))
    }
  } finally {
    closeSync(file)
  }
}

export function writeAll(
  given: string,
  files: Iterable<{ readonly name: string; readonly text: string }>,
): void {
  const folder = pathGiven(given)
  orMistake(folder, () => mkdirSync(folder, { recursive: true }))
  for (const { name, text } of files) writePieces(join(folder, name), [text])
}

/** Where a file can be written: found out before long work begins, and not after it. Nothing is made there yet. */
export function placeToWrite(given: string): string {
  const path = pathGiven(given)
  orMistake(path, () => {
    accessSync(dirname(path), constants.W_OK)
    if (existsSync(path)) closeSync(openSync(path, 'r+'))
  })
  return path
}

function orMistake<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (fault) {
    const why =
      (fault as { code?: string }).code === 'ENOSPC' ? 'the disk is full' : 'it is no place to write to'
    throw new Mistake(`${path} cannot be written: ${why}. Name a file in a folder that is there`, {
      cause: fault,
    })
  }
}
