/** `seed`: an invented region, the same for the same seed. */

import type { Database } from '#access'

export async function seedIfEmpty(_database: Database, _children: number): Promise<void> {}
