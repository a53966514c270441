/** Protection and attack measured on invented publications of growing size: `npm run bench:disclosure`. */

import { disclose } from '../src/app/disclosure/disclosing.ts'
import { attack, protect, readPublication } from '../src/statistics/index.ts'
import { inventTables } from '../src/statistics/fixtures.ts'

const sizes = [
  [19, 4, 3],
  [40, 8, 5],
  [80, 12, 6],
  [150, 16, 7],
] as const

for (const [authorities, kinds, ages] of sizes) {
  const hubs = Math.ceil(authorities / 16)
  const size = { authorities, hubs, kinds, ages, mean: 30, profile: 'public', footprint: true }
  const file = inventTables(1, size)
  const publication = readPublication(file)
  const began = performance.now()
  const alone = await protect(publication)
  const between = performance.now()
  const { published, loss, rounds, verdict } = await disclose(file, publication)
  const after = performance.now()
  await attack(readPublication(published), () => true)
  const end = performance.now()
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`
  console.log(
    `${loss.cells} cells: ${loss.primary} held back for their own sake, ${loss.secondary} to protect them` +
      ` (${alone.secondary.length} in the first round, ${rounds} rounds); ${Math.round(100 * loss.value)}% of what is counted;` +
      ` ${'safe' in verdict && verdict.safe ? 'safe' : 'not safe'}.` +
      ` Protected once ${seconds(began, between)}, protected and attacked ${seconds(between, after)}, verdict alone ${seconds(after, end)}`,
  )
}
