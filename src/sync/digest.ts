import { sha256Hex } from './sha256.ts'

/** sha-256 (hex) of the value's canonical JSON: equal for equal values, whatever the order of their object keys. */
export function digestOf(value: unknown): string {
  return sha256Hex(canonicalJson(value))
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
  const object = value as Readonly<Record<string, unknown>>
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
