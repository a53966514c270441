/** Whether a child is an unaccompanied asylum seeker by a return, and the rows that say so. */

import { positions } from '../questions.ts'
import type { Header, RowOf } from '../row.ts'
import type { Table } from '../table.ts'

type Stated = { readonly CHILD: string; readonly UASC: string | null }

/** The Header's own word where it has one (XML); otherwise whoever is in the UASC file is one. */
export const isUasc = ({ CHILD, UASC }: Stated, file: Table<'UASC'>): boolean =>
  UASC === null ? file.has(CHILD) : UASC === '1'

export function flagsOf(
  children: readonly Header[],
  file: Table<'UASC'>,
  asks: (row: RowOf<'UASC'>) => boolean,
) {
  return {
    Header: positions(children),
    UASC: positions(children.flatMap(({ CHILD }) => file.of(CHILD).filter(asks))),
  }
}
