import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const room = join(import.meta.dirname, '../../src/testing/fake')
const files = readdirSync(room).filter((name) => name.endsWith('.ts'))
const importsOf = (file: string): readonly { readonly typesOnly: boolean; readonly from: string }[] =>
  [...readFileSync(join(room, file), 'utf8').matchAll(/^(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'/gms)].map(
    (match) => ({ typesOnly: match[1] !== undefined, from: match[2]! }),
  )

describe('what the fake says about who is on call', () => {
  it('is computed by files of its own, which know the wire by its types only', () => {
    const open = ['fake-on-call.ts']
    const seen = new Set(open)
    for (const file of open) {
      for (const { typesOnly, from } of importsOf(file)) {
        const other = join(file, '..', from)
        if (from.startsWith('../../')) {
          expect({ file, typesOnly }).toEqual({ file, typesOnly: true })
          expect(from).toMatch(/^\.\.\/\.\.\/xmatters\//)
        } else if (!seen.has(other)) {
          seen.add(other)
          open.push(other)
        }
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(['on-call-walk.ts', 'walk-turns.ts', 'walk-clock.ts']))
  })

  it('comes with nothing of the rooms that it is held against', () => {
    const rooms = files
      .flatMap((file) => importsOf(file).map(({ from }) => from))
      .filter((from) => from.startsWith('../../'))
    expect(rooms.length).toBeGreaterThan(5)
    for (const from of rooms) expect(from).toMatch(/^\.\.\/\.\.\/xmatters\//)
  })
})
