import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
}

interface Bundle {
  readonly kilobytes: number
  /** Files of which something is left: one that was read and shaken off again weighs nothing. */
  readonly files: readonly string[]
}

/** Bundles a module that does only what `code` says, as an application's bundler would; dependencies are left out unless asked for. */
async function bundle(code: string, withDependencies = false): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    alias: {
      'xmatters-sync': `${root}src/index.ts`,
      'xmatters-sync/report': `${root}src/report/index.ts`,
      'xmatters-sync/harness': `${root}src/harness/index.ts`,
      'xmatters-sync/testing': `${root}src/testing/index.ts`,
    },
    bundle: true,
    write: false,
    outfile: 'bundle.js',
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: withDependencies ? [] : Object.keys(manifest.dependencies).flatMap((name) => [name, `${name}/*`]),
  })
  return {
    kilobytes: gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length / 1024,
    files: Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  }
}

describe('the package', () => {
  it.each([
    ['xmatters-sync', 124],
    ['xmatters-sync/report', 42],
    ['xmatters-sync/harness', 4],
    ['xmatters-sync/testing', 68],
  ])('keeps the whole of %s below %i KB gzipped, data included, dependencies not', async (entry, ceiling) => {
    expect((await bundle(`export * from '${entry}'`)).kilobytes).toBeLessThan(ceiling)
  })

  it.each([
    ['normalizeTimeZone', 32],
    ['mapTenant, renderEscalation, onCallAt', 52],
    ['SyncPlanner, applyPlan', 66],
    ['XMattersClient', 27],
  ])('costs whoever imports %s no more than %i KB of it', async (names, ceiling) => {
    expect((await bundle(`export { ${names} } from 'xmatters-sync'`)).kilobytes).toBeLessThan(ceiling)
  })

  it('pulls nothing but the room of time into an application that reads labels of zones', async () => {
    const { files } = await bundle(`export { normalizeTimeZone } from 'xmatters-sync'`, true)
    expect(files).toContain('src/time/normalize-time-zone.ts')
    expect(files.filter((file) => !/^src\/(time\/|(errors|get-or-add)\.ts)/.test(file))).toEqual([])
  })

  it('runs nothing when it is installed', () => {
    expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([])
  })

  it('depends on what its architecture names, and on nothing else', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual(['ky', 'p-retry'])
  })
})
