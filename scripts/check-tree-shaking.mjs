/** Bundles one function of the packed package, and fails where that brings along what it does not need. */
import { join } from 'node:path'
import { build } from 'esbuild'

const [folder] = process.argv.slice(2)
const { outputFiles, metafile } = await build({
  stdin: {
    contents: `import { normalizeTimeZone } from './dist/index.js'\nconsole.log(normalizeTimeZone('UTC'))`,
    resolveDir: folder,
  },
  bundle: true,
  write: false,
  metafile: true,
  format: 'esm',
  platform: 'neutral',
  external: ['ky', 'p-retry'],
  logOverride: { 'ignored-bare-import': 'silent' },
})
const text = outputFiles[0].text
const [output] = Object.values(metafile.outputs)
const dependencies = output.imports.map(({ path }) => path)
const strays = ['Zod', 'XMattersClient', 'SyncPlanner'].filter((word) => text.includes(word))
if (dependencies.length > 0 || strays.length > 0) {
  console.error(`A zone label from ${join(folder, 'dist')} pulls in ${[...dependencies, ...strays].join(', ')}.`)
  process.exitCode = 1
}
