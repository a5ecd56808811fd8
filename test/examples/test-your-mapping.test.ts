import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

it('the example of a mapping test passes under Node’s own test runner', async () => {
  const example = join(import.meta.dirname, '../../examples/03-test-your-mapping.ts')
  const resolve = join(import.meta.dirname, 'resolve-source.ts')
  // Without what vitest told its workers, which the runner of the child would take for its own.
  const { NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...env } = process.env
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', resolve, example], { env })
  expect(stdout).toMatch(/pass 2\b/)
  expect(stdout).toMatch(/fail 0\b/)
})
