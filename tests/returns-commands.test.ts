/** `bin/nearhome returns` checks, explains, tries and converts a return, and opens no database for it. */

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { rules } from '#rulebook'

const folder = mkdtempSync(join(tmpdir(), 'nearhome-returns-'))
const asked = ['--year', '2025-26', '--authority', 'E10000011']

type Ended = { readonly code: number | null; readonly said: string; readonly complained: string }

/** As at a terminal; a database could not be opened where its address is nowhere. */
function nearhome(args: readonly string[], input = ''): Promise<Ended> {
  const nowhere = 'postgres://nobody@127.0.0.1:1/nowhere'
  const env = { ...process.env, NEARHOME_CALLED_FROM: folder, NEARHOME_VAR: folder, DATABASE_URL: nowhere }
  const program = spawn(process.execPath, ['src/main.ts', 'returns', ...args], { env })
  const told = { said: '', complained: '' }
  program.stdout.setEncoding('utf8').on('data', (part: string) => void (told.said += part))
  program.stderr.setEncoding('utf8').on('data', (part: string) => void (told.complained += part))
  program.stdin.end(input)
  return new Promise(resolve => program.on('close', code => resolve({ code, ...told })))
}

const written = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), text)
}

suite('the commands of the return', () => {
  before(() => {
    written(
      'now/header.csv',
      'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\na,f,01/05/2012,wbri,UN1,0,\n\nb,9,x,WBRI,UN1,,\n',
    )
    written('last/h.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\na,F,02/05/2012,WBRI,UN1,0,\n')
    written(
      'now/episodes.csv',
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n' +
        'a,01/05/2025,S,C2,N1,U4,PR1,,,,BN7 1UE,BN8 4AA,\n',
    )
  })
  after(() => rmSync(folder, { recursive: true }))

  test('check answers in JSON which rows each rule flags, what was skipped and what failed', async () => {
    const { code, said, complained } = await nearhome(['check', 'now', '--last', 'last', ...asked, '--json'])
    assert.deepEqual([code, complained], [0, ''])
    const answer = JSON.parse(said) as Record<string, Record<string, unknown>>
    assert.deepEqual(Object.keys(answer), [
      'year',
      'authority',
      'rows',
      'flagged',
      'skipped',
      'partly',
      'failed',
      'seconds',
    ])
    assert.deepEqual([answer.year, answer.authority], ['2025-26', 'E10000011'])
    assert.deepEqual(answer.rows, { Episodes: 1, Header: 2 })
    assert.deepEqual(answer.flagged!['101'], { Header: [1] })
    assert.deepEqual(answer.flagged!['203'], { Header: [0] })
    assert.match(String(answer.skipped!['219']), /Ofsted/)
    assert.deepEqual(answer.failed, {})
    assert.ok(Number(answer.seconds!.total) > 0)
  })

  test('check says in words what is flagged, and writes it as CSV, as a workbook and beside the rows', async () => {
    const outs = ['--csv', 'out.csv', '--xlsx', 'out.xlsx', '--back', 'back']
    const { code, said } = await nearhome(['check', 'now', ...asked, ...outs])
    assert.equal(code, 0)
    assert.match(said, /^East Sussex, 2025-26: 2 children in the Header\.\n\d+ rules were asked\./)
    assert.match(said, /101 +error +1 +1 {2}The sex/)
    assert.match(said, /Skipped \(\d+\):[^]*219: It needs Ofsted/)
    assert.match(readFileSync(join(folder, 'out.csv'), 'utf8'), /\nB,Header,4,101,error/)
    assert.equal(readFileSync(join(folder, 'out.xlsx')).toString('latin1', 0, 2), 'PK')
    assert.match(readFileSync(join(folder, 'back/header.csv'), 'utf8'), /\n"b","9","x".*101: The sex/)
  })

  test('check looks in earlier returns too, and says which rules were not asked in full', async () => {
    written('leavers/h.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\na,F,01/05/2012,WBRI,UN1,0,\n')
    written('leavers/e.csv', readFileSync(join(folder, 'now/episodes.csv'), 'utf8'))
    written(
      'leavers/oc3.csv',
      'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nc,01/05/2007,YES,F1,K1\nd,01/05/2007,YES,F1,K1\n',
    )
    const episodes = readFileSync(join(folder, 'now/episodes.csv'), 'utf8')
    written('2025/e.csv', episodes.replace('a,01/05/2025', 'a,01/05/2024'))
    written('2023/e.csv', episodes.replace('a,01/05/2025', 'c,01/05/2022'))
    const check = async (...more: string[]) => {
      const { said } = await nearhome(['check', 'leavers', '--last', '2025', ...asked, ...more, '--json'])
      return JSON.parse(said) as Record<'flagged' | 'partly', Record<string, unknown>>
    }
    const one = await check()
    assert.equal(one.flagged['1002'], undefined)
    assert.match(String(one.partly['1002']), /\b2\b/)
    written('2024/h.csv', readFileSync(join(folder, 'leavers/h.csv'), 'utf8'))
    written('2024/e.csv', episodes.replace('a,01/05/2025', 'a,01/05/2023'))
    const broken = await check('--earlier', '2022-23=2023')
    assert.match(String(broken.partly['1002']), /\b1\b/)
    const whole = await check('--earlier', '2022-23=2023', '--earlier', '2023-24=2024')
    assert.deepEqual([whole.flagged['1002'], whole.partly['1002']], [{ OC3: [1] }, undefined])
    const { said } = await nearhome(['check', 'leavers', ...asked])
    assert.match(said, /Not asked in full: what these did not flag has not passed \(\d+\):[^]*199: /)
  })

  test('check ends with 1 when a file could not be used, and says which and what to do', async () => {
    written('part/h.csv', readFileSync(join(folder, 'now/header.csv'), 'utf8'))
    written('part/r.csv', 'CHILD,DOB,REVIEW\na,01/05/2012,01/06/2025\n')
    written('part/notes.txt', 'nothing of a return\n')
    written('part/.hidden', 'nothing at all')
    written('list.csv', 'no list\n')
    const { code, said, complained } = await nearhome([
      'check',
      'part',
      ...asked,
      '--ofsted',
      'list.csv',
      '--json',
    ])
    assert.equal(code, 1)
    assert.match(
      complained,
      /^r\.csv: It looks like the Reviews file, but has no column REVIEW_CODE\. Add it\.$/m,
    )
    assert.match(complained, /^list\.csv: It has no sheet/m)
    assert.match(complained, /^Left out\. notes\.txt:/m)
    assert.deepEqual((JSON.parse(said) as { rows: object }).rows, { Header: 2 })
  })

  test('check asked wrongly ends with 2 and one sentence', async () => {
    mkdirSync(join(folder, 'empty'))
    const wrong: readonly [string[], RegExp][] = [
      [['check'], /^Give one folder/],
      [['check', 'now', '--authority', 'Kent'], /^Say which year: --year 2025-26/],
      [
        ['check', 'now', '--year', '2025-27', '--authority', 'Kent'],
        /^--year must be one of 2022-23 to 2026-27/,
      ],
      [['check', 'now', '--year', '2025-26'], /^Say whose return it is/],
      [['check', 'now', '--year', '2025-26', '--authority', 'Atlantis'], /^--authority must be an authority/],
      [['check', 'nowhere', ...asked], /^There is no folder .*nowhere/],
      [['check', 'empty', ...asked], /^There is no file of a return in .*empty/],
      [['check', 'now', '--last', 'empty', ...asked], /^There is no file of a return in .*empty/],
      [['check', 'now', ...asked, '--ofsted', 'absent.xlsx'], /absent\.xlsx could not be read/],
      [['check', 'now', ...asked, '--postcodes', 'absent'], /^--postcodes: There is no file or folder/],
      [['check', 'now', ...asked, '--earlier', 'last'], /^--earlier must be a year and its folder/],
      [['check', 'now', ...asked, '--earlier', '2022-24=last'], /^--earlier must be a year and its folder/],
      [
        ['check', 'now', ...asked, '--earlier', '2024-25=last'],
        /^--earlier must be of a year before 2024-25/,
      ],
      [['check', 'now', ...asked, '--earlier', '2023-24=nowhere'], /^There is no folder .*nowhere/],
      [
        ['check', 'now', ...asked, '--earlier', '2022-23=last', '--earlier', '2022-23=now'],
        /^--earlier names 2022-23 twice/,
      ],
      [['check', 'now', ...asked, '--csv', 'no/such/folder.csv'], /no\/such\/folder\.csv cannot be written/],
      [['rules', '9999'], /^There is no rule "9999"/],
      [['convert', 'now', 'out', '--to', 'pdf'], /^Say what to write/],
      [['try', '--pack', 'never'], /^--pack must be one of/],
    ]
    for (const [args, sentence] of wrong) {
      const { code, said, complained } = await nearhome(args)
      assert.deepEqual([code, said], [2, ''], args.join(' '))
      assert.match(complained, sentence)
      assert.doesNotMatch(complained, /\n {4}at /)
    }
  })

  test('rules lists those of a year, and explains one with its example', async () => {
    const { said } = await nearhome(['rules', '--year', '2025-26', '--json'])
    const listed = JSON.parse(said) as { code: string; severity: string; says: string; years: string[] }[]
    const live = rules.filter(each => each.live && each.live.from <= 2026 && each.live.until >= 2026)
    assert.deepEqual(
      listed.map(({ code }) => code),
      live.map(({ code }) => code),
    )
    assert.ok(listed.every(({ severity, says, years }) => severity && says && years.includes('2025-26')))
    const inWords = await nearhome(['rules', '--year', '2025-26'])
    assert.match(inWords.said, new RegExp(`\n${live.length} rules\n$`))
    const one = await nearhome(['rules', '101'])
    assert.equal(one.code, 0)
    assert.match(
      one.said,
      /^Rule 101 \(error, 2022-23 to 2026-27\)\n[^]*To put it right: Enter[^]*\n {4}! SEX=/,
    )
    assert.match(one.said, /\nWhat decides: .* We are fairly sure\.\n/)
  })

  test('try answers each line with a line, also those that are none', async () => {
    const one = {
      id: 'one',
      rule: '101',
      live_in: ['lac2025_26'],
      tables: { Header: [{ CHILD: '1', SEX: '1' }] },
    }
    const lines = [one, { ...one, id: 'two', tables: {} }, { ...one, id: 'three', rule: 'none' }, { id: 4 }]
    const input = [...lines.map(each => JSON.stringify(each)), '', '{"id":', '[]', 'null'].join('\n')
    const { code, said } = await nearhome(['try'], input)
    const answers = said.trimEnd().split('\n')
    assert.equal(code, 0)
    assert.deepEqual(JSON.parse(answers[0]!), { id: 'one', flagged: { Header: [0] } })
    assert.deepEqual(JSON.parse(answers[1]!), { id: 'two', skipped: 'It needs the Header file.' })
    assert.equal(answers.length, 7)
    for (const answer of answers.slice(2)) assert.ok((JSON.parse(answer) as { failed?: string }).failed)
    const older = await nearhome(['try', '--pack', 'lac2022_23'], JSON.stringify(one))
    assert.deepEqual(JSON.parse(older.said), { id: 'one', flagged: {} })
  })

  test('convert writes XML that comes back as the same CSV', async () => {
    assert.equal((await nearhome(['convert', 'now', 'now.xml', '--to', 'xml'])).code, 0)
    assert.equal((await nearhome(['convert', 'now.xml', 'csv', '--to', 'csv'])).code, 0)
    assert.match(readFileSync(join(folder, 'now.xml'), 'utf8'), /<EXPSSDA903>\n<CHILD><HEADER><CHILDID>A</)
    const again = readFileSync(join(folder, 'csv/Header.csv'), 'utf8')
    assert.equal(
      again,
      'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\nA,F,01/05/2012,WBRI,UN1,0,\r\nB,9,X,WBRI,UN1,,\r\n',
    )
    const [csv, xml] = await Promise.all(
      ['now', 'now.xml'].map(each => nearhome(['check', each, ...asked, '--json'])),
    )
    const flaggedIn = ({ said }: Ended) => (JSON.parse(said) as { flagged: object }).flagged
    assert.deepEqual(
      (flaggedIn(xml!) as Record<string, object>)['101'],
      (flaggedIn(csv!) as Record<string, object>)['101'],
    )
  })

  test('history joins the years, and says each row repaired or left out, by its rule', async () => {
    const columns =
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n'
    const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\na,1,01/05/2012,WBRI,UN1,,\n'
    written('years/2024/header.csv', header)
    written(
      'years/2024/episodes.csv',
      `${columns}a,01/05/2023,S,C2,N1,U4,PR1,,,,,,\nb,31/02/2023,S,C2,N1,U4,PR1,,,,,,\n`,
    )
    written('years/2025/header.csv', header)
    written('years/2025/episodes.csv', `${columns}a,01/06/2024,P,C2,N1,U6,PR1,,,,,,\n`)
    const { code, said } = await nearhome(['history', 'years', '--json', '--csv', 'joined.csv'])
    assert.equal(code, 1) // a row was left out: 31 February is no day
    const { children, rows } = JSON.parse(said) as {
      children: {
        child: string
        episodes: { started: string; ended: string | null; rule: string | null }[]
      }[]
      rows: { child: string; rule: string; year: number; row: number }[]
    }
    assert.deepEqual(
      children.map(({ child, episodes }) => [child, episodes.map(({ started, ended }) => [started, ended])]),
      [
        [
          'a',
          [
            ['2023-05-01', '2024-06-01'],
            ['2024-06-01', null],
          ],
        ],
      ],
    )
    assert.deepEqual(
      rows.map(({ child, rule, year, row }) => [child, rule, year, row]),
      [
        ['a', 'ended-by-next', 2024, 1],
        ['b', 'no-start', 2024, 2],
      ],
    )
    assert.match(readFileSync(join(folder, 'joined.csv'), 'utf8'), /years,2024,Episodes,1,a,ended-by-next,/)
  })

  test('history says what it needs: a directory of returns, and an authority that is in it', async () => {
    for (const [args, says] of [
      [['history'], /Name one directory/],
      [['history', 'nowhere'], /not a directory/],
      [['history', 'years', '--authority', 'Rutland'], /--authority must be one that .* has: years/],
    ] as const) {
      const { code, complained } = await nearhome(args)
      assert.equal(code, 2)
      assert.match(complained, says)
    }
  })

  const dirty = '../shared/data/fake903'
  test(
    'a whole dirty return is checked in XML, and with every list of Ofsted',
    { skip: !existsSync(dirty) },
    async () => {
      const here = (name: string) => join(process.cwd(), dirty, name)
      const lists = readdirSync(dirty).filter(name => name.endsWith('.xlsx'))
      const ofsted = lists.flatMap(name => ['--ofsted', here(name)])
      const { code, said, complained } = await nearhome([
        'check',
        here('fake_903.xml'),
        ...asked,
        ...ofsted,
        '--json',
      ])
      assert.deepEqual([code, complained], [0, ''])
      const { rows, skipped } = JSON.parse(said) as {
        rows: Record<string, number>
        skipped: Record<string, string>
      }
      assert.deepEqual([rows.Header, rows.Episodes, rows.AD1], [253, 459, 3])
      assert.equal(skipped['219'], undefined)
    },
  )
})
