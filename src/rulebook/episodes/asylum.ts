/** Who is, or was, an unaccompanied asylum-seeking child, by this year's return and those before it. */

import type { EarlierReturn, Tables } from '../return.ts'

const files = ['Header', 'UASC', 'Header_last', 'UASC_last'] as const
type Files = { readonly [N in (typeof files)[number]]?: Tables[N] | undefined } & {
  readonly earlier?: readonly EarlierReturn[] | undefined
}

/** What a rule reads that exempts those who were unaccompanied: its coding looks back two years. */
export const asylumFiles = {
  reaches: ['Header_last'],
  uses: ['Header', 'UASC', 'UASC_last', 'earlier'],
} as const

/** By the flag of the Header, where it has one (XML), or by a row in the UASC file, of any year at hand. */
export const wasUasc = ({ Header, UASC, Header_last, UASC_last, earlier = [] }: Files) => {
  const years = [
    { Header, UASC },
    { Header: Header_last, UASC: UASC_last },
    ...earlier.map(({ tables }) => tables),
  ]
  return (child: string): boolean =>
    years.some(each => each.UASC?.has(child) === true || each.Header?.first(child)?.UASC === '1')
}
