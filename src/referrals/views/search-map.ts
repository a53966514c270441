/** Where the homes on this page are, drawn from our own shapes: a foster household only where its outward code is. */

import { areaMap } from '#web/charts/area-map'
import type { Html } from '#web/html'
import { type Position, regionMap, southEast } from '#reference'
import type { Searched } from '../actions/search.ts'

const width = 420

export function searchMap({ matches, byArea, around }: Searched): Html {
  const map = regionMap(
    southEast.map(({ code }) => code),
    width,
  )
  const at = (position: Position) => {
    const [x, y] = map.project(position)
    return { x, y }
  }
  const homes = matches.map(({ rank, home, around: near }) => ({
    name: `${rank}. ${home.name}`,
    ...at(near),
  }))
  const centre = around ? [{ name: around.name, main: true, ...at(around.position) }] : []
  return areaMap({
    id: 'map',
    title: 'Where homes that could suit are',
    description: `Map of the region shaded by how many homes could suit. ${homes.length} homes of this page are points${
      around ? `, and the larger point is ${around.name.toLowerCase()}` : ''
    }.`,
    source: 'The register of homes and places',
    definition: 'Foster households are shown where their postcode district is, never at their address.',
    width,
    height: map.height,
    areas: map.areas.map(({ code, name, path }) => ({ name, path, value: byArea[code] ?? 0 })),
    points: [...homes, ...centre],
    pointsAre: 'Homes on this page; the larger is where family is',
    names: 'Area',
    counted: 'Homes that could suit',
  })
}
