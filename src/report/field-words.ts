import type { FieldChange } from '../sync/index.ts'
import { shortText, shortValue } from './display-text.ts'
import { winnerWords } from './entity-words.ts'

type NameOf = (key: string) => string

const longestList = 3

/** `memberKeys[person:4f…]` as `memberKeys[Ana Lima]`. */
export function pathWords(path: string, nameOf: NameOf, longest = 80): string {
  return shortText(
    path.replace(/\[([^\]]+)\]/g, (_, key: string) => `[${nameOf(key)}]`),
    longest,
  )
}

/** A value in one line, names instead of keys; a long list is counted. */
export function valueWords(value: unknown, nameOf: NameOf, longest = 60): string {
  if (typeof value === 'string' && nameOf(value) !== value) return shortText(nameOf(value), longest)
  if (isTextList(value) && value.length > 0) {
    const shown = value.slice(0, longestList).map((key) => shortText(nameOf(key), longest))
    return [...shown, ...(value.length > longestList ? [`${value.length - longestList} more`] : [])].join(', ')
  }
  return shortValue(value, longest)
}

/** What becomes of a field: `"Support" becomes "Support EMEA"`, or why it stays. */
export function fieldWords(field: FieldChange, nameOf: NameOf): string {
  if (field.winner !== 'source') return winnerWords[field.winner]
  const from = 'target' in field ? valueWords(field.target, nameOf) : '(absent)'
  const to = 'source' in field ? valueWords(field.source, nameOf) : '(absent)'
  return from === to ? `other ${to}` : `${from} becomes ${to}`
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
