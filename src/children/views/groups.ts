/** The six groups of facts that the region asks of every child, each as a card. */

import { type Html, html } from '#web/html'
import { type Fact, summary } from '#web/summary'
import { daysIn } from '../care-history.ts'
import { distanceBandOf } from '../distance.ts'
import { type ChildRecord, type RecordGroup, recordGroups } from '../record.ts'
import { aWeek, capitalised, dated, miles, quietly, says } from './words.ts'

/** The record's own page on a day in the past offers nothing to change. */
export const groupCards = (record: ChildRecord): Html =>
  html` <h2 class="govuk-heading-m">What we know</h2>
    ${recordGroups.map(group => summary(factsOf[group](record), capitalised(group)))}`

const basic = ({ child }: ChildRecord): Fact[] => [
  { name: 'Sex', value: child.sex === 'U' ? null : says.sex(child.sex) },
  { name: 'Ethnicity', value: says.ethnicity(child.ethnicity) },
  { name: 'Sought asylum alone', value: asylum(child) },
  { name: 'A mother', value: child.mother === null ? null : yesOrNo(child.mother) },
]

const asylum = ({ seeksAsylum, asylumUntil }: ChildRecord['child']): string => {
  if (asylumUntil) return `Until ${dated(asylumUntil)}`
  return yesOrNo(seeksAsylum)
}

const needs = ({ assessment }: ChildRecord): Fact[] => [
  { name: 'Strengths', value: bullets(assessment?.strengths) },
  { name: 'Needs', value: bullets(assessment?.needs.map(code => quietly(says.need(code)))) },
  { name: 'Long-term plan', value: assessment?.carePlan },
  { name: 'Outcomes to be achieved', value: assessment?.outcomes },
  { name: 'In a health setting', value: assessment && yesOrNo(assessment.healthSetting) },
  { name: 'In the youth justice system', value: assessment && yesOrNo(assessment.youthJustice) },
  { name: 'Recorded on', value: dated(assessment?.assessedOn) },
]

const education = ({ child, assessment }: ChildRecord): Fact[] => [
  { name: 'School or college', value: assessment?.schoolName },
  { name: 'Its postcode', value: assessment?.schoolPostcode },
  { name: 'Stage', value: says.stage(assessment?.educationStage) },
  { name: 'Education, health and care plan', value: assessment && yesOrNo(assessment.hasEhcp) },
  { name: 'Pupil number', value: child.upn },
]

const placement = ({ current, day, placement: lived }: ChildRecord): Fact[] =>
  current && lived
    ? [
        { name: 'Home', value: says.place(current.placeCode) },
        { name: 'Provided by', value: says.provider(current.providerCode) },
        { name: 'Since', value: `${dated(lived.from)} (${daysIn(lived, day).toLocaleString('en-GB')} days)` },
        { name: 'Postcode of the placement', value: current.placementPostcode },
        { name: 'Postcode of the family home', value: current.homePostcode },
        { name: 'Distance from home', value: distanceOf(current.distanceMiles) },
        { name: 'In our own area', value: current.inArea === null ? null : yesOrNo(current.inArea) },
        { name: 'Ofsted number', value: current.urn },
      ]
    : [{ name: 'Home', value: 'Not looked after on this day' }]

const distanceOf = (distance: number | null) => {
  const said = miles(distance)
  return said && `${said} (${distanceBandOf(distance)})`
}

const cost = ({ current }: ChildRecord): Fact[] => [{ name: 'Weekly cost', value: aWeek(current?.weeklyFee) }]

const dates = ({ periods }: ChildRecord): Fact[] =>
  periods.toReversed().flatMap(({ from, until, endReason }, i) => [
    { name: i === 0 ? 'Latest time in care began' : 'Before that, care began', value: dated(from) },
    {
      name: 'And ended',
      value: until ? `${dated(until)}: ${quietly(says.endReason(endReason))}` : 'It has not ended',
    },
  ])

const factsOf: Record<RecordGroup, (record: ChildRecord) => Fact[]> = {
  'basic information': basic,
  'strengths and needs': needs,
  education,
  'current placement': placement,
  cost,
  'start and end dates': dates,
}

const yesOrNo = (answer: boolean) => (answer ? 'Yes' : 'No')

const bullets = (texts: readonly string[] | undefined) =>
  texts &&
  texts.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">
    ${texts.map(text => html`<li>${text}</li>`)}
  </ul>`
