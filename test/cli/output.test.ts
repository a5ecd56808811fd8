import { spawnSync } from 'node:child_process'
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeOut } from '../../cli/output.ts'

describe('writing to a file', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xmatters-sync-output-'))
    writeFileSync(join(folder, 'plan.json'), 'the last good one', { mode: 0o600 })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('replaces what was there, wherever a link leads, and leaves nothing else behind', () => {
    symlinkSync('plan.json', join(folder, 'link.json'))
    writeOut(join(folder, 'link.json'), 'new')
    writeOut(join(folder, 'other.json'), 'other')
    expect(readdirSync(folder).sort()).toEqual(['link.json', 'other.json', 'plan.json'])
    expect(readlinkSync(join(folder, 'link.json'))).toBe('plan.json')
    expect(readFileSync(join(folder, 'plan.json'), 'utf8')).toBe('new')
    expect(statSync(join(folder, 'plan.json')).mode & 0o777).toBe(0o600)
  })

  it('is done in place where nothing fits beside the file', () => {
    // With a name so long, the folder takes no other one that begins with it; so it is for a file that is a mount of its own.
    const long = join(folder, 'p'.repeat(255))
    writeFileSync(long, 'the last good one, which was longer')
    writeOut(long, 'new')
    expect(readFileSync(long, 'utf8')).toBe('new')
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('keeps the last good one where there is no room for the new', () => {
    const module = new URL('../../cli/output.ts', import.meta.url).href
    const script = `import { writeOut } from ${JSON.stringify(module)}; writeOut('plan.json', 'x'.repeat(1e6))`
    const limited = 'ulimit -f 64; exec "$0" --input-type=module -e "$1"'
    const { status, stderr } = spawnSync('sh', ['-c', limited, process.execPath, script], { cwd: folder })
    expect([status, String(stderr)]).toEqual([1, expect.stringContaining('EFBIG')])
    expect(readdirSync(folder)).toEqual(['plan.json'])
    expect(readFileSync(join(folder, 'plan.json'), 'utf8')).toBe('the last good one')
  })
})
