/** How far a home is from the child's own home and from school. */

import { milesBetween } from '#reference'
import { type HomeFactor, counted, finding } from './factor.ts'

/** Beyond 20 miles the national measure counts a child as placed far from home; from there on the score is low. */
const farMiles = 20

/** Near home, and in the authority's own area where practicable: Children Act 1989, section 22C(8)(a) and (9). */
export const distanceFromHome: HomeFactor = ({ home }, need) => {
  if (need.home === null || !need.nearFamily) return null
  const miles = milesBetween(home.position, need.home)
  const isOwn = need.areaCode !== null && home.areaCode === need.areaCode
  return finding(
    fading(miles),
    () => `${counted(miles, 'mile')} from home${isOwn ? ', in your own area' : ''}`,
  )
}

/** Not disrupting education: section 22C(8)(b). Where the child lives now is the journey they are used to. */
export const distanceFromSchool: HomeFactor = ({ home }, need) => {
  const { school, now } = need
  if (school === null || !need.keepSchool) return null
  const miles = milesBetween(home.position, school)
  return finding(fading(miles), () => journey(miles, now && milesBetween(now, school)))
}

function journey(miles: number, now: number | null): string {
  const all = `${counted(miles, 'mile')} from school`
  if (now === null) return all
  const further = Math.round((miles - now) * 10) / 10
  if (Math.abs(further) < 0.5) return `${all}, as far as now`
  const way = further > 0 ? 'further from school' : 'nearer to school'
  return `${counted(Math.abs(further), 'mile')} ${way} than now (${miles} in all)`
}

/** 1 next door, a half at 10 miles, a quarter at 20 and fading from there, so that far homes still differ. */
function fading(miles: number): number {
  if (miles <= farMiles / 2) return 1 - miles / farMiles
  if (miles <= farMiles) return 0.5 - (miles - farMiles / 2) / (2 * farMiles)
  return (0.25 * farMiles) / miles
}
