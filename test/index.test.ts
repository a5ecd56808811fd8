import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as main from '../src/index.ts'
import * as harness from '../src/harness/index.ts'
import * as report from '../src/report/index.ts'
import * as testing from '../src/testing/index.ts'

describe('the doors of the package', () => {
  it.each(Object.entries({ index: main, harness, report, testing }))(
    '%s gives what its reference names, and no more',
    (entry, door) => {
      const text = readFileSync(new URL(`../etc/${entry}.api.md`, import.meta.url), 'utf8')
      const names = [...text.matchAll(/^export (?:abstract )?(?:class|const|function) (\w+)/gm)].map(
        (found) => found[1] ?? '',
      )
      expect(names.sort()).toEqual(Object.keys(door).sort())
    },
  )
})
