/** A home with its places and the name of whoever runs it. */

import type { Home } from './home.ts'
import type { Place } from './place.ts'

export type Run = { readonly home: Home; readonly runBy: string; readonly places: readonly Place[] }
