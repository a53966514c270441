/** What it was measured on: without that no number means anything. */

import { spawnSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'

const run = (program: string, ...args: string[]): string =>
  spawnSync(program, args, { encoding: 'utf8' }).stdout?.trim() ?? ''

/** The load is of the minute before, with what else runs here. */
export const loadNow = (): string => loadavg()[0]!.toFixed(1)

export function machine(server?: string): string {
  const processors = cpus()
  const changed = run('git', 'status', '--porcelain') === '' ? '' : ', with changes not committed'
  return [
    `- ${processors.length} cores (${processors[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    `- Node ${process.version}; ${server ? `${server}, as it comes, waiting for the disk at each commit` : 'no database'}`,
    `- Commit ${run('git', 'rev-parse', '--short', 'HEAD')}${changed}, ${new Date().toISOString().slice(0, 16)}Z`,
    `- Load average as it began: ${loadNow()}`,
  ].join('\n')
}
