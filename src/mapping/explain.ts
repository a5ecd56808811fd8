import type { OnCallSnapshot } from '../model/index.ts'
import { type ExplainRule, explainRules } from './explain-rules.ts'

export interface ExplainedSource {
  /** Resource of the tenant, such as `shifts`. */
  readonly resource: string
  readonly id: string
  /** JSON path within that wire value. */
  readonly path: string
}

export interface Explanation {
  readonly path: string
  /** What is there; `undefined` where the path leads nowhere. */
  readonly value: unknown
  /** The rule that made it. */
  readonly rule: string
  readonly sources: readonly ExplainedSource[]
  readonly message: string
}

const resources: Readonly<Record<string, string>> = {
  person: 'people',
  device: 'devices',
  group: 'groups',
  shift: 'shifts',
  absence: 'absences',
}

/**
 * Leads from a field of a snapshot back to the source, such as `schedules[0].rotations[1].handoff` or `schedules[group:<id>].overrides`.
 *
 * Items of a list are named by number or by key. Keys carry where they come from, so no more than the snapshot is needed.
 */
export function explain(snapshot: OnCallSnapshot, path: string): Explanation {
  const segments = path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? []
  const keys = new Map<string, string>()
  let value: unknown = snapshot
  let within: unknown = undefined
  const plain: string[] = []
  for (const raw of segments) {
    const name = raw.startsWith('[') ? raw.slice(1, -1) : raw
    plain.push(Array.isArray(value) ? '*' : name)
    within = value
    value = step(value, name)
    collectKeys(value, keys, true)
  }
  const found = value === undefined ? undefined : ruleFor(plain)
  if (value !== undefined) collectKeys(value, keys, false)
  if (found?.beside !== undefined) collectKeys(step(within, found.beside), keys, false)
  const sources = [...keys].flatMap(([key, resource]) =>
    (found?.fields[resource] ?? []).map((field): ExplainedSource => ({ resource, id: idOf(key), path: field })),
  )
  const rule = found?.rule ?? (value === undefined ? 'The path leads nowhere.' : 'Taken over from the export.')
  const from = sources.map(({ resource, id, path }) => `${resource} ${id}: ${path}`).join('; ')
  return { path, value, rule, sources, message: from === '' ? `${path}: ${rule}` : `${path}: ${rule} From ${from}.` }
}

function ruleFor(plain: readonly string[]): ExplainRule | undefined {
  for (let length = plain.length; length > 0; length--) {
    const path = plain.slice(0, length).join('.')
    const found = explainRules.find((rule) => rule.path === path)
    if (found !== undefined) return found
  }
  return undefined
}

function step(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  if (!Array.isArray(value))
    return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined
  if (/^\d+$/.test(name)) return value[Number(name)]
  return value.find((item: unknown) => typeof item === 'object' && item !== null && 'key' in item && item.key === name)
}

/** Provenance in the keys of a value, its own key only or those of all that lies in it. */
function collectKeys(root: unknown, keys: Map<string, string>, ownOnly: boolean): void {
  const open: unknown[] = [root]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === 'string') {
      const resource = resources[value.slice(0, Math.max(0, value.indexOf(':')))]
      if (resource !== undefined) keys.set(value.replace(/\/slot:\d+.*$/, ''), resource)
    } else if (Array.isArray(value)) {
      if (!ownOnly) open.push(...[...(value as readonly unknown[])].reverse().filter((one) => one !== undefined))
    } else if (typeof value === 'object' && value !== null) {
      const children = ownOnly ? ['key' in value ? value.key : null] : Object.values(value)
      open.push(...children.filter((one: unknown) => one !== undefined))
    }
  }
}

function idOf(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}
