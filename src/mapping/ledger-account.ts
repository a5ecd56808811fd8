import type { Ledger, LedgerEntry } from '../model/index.ts'
import type { MappingIssue } from './mapping-issue.ts'
import type { FieldRule, FieldTable } from './source-fields.ts'

/** An entry of an account: `count` is set where it stands for another number of leaves than one; 0 is a remark without a leaf of its own. */
export interface CountedEntry extends LedgerEntry {
  readonly count?: number
}

export interface LedgerAccount {
  /** Counts every leaf of one wire value, once. */
  enter(value: unknown, fields: FieldTable, path: string, entity: string, issues?: readonly MappingIssue[]): void
  close(): Ledger & { readonly entries: readonly CountedEntry[] }
}

/** Entries of one code that are listed each by itself; what comes after them is one entry with a count, so that memory stays bounded. */
const listedPerCode = 20_000

const unknownRule: Extract<FieldRule, { kind: 'dropped' }> = {
  kind: 'dropped',
  code: 'field.unknown',
  message: 'A field that this version does not know.',
}

interface Step {
  readonly value: unknown
  readonly rule: FieldRule
  readonly path: string
}

/** Opens an account of leaves. Walks without recursion, because nesting comes from outside. */
export function openLedgerAccount(): LedgerAccount {
  const totals = { mapped: 0, approximated: 0, dropped: 0, unknown: 0 }
  const entries: CountedEntry[] = []
  const listed = new Map<string, number>()
  const rest = new Map<string, { entry: LedgerEntry; count: number }>()

  const list = (entry: LedgerEntry): void => {
    const count = (listed.get(entry.code) ?? 0) + 1
    listed.set(entry.code, count)
    if (count <= listedPerCode || entry.outcome === 'unknown') {
      entries.push(entry)
      return
    }
    const key = `${entry.outcome} ${entry.code}`
    const more = rest.get(key)
    if (more === undefined) rest.set(key, { entry, count: 1 })
    else more.count++
  }

  const enter: LedgerAccount['enter'] = (value, fields, root, entity, issues = []) => {
    const byPath = issues.length === 0 ? null : new Map<string, MappingIssue>()
    const extra: MappingIssue[] = []
    for (const issue of issues) {
      if (byPath?.has(issue.path)) extra.push(issue)
      else byPath?.set(issue.path, issue)
    }
    const open: Step[] = [{ value, rule: { kind: 'object', fields }, path: root }]
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      const { value, rule, path } = step
      if (typeof value === 'object') {
        if (value === null) continue
        if (Array.isArray(value)) {
          for (let at = value.length - 1; at >= 0; at--) open.push({ value: value[at], rule, path: `${path}[${at}]` })
          continue
        }
        const wire = value as Readonly<Record<string, unknown>>
        const keys = Object.keys(wire)
        for (let at = keys.length - 1; at >= 0; at--) {
          const key = keys[at] ?? ''
          const below =
            rule.kind === 'object' ? (rule.fields.get(key) ?? unknownRule) : rule.kind === 'mapped' ? unknownRule : rule
          open.push({ value: wire[key], rule: below, path: `${path}.${key}` })
        }
        continue
      }
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue
      const issue = byPath?.get(path.slice(root.length + 1))
      if (issue !== undefined) {
        byPath?.delete(issue.path)
        totals[issue.outcome]++
        list(entryOf(issue, entity, path, value))
      } else if (rule.kind === 'mapped') {
        totals.mapped++
      } else {
        const { code, message } = rule.kind === 'object' ? unknownRule : rule
        const outcome = code === 'field.unknown' ? 'unknown' : 'dropped'
        totals[outcome]++
        list({ code, outcome, entity, path, value, message })
      }
    }
    for (const issue of [...(byPath?.values() ?? []), ...extra]) {
      const remark: CountedEntry = { ...entryOf(issue, entity, `${root}.${issue.path}`, null), count: 0 }
      entries.push(remark)
    }
  }

  const close = (): ReturnType<LedgerAccount['close']> => {
    const summed = [...rest.values()].map(({ entry, count }): CountedEntry => ({
      ...entry,
      value: null,
      entity: '',
      path: '',
      count,
      message: `${entry.message} ${count} more.`,
    }))
    const leaves = totals.mapped + totals.approximated + totals.dropped + totals.unknown
    return { leaves, ...totals, entries: [...entries, ...summed] }
  }
  return { enter, close }
}

function entryOf(issue: MappingIssue, entity: string, path: string, value: LedgerEntry['value']): LedgerEntry {
  const { code, outcome, message, effect } = issue
  return { code, outcome, entity, path, value, message, ...(effect ? { effect } : {}) }
}
