import type { JsonObject } from './json-object.ts'
import { createSha256 } from './sha256.ts'

/** sha-256 (hex) of the value's canonical JSON: equal for equal values, whatever the order of their object keys. */
export function digestOf(value: unknown): string {
  const hash = createSha256()
  let text = ''
  for (const piece of isLong(value) ? canonicalPieces(value) : [canonicalJson(value)]) {
    text += piece
    if (text.length < pieceLength) continue
    hash.update(text)
    text = ''
  }
  hash.update(text)
  return hash.hex()
}

function isLong(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).some((part) => Array.isArray(part) && part.length > 1000)
  )
}

/** Long enough for the hash not to be called too often, short enough not to matter. */
const pieceLength = 65_536

/** The value's canonical JSON, the lists of an object item by item, so that the text of a large plan is never held whole. */
function* canonicalPieces(object: JsonObject): Generator<string> {
  let before = '{'
  for (const key of sortedKeys(object)) {
    const part = object[key]
    if (part === undefined) continue
    yield `${before}${quote(key)}:`
    before = ','
    if (Array.isArray(part) && part.length > 0) {
      for (const [index, item] of (part as readonly unknown[]).entries())
        yield `${index === 0 ? '[' : ','}${canonicalJson(item)}`
      yield ']'
    } else yield canonicalJson(part)
  }
  yield '}'
}

/** JSON with the keys of each object in code-unit order; keys that are `undefined` are left out, as JSON does. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[])
      text += text === '' ? canonicalJson(item) : `,${canonicalJson(item)}`
    return `[${text}]`
  }
  const object = value as JsonObject
  for (const key of sortedKeys(object)) {
    const part = object[key]
    if (part !== undefined) text += `${text === '' ? '' : ','}${quote(key)}:${canonicalJson(part)}`
  }
  return `{${text}}`
}

// oxlint-disable-next-line no-control-regex -- these are what JSON escapes
const needsEscape = /[\u0000-\u001f"\\\ud800-\udfff]/

/** Most text needs no escape, and to look is faster than to ask JSON. */
function quote(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`
}

/** Values are mostly built with their keys in one of few orders; an order that is sorted already need not be sorted again. */
function sortedKeys(object: object): readonly string[] {
  const keys = Object.keys(object)
  for (let index = 1; index < keys.length; index += 1) if (keys[index - 1]! > keys[index]!) return keys.sort()
  return keys
}
