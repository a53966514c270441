/** What is wrong with a file, where in it, and how to put it right. */

export class Unreadable extends Error {
  constructor(path: string, sentence: string) {
    super(path === '' ? sentence : `${path}: ${sentence}`)
  }
}
