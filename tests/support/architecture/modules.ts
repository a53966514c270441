/** The rules of modules: who may import whom, and what each layer may do. */

import { posix } from 'node:path'
import { type File, code, layerOf, moduleOf, rung, toolkits, withoutNouns } from './files.ts'

/** A rule, and violations that prove it is kept. */
export type Rule = {
  readonly says: string
  readonly breaks: (file: File) => boolean
  readonly planted: readonly (readonly [path: string, text: string])[]
}

const doors = ['pages', 'api', 'cli', 'jobs']
const impure = [...doors, 'store', 'actions', 'views', 'fixtures', 'index']
export const reserved = [...impure, 'paths']

/** Outside the stores: what takes a role, appends to the audit, connects, migrates, or works as the tables' owner. */
const mayHoldSql = [
  'access/database.ts',
  'access/audit.ts',
  'access/organisations.ts',
  'app/conversing.ts',
  'app/database.ts',
  'app/embedded.ts',
  'app/database-worker.ts',
  'app/site.ts',
  'app/commands/audit.ts',
  'reference/cli.ts',
]
/** Commands of the tables' owner, who is no caller of an action. */
const mayUseStore = ['reference/cli.ts']
/** Public figures that come with the platform, and the key of the regional ids; each is read once. */
const mayReadFiles = ['reference/files.ts', 'reference/atlas-files.ts', 'children/pseudonym-key.ts']
/** Whose schema a module writes, where it is not its own name's. */
const schemas: Record<string, readonly string[]> = { governance: ['access'] }
/** It makes up a whole region as the tables' owner, in an empty database. */
const mayWriteAll = ['invention', 'app']

const purePackages = /^(d3-[\w-]+|hucre\/xlsx|papaparse|saxes|zod)$/
/** A hash is the same for the same words and key: of what `node:crypto` offers, these alone are pure. */
const pureHash =
  /import \{ (?:(?:type KeyObject|createHash|createHmac|createSecretKey)(?:, )?)+ \} from 'node:crypto'/
/** Packing and unpacking are the same for the same bytes. */
const purePacking =
  /import \{ (?:(?:constants|crc32|deflateRawSync|inflateRawSync)(?:, )?)+ \} from 'node:zlib'/
const speaksSql = /from '(kysely|pg|#tables)'|\bsql(<[^`]*>)?`|\btx\s*\.\s*[a-z]/
const clockOrChance =
  /new Date\(\)|\b(Date\.now|dateToday|newId|Math\.random|crypto\.random\w+|process\.env)\b/
const written =
  /\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'(\w+)\.|\b(?:insert into|delete from|merge into|truncate|update)\s+(\w+)\.\w/g

export const moduleRules: readonly Rule[] = [
  {
    says: 'a module imports only modules below it on the ladder',
    breaks: ({ module, imports }) => imports.some(each => rung(moduleOf(each)) >= rung(module)),
    planted: [
      ['web/route.ts', "import { paths } from '#referrals'"],
      ['access/action.ts', "const web = await import('#web/html')"],
      ['referrals/views.ts', "import type { Thing } from '#unheard-of'"],
      ['children/child.ts', "import { referral } from '#referrals'"],
    ],
  },
  {
    says: 'every module stands on the ladder',
    breaks: ({ module }) => rung(module) === rung('unheard-of'),
    planted: [['unheard-of/thing.ts', '']],
  },
  {
    says: 'a module is entered by its index',
    breaks: file => file.imports.some(each => leaves(file, each) || isInside(each)),
    planted: [
      ['referrals/store.ts', "import { recordAudit } from '../access/audit.ts'"],
      ['referrals/store/offers.ts', "import { recordAudit } from '../../access/audit.ts'"],
      ['referrals/actions.ts', "import { recordAudit } from '#access/audit'"],
    ],
  },
  {
    says: 'only a store, or a file named here, speaks to the database',
    breaks: file => file.layer !== 'store' && !mayHoldSql.includes(file.path) && speaksSql.test(code(file)),
    planted: [
      ['referrals/actions.ts', "import { sql } from 'kysely'"],
      ['referrals/pages.ts', 'sql`select 1`'],
      ['referrals/cli.ts', 'sql<{ one: number }>`select 1`'],
      ['referrals/views.ts', "tx.selectFrom('referrals.referral')"],
      ['referrals/database.ts', "import type { Tables } from '#tables'"],
    ],
  },
  {
    says: 'a module writes only its own schema',
    breaks: file =>
      !mayWriteAll.includes(file.module) &&
      schemasWritten(file).some(each => !ownSchemas(file).includes(each)),
    planted: [
      ['placements/store.ts', "tx.updateTable('referrals.referral')"],
      ['placements/store.ts', "tx.insertInto(\n  'provision.place')"],
      ['returns/store/load.ts', 'sql`delete from children.episode where true`'],
      ['governance/store.ts', "tx.deleteFrom('children.child')"],
    ],
  },
  {
    says: 'a noun is pure: no clock, no chance, no file, no package but those that are pure themselves',
    breaks: file =>
      isNoun(file) && (file.imports.some(each => isImpure(file, each)) || clockOrChance.test(code(file))),
    planted: [
      ['referrals/referral.ts', "import { findReferral } from './store.ts'"],
      ['referrals/rules/matching.ts', "import { findReferral } from '../store/offers.ts'"],
      ['referrals/offer.ts', "import { readFile } from 'node:fs/promises'"],
      ['referrals/offer.ts', "import { html } from '#web/html'"],
      ['children/pseudonym.ts', "import { createHmac, randomBytes } from 'node:crypto'"],
      ['children/pseudonym.ts', "import crypto from 'node:crypto'"],
      ['filing/writing/archive.ts', "import { createGzip, deflateRawSync } from 'node:zlib'"],
      ['children/keys.ts', "import { readFileSync } from 'node:fs'"],
      ['referrals/matching.ts', 'const now = Date.now()'],
      ['referrals/paths.ts', 'const id = newId()'],
      ['children/child.ts', 'const now = new Date()'],
    ],
  },
  {
    says: 'a door opens on actions, never on a store',
    breaks: file =>
      [...doors, 'views'].includes(file.layer) &&
      !mayUseStore.includes(file.path) &&
      file.imports.some(each => layerOf(file, each) === 'store'),
    planted: [
      ['referrals/cli.ts', "import { saveReferral } from './store.ts'"],
      ['referrals/views/search.ts', "import { findReferral } from '../store.ts'"],
      ['referrals/pages.ts', "import { findOffer } from './store/offers.ts'"],
    ],
  },
]

const ownSchemas = ({ module }: File) => schemas[module] ?? [module]
const schemasWritten = (file: File) =>
  [...code(file).matchAll(written)].map(([, builder, text]) => builder ?? text!)
const leaves = ({ path }: File, specifier: string) =>
  specifier.startsWith('.') && path.includes('/')
    ? posix.join(posix.dirname(path), specifier).split('/')[0] !== path.split('/')[0]
    : specifier.startsWith('..')
const isInside = (specifier: string) =>
  /^#[\w-]+\//.test(specifier) && !toolkits.includes(moduleOf(specifier)!)

const isNoun = ({ path, module, layer }: File) =>
  !withoutNouns.includes(module) && !impure.includes(layer) && !mayReadFiles.includes(path)
const isImpure = (file: File, specifier: string) => {
  const module = moduleOf(specifier)
  if (module !== undefined) return module === 'web'
  if (specifier.startsWith('.')) return impure.includes(layerOf(file, specifier)!)
  if (specifier === 'node:crypto') return !pureHash.test(file.text)
  if (specifier === 'node:zlib') return !purePacking.test(file.text)
  return !purePackages.test(specifier)
}
