/** A deed done once, though its button is pressed twice, again after going back, and again from a page left open. */

import assert from 'node:assert/strict'
import { type Somebody, besides } from './somebody.ts'

export type Deed = {
  readonly name: string
  readonly button: string | RegExp
  /** Whatever the form needs, wherever it is open. */
  readonly fill?: (somebody: Somebody) => Promise<void>
  /** What is said when it is done, and whenever it is asked again. */
  readonly done: RegExp
  readonly already: RegExp
  /** How many of them there are now. */
  readonly count: () => Promise<number>
}

export async function onlyOnce(somebody: Somebody, deed: Deed): Promise<void> {
  const { name, button, fill = async () => {}, done, already, count } = deed
  const before = await count()
  const left = await besides(somebody)
  await fill(left)
  await fill(somebody)
  await somebody.pressTwice(button)
  await somebody.comesToSee(either(done, already))
  assert.equal(await count(), before + 1, `${name}, pressed twice`)

  await somebody.backButton()
  await again(somebody, deed, `${name}-after-back`)
  await again(left, deed, `${name}-left-open`)
  assert.equal(await count(), before + 1, `${name}, pressed again`)
  await left.shown.close()
}

/** Where the form is still there it is sent; either way the page says what has happened. */
async function again(somebody: Somebody, { button, fill, done, already }: Deed, look: string): Promise<void> {
  if (await somebody.offers(button)) {
    if (fill) await fill(somebody)
    await somebody.press(button)
  }
  await somebody.comesToSee(either(done, already))
  await somebody.look(look)
}

const either = (one: RegExp, other: RegExp): RegExp => new RegExp(`${one.source}|${other.source}`, one.flags)
