/** Pages of homes and places. */
import type { Route } from '#web/route'
export const pages: readonly Route[] = []
