import { expect, it } from 'vitest'
import { harnessName } from '../../src/harness/index.ts'

it.each([
  ['Payments Platform', 'Payments Platform', 0],
  ['R&D <script>', 'R D script', 1],
  ['Ça va / 支払い', 'Ça va / 支払い', 0],
  ['x'.repeat(70), 'x'.repeat(64), 1],
  ['🔥🔥', 'unnamed', 2],
  ['', 'unnamed', 1],
  ['  ', 'unnamed', 2],
  [' Payments  Platform', 'Payments Platform', 1],
])('makes %j into %j with %i warnings', (text, name, warnings) => {
  const result = harnessName(text)
  expect(result.name).toBe(name)
  expect(result.warnings).toHaveLength(warnings)
})

it('counts as the platform does, in UTF-16 units, and never cuts inside of a character', () => {
  expect(harnessName('𝒳'.repeat(5), { maxLength: 3 }).name).toBe('𝒳')
  expect(harnessName('𝒳'.repeat(5), { maxLength: 4 }).name).toBe('𝒳𝒳')
})
