/** What many look at is drawn once, and kept with what it was drawn from until others take its place. */

import type { Html } from './html.ts'

export function drawnOnce<From>(most: number, draw: (from: From) => Html): (from: From) => Html {
  const drawn = new Map<string, Html>()
  return from => {
    const key = JSON.stringify(from)
    const drawing = drawn.get(key) ?? draw(from)
    drawn.delete(key)
    drawn.set(key, drawing)
    if (drawn.size > most) drawn.delete(drawn.keys().next().value!)
    return drawing
  }
}
