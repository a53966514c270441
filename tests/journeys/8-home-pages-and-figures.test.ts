/** What each person’s day begins with, and the figures of the region with their rules. */

import { journey } from '../support/journey.ts'

const everybody = [
  ['Social worker', 'Medway'],
  ['Brokerage officer', 'Medway'],
  ['Commissioner', 'Medway'],
  ['Data lead of an authority', 'Medway'],
  ['Director of Children’s Services', 'Medway'],
  ['Data and sufficiency lead of the co-operative', 'South East'],
  ['Administrator of the co-operative', 'South East'],
  ['Registered manager of a provider’s homes', 'Foxholme'],
  ['Health or justice partner', 'Kent and Medway'],
] as const

journey('Everybody’s day begins with what waits for them', async ({ as, stranger }) => {
  await (await stranger()).look('sign-in')
  for (const [role, organisation] of everybody) {
    const somebody = await as(role, organisation)
    await somebody.sees(role)
    await somebody.look(`home-${role.toLowerCase().replaceAll(/\W+/g, '-')}`)
    for (const name of await somebody.heads()) {
      await somebody.goTo(name)
      if (name !== 'Home') await somebody.look(`first-${name}`.toLowerCase().replaceAll(/\W+/g, '-'))
    }
  }
})

journey('A director reads the figures, and the rule of each', async ({ as }) => {
  const director = await as('Director of Children’s Services', 'Medway')
  await director.goTo('Figures')
  await director.look('figures')
  await director.follow(/over 20 miles/i)
  await director.look('figure-definition')
  await director.goTo('Figures')
  await director.follow('Accessibility')
  await director.look('accessibility')
  await director.follow('Privacy')
  await director.look('privacy')
  await director.follow('What is logged')
  await director.look('what-is-logged')
})
