import { expect, it } from 'vitest'
import { getOrAdd } from '../src/get-or-add.ts'

it('makes what a map lacks, once, and leaves what it has, nothing and zero too', () => {
  const map = new Map<string, number[] | number | null>([
    ['zero', 0],
    ['nothing', null],
  ])
  const made = getOrAdd(map, 'list', () => [1])
  expect(getOrAdd(map, 'list', () => [2])).toBe(made)
  expect(getOrAdd(map, 'zero', () => 3)).toBe(0)
  expect(getOrAdd(map, 'nothing', () => 3)).toBe(null)
  expect([...map]).toEqual([
    ['zero', 0],
    ['nothing', null],
    ['list', [1]],
  ])
})
