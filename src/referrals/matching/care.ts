/** What the home can do: needs met, the purpose it states, and how Ofsted judged it. */

import type { Judgement } from '#provision'
import { labelOfNeed } from './limits.ts'
import type { Suitability } from './need.ts'
import { type HomeFactor, finding } from './factor.ts'

/** Suited to the child's needs, disability among them: Children Act 1989, section 22C(8)(d). */
export const needsMet: HomeFactor = ({ home }, need) => {
  const { length } = need.needs
  if (length === 0) return null
  const unsaid = need.needs.filter(each => !home.purpose.needsMet.includes(each))
  if (unsaid.length === 0)
    return finding(1, () => (length === 1 ? 'Meets the one need' : `Meets all ${length} needs`))
  const met = length - unsaid.length
  return finding(met / length, () => {
    const rest = `does not say whether it meets ${unsaid.map(labelOfNeed).join(', ')}`
    return met === 0 ? capital(rest) : `Meets ${met} of ${length} needs; ${rest}`
  })
}

/** The kind of home the social worker asked for, and where the child's age falls in the ages it is for. */
export const statementOfPurpose: HomeFactor = ({ home: { kind, purpose } }, need) => {
  const { ageFrom, ageTo } = purpose
  const suits = need.suitability[kind] ?? 'not-specified'
  const isEdge = need.age === ageTo && ageTo > ageFrom
  return finding(scoreOf[suits] - (isEdge ? 0.2 : 0), () => {
    const edge = isEdge ? ', so the child may soon have to move on' : ''
    return `${wordsFor[suits]}, for ages ${ageFrom} to ${ageTo}${edge}`
  })
}

const scoreOf: Record<Suitability, number> = {
  preferred: 1,
  suitable: 0.6,
  'not-specified': 0.65,
  unsuitable: 0,
}
const wordsFor: Record<Suitability, string> = {
  preferred: 'The kind of home preferred',
  suitable: 'A kind of home that would suit',
  'not-specified': 'A home',
  unsuitable: 'Not a kind of home that would suit',
}

/** Ofsted's judgement of the overall experiences and progress of children. Foster households have none of their own. */
export const quality: HomeFactor = ({ home: { kind, judgement } }) => {
  if (judgement === null) return kind === 'foster-household' ? null : finding(0.5, () => 'No judgement known')
  const [score, sentence] = judged[judgement]
  return finding(score, () => sentence)
}

const judged: Record<Judgement, readonly [number, string]> = {
  outstanding: [1, 'Judged outstanding by Ofsted'],
  good: [0.8, 'Judged good by Ofsted'],
  'not-yet-inspected': [0.5, 'Not yet inspected by Ofsted'],
  'requires-improvement': [0.3, 'Ofsted says it must improve to be good'],
  inadequate: [0, 'Judged inadequate by Ofsted: ask why before sending a child'],
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)
