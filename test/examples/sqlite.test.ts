import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'vitest'
import { createSqliteState } from '../../examples/adapters/sqlite-state.ts'
import { createSqliteTarget } from '../../examples/adapters/sqlite-target.ts'
import { stateContract } from '../../src/testing/state-contract.ts'
import { targetContract } from '../../src/testing/target-contract.ts'

describe('the SQLite target', () => {
  for (const { name, run } of targetContract(() => createSqliteTarget(new DatabaseSync(':memory:')))) it(name, run)
})

describe('the SQLite state', () => {
  for (const { name, run } of stateContract(() => createSqliteState(new DatabaseSync(':memory:')))) it(name, run)
})
