/** Pence as pounds. */

import type { Pence } from '#shared/money'

/** Made once: making it takes a hundred times as long as using it. */
const inPounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })

export const pounds = (amount: Pence): string => inPounds.format(amount / 100).replace(/\.00$/, '')
