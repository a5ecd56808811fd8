import type { EscalationPolicy } from '../model/index.ts'
import type { FieldChange } from '../sync/index.ts'
import { durationText, shortText, shortValue } from './display-text.ts'
import { winnerWords } from './entity-words.ts'

type NameOf = (key: string) => string

/** How much of a value is shown. */
interface Room {
  readonly characters: number
  readonly items: number
}

const oneLine: Room = { characters: 60, items: 3 }
/** Levels of which is said what becomes of them. */
const mostLevels = 6

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
  if (isLevels(source) && isLevels(target)) return levelChangeWords(target, source, nameOf)
  if (isRecord(source) && isRecord(target) && nameWords(source, nameOf) === null) {
    const keys = [...new Set([...Object.keys(target), ...Object.keys(source)])]
    return keys
      .filter((key) => JSON.stringify(target[key]) !== JSON.stringify(source[key]))
      .map((key) => `${key} ${becomesWords(target[key], source[key], nameOf)}`)
      .join('; ')
  }
  return becomesWords(target, source, nameOf)
}

/** Levels that come, go or reach others, by the minutes after which they do. */
function levelChangeWords(target: readonly Level[], source: readonly Level[], nameOf: NameOf): string {
  const [before, after] = [target, source].map((levels) => new Map(levels.map((level) => [level.offsetMinutes, level])))
  const offsets = [...new Set([...target, ...source].map(({ offsetMinutes }) => offsetMinutes))].sort((a, b) => a - b)
  const words = offsets.flatMap((offset) => {
    const [from, to] = [before?.get(offset), after?.get(offset)]
    if (JSON.stringify(from) === JSON.stringify(to)) return []
    if (from === undefined || to === undefined) {
      const words = shortText(levelWords((from ?? to) as Level, nameOf), oneLine.characters)
      return [`${from === undefined ? 'new' : 'no more'}: ${words}`]
    }
    const [was, is] = [from, to].map((level) => shortText(targetWords(level, nameOf), oneLine.characters))
    return [`${offsetWords(offset)} ${was === is ? `other ${is}` : `${was} becomes ${is}`}`]
  })
  const shown = words.slice(0, mostLevels)
  return [...shown, ...(words.length > shown.length ? [`${words.length - shown.length} more`] : [])].join('; ')
}

function levelWords(level: Level, nameOf: NameOf): string {
  return `${targetWords(level, nameOf)} ${offsetWords(level.offsetMinutes)}`
}

function targetWords({ targets }: Level, nameOf: NameOf): string {
  return targets.length === 0 ? 'nobody' : targets.map(({ key }) => nameOf(key)).join(' and ')
}

function offsetWords(minutes: number): string {
  return minutes === 0 ? 'at once' : `after ${durationText(minutes)}`
}

function becomesWords(from: unknown, to: unknown, nameOf: NameOf): string {
  const [before, after] = [from, to].map((value) => (value === undefined ? '(absent)' : valueWords(value, nameOf)))
  return before === after ? `other ${after}` : `${before} becomes ${after}`
}

/** What has a name: a key, or something that is known by its key, such as a participant or a rotation. */
function nameWords(value: unknown, nameOf: NameOf): string | null {
  if (typeof value === 'string') return nameOf(value) === value ? null : nameOf(value)
  if (!isRecord(value)) return null
  if (isLevel(value)) return levelWords(value, nameOf)
  if (value['kind'] === 'nobody') return 'nobody'
  return typeof value['key'] === 'string' && nameOf(value['key']) !== value['key'] ? nameOf(value['key']) : null
}

type Level = EscalationPolicy['levels'][number]

/** What stands in a plan or in a store may be anything. */
function isLevel(value: unknown): value is Level {
  if (!isRecord(value) || typeof value['offsetMinutes'] !== 'number' || !Array.isArray(value['targets'])) return false
  return value['targets'].every((target) => isRecord(target) && typeof target['key'] === 'string')
}

function isLevels(value: unknown): value is readonly Level[] {
  return Array.isArray(value) && value.every(isLevel)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
