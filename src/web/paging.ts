/** A long list a page at a time, with addresses one can share. */

import { type Asked, addressWith } from './address.ts'
import { pagination } from './govuk.ts'
import { type Html, html } from './html.ts'

export type Pages = { readonly page: number; readonly perPage: number; readonly total: number }

const around = 1

/** The page asked for: a whole number from 1, whatever the address says. */
export function pageOf({ query }: Asked): number {
  const asked = Number(query.page)
  return Number.isSafeInteger(asked) && asked > 0 ? asked : 1
}

export const lastPage = ({ perPage, total }: Pages): number => Math.max(1, Math.ceil(total / perPage))

/** "Showing 26 to 50 of 312", and where the rest is. */
export function paging(at: Asked, pages: Pages): Html {
  const { page, perPage, total } = pages
  if (total === 0) return html``
  const first = (page - 1) * perPage + 1
  const last = Math.min(page * perPage, total)
  const showing =
    first > total
      ? html`<p class="govuk-body">There are only ${thousands(total)}: none on this page</p>`
      : html`<p class="govuk-body">
          Showing <strong>${thousands(first)}</strong> to <strong>${thousands(last)}</strong> of
          <strong>${thousands(total)}</strong>
        </p>`
  return html`<div class="nearhome-paging">
    ${showing} ${lastPage(pages) > 1 && links(at, page, lastPage(pages))}
  </div>`
}

function links(at: Asked, page: number, last: number): Html {
  const to = (number: number) => addressWith(at, { page: number === 1 ? null : number })
  return pagination({
    landmarkLabel: 'Pages',
    previous: page > 1 ? { href: to(Math.min(page - 1, last)) } : undefined,
    next: page < last ? { href: to(page + 1) } : undefined,
    items: numbersShown(page, last).map(number =>
      number === null
        ? { ellipsis: true }
        : { number: String(number), href: to(number), current: number === page },
    ),
  })
}

/** The first, the last and those beside this one; a gap is null. */
export function numbersShown(page: number, last: number): (number | null)[] {
  const all = Array.from({ length: last }, (_, i) => i + 1)
  const kept = all.filter(number => number === 1 || number === last || Math.abs(number - page) <= around)
  return kept.flatMap((number, i) => (i > 0 && number - kept[i - 1]! > 1 ? [null, number] : [number]))
}

const thousands = (number: number) => number.toLocaleString('en-GB')
