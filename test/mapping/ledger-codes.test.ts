import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const room = join(root, 'src/mapping')
const source = readdirSync(room)
  .map((file) => readFileSync(join(room, file), 'utf8'))
  .join('\n')
const families = 'field|user|device|group|shift|recurrence|rotation|member|absence|policy|fit'
const used = new Set([...source.matchAll(new RegExp(`'((?:${families})\\.[a-z-]+)'`, 'g'))].map((match) => match[1]))
/** Paths into wire values look like codes. */
const paths = new Set(['group.id', 'member.id', 'recurrence.frequency', 'rotation.type'])
const documented = new Set(
  [...readFileSync(join(root, 'docs/ledger.md'), 'utf8').matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]),
)

it('documents every ledger code, and no code that is not there', () => {
  expect(used.size).toBeGreaterThan(30)
  expect(documented).toEqual(new Set([...used].filter((code) => !paths.has(code ?? ''))))
})
