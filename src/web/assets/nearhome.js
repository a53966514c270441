/** Makes pages that already work without it pleasanter: GOV.UK's own components, and `/` to search. */

import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

if (matchMedia('(max-width: 56em)').matches) {
  for (const filters of document.querySelectorAll('details.nearhome-filters')) filters.removeAttribute('open')
}

document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  if (
    event.target instanceof HTMLElement &&
    event.target.closest('input, textarea, select, [contenteditable]')
  )
    return
  const search = document.querySelector('input[type="search"]')
  if (!(search instanceof HTMLElement)) return
  event.preventDefault()
  search.focus()
})
