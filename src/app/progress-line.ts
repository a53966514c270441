/** How far a long piece of work has come, on the terminal: one line rewritten, or plain lines where nobody watches. */

import type { WriteStream } from 'node:tty'

export type ProgressLine = {
  /** What is being done now: rewritten where it can be, otherwise not told. */
  readonly at: (words: string) => void
  /** A step that is over: always told. */
  readonly done: (words: string) => void
}

const backAndClear = '\r\u001b[K'

/** To standard error, so that what a command answers can be read by a program. */
export function progressLine(stream: WriteStream = process.stderr): ProgressLine {
  const began = performance.now()
  const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`
  if (!stream.isTTY) {
    return { at: () => {}, done: words => void stream.write(`${words} (${seconds()})\n`) }
  }
  const fit = (words: string) => words.slice(0, Math.max(20, stream.columns - 1))
  return {
    at: words => void stream.write(`${backAndClear}${fit(`${words} (${seconds()})`)}`),
    done: words => void stream.write(`${backAndClear}${words} (${seconds()})\n`),
  }
}
