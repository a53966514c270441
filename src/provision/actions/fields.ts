/** What a form, a program or a command line may say of homes and places, and the sentence for each field. */

import { z } from 'zod'
import { careNeeds } from '#reference'
import { date, id, many, pounds, unlessEmpty } from '#shared/parse'
import { homeKinds, judgements, sectors, sexesTaken } from '../home.ts'

type Coded<Code extends string> = readonly { readonly code: Code; readonly label: string }[]
const codesOf = <Code extends string>(set: Coded<Code>) => set.map(({ code }) => code) as [Code, ...Code[]]
const oneOf = <Code extends string>(set: Coded<Code>, sentence: string) => z.enum(codesOf(set), sentence)

export const whole = (most: number, sentence: string) =>
  z
    .union([z.string(), z.number().transform(String)], sentence)
    .transform(text => text.trim())
    .refine(text => /^\d{1,6}$/.test(text) && Number(text) <= most, sentence)
    .transform(Number)

export const yesOrNo = (sentence: string) =>
  z
    .union([z.enum(['yes', 'no', 'true', 'false']), z.boolean().transform(String)], sentence)
    .transform(word => word === 'yes' || word === 'true')

export const words = (most: number, sentence: string) =>
  z.string(sentence).trim().min(1, sentence).max(most, `Use ${most} characters or fewer`)
const optionalWords = (most: number) =>
  unlessEmpty(z.string().trim().max(most, `Use ${most} characters or fewer`))

export const whichHome = { home: id<'Home'>('Home not found') }
export const whichPlace = { place: id<'Place'>('Place not found') }

const need = oneOf(careNeeds, 'Choose needs from the list')
export const purpose = {
  ageFrom: whole(25, 'Enter the youngest age, from 0 to 25'),
  ageTo: whole(25, 'Enter the oldest age, from 0 to 25'),
  sexes: oneOf(sexesTaken, 'Choose who the home is for'),
  needsMet: many(need),
  needsNotMet: many(need),
  takesSolo: yesOrNo('Say whether a child may live here alone'),
  takesSiblings: yesOrNo('Say whether brothers and sisters may live here together'),
  approachToCare: optionalWords(2000),
}

export const about = {
  name: words(100, 'Enter the name of the home'),
  registeredPlaces: whole(99, 'Enter how many places it is registered for'),
}

export const newHome = {
  ...about,
  ...purpose,
  kind: oneOf(homeKinds, 'Choose what kind of home it is'),
  sector: unlessEmpty(oneOf(sectors, 'Choose who runs it')),
  urn: unlessEmpty(
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^(SC\d{6}|\d{7})$/, 'Enter Ofsted’s number: SC and 6 digits, or 7 digits'),
  ),
  postcode: z.string('Enter the postcode').trim().min(1, 'Enter the postcode').max(10, 'Enter a postcode'),
}

export const newPlace = {
  name: words(60, 'Enter a name for the place, such as “The blue room”'),
  weeklyFee: pounds('Enter the weekly fee in pounds, such as 4,850 or 4850.50'),
  availableFrom: date('Enter the day it is free from'),
}

export const wanted = {
  words: optionalWords(100),
  kind: unlessEmpty(oneOf(homeKinds, 'Choose a kind of home')),
  area: unlessEmpty(z.string().regex(/^E\d{8}$|^[A-Z]{3}$/, 'Choose an area')),
  runBy: unlessEmpty(id<'Organisation'>('Choose who runs it')),
  vacancy: unlessEmpty(z.enum(['vacant', 'none'], 'Choose whether it has a vacant place')),
  need: unlessEmpty(need),
  age: unlessEmpty(whole(25, 'Enter an age from 0 to 25')),
  judgement: unlessEmpty(oneOf(judgements, 'Choose a judgement')),
  sort: unlessEmpty(z.string().max(20, 'Choose an order')),
  page: unlessEmpty(z.coerce.number().catch(1)),
  format: unlessEmpty(z.string().max(10, 'Choose a format')),
}
