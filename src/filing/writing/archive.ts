/** A zip archive of files already packed. PKWARE, APPNOTE.TXT 6.3, without what a workbook does not need. */

export type Packed = {
  readonly name: string
  /** Deflated. */
  readonly packed: Uint8Array
  readonly size: number
  /** CRC-32 of what was packed. */
  readonly check: number
}

export function zipOf(files: readonly Packed[]): Uint8Array {
  const encoder = new TextEncoder()
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const { name, packed, size, check } of files) {
    const letters = encoder.encode(name)
    const facts = [20, 0x0800, 8, 0, 0x21, check, packed.length, size, letters.length, 0]
    const local = [numbers('IHHHHHIIIHH', [0x04034b50, ...facts]), letters, packed]
    const listed = [0x02014b50, 20, ...facts, 0, 0, 0, 0, at]
    directory.push(numbers('IHHHHHHIIIHHHHHII', listed), letters)
    locals.push(...local)
    at += lengthOf(local)
  }
  const count = files.length
  const end = numbers('IHHHHIIH', [0x06054b50, 0, 0, count, count, lengthOf(directory), at, 0])
  return joined([...locals, ...directory, end])
}

/** Little-endian numbers of two bytes (H) and of four (I). */
function numbers(shape: string, values: readonly number[]): Uint8Array {
  const bytes: number[] = []
  for (const [i, value] of values.entries()) {
    bytes.push(value & 255, (value >>> 8) & 255)
    if (shape[i] === 'I') bytes.push((value >>> 16) & 255, (value >>> 24) & 255)
  }
  return Uint8Array.from(bytes)
}

const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0)

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(lengthOf(parts))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
