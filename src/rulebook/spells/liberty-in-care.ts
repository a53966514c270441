/** Rules of orders that deprive a child of liberty beside care: where the child lived, and for how long. */

import { byMessage } from '../ground.ts'
import { codes, isAfter, isBefore, isOneOf, isSameDay, positions } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import type { Table } from '../table.ts'
import { live, ordersIn } from './liberty.ts'
import { type Spell, outlastingCare } from './spell.ts'

const usual = codes('K2 Z12 Z13')
const never = codes('K1 P1 R5 K3')

/** Orders and the episodes during them whose PLACE answers yes. */
function during(
  { DoLo, Episodes }: { DoLo: Table<'DoLo'>; Episodes: Table<'Episodes'> },
  asks: (episode: Episode) => boolean,
) {
  const found = ordersIn(DoLo).flatMap(order =>
    Episodes.of(order.CHILD)
      .filter(episode => touch(order, episode) && asks(episode))
      .map(episode => ({ order, episode })),
  )
  return {
    DoLo: positions(found.map(each => each.order)),
    Episodes: positions(found.map(each => each.episode)),
  }
}

const touch = ({ start, end, isOpen }: Spell, { DECOM, DEC, written }: Episode): boolean =>
  start !== null &&
  DECOM !== null &&
  (isOpen || isSameDay(DECOM, end) || isBefore(DECOM, end)) &&
  (written.DEC === null || isAfter(DEC, start))

const note =
  'The tool that councils use reads a column that no file has and skips this rule on every real file. We read PLACE.'

export const libertyInCare: readonly Rule[] = [
  rule({
    code: '707',
    ground: byMessage(
      'It speaks of an order without an end; we flag one that ended out of care too, as the tool does.',
    ),
    says: 'Care ended while the order stood, or the order ended when the child was not in care.',
    fix: 'Enter DOLO_END no later than care ended, or correct DEC.',
    live,
    columns: ['DOLO_START', 'DOLO_END', 'DEC', 'REC'],
    needs: ['DoLo', 'Episodes'],
    example: {
      DoLo: [
        'CHILD=a, DOLO_START=02/05/2026, DOLO_END=10/05/2026',
        '! CHILD=b, DOLO_START=02/05/2026',
        '! CHILD=c, DOLO_START=30/04/2026',
      ],
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, DEC=10/05/2026, REC=E8',
        'CHILD=b, DECOM=01/05/2026, DEC=10/05/2026, REC=E8',
        'CHILD=c, DECOM=01/05/2026',
      ],
    },
    run: ({ DoLo, Episodes }) => ({ DoLo: positions(outlastingCare(ordersIn(DoLo), Episodes)) }),
  }),
  rule({
    code: '709',
    ground: byMessage(
      'The tool that councils use skips this rule on every real file, so that nobody shows what it finds.',
    ),
    says: 'While the order stood, the child lived somewhere other than K2, Z12 or Z13.',
    fix: 'Check PLACE, and the days of the order; if it is so, say so to DfE.',
    severity: 'query',
    live,
    note,
    columns: ['PLACE', 'DOLO_START', 'DOLO_END'],
    needs: ['DoLo', 'Episodes'],
    example: {
      DoLo: ['CHILD=a, DOLO_START=02/05/2026', '! CHILD=b, DOLO_START=02/05/2026'],
      Episodes: ['CHILD=a, DECOM=01/05/2026, PLACE=K2', '! CHILD=b, DECOM=01/05/2026, PLACE=U6'],
    },
    run: given => during(given, ({ PLACE }) => PLACE !== null && !usual.has(PLACE)),
  }),
  rule({
    code: '710',
    ground: byMessage(
      'The tool that councils use skips this rule on every real file, so that nobody shows what it finds.',
    ),
    says: 'While the order stood, the child lived where no such order is needed: K1, K3, P1 or R5.',
    fix: 'Correct PLACE, or the days of the order.',
    live,
    note,
    columns: ['PLACE', 'DOLO_START', 'DOLO_END'],
    needs: ['DoLo', 'Episodes'],
    example: {
      DoLo: ['CHILD=a, DOLO_START=02/05/2026', '! CHILD=b, DOLO_START=02/05/2026, DOLO_END=09/05/2026'],
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, PLACE=K2',
        '! CHILD=b, DECOM=01/05/2026, PLACE=K1',
        'CHILD=b, DECOM=10/05/2026, PLACE=P1',
      ],
    },
    run: given => during(given, ({ PLACE }) => isOneOf(PLACE, never)),
  }),
]
