import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname

/** Bundles a module that does only what `code` says, as an application's bundler would. */
async function bundle(code: string, external: string[] = []): Promise<{ text: string; inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    alias: {
      'xmatters-sync': `${root}src/index.ts`,
    },
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external,
  })
  return { text: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs) }
}

const kilobytes = (text: string): number => gzipSync(text, { level: 9 }).length / 1024

const dependencies = ['ky', 'zod', 'zod/*', 'p-retry', 'date-fns', 'date-fns-tz', 'date-fns/*']

describe('the package', () => {
  it.each([
    ['.', 'src/index.ts', 55],
    ['./report', 'src/report/index.ts', 40],
    ['./harness', 'src/harness/index.ts', 6],
    ['./testing', 'src/testing/index.ts', 90],
  ])('keeps %s below its ceiling, data included, dependencies not', async (_, entry, ceiling) => {
    const { text } = await bundle(`export * from './${entry}'`, dependencies)
    expect(kilobytes(text)).toBeLessThan(ceiling)
  })

  it('pulls in neither the HTTP client nor the validation for a zone label', async () => {
    const { inputs } = await bundle(`import { normalizeTimeZone } from 'xmatters-sync'; console.log(normalizeTimeZone('UTC'))`)
    expect(inputs.filter((input) => /node_modules\/(ky|zod|p-retry)\//.test(input))).toEqual([])
    expect(inputs.filter((input) => /src\/(xmatters|sync|mapping)\//.test(input))).toEqual([])
  })
})
