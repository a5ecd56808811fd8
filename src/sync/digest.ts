import { sha256Hex } from './sha256.ts'

/** sha-256 (hex) of the value's canonical JSON: equal for equal values, whatever the order of their object keys. */
export function digestOf(value: unknown): string {
  return sha256Hex(canonicalJson(value))
}

/** JSON with the keys of each object in code-unit order; keys that are `undefined` are left out, as JSON does. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const object = value as Readonly<Record<string, unknown>>
  let text = ''
  for (const key of Object.keys(object).sort()) {
    const part = object[key]
    if (part !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(part)}`
  }
  return `{${text}}`
}
