import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const source = new URL('./resolve-source.ts', import.meta.url).href
const clock = new URL('./clock-ahead.ts', import.meta.url).href
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xmatters-sync-example-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Runs an example as a reader would some day, in a folder of its own and without an instance. */
async function run(name: string, daysAhead = 0): Promise<{ readonly code: number; readonly out: string }> {
  return runFile(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)), daysAhead)
}

async function runFile(file: string, daysAhead: number): Promise<{ readonly code: number; readonly out: string }> {
  const own = Object.entries(process.env).filter(([key]) => !key.startsWith('XMATTERS_'))
  const env = { ...Object.fromEntries(own), CLOCK_AHEAD_DAYS: String(daysAhead) }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', source, '--import', clock, file],
      { cwd: folder, env },
      (error, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, out: `${out}${err}` })
      },
    )
  })
}

describe('the example', () => {
  it.each([0, 200])('in the README agrees with its instance, %i days from now', async (daysAhead) => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const file = join(folder, 'try.mjs')
    writeFileSync(file, /```ts run\n([^]*?)```/.exec(readme)?.[1] ?? '')
    expect(await runFile(file, daysAhead)).toEqual({
      code: 0,
      out: expect.stringMatching(/^applied [1-9]\d* changes, 1 of on-call time matches\n$/),
    })
  })

  it.each([0, 200])(
    '02-status says that an empty target is behind, in its exit code too, %i days from now',
    async (daysAhead) => {
      const { code, out } = await run('02-status.ts', daysAhead)
      expect(out).toMatch(/^[1-9]\d* changes, 0 conflicts, 0 local edits, 0 brakes; on-call that matches: 100\.00 %\n$/)
      expect(code).toBe(2)
    },
  )

  it('03-test-your-mapping passes its own tests', async () => {
    const { code, out } = await run('03-test-your-mapping.ts')
    expect(out).toMatch(/pass [1-9]/)
    expect(out).toMatch(/fail 0/)
    expect(code).toBe(0)
  })

  it('04-stream-to-disk writes every row', async () => {
    const { code, out } = await run('04-stream-to-disk.ts')
    expect(out).toMatch(/^people: 400 rows$/m)
    expect(code).toBe(0)
  })
})
