/**
 * Type-checks every TypeScript block of the guides, and runs those marked `ts run` against an instance in memory. A block without imports
 * goes on where the one before it on the page ended. Links within the repository must lead somewhere. Needs a build.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const folder = join(root, '.docs-check')
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

interface Sample {
  readonly file: string
  code: string
  run: boolean
}

const broken = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !existsSync(join(root, page, '..', link)))
    .map((link) => `${page}: there is no ${link}`),
)
for (const line of broken) console.error(line)
if (broken.length > 0) process.exitCode = 1

const samples = pages.flatMap((page): Sample[] => {
  const found: Sample[] = []
  for (const [, flag, code = ''] of readFileSync(join(root, page), 'utf8').matchAll(/^```ts( run)?\n([^]*?)^```$/gm)) {
    const last = found.at(-1)
    if (last === undefined || /^import /m.test(code)) {
      found.push({ file: `${page.replaceAll(/[/.]/g, '-')}-${found.length + 1}.ts`, code, run: flag !== undefined })
    } else {
      last.code += `\n${code}`
      last.run ||= flag !== undefined
    }
  }
  return found
})

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
for (const { file, code } of samples) writeFileSync(join(folder, file), `${code}\nexport {}\n`)
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({ extends: '../tsconfig.json', include: ['*.ts'], compilerOptions: { paths: {} } }),
)
try {
  execFileSync('tsc', ['-p', folder], { cwd: root, stdio: 'inherit' })
  const toRun = samples.filter((sample) => sample.run)
  for (const { file } of toRun)
    execFileSync('node', ['--import', join(import.meta.dirname, 'docs-instance.mjs'), join(folder, file)], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  console.log(`${samples.length} samples of ${pages.length} pages type-checked, ${toRun.length} run`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
