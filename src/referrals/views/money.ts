/** Amounts of money in words. */

import type { Pence } from '#shared/money'

/** £4,800, and the pence only where there are any. */
export const pounds = (amount: Pence): string =>
  (amount / 100).toLocaleString('en-GB', {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: amount % 100 === 0 ? 0 : 2,
  })
