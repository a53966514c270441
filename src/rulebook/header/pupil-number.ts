/** Rules of the unique pupil number. */

import { byCoding, carriedOut } from '../ground.ts'
import { isAged, schoolAgeDay, where } from '../questions.ts'
import { type Rule, from, rule } from '../rule.ts'

const form = /^([A-HJ-NP-RT-Z]\d{11}[\dA-Z]|UN[1-5])$/
const isUnknown = (upn: string | null | undefined): boolean => upn != null && /^UN[1-5]$/.test(upn)

export const pupilNumber: readonly Rule[] = [
  rule({
    code: '168',
    ground: byCoding(
      'The tool that councils use does not flag a blank, which is the matter of rule 442.',
      'fairly sure',
    ),
    says: 'The pupil number has not the form of one.',
    fix: 'Enter a letter and 12 figures, or a letter, 11 figures and a letter; or UN1 to UN5 to say why there is none.',
    note: 'The check letter at the front is not worked out, here or in the tool that councils use.',
    columns: ['UPN'],
    needs: ['Header'],
    example: {
      Header: [
        'UPN=H801200001001',
        'UPN=H80120000100A',
        'UPN=UN1',
        '! UPN=O801200001001',
        '! UPN=UN6',
        'UPN=',
      ],
    },
    run: ({ Header }) => ({ Header: where(Header, ({ UPN }) => UPN !== null && !form.test(UPN)) }),
  }),
  rule({
    code: '208',
    ground: carriedOut,
    says: "The pupil number differs from last year's return.",
    fix: 'Find out which is right, and correct UPN.',
    columns: ['UPN'],
    needs: ['Header', 'Header_last'],
    example: {
      Header: ['CHILD=a, UPN=H801200001001', '! CHILD=b, UPN=H801200001002', 'CHILD=c, UPN=H801200001003'],
      Header_last: ['CHILD=a, UPN=H801200001001', 'CHILD=b, UPN=H801200009999', 'CHILD=c, UPN=UN4'],
    },
    run: ({ Header, Header_last }) => ({
      Header: where(Header, ({ CHILD, UPN }) => {
        const before = Header_last.first(CHILD)
        return before !== undefined && !mayFollow(before.UPN, UPN)
      }),
    }),
  }),
  rule({
    code: '209',
    ground: byCoding(
      'The message speaks of school age; the coding takes it to begin at 4 on 31 August of the year before.',
    ),
    says: 'The child is of school age, and the pupil number says under school age.',
    fix: 'Enter the pupil number, or another of the codes UN2 to UN5.',
    columns: ['UPN', 'DOB'],
    needs: ['Header'],
    example: { Header: ['UPN=UN1, DOB=01/09/2021', '! UPN=UN1, DOB=31/08/2021', 'UPN=UN2, DOB=31/08/2021'] },
    run: ({ Header, start }) => ({
      Header: where(Header, ({ UPN, DOB }) => UPN === 'UN1' && isAged(DOB, 4, schoolAgeDay(start))),
    }),
  }),
  rule({
    code: '444',
    ground: carriedOut,
    says: 'Two children have the same pupil number.',
    fix: 'If they are one child, use one CHILD for both; else correct UPN.',
    live: from(2026),
    columns: ['UPN'],
    needs: ['Header'],
    scope: 'return',
    example: {
      Header: [
        '! CHILD=a, UPN=H801200001001',
        '! CHILD=b, UPN=H801200001001',
        'CHILD=c, UPN=H801200001002',
        'CHILD=d, UPN=UN1',
        'CHILD=e, UPN=UN1',
      ],
    },
    run: ({ Header }) => {
      const children = new Map<string, Set<string>>()
      for (const { CHILD, UPN } of Header.rows) {
        if (UPN !== null && !isUnknown(UPN)) children.set(UPN, (children.get(UPN) ?? new Set()).add(CHILD))
      }
      return { Header: where(Header, ({ UPN }) => UPN !== null && (children.get(UPN)?.size ?? 0) > 1) }
    },
  }),
]

/** A number may become known, and a child under school age, or never asked about, may turn out to have none. */
function mayFollow(before: string | null, now: string | null): boolean {
  if (before?.toUpperCase() === now?.toUpperCase()) return true
  if (now === null) return false
  if (!isUnknown(now)) return before === null || isUnknown(before)
  return now !== 'UN1' && (before === null || before === 'UN1')
}
