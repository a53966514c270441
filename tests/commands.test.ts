/** The platform's one command does what it says it does, and ends with a number that says how it went. */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { perform } from '#access'
import { actions, commands, databaseOf, migrate, openEmbedded, routes } from '#app'
import { addChild } from './support/children.ts'
import { addPeople, people, today } from './support/people.ts'
