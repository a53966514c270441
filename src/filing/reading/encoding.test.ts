/** A file says the same thing in whichever way it was saved. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Encoding, decode, notText } from './encoding.ts'

const said = 'CHILD,HOME\r\n1,Zoë’s café\r\n2,Chloé\r\n3,£5'
const utf8 = new TextEncoder().encode(said)
const little = Uint8Array.from(Buffer.from(said, 'utf16le'))
const big = Uint8Array.from(Buffer.from(said, 'utf16le').swap16())
const windows = Uint8Array.from(Array.from(said, each => (each === '’' ? 0x92 : each.codePointAt(0)!)))

const saved: [Encoding, Uint8Array][] = [
  ['UTF-8', utf8],
  ['UTF-8 with BOM', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8)],
  ['UTF-16 LE', Uint8Array.of(0xff, 0xfe, ...little)],
  ['UTF-16 BE', Uint8Array.of(0xfe, 0xff, ...big)],
  ['UTF-16 LE', little],
  ['UTF-16 BE', big],
  ['Windows-1252', windows],
]

for (const [i, [encoding, bytes]] of saved.entries()) {
  test(`a file in ${encoding} is read and named (${i + 1})`, () => {
    assert.deepEqual(decode(bytes), { text: said, encoding })
    assert.equal(notText(bytes), undefined)
  })
}

test('a workbook, a PDF and other bytes are not text', () => {
  assert.match(notText(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0))!, /Excel/)
  assert.match(notText(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))!, /older Excel/)
  assert.match(notText(new TextEncoder().encode('%PDF-1.7'))!, /PDF/)
  assert.match(notText(Uint8Array.of(1, 2, 0, 3, 0, 4, 7, 9, 0, 1))!, /not a text file/)
})
