/** `audit verify`: is every line of every chain what was recorded? */

import { sql } from 'kysely'
import { type Verdict, readChain, verifyChain } from '#access'
import type { Command } from '../command.ts'
import { openAsOwner } from '../database.ts'

type Checked = { chain: string; name: string; verdict: Verdict }

export const audit: Command = {
  name: 'audit verify',
  says: 'Checks each organisation’s chain of audit lines, and names the first that is broken.',
  options: { json: { type: 'boolean', says: 'prints the verdicts as JSON' } },
  async run({ json }) {
    const checked = await verifyAll()
    const broken = checked.filter(({ verdict }) => verdict.state === 'broken')
    if (json) console.log(JSON.stringify({ chains: checked }))
    else for (const each of checked) console.log(inWords(each))
    return broken.length > 0 ? 1 : 0
  },
}

async function verifyAll(): Promise<Checked[]> {
  const database = await openAsOwner()
  try {
    return await database.transaction().execute(async tx => {
      const chains = await sql<{ id: string; name: string }>`
        select id, name from access.organisation
        where id in (select chain_id from access.audit union select chain_id from access.audit_head)
        order by name`.execute(tx)
      const checked: Checked[] = []
      for (const { id, name } of chains.rows) {
        const { lines, head } = await readChain(tx, id)
        checked.push({ chain: id, name, verdict: verifyChain(id, lines, head) })
      }
      return checked
    })
  } finally {
    await database.destroy()
  }
}

const inWords = ({ name, verdict }: Checked): string =>
  verdict.state === 'whole'
    ? `${name}: ${verdict.lines} lines, whole. Head ${verdict.hash}`
    : `${name}: BROKEN at line ${verdict.at}: ${verdict.why}`
