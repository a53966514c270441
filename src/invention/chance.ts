/** Chance that can be repeated: the same seed and name give the same throws, whatever else is added beside them. */

import type { Brand } from '#shared/brand'

export type Seed = Brand<number, 'Seed'>

/** A stream of throws. Each subject takes a stream of its own name, so that adding one changes no other. */
export type Chance = {
  /** Evenly from 0 up to, and not including, 1. */
  readonly next: () => number
  readonly uuid: () => string
}

/** Chris Doty-Humphrey's Small Fast Counter, sfc32, from PractRand; its state is filled by hashing seed and name. */
export function chance(seed: Seed, name: string): Chance {
  let [a, b, c, d] = hash(`${seed}/${name}`)
  const word = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < 12; i += 1) word()
  return { next: () => word() / 4294967296, uuid: () => uuidFrom([word(), word(), word(), word()]) }
}

/** Four words from a text: FNV-1a with four offsets (Fowler, Noll and Vo). */
function hash(text: string): [number, number, number, number] {
  const words: [number, number, number, number] = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]
  for (let i = 0; i < text.length; i += 1) {
    for (let w = 0; w < 4; w += 1) words[w] = Math.imul(words[w]! ^ (text.charCodeAt(i) + w), 0x01000193)
  }
  return words
}

/** The form of RFC 9562, version 4. */
function uuidFrom(words: readonly number[]): string {
  const hex = words.map(word => word.toString(16).padStart(8, '0')).join('')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  const middle = `${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}`
  return `${hex.slice(0, 8)}-${middle}-${hex.slice(20)}`
}

/** How likely each thing is, in proportion to the others. */
export type Weights<Thing> = readonly (readonly [thing: Thing, weight: number])[]

export const happens = (by: Chance, share: number): boolean => by.next() < share

/** A whole number, both ends included. */
export const between = (by: Chance, from: number, to: number): number =>
  from + Math.floor(by.next() * (to - from + 1))

export function pick<Thing>(by: Chance, things: readonly Thing[]): Thing {
  const thing = things[Math.floor(by.next() * things.length)]
  if (thing === undefined) throw new RangeError('there is nothing here to pick')
  return thing
}

export function weighted<Thing>(by: Chance, weights: Weights<Thing>): Thing {
  let left = by.next() * weights.reduce((total, [, weight]) => total + weight, 0)
  for (const [thing, weight] of weights) {
    left -= weight
    if (left < 0) return thing
  }
  return weights[weights.length - 1]![0]
}

/** Box and Muller's transform. */
export const normal = (by: Chance, mean: number, spread: number): number =>
  mean + spread * Math.sqrt(-2 * Math.log(1 - by.next())) * Math.cos(2 * Math.PI * by.next())

/** A wait for something equally likely on any day. */
export const wait = (by: Chance, mean: number): number => -mean * Math.log(1 - by.next())

/** A size that is usually near the middle and now and then many times larger. */
export const skewed = (by: Chance, middle: number, spread: number): number =>
  middle * Math.exp(normal(by, 0, spread))

/** How many of something rare there are; Knuth's method, for small means. */
export function poisson(by: Chance, mean: number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = by.next(); product > limit; product *= by.next()) count += 1
  return count
}

/** Some of the things, each at most once, in an order of chance's own. */
export function some<Thing>(by: Chance, things: readonly Thing[], count: number): Thing[] {
  const left = [...things]
  for (let i = 0; i < Math.min(count, left.length); i += 1) {
    const other = between(by, i, left.length - 1)
    const held = left[i]!
    left[i] = left[other]!
    left[other] = held
  }
  return left.slice(0, count)
}

/** Splits a whole number by weight, so that the parts add up to it: largest remainders first. */
export function apportion(whole: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map(weight => (whole * weight) / total)
  const parts = exact.map(Math.floor)
  const order = exact.map((value, i) => ({ i, left: value - Math.floor(value) }))
  order.sort((x, y) => y.left - x.left || x.i - y.i)
  const spare = whole - parts.reduce((sum, part) => sum + part, 0)
  for (const { i } of order.slice(0, spare)) parts[i]! += 1
  return parts
}
