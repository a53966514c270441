/** The driver's pool as Kysely sees it: what is asked often is prepared once, and nobody waits for a beginning. */

import type { Duplex } from 'node:stream'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Every connection remembers what was prepared on it: so many at most, and only what is asked again and again. */
const prepared = { most: 200, after: 3, counted: 2000 }

/** A statement prepared before its tables changed: the next connection prepares it anew. */
const outdated = '0A000'

export function conversing(pool: pg.Pool): PostgresPool {
  Object.assign(pool.options, { pipeline: true })
  const naming = namesFor()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? clientOf(client, naming)
      clients.set(client, known)
      return known
    },
  }
}

/**
 * `begin; ...` and `end` are not waited for, and go in one parcel with what is asked next. Were a beginning refused,
 * its transaction could not go on, so whatever is asked next would be refused too, and its asker is told of the first
 * refusal. `end` ends what has only looked: there is nothing to lose. All that changes anything ends with `commit`.
 */
function clientOf(client: pg.PoolClient, naming: Naming): PostgresPoolClient {
  const { stream } = (client as Lined).connection
  let beginning: Promise<unknown> = Promise.resolve()
  let spoilt = false
  const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
    const waits = !(text === 'end' || text.startsWith('begin;'))
    hold(stream)
    const answer = client.query({ text, values: [...values], ...naming(text, values) })
    if (!waits) {
      beginning = text === 'end' ? Promise.resolve() : answer
      answer.catch(() => (spoilt = true))
      return { command: null, rowCount: null, rows: [] }
    }
    try {
      return (await Promise.all([beginning, answer]))[1]
    } catch (fault) {
      spoilt ||= text === 'rollback' || (fault as { code?: string }).code === outdated
      throw fault
    }
  }
  const release = (destroy?: boolean) => client.release(destroy === true || spoilt)
  return { query: query as PostgresPoolClient['query'], release }
}

/** What the driver does not tell of itself: the line it speaks on. */
type Lined = pg.PoolClient & { readonly connection: { readonly stream: Duplex } }

/** Whatever is asked before anything else is awaited goes in one parcel: most of a question's cost is its sending. */
function hold(stream: Duplex): void {
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** What takes no values may be several statements, which cannot be prepared as one. */
const asksOnce = /^\s*(select|with)\b[^;]*$/

type Naming = (text: string, values: readonly unknown[]) => { readonly name?: string }

/** The same name for the same words on every connection; none for what is asked seldom, or is several in one. */
function namesFor(): Naming {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  return (text, values) => {
    const known = names.get(text)
    if (known) return { name: known }
    if (names.size >= prepared.most || (values.length === 0 && !asksOnce.test(text))) return {}
    const asked = (counts.get(text) ?? 0) + 1
    if (counts.size >= prepared.counted) counts.clear()
    if (asked < prepared.after) {
      counts.set(text, asked)
      return {}
    }
    counts.delete(text)
    const name = `asked_${names.size + 1}`
    names.set(text, name)
    return { name }
  }
}
