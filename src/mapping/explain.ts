import type { OnCallSnapshot } from '../model/index.ts'
import { type ExplainRule, explainRules, type FitRule, fitRules } from './explain-rules.ts'

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

/**
 * Leads from a field of a snapshot back to the source, such as `schedules[0].rotations[1].handoff` or `schedules[group:<id>].overrides`.
 *
 * Items of a list are named by number or by key. Keys carry where they come from, so no more than the snapshot is needed.
 */
export function explain(snapshot: OnCallSnapshot, path: string): Explanation {
  const segments = path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? []
  const keys = new Set<string>()
  let value: unknown = snapshot
  let within: unknown = undefined
  let field = ''
  let fit: FitRule | undefined
  const plain: string[] = []
  for (const raw of segments) {
    const name = raw.startsWith('[') ? raw.slice(1, -1) : raw
    if (!Array.isArray(value)) field = name
    plain.push(Array.isArray(value) ? '*' : name)
    within = value
    value = step(value, name)
    const key = step(value, 'key')
    collectKeys(key, 'key', keys)
    if (typeof key === 'string') fit = fitRules.find((one) => one.key.test(key)) ?? fit
  }
  const found =
    value === undefined ? undefined : fit !== undefined && !fit.except.includes(field) ? fit : ruleFor(plain)
  collectKeys(value, field, keys)
  if (found?.beside !== undefined) collectKeys(step(within, found.beside), found.beside, keys)
  const sources = [...keys].flatMap((key) => {
    const at = key.indexOf(':')
    const kind = key.slice(0, at)
    const resource = kind === 'person' ? 'people' : `${kind}s`
    const fields = found?.fields[resource]?.split(' ') ?? []
    return fields.map((path): ExplainedSource => ({ resource, id: key.slice(at + 1), path }))
  })
  const rule = found?.rule ?? (value === undefined ? 'The path leads nowhere.' : 'Taken over from the export.')
  const from = sources.map(({ resource, id, path }) => `${resource} ${id}: ${path}`).join('; ')
  return { path, value, rule, sources, message: from === '' ? `${path}: ${rule}` : `${path}: ${rule} From ${from}.` }
}

function ruleFor(plain: readonly string[]): ExplainRule | undefined {
  const path = `${plain.join('.')}.`
  return explainRules.findLast((rule) => path.startsWith(`${rule.path}.`))
}

function step(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  if (!Array.isArray(value))
    return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined
  if (/^\d+$/.test(name)) return value[Number(name)]
  return value.find((item: unknown) => typeof item === 'object' && item !== null && 'key' in item && item.key === name)
}

/** Collects the keys in a field and in all that lies in it, as they tell where they come from; names and other text may look like keys. */
function collectKeys(value: unknown, field: string, keys: Set<string>): void {
  if (typeof value === 'string') {
    if (/^(?:key|replaces|replacement)$|Keys?$/.test(field)) keys.add(value.replace(/\/slot:\d+.*$/, ''))
  } else if (Array.isArray(value)) {
    for (const item of value) collectKeys(item, field, keys)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) collectKeys(item, name, keys)
  }
}
