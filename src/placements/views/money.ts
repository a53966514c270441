/** Pence as pounds. */

import type { Pence } from '#shared/money'

export const pounds = (amount: Pence): string =>
  (amount / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP' }).replace(/\.00$/, '')
