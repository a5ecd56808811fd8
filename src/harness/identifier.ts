import { append } from '../get-or-add.ts'

/** Longest identifier that the platform takes (entity identifier reference). */
export const maxIdentifierLength = 128

/** Words that no identifier may be; the union of the documented list and the expression language's keywords. */
export const reservedWords: ReadonlySet<string> = new Set(
  (
    'or and eq ne lt gt le ge div mod not null true false new var return step parallel stepGroup org account status ' +
    'liteEngineTask class shellScriptProvisioner'
  ).split(' '),
)

/**
 * Identifier that the platform's own SCIM provisioning derives from a display name: dots and dashes become `_`, other characters
 * outside of letters, digits, `_` and `$` go, leading digits and `$` go. Empty when nothing is left, as for a name in another script.
 */
export function deriveIdentifier(name: string): string {
  return name
    .replaceAll(/[.-]/g, '_')
    .replaceAll(/[^A-Za-z0-9_$]/g, '')
    .replace(/^[0-9$]+/, '')
    .slice(0, maxIdentifierLength)
}

/** True for what the platform accepts: first a letter or `_`, then letters, digits, `_`, `$`; at most 128; not a reserved word. */
export function isIdentifier(identifier: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_$]{0,127}$/.test(identifier) && !reservedWords.has(identifier)
}

export interface IdentifierRequest {
  /** Stable key of the thing, such as `group:<uuid>`. */
  readonly key: string
  readonly name: string
}

export interface IdentifierOptions {
  /** Identifiers given before, by key: they are immutable on the platform, so they stay whatever the name is now. */
  readonly assigned?: ReadonlyMap<string, string>
  /** Identifiers that belong to other things in the same scope. */
  readonly taken?: ReadonlySet<string>
  /** What an identifier begins with when a name gives none. Default `group`. */
  readonly fallback?: string
}

/**
 * Gives each thing its identifier, whatever the order of the input: the derived one where it is valid and nobody else wants it, else
 * one with a suffix made from the key. Pass what earlier runs gave as `assigned`: a newcomer that wants the same identifier then
 * never moves anybody.
 */
export function assignIdentifiers(
  things: readonly IdentifierRequest[],
  options: IdentifierOptions = {},
): ReadonlyMap<string, string> {
  const { assigned = new Map<string, string>(), taken = new Set<string>(), fallback = 'group' } = options
  const result = new Map<string, string>()
  const used = new Set<string>([...taken, ...assigned.values()])
  const wanted = new Map<string, string[]>()
  for (const { key, name } of things) {
    const before = assigned.get(key)
    if (before !== undefined) {
      result.set(key, before)
      continue
    }
    append(wanted, deriveIdentifier(name) || fallback, key)
  }
  for (const [identifier, keys] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = keys
    if (
      first !== undefined &&
      keys.length === 1 &&
      identifier !== fallback &&
      isIdentifier(identifier) &&
      !used.has(identifier)
    ) {
      used.add(identifier)
      result.set(first, identifier)
      continue
    }
    for (const key of keys.sort()) {
      const chosen = withSuffix(identifier, key, used)
      used.add(chosen)
      result.set(key, chosen)
    }
  }
  return result
}

function withSuffix(identifier: string, key: string, used: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const suffix = `_${hashOf(attempt === 0 ? key : `${key}#${attempt}`)}`
    const candidate = identifier.slice(0, maxIdentifierLength - suffix.length) + suffix
    if (!used.has(candidate)) return candidate
  }
}

/** FNV-1a, 32 bits, in base 36: short, and the same everywhere. It separates names; it is no checksum. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(36).padStart(7, '0')
}
