/** Stays in one placement, while a history is made of them, and as its columns. */

export type Stay = {
  authority: number
  kind: number
  alone: number
  bornOn: number
  from: number
  until: number
  inCareFrom: number
  entered: number
  known: number
  ending: number
  reunified: number
  miles: number
}

/** A number for each stay. */
export function columns(stays: readonly Stay[]) {
  const count = stays.length
  const all = {
    authority: new Uint16Array(count),
    kind: new Uint8Array(count),
    alone: new Uint8Array(count),
    bornOn: new Int32Array(count),
    from: new Int32Array(count),
    until: new Int32Array(count),
    inCareFrom: new Int32Array(count),
    entered: new Uint8Array(count),
    known: new Uint8Array(count),
    ending: new Uint8Array(count),
    reunified: new Uint8Array(count),
    miles: new Float32Array(count),
  }
  for (const name of Object.keys(all) as (keyof Stay)[]) {
    const column = all[name]
    for (let at = 0; at < count; at += 1) column[at] = stays[at]![name]
  }
  return all
}
