import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const src = join(import.meta.dirname, '..', '..', 'src')

it('importing the package loads no HTTP library: the first call that fails does', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const texts = files.map((name) => ({ name, text: readFileSync(join(src, name), 'utf8') }))
  expect(texts.filter(({ text }) => /^(?:import|export) (?!type).*'ky'/m.test(text)).map(({ name }) => name)).toEqual(
    [],
  )
  expect(texts.filter(({ text }) => text.includes("import('ky')"))).toHaveLength(1)
})
