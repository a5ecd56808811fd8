// Fails unless every script of a packed library leads, through its map, to sources that are in the map.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const [folder] = process.argv.slice(2)
const scripts = globSync('dist/**/*.js', { cwd: folder }).filter((file) => !file.startsWith('dist/cli/'))
const broken = scripts.filter((file) => {
  const [, name] = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(readFileSync(join(folder, file), 'utf8')) ?? []
  if (name === undefined) return true
  const { sources, sourcesContent } = JSON.parse(readFileSync(join(folder, dirname(file), name), 'utf8'))
  return sources.length === 0 ? false : sources.some((_, index) => !sourcesContent?.[index])
})
for (const file of broken) console.error(`${file} has no map that leads to its sources.`)
if (broken.length > 0 || scripts.length === 0) process.exitCode = 1
else console.log(`${scripts.length} source maps lead to their sources`)
