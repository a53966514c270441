/** The pages of children: the worklist, the record, and what is written in it; and the region's list. */

import { type Route, ask, deed } from '#web/route'
import { listOfChildren, searchChildren } from './actions/lists.ts'
import { assessChild, nameChild, showChild } from './actions/records.ts'
import { listOfRegion } from './actions/region.ts'
import { paths } from './paths.ts'
import { assessmentPage, namePage } from './views/assessment.ts'
import { childrenFile, listPage } from './views/list.ts'
import { recordPage } from './views/record.ts'
import { regionFile, regionPage } from './views/region.ts'

export const pages: readonly Route[] = [
  ask('/children', listOfChildren, listPage, { csv: childrenFile }),
  deed('/children', searchChildren, ({ search }) => (search ? paths.found(search) : paths.children), {
    limit: { most: 120, seconds: 60 },
  }),
  ask('/children/:child', showChild, recordPage),
  ask('/children/:child/assessment', showChild, assessmentPage),
  deed('/children/:child/assessment', assessChild, ({ child }) => paths.child(child)),
  ask('/children/:child/name', showChild, namePage),
  deed('/children/:child/name', nameChild, ({ id }) => paths.child(id)),
  ask('/region/children', listOfRegion, regionPage, { csv: regionFile }),
]
