/** What a person may be allowed to do, and the roles that allow it. */

export const permissions = [
  'account',
  'homepage:read',
  'child:read',
  'child:write',
  'home:read',
  'home:write',
  'referral:read',
  'referral:write',
  'search:read',
  'approach:send',
  'approach:answer',
  'offer:accept',
  'placement:read',
  'placement:write',
  'return:read',
  'return:load',
  'return:correct',
  'return:sign',
  'region:read',
  'measure:read',
  'register:load',
  'agreement:read',
  'agreement:write',
  'agreement:sign',
  'people:write',
  'audit:read',
] as const
export type Permission = (typeof permissions)[number]

/** Of an organisation: a children's trust's people act for its authority, and health and justice are partners. */
export type Kind = 'authority' | 'region' | 'provider' | 'partner'

const everyone: readonly Permission[] = ['account', 'homepage:read']
const authority: readonly Permission[] = [...everyone, 'home:read', 'measure:read', 'agreement:read']
const seesChildren: readonly Permission[] = [...authority, 'child:read', 'referral:read', 'placement:read']

type RoleFacts = { readonly kind: Kind; readonly says: string; readonly permissions: readonly Permission[] }

export const roles = {
  'social-worker': {
    kind: 'authority',
    says: 'Social worker',
    permissions: [...seesChildren, 'child:write', 'referral:write'],
  },
  'brokerage-officer': {
    kind: 'authority',
    says: 'Brokerage officer',
    permissions: [
      ...seesChildren,
      'referral:write',
      'search:read',
      'approach:send',
      'approach:answer',
      'offer:accept',
      'placement:write',
    ],
  },
  commissioner: {
    kind: 'authority',
    says: 'Commissioner',
    permissions: [...seesChildren, 'home:write', 'search:read', 'approach:answer'],
  },
  'data-lead': {
    kind: 'authority',
    says: 'Data lead of an authority',
    permissions: [
      ...authority,
      'child:read',
      'return:read',
      'return:load',
      'return:correct',
      'return:sign',
      'audit:read',
    ],
  },
  director: {
    kind: 'authority',
    says: 'Director of Children’s Services',
    permissions: [
      ...seesChildren,
      'search:read',
      'return:read',
      'return:sign',
      'agreement:sign',
      'audit:read',
    ],
  },
  'region-data-lead': {
    kind: 'region',
    says: 'Data and sufficiency lead of the co-operative',
    permissions: [...everyone, 'region:read', 'home:read', 'measure:read', 'agreement:read', 'return:read'],
  },
  'region-administrator': {
    kind: 'region',
    says: 'Administrator of the co-operative',
    permissions: [
      ...everyone,
      'home:read',
      'measure:read',
      'register:load',
      'agreement:read',
      'agreement:write',
      'agreement:sign',
      'people:write',
      'audit:read',
    ],
  },
  'registered-manager': {
    kind: 'provider',
    says: 'Registered manager of a provider’s homes',
    permissions: [...everyone, 'home:read', 'home:write', 'approach:answer', 'placement:read'],
  },
  partner: {
    kind: 'partner',
    says: 'Health or justice partner',
    permissions: [...everyone, 'agreement:read'],
  },
} as const satisfies Record<string, RoleFacts>

export type Role = keyof typeof roles

export const isRole = (word: string): word is Role => Object.hasOwn(roles, word)

/** A role counts only in the kind of organisation it belongs to. */
export const permissionsOf = (kind: Kind, held: readonly Role[]): ReadonlySet<Permission> =>
  new Set(held.filter(role => roles[role].kind === kind).flatMap(role => roles[role].permissions))

const kinds: Record<string, Kind> = {
  authority: 'authority',
  trust: 'authority',
  region: 'region',
  provider: 'provider',
  health: 'partner',
  justice: 'partner',
}

export function kindOf(organisationKind: string): Kind {
  const kind = kinds[organisationKind]
  if (!kind) throw new Error(`an organisation of no known kind: ${organisationKind}`)
  return kind
}
