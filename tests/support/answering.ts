/** Answers to a form’s questions, from somebody who knows the child. */

import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'

const mostRounds = 4

/** Says something plausible to every question that has no answer yet, and to those that an answer brings up. */
export async function answerTheRest(main: Locator): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const open = await unanswered(main)
    if (open.length === 0) return
    for (const question of open) await answer(main, question)
  }
  assert.deepEqual(await unanswered(main), [], 'a question has no end')
}

type Open = {
  readonly id: string
  readonly kind: 'choice' | 'list' | 'text'
  readonly label: string
  readonly inputmode: string
}

async function answer(main: Locator, { id, kind, label, inputmode }: Open): Promise<void> {
  const field = main.locator(`[id="${id}"]`)
  if (kind === 'choice') await field.check()
  else if (kind === 'list') await field.selectOption({ index: 1 })
  else await field.fill(plausibly(label, inputmode))
}

/** Asked of the page all at once: to ask field by field takes a hundred times as long. */
const unanswered = (main: Locator): Promise<Open[]> =>
  main.evaluate(whole => {
    const page = whole as unknown as Field
    const all = (selector: string) =>
      [...page.querySelectorAll(selector)].filter(each => each.checkVisibility())
    const of = (kind: Open['kind'], { id, labels, inputMode }: Field): Open => ({
      id,
      kind,
      label: labels[0]?.innerText.trim() ?? '',
      inputmode: inputMode,
    })
    const groups = all('fieldset:has(input[type=radio], input[type=checkbox])')
      .filter(each => !each.querySelector('input:checked'))
      .map(each => of('choice', each.querySelector('input[type=radio], input[type=checkbox]')!))
    const lists = all('select').filter(({ value }) => !value)
    const texts = all('textarea, input:not([type]), input[type=text]').filter(({ value }) => !value)
    return [...groups, ...lists.map(each => of('list', each)), ...texts.map(each => of('text', each))]
  })

/** As much of an element as is asked here; the page is not part of what is compiled. */
type Field = {
  readonly id: string
  readonly value: string
  readonly inputMode: string
  readonly labels: readonly { readonly innerText: string }[]
  readonly checkVisibility: () => boolean
  readonly querySelector: (selector: string) => Field | null
  readonly querySelectorAll: (selector: string) => Iterable<Field>
}

function plausibly(label: string, inputmode: string): string {
  const date: Record<string, string> = { Day: '20', Month: '9', Year: '2026' }
  if (date[label]) return date[label]
  if (/sector/i.test(label)) return 'ME4 4'
  if (/postcode/i.test(label)) return 'ME4 4UF'
  if (inputmode) return inputmode === 'decimal' ? '1500' : '2'
  return 'Somebody patient, who listens, and a dog if there is one.'
}
