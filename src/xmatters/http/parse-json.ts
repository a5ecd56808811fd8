export type ParsedJson =
  | { readonly kind: 'value'; readonly value: unknown }
  /** No body at all. */
  | { readonly kind: 'empty' }
  /** JSON that ends in the middle: the connection broke where nothing says how long the body is. */
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'not-json' }

/**
 * Reads a body as JSON. It is UTF-8 (RFC 8259, 8.1) with or without a byte order mark; a body that is not is read in the charset that its
 * header names, and never with replacement characters. Own `__proto__` keys are dropped.
 */
export function parseJson(bytes: Uint8Array, contentType: string | null): ParsedJson {
  const text = decode(bytes, contentType)
  if (text === null) return { kind: 'not-json' }
  if (text.trim() === '') return { kind: 'empty' }
  try {
    const value: unknown = JSON.parse(text)
    return { kind: 'value', value: mayHoldProto(text) ? withoutProto(value) : value }
  } catch {
    return { kind: isCutOff(text) ? 'cut-off' : 'not-json' }
  }
}

function decode(bytes: Uint8Array, contentType: string | null): string | null {
  const charset = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1]
  for (const label of charset === undefined ? ['utf-8'] : ['utf-8', charset]) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      // Not in this charset, or there is no such charset.
    }
  }
  return null
}

/** Spelt out, or with an escape of a letter that nobody needs to escape. */
function mayHoldProto(text: string): boolean {
  return text.includes('__proto__') || /\\u00(?:5f|7[024]|6f)/i.test(text)
}

function withoutProto(value: unknown): unknown {
  const pending: unknown[] = [value]
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    if (typeof item !== 'object' || item === null) continue
    if (Object.hasOwn(item, '__proto__')) delete (item as Record<string, unknown>)['__proto__']
    for (const child of Object.values(item)) if (typeof child === 'object' && child !== null) pending.push(child)
  }
  return value
}

/** An object or a list that is still open at the end. */
function isCutOff(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  let depth = 0
  let isText = false
  for (let index = 0; index < text.length; index++) {
    const char = text[index]
    if (isText) {
      if (char === '\\') index++
      else if (char === '"') isText = false
    } else if (char === '"') isText = true
    else if (char === '{' || char === '[') depth++
    else if (char === '}' || char === ']') depth--
  }
  return isText || depth > 0
}
