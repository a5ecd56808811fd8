import type { FieldChange } from '../sync/index.ts'
import { shortText, shortValue } from './display-text.ts'
import { winnerWords } from './entity-words.ts'

type NameOf = (key: string) => string

/** How much of a value is shown. */
interface Room {
  readonly characters: number
  readonly items: number
}

const oneLine: Room = { characters: 60, items: 3 }

/** `memberKeys[person:4f…]` as `memberKeys[Ana Lima]`. */
export function pathWords(path: string, nameOf: NameOf, longest = 80): string {
  return shortText(
    path.replace(/\[([^\]]+)\]/g, (_, key: string) => `[${nameOf(key)}]`),
    longest,
  )
}

/** A value in one line, names instead of keys; of a long list the beginning, or how long it is. */
export function valueWords(value: unknown, nameOf: NameOf, { characters, items }: Room = oneLine): string {
  const name = nameWords(value, nameOf)
  if (name !== null) return shortText(name, characters)
  if (!Array.isArray(value) || value.length === 0) return shortValue(value, characters)
  const names = value.slice(0, items).map((one) => nameWords(one, nameOf))
  if (names.includes(null)) return shortValue(value, characters)
  const shown = names.map((one) => shortText(one ?? '', characters))
  return [...shown, ...(value.length > items ? [`${value.length - items} more`] : [])].join(', ')
}

/** What becomes of a field: `"Support" becomes "Support EMEA"`, or why it stays. Of two objects only what differs. */
export function fieldWords(field: FieldChange, nameOf: NameOf): string {
  const { source, target, winner } = field
  if (winner !== 'source') return winnerWords[winner]
  if (isRecord(source) && isRecord(target) && nameWords(source, nameOf) === null) {
    const keys = [...new Set([...Object.keys(target), ...Object.keys(source)])]
    return keys
      .filter((key) => JSON.stringify(target[key]) !== JSON.stringify(source[key]))
      .map((key) => `${key} ${becomesWords(target[key], source[key], nameOf)}`)
      .join('; ')
  }
  return becomesWords(target, source, nameOf)
}

function becomesWords(from: unknown, to: unknown, nameOf: NameOf): string {
  const [before, after] = [from, to].map((value) => (value === undefined ? '(absent)' : valueWords(value, nameOf)))
  return before === after ? `other ${after}` : `${before} becomes ${after}`
}

/** What has a name: a key, or something that is known by its key, such as a participant or a rotation. */
function nameWords(value: unknown, nameOf: NameOf): string | null {
  if (typeof value === 'string') return nameOf(value) === value ? null : nameOf(value)
  if (!isRecord(value)) return null
  if (value['kind'] === 'nobody') return 'nobody'
  return typeof value['key'] === 'string' && nameOf(value['key']) !== value['key'] ? nameOf(value['key']) : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
