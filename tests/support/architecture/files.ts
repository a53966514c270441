/** The source as the architecture's rules see it: each file's place, its text, and what it imports. */

import { readFileSync, readdirSync } from 'node:fs'
import { posix } from 'node:path'

/** Each module may import those before it, and none after. */
export const ladder = [
  'shared',
  'reference',
  'rulebook',
  'filing',
  'access',
  'web',
  'governance',
  'children',
  'provision',
  'referrals',
  'placements',
  'returns',
  'workbench',
  'specification',
  'measures',
  'forecasting',
  'sufficiency',
  'statistics',
  'invention',
  'app',
  'main',
]
export const toolkits = ['shared', 'web']
/** Modules that are about the platform and not about children: their files are not nouns. */
export const withoutNouns = [...toolkits, 'access', 'app', 'main']

export type File = {
  /** From `src/`: `referrals/store/offers.ts`. */
  readonly path: string
  readonly module: string
  /** The layer: the file's own name, or that of its folder in the module. */
  readonly layer: string
  readonly text: string
  readonly imports: readonly string[]
}

export const readSource = (folder = 'src'): File[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map(path => asFile(path, readFileSync(`${folder}/${path}`, 'utf8')))

export function asFile(path: string, text: string): File {
  const imports = [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(match => match[1]!)
  const [module, layer = module] = path.replace(/\.ts$/, '').split('/') as [string, string?]
  return { path, module, layer, text, imports }
}

/** The module that a specifier enters; undefined for a package, a file beside it, or the tables' types. */
export function moduleOf(specifier: string): string | undefined {
  const name = /^#([\w-]+)/.exec(specifier)?.[1]
  return name === 'tables' ? undefined : name
}

/** Where a module stands; outside packages stand below all, and a module nobody has placed above all. */
export function rung(module: string | undefined): number {
  if (module === undefined) return -1
  const place = ladder.indexOf(module)
  return place < 0 ? ladder.length : place
}

/** The layer of a file beside this one that it imports: `./store/offers.ts` is of the store. */
export function layerOf({ path }: File, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  return asFile(posix.join(posix.dirname(path), specifier), '').layer
}

/** What the file says without its comments. */
export const code = ({ text }: File): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/ .*$/gm, '')
