import type { Ledger, LedgerEntry } from '../model/index.ts'
import type { MappingIssue } from './mapping-issue.ts'
import { type FieldRule, type FieldTable, unknownField } from './source-fields.ts'

/** An entry of an account: `count` is set where it stands for another number of leaves than one; 0 is a remark without a leaf of its own. */
export interface CountedEntry extends LedgerEntry {
  readonly count?: number
}

export interface LedgerAccount {
  /** Counts every leaf of one wire value, once. */
  enter(value: unknown, fields: FieldTable, path: string, entity: string, issues?: readonly MappingIssue[]): void
  close(): CountedLedger
}

export interface CountedLedger extends Ledger {
  readonly entries: readonly CountedEntry[]
}

/** Entries of one code that are listed each by itself; what comes after them is one entry with a count, so that memory stays bounded. */
const listedPerCode = 20_000

/** Never added to. */
const noIssues = new Map<string, MappingIssue>()

interface Step {
  readonly value: unknown
  readonly rule: FieldRule
  /** The value that it lies in; with `key` the way to it, made a path only where one is asked for. */
  readonly within: Step | null
  readonly key: string | number
}

/** Opens an account of leaves. Walks without recursion, because nesting comes from outside. */
export function openLedgerAccount(): LedgerAccount {
  const totals = { mapped: 0, approximated: 0, dropped: 0, unknown: 0 }
  const entries: CountedEntry[] = []
  const listed = new Map<string, number>()

  /** Counts one more of a code; whether it is still to be listed by itself. */
  const isListed = (code: string): boolean => {
    if (!isBookkeeping(code)) return true
    const count = (listed.get(code) ?? 0) + 1
    listed.set(code, count)
    return count <= listedPerCode
  }
  /** Counts a leaf of which nothing is to be listed: one that is mapped, or one more of many. */
  const isCounted = (rule: FieldRule): boolean => {
    if (rule.outcome === 'mapped') totals.mapped++
    else if (rule.outcome === 'dropped' && (listed.get(rule.code) ?? 0) >= listedPerCode) {
      totals.dropped++
      isListed(rule.code)
    } else return false
    return true
  }

  const enter: LedgerAccount['enter'] = (value, fields, root, entity, issues = []) => {
    const byPath = issues.length === 0 ? noIssues : new Map<string, MappingIssue>()
    const extra: MappingIssue[] = []
    for (const issue of issues) {
      if (byPath.has(issue.path)) extra.push(issue)
      else byPath.set(issue.path, issue)
    }
    const open: Step[] = [{ value, rule: { ...unknownField, fields }, within: null, key: root }]
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      const { value, rule } = step
      if (isLeaf(value)) {
        const issue = byPath.size === 0 ? undefined : byPath.get(pathOf(step).slice(root.length + 1))
        if (issue !== undefined) {
          byPath.delete(issue.path)
          totals[issue.outcome]++
          entries.push(entryOf(issue, entity, pathOf(step), value))
        } else if (!isCounted(rule) && rule.outcome !== 'mapped') {
          const { code, outcome, message } = rule
          totals[outcome]++
          if (isListed(code)) entries.push({ code, outcome, entity, path: pathOf(step), value, message })
        }
      } else if (Array.isArray(value)) {
        for (let at = value.length - 1; at >= 0; at--) open.push({ value: value[at], rule, within: step, key: at })
      } else if (typeof value === 'object' && value !== null) {
        const wire = value as Readonly<Record<string, unknown>>
        const keys = Object.keys(wire)
        for (let at = keys.length - 1; at >= 0; at--) {
          const key = keys[at] ?? ''
          const child = wire[key]
          const below = rule.fields?.get(key) ?? unknownField
          // What needs no path needs no step.
          if (byPath.size > 0 || !isLeaf(child) || !isCounted(below)) {
            open.push({ value: child, rule: below, within: step, key })
          }
        }
      }
    }
    for (const issue of [...byPath.values(), ...extra]) {
      entries.push({ ...entryOf(issue, entity, `${root}.${issue.path}`, null), count: 0 })
    }
  }

  const close = (): CountedLedger => {
    const summed: CountedEntry[] = []
    for (const [code, total] of listed) {
      if (total <= listedPerCode) continue
      const count = total - listedPerCode
      summed.push({
        code,
        outcome: 'dropped',
        entity: '',
        path: '',
        value: null,
        count,
        message: `${count} more values of this code.`,
      })
    }
    const leaves = totals.mapped + totals.approximated + totals.dropped + totals.unknown
    return { leaves, ...totals, entries: [...entries, ...summed] }
  }
  return { enter, close }
}

/** Codes of what every row has and nobody acts on; all others are listed however many there are. */
function isBookkeeping(code: string): boolean {
  return code === 'device.setting' || (code.startsWith('field.') && code !== 'field.unknown')
}

function isLeaf(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function pathOf(step: Step): string {
  const parts: string[] = []
  for (let at: Step | null = step; at !== null; at = at.within) {
    parts.push(at.within === null ? String(at.key) : typeof at.key === 'number' ? `[${at.key}]` : memberOf(at.key))
  }
  return parts.reverse().join('')
}

/** Names come from outside, those of properties from users; one that looks like a path is quoted, so that the path still leads there. */
function memberOf(name: string): string {
  return name === '' || /[.[\]"]/.test(name) ? `[${JSON.stringify(name)}]` : `.${name}`
}

function entryOf(issue: MappingIssue, entity: string, path: string, value: LedgerEntry['value']): LedgerEntry {
  const { code, outcome, message, path: _within, ...effect } = issue
  return { code, outcome, entity, path, value, message, ...effect }
}
