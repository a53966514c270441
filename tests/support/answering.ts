/** Answers to a form’s questions, from somebody who knows the child. */

import type { Locator } from 'playwright-core'

/** Says something plausible to every question that has no answer yet. */
export async function answerTheRest(main: Locator): Promise<void> {
  for (const group of await main.locator('fieldset:has(input[type=radio], input[type=checkbox])').all()) {
    const choices = group.locator('input[type=radio], input[type=checkbox]')
    if (!(await group.isVisible()) || (await group.locator('input:checked').count())) continue
    await choices.first().check()
  }
  for (const list of await main.locator('select').all()) {
    if ((await list.isVisible()) && !(await list.inputValue())) await list.selectOption({ index: 1 })
  }
  for (const box of await main.getByRole('textbox').all()) {
    if (!(await box.isVisible()) || (await box.inputValue())) continue
    const label = await box.evaluate(each => (each as unknown as Labelled).labels[0]?.innerText.trim() ?? '')
    await box.fill(plausibly(label, (await box.getAttribute('inputmode')) ?? ''))
  }
}

type Labelled = { readonly labels: readonly { readonly innerText: string }[] }

function plausibly(label: string, inputmode: string): string {
  const date: Record<string, string> = { Day: '20', Month: '9', Year: '2026' }
  if (date[label]) return date[label]
  if (/sector/i.test(label)) return 'ME4 4'
  if (/postcode/i.test(label)) return 'ME4 4UF'
  if (inputmode) return inputmode === 'decimal' ? '1500' : '2'
  return 'Somebody patient, who listens, and a dog if there is one.'
}
