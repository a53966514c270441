/** Who is, or was, an unaccompanied asylum-seeking child, by this year's return and last year's. */

import type { Tables } from '../return.ts'

export const asylumFiles = ['Header', 'UASC', 'Header_last', 'UASC_last'] as const
type Files = { readonly [N in (typeof asylumFiles)[number]]?: Tables[N] | undefined }

/** By the flag of the Header, where it has one (XML), or by a row in the UASC file, of either year. */
export const wasUasc =
  ({ Header, UASC, Header_last, UASC_last }: Files) =>
  (child: string): boolean =>
    UASC?.has(child) === true ||
    UASC_last?.has(child) === true ||
    Header?.first(child)?.UASC === '1' ||
    Header_last?.first(child)?.UASC === '1'
