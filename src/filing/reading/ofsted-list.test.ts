/** Ofsted's lists are read in each of the shapes they have had, and no workbook can fill the memory. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { suite, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { openAtlas } from '#reference'
import { zipOf } from '../writing/archive.ts'
import { writeWorkbook } from '../writing/workbook.ts'
import { readOfstedLists } from './ofsted-list.ts'

const areaOf = (postcode: string) => (postcode === 'BN20 8JX' ? 'E10000011' : undefined)
const read = (name: string, bytes: Uint8Array) => readOfstedLists([{ name, bytes }], { areaOf })
const csv = (text: string) => read('list.csv', new Uint8Array(Buffer.from(text)))
const day = (iso: string) => Date.parse(iso) / 86_400_000

suite('a list of Ofsted', () => {
  test('as CSV, under any of its headings', async () => {
    const { providers } = await csv(
      'A list of Ofsted\n' +
        'Local Authority,URN,Provider Placement Code,Provider Code,Closed Date,Setting Address Postcode,Owner\n' +
        'East Sussex,sc1,"K2, R3",PR4 PR5,31/03/2026,bn20 8jx,RG1 1AA\n,,,,,,\nEast Sussex,12345.0,-,na,2026-02-01,,\n',
    )
    assert.deepEqual(providers, [
      {
        urn: 'SC1',
        placeCodes: ['K2', 'R3'],
        providerCodes: ['PR4', 'PR5'],
        registrationEnded: day('2026-03-31'),
        postcode: 'BN20 8JX',
        authority: 'E10000011',
      },
      {
        urn: '12345',
        placeCodes: [],
        providerCodes: [],
        registrationEnded: day('2026-02-01'),
        postcode: null,
        authority: null,
      },
    ])
  })

  test('as a workbook, dates counted as Excel counts them, the same line twice once', async () => {
    const rows = [
      ['URN', 'Placement code', 'Placement provider code', 'Deregistration date', 'Setting postcode'],
      ['SC1', 'K2', 'PR4', 45_323, 'BN20 8JX'],
      ['SC1', 'K2', 'PR4', 45_323, 'BN20 8JX'],
      ['SC1', 'K2', 'PR4', '-', 'ZZ1 1ZZ'],
    ]
    const conditions = [
      ['URN', 'Conditions'],
      ['SC1', 'Up to four children'],
    ]
    const workbook = writeWorkbook([
      { name: 'Conditions', rows: conditions },
      { name: 'Providers', rows },
    ])
    const { providers, refused } = await read('list.xlsx', workbook)
    assert.deepEqual(refused, [])
    assert.deepEqual(
      providers.map(({ registrationEnded, authority }) => [registrationEnded, authority]),
      [
        [day('2024-02-01'), 'E10000011'],
        [null, null],
      ],
    )
  })

  test('that is something else is refused with what to do', async () => {
    const bytes = (...all: number[]) => Uint8Array.from(all)
    const large = new Uint8Array(deflateRawSync(new Uint8Array(450_000_000)))
    const bomb = zipOf([{ name: 'xl/workbook.xml', packed: large, size: 10, check: 0 }])
    const asked: readonly [Uint8Array, RegExp][] = [
      [new Uint8Array(Buffer.from('name\nReading\n')), /no sheet with a column URN/],
      [bytes(0x50, 0x4b, 3, 4), /damaged, or no Excel workbook/],
      [bytes(0xd0, 0xcf, 0x11, 0xe0), /older Excel workbook/],
      [writeWorkbook([{ name: 'A', rows: [['x']] }]).slice(0, -30), /damaged/],
      [writeWorkbook([{ name: 'A', rows: [['x']] }]), /no sheet with a column URN/],
      [
        zipOf([{ name: 'nothing.txt', packed: bytes(3, 0), size: 0, check: 0 }]),
        /cannot be read as an Excel workbook/,
      ],
      [bomb, /larger than any list/],
    ]
    for (const [content, says] of asked) {
      const { providers, refused } = await read('a list', content)
      assert.deepEqual([providers.length, refused.length, refused[0]?.file], [0, 1, 'a list'])
      assert.match(refused[0]!.says, says)
    }
  })

  const folder = '../shared/data/fake903'
  test('every workbook of the peer is read', { skip: !existsSync(folder) }, async () => {
    const names = readdirSync(folder).filter(name => name.endsWith('.xlsx'))
    const atlas = openAtlas()
    const found: Record<string, string[]> = {}
    for (const name of names) {
      const file = { name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) }
      const { providers, refused } = await readOfstedLists([file], atlas)
      assert.deepEqual(refused, [])
      found[name] = providers.map(({ urn }) => urn)
      if (name === 'ch_fake.xlsx') {
        assert.deepEqual(providers, [
          {
            urn: 'NJASCN',
            placeCodes: ['COD3C0D3'],
            providerCodes: ['COD3'],
            registrationEnded: null,
            postcode: 'BN20 8JX',
            authority: 'E10000011',
          },
        ])
      }
      if (name === 'scp_ch_2025_fake.xlsx') {
        assert.deepEqual(providers[1]!.registrationEnded, day('2024-02-01'))
      }
    }
    assert.deepEqual(found, {
      'ch_fake.xlsx': ['NJASCN'],
      'combined_scp_ch_fake.xlsx': ['ARN00001', 'GND00002', 'MDR00003', 'RHN00004'],
      'scp_ch_2025_fake.xlsx': ['1', '2'],
      'scp_fake.xlsx': ['BABABOOEY', 'P4BABOO7'],
      'scpch_assisted.xlsx': ['ARN00001', 'GND00002', 'MDR00003', 'RHN00004', 'ISL00001', 'TNT00001'],
    })
  })
})
