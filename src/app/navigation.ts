/** The links at the head of every page: those a person's permissions lead to. */

import type { Permission } from '#access'
import type { Viewer } from '#web/route'

type Link = { readonly text: string; readonly href: string; readonly permission: Permission }

const links: readonly Link[] = [
  { text: 'Home', href: '/', permission: 'homepage:read' },
  { text: 'Children', href: '/children', permission: 'child:read' },
  { text: 'Children in the region', href: '/region/children', permission: 'region:read' },
  { text: 'Requests', href: '/referrals', permission: 'referral:read' },
  { text: 'Requests to you', href: '/approaches', permission: 'approach:answer' },
  { text: 'Placements', href: '/placements', permission: 'placement:read' },
  { text: 'Homes', href: '/homes', permission: 'home:read' },
  { text: 'Ofsted’s list', href: '/register', permission: 'register:load' },
  { text: 'Returns', href: '/returns', permission: 'return:read' },
  { text: 'Data specification', href: '/specification', permission: 'return:read' },
  { text: 'Figures', href: '/figures', permission: 'measure:read' },
  { text: 'Sharing', href: '/agreements', permission: 'agreement:read' },
  { text: 'People', href: '/people', permission: 'people:write' },
  { text: 'Record of access', href: '/audit', permission: 'audit:read' },
  { text: 'Your account', href: '/account', permission: 'account' },
]

export const linksFor = ({ actor, path }: Viewer) =>
  links
    .filter(({ permission }) => actor.permissions.has(permission))
    .map(({ text, href }) => ({ text, href, current: isUnder(href, sectionOf(path)) }))

const isUnder = (href: string, path: string): boolean => (href === '/' ? path === '/' : path.startsWith(href))

/** What a council decides about a home it asked belongs to its request, whatever the address. */
const sectionOf = (path: string): string =>
  /^\/approaches\/[^/]+\/(acceptance|answers|sharing|withdrawal)$/.test(path) ? '/referrals' : path
