import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const source = new URL('./resolve-source.ts', import.meta.url).href
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xmatters-sync-example-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Runs an example as a reader would, in a folder of its own and without an instance. */
async function run(name: string): Promise<{ readonly code: number; readonly out: string }> {
  const file = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url))
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('XMATTERS_')))
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', source, file], { cwd: folder, env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out: `${out}${err}` })
    })
  })
}

describe('the example', () => {
  it('02-status says that an empty target is behind, in its exit code too', async () => {
    const { code, out } = await run('02-status.ts')
    expect(out).toMatch(/^[1-9]\d* changes, 0 conflicts, 0 local edits, 0 brakes; on-call that matches: 100\.00 %\n$/)
    expect(code).toBe(2)
  })

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
