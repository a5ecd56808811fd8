import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { codeWords } from '../../src/report/code-words.ts'

const documented = [
  ...readFileSync(new URL('../../docs/ledger.md', import.meta.url), 'utf8').matchAll(/^\| `([^`]+)` \|/gm),
].map(([, code = '']) => code)

it('has words of its own for each documented ledger code', () => {
  expect(documented.length).toBeGreaterThan(50)
  const words = documented.map(codeWords)
  expect(words.filter((one) => !/^[A-Z][a-z].*[a-z]$/.test(one))).toEqual([])
  expect(new Set(words).size).toBe(documented.length)
})

it('lets a code that it does not know stand for itself', () => {
  expect(['shift.of-tomorrow', 'constructor'].map(codeWords)).toEqual(['shift.of-tomorrow', 'constructor'])
})
