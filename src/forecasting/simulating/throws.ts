/** Throws that can be repeated, and the distributions drawn from them; a stream is a place in a sequence of its own. */

/** An even throw between 0 and 1, neither included. */
export type Throw = () => number

/** Mixes the bits of a 32-bit word (Stafford's thirteenth mixer, in 32 bits by Wellons's "lowbias32"). */
export function mixed(word: number): number {
  let x = word | 0
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return (x ^ (x >>> 15)) >>> 0
}

/** Small Fast Counter, sfc32 (Doty-Humphrey, PractRand), from a seed and the number of its path. */
export function throwsOf(seed: number, path: number): Throw {
  let [a, b, c, d] = [mixed(seed), mixed(path ^ 0x5bd1e995), mixed(seed ^ Math.imul(path, 0x27d4eb2f)), 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return ((sum >>> 0) + 0.5) / 4294967296
  }
  for (let i = 0; i < 12; i += 1) next()
  return next
}

/** Box and Muller. */
export const normal = (by: Throw): number => Math.sqrt(-2 * Math.log(by())) * Math.cos(2 * Math.PI * by())

/** Marsaglia and Tsang 2000, with their squeeze; beyond a thousand the gamma is a normal within a thousandth. */
export function gamma(by: Throw, shape: number): number {
  if (shape > 1000) return Math.max(0, shape + Math.sqrt(shape) * normal(by))
  if (shape < 1) return gamma(by, shape + 1) * by() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(by)
    const v = (1 + c * x) ** 3
    if (v <= 0) continue
    const u = by()
    if (u < 1 - 0.0331 * x ** 4 || Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** By inversion, so that more is expected means never fewer drawn; a large mean is drawn in parts. */
export function poisson(by: Throw, mean: number): number {
  let [left, drawn] = [mean, 0]
  while (left > 0) {
    const part = Math.min(left, 400)
    left -= part
    let [count, chance, u] = [0, Math.exp(-part), by()]
    while (u > chance && count < part + 400) {
      u -= chance
      count += 1
      chance *= part / count
    }
    drawn += count
  }
  return drawn
}
