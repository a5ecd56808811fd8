import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '..', 'src')

/** Which rooms a room may enter. `types` means import of types only. */
const mayImport: Record<string, readonly string[]> = {
  time: [],
  model: ['time (types)'],
  schedule: ['time', 'model'],
  xmatters: ['time', 'model (types)'],
  mapping: ['time', 'model', 'schedule', 'xmatters (types)'],
  sync: ['time', 'model', 'schedule'],
  verify: ['time', 'model', 'schedule'],
  report: ['time', 'model', 'schedule', 'mapping', 'sync', 'verify'],
  harness: ['model'],
  pipeline: ['time', 'model', 'schedule', 'xmatters', 'mapping', 'sync', 'verify'],
  testing: ['time', 'model', 'schedule', 'xmatters', 'mapping', 'sync', 'verify', 'harness', 'pipeline'],
}

interface Import {
  readonly file: string
  readonly from: string
  readonly to: string
  readonly target: string
  readonly typesOnly: boolean
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(src, name))

const roomOf = (path: string): string => {
  const parts = relative(src, path).split(sep)
  return parts.length > 1 ? parts[0]! : ''
}

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^(import|export)\s+(type\s)?[^;'"]*?from\s+'(\.[^']+)'/gms)].map((match) => {
    const target = join(dirname(file), match[3]!)
    return {
      file: relative(src, file),
      from: roomOf(file),
      to: roomOf(target),
      target,
      typesOnly: match[2] !== undefined,
    }
  })
})

const crossings = imports.filter((one) => one.from !== '' && one.to !== '' && one.from !== one.to)

describe('dependency direction', () => {
  it('sees the rooms it is about', () => {
    expect(new Set(files.map(roomOf).filter(Boolean))).toEqual(new Set(Object.keys(mayImport)))
    expect(crossings.length).toBeGreaterThan(10)
  })

  it('lets a room enter only the rooms below it', () => {
    const wrong = crossings.filter(({ from, to, typesOnly }) => {
      const allowed = mayImport[from] ?? []
      return !allowed.includes(to) && !(typesOnly && allowed.includes(`${to} (types)`))
    })
    expect(wrong.map(({ file, to }) => `${file} -> ${to}`)).toEqual([])
  })

  it('lets a room be entered only by its door', () => {
    const doors = new Set(['index.ts', join('wire', 'index.ts')])
    const wrong = crossings.filter(({ to, target }) => !doors.has(relative(join(src, to), target)))
    expect(wrong.map(({ file, target }) => `${file} -> ${relative(src, target)}`)).toEqual([])
  })

  it('has no circles between files, not even of types', () => {
    const importsOf = new Map<string, string[]>(files.map((file) => [file, []]))
    for (const { file, target } of imports) importsOf.get(join(src, file))?.push(target)
    // Depth first; a file that is met again while it is still open closes a circle.
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'open')
        circles.push([...path.slice(path.indexOf(file)), file].map((name) => relative(src, name)).join(' -> '))
      if (state.has(file)) return
      state.set(file, 'open')
      for (const target of importsOf.get(file) ?? []) visit(target, [...path, file])
      state.set(file, 'done')
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })

  it('keeps the whole of src free of Node-only modules', () => {
    const wrong = files.filter((file) => /from 'node:|require\(/.test(readFileSync(file, 'utf8')))
    expect(wrong.map((file) => relative(src, file))).toEqual([])
  })
})
