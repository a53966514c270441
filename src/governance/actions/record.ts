/** What may be asked of an organisation's own record of access, and of one's own account. */

import { z } from 'zod'
import { type Action, type Role, type Verdict, permissionsOf, readChain, verifyChain } from '#access'
import { unlessEmpty } from '#shared/parse'
import type { RecordLine } from '../record-line.ts'
import { permissionWords } from '../permission-words.ts'
import { findLines, listActionNames } from '../store/record.ts'
import { page } from './people.ts'

export type RecordRead = {
  readonly lines: readonly RecordLine[]
  readonly total: number
  readonly page: number
  readonly perPage: number
  readonly actions: readonly string[]
}
const perPage = 50
/** What a spreadsheet still opens; whoever wants more narrows what they ask. */
const mostInFile = 50_000

const soughtLines = z.object({
  action: unlessEmpty(z.string('Choose an action').max(100, 'Choose an action')),
  person: unlessEmpty(
    z.string('Give part of a name').max(200, 'Give part of a name in up to 200 characters'),
  ),
  about: unlessEmpty(z.uuid('Enter the record’s number as it stands in a line of this record')),
  refused: unlessEmpty(z.enum(['yes', 'no'], 'Choose yes or no')),
  format: z.literal('csv').optional().catch(undefined),
  page,
})

export const readRecord: Action<z.infer<typeof soughtLines>, RecordRead> & { role: 'reader' } = {
  name: 'audit.read',
  says: 'Shows who read and changed your organisation’s records, newest first.',
  role: 'reader',
  permission: 'audit:read',
  schema: soughtLines,
  about: () => null,
  async run({ tx, actor }, { page: at, format, ...sought }) {
    const whole = format === 'csv'
    const part = whole ? { first: 0, most: mostInFile } : { first: (at - 1) * perPage, most: perPage }
    const found = await findLines(tx, actor.organisation, { ...sought, ...part })
    const actions = await listActionNames(tx, actor.organisation)
    return { ...found, page: at, perPage, actions }
  },
}

export const verifyRecord: Action<object, Verdict> & { role: 'reader' } = {
  name: 'audit.verify',
  says: 'Checks that no line of your organisation’s record was changed, added or taken away.',
  role: 'reader',
  permission: 'audit:read',
  schema: z.object({}),
  about: () => null,
  async run({ tx, actor }) {
    const { lines, head } = await readChain(tx, actor.organisation)
    return verifyChain(actor.organisation, lines, head)
  },
}

export type Account = {
  readonly name: string
  readonly organisation: string
  readonly roles: readonly { readonly role: Role; readonly allows: readonly string[] }[]
}

export const readAccount: Action<object, Account> & { role: 'reader' } = {
  name: 'account.read',
  says: 'Shows who you are, your roles, and what each allows.',
  role: 'reader',
  permission: 'account',
  schema: z.object({}),
  about: () => null,
  run: async ({ actor: { name, organisationName, kind, roles } }) => ({
    name,
    organisation: organisationName,
    roles: roles.map(role => ({
      role,
      allows: [...permissionsOf(kind, [role])].map(permission => permissionWords[permission]),
    })),
  }),
}
