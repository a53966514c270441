/** A stream of throws that begins wherever it is put: one word of state, so that each child can have its own. */

import { mixed } from './throws.ts'

export class Stream {
  state = 0

  /** An even throw between 0 and 1, neither included. */
  next(): number {
    this.state = (this.state + 0x9e3779b9) | 0
    return (mixed(this.state) + 0.5) / 4294967296
  }

  /** A throw beside the stream, which goes on as if it had not been asked. */
  aside(which: number): number {
    return (mixed(this.state ^ Math.imul(which, 0x5bd1e995)) + 0.5) / 4294967296
  }

  /**
   * A waiting time of mean 1, by the ziggurat of Marsaglia and Tsang (2000), with the layer and the place in it from
   * different bits (Doornik 2005). A logarithm would take longer than all else that a child costs.
   */
  wait(): number {
    this.state = (this.state + 0x9e3779b9) | 0
    const bits = mixed(this.state)
    const place = bits >>> 8
    return place < within[bits & 255]! ? place * width[bits & 255]! : this.#outside(bits)
  }

  #outside(first: number): number {
    for (let bits = first; ;) {
      const layer = bits & 255
      const x = (bits >>> 8) * width[layer]!
      if (bits >>> 8 < within[layer]!) return x
      if (layer === 0) return tail - Math.log(this.next())
      if (height[layer]! + this.next() * (height[layer - 1]! - height[layer]!) < Math.exp(-x)) return x
      this.state = (this.state + 0x9e3779b9) | 0
      bits = mixed(this.state)
    }
  }
}

/** Where the lowest of 256 layers of equal area ends, and that area. */
const tail = 7.69711747013105
const area = 0.003949659822581557

/** Of each layer: places that are under the curve for certain, the width of a place, and the curve at its end. */
const within = new Float64Array(256)
const width = new Float64Array(256)
const height = new Float64Array(256)

function pile(): void {
  const places = 2 ** 24
  const bottom = area / Math.exp(-tail)
  within[0] = (tail / bottom) * places
  width[0] = bottom / places
  width[255] = tail / places
  height[0] = 1
  height[255] = Math.exp(-tail)
  for (let layer = 254, end = tail; layer >= 1; layer -= 1) {
    const next = -Math.log(area / end + Math.exp(-end))
    within[layer + 1] = (next / end) * places
    width[layer] = next / places
    height[layer] = Math.exp(-next)
    end = next
  }
}
pile()
