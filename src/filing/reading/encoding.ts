/** What a file's bytes say, and in which of the ways that case systems and Excel write text. */

export type Encoding = 'UTF-8' | 'UTF-8 with BOM' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252'
export type Decoded = { readonly text: string; readonly encoding: Encoding }

/** Anything that is not valid UTF-8 or UTF-16 is read as Windows-1252, which is what Excel saves as "CSV". */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes)
  if (encoding !== 'UTF-8') return { text: read(bytes, labels[encoding]), encoding }
  try {
    return { text: read(bytes, 'utf-8', true), encoding }
  } catch {
    return { text: read(bytes, 'windows-1252'), encoding: 'Windows-1252' }
  }
}

/** What a file that is not text seems to be, in words that complete "This is ..."; undefined for text. */
export function notText(bytes: Uint8Array): string | undefined {
  const known = signatures.find(([start]) => start.every((byte, i) => bytes[i] === byte))
  if (known) return known[1]
  if (encodingOf(bytes).startsWith('UTF-16')) return undefined
  return bytes.subarray(0, sample).includes(0) ? 'not a text file' : undefined
}

const sample = 4096
const labels = {
  'UTF-8 with BOM': 'utf-8',
  'UTF-16 LE': 'utf-16le',
  'UTF-16 BE': 'utf-16be',
  'Windows-1252': 'windows-1252',
} as const

const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook or a zip file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an older Excel workbook'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
]

const read = (bytes: Uint8Array, label: string, fatal = false): string =>
  new TextDecoder(label, { fatal }).decode(bytes)

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'UTF-8 with BOM'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 BE'
  return withoutMark(bytes)
}

/** In UTF-16 every other byte of plain text is nought; in a return's other encodings none is. */
function withoutMark(bytes: Uint8Array): Encoding {
  const start = bytes.subarray(0, sample)
  if (start.length < 4) return 'UTF-8'
  const zeroes = [0, 0]
  start.forEach((byte, i) => byte === 0 && zeroes[i % 2]!++)
  const [even, odd] = zeroes.map(count => count / (start.length / 2)) as [number, number]
  if (odd > 0.7 && even < 0.1) return 'UTF-16 LE'
  if (even > 0.7 && odd < 0.1) return 'UTF-16 BE'
  return 'UTF-8'
}
