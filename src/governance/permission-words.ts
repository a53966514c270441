/** What each permission lets a person do, as their own page tells them. */

import type { Permission } from '#access'

export const permissionWords: Record<Permission, string> = {
  account: 'see your own account, and sign out everywhere',
  'homepage:read': 'see your home page',
  'child:read': 'read your authority’s children’s records',
  'child:write': 'write in your authority’s children’s records',
  'home:read': 'see homes and their places',
  'home:write': 'keep your own homes and places up to date',
  'referral:read': 'read your authority’s requests for a home',
  'referral:write': 'ask for a home for a child',
  'search:read': 'search for a home, and see the reasons for each',
  'approach:send': 'send a child’s profile to homes',
  'approach:answer': 'answer requests made to your homes',
  'offer:accept': 'accept a home’s offer',
  'placement:read': 'see which child lives where',
  'placement:write': 'start, move and end placements',
  'return:read': 'read statutory returns',
  'return:load': 'load statutory returns',
  'return:correct': 'check statutory returns and put them right',
  'return:sign': 'sign statutory returns',
  'region:read': 'see the region’s children without names, under an agreement in force',
  'measure:read': 'see figures',
  'register:load': 'load the register of homes',
  'agreement:read': 'read agreements to share',
  'agreement:write': 'draw up and end agreements to share',
  'agreement:sign': 'sign agreements for your organisation',
  'people:write': 'add people, give and end roles, and end access',
  'audit:read': 'read the record of who saw and changed your organisation’s records',
}
