import { append, getOrAdd } from '../get-or-add.ts'
import type { LedgerEntry } from '../model/index.ts'
import { dayMs, formatInstant, parseInstant } from '../time/index.ts'
import type { Change } from '../sync/index.ts'
import { groupByCode, isFieldCode } from './ledger-text.ts'
import { nameDirectory } from './name-directory.ts'
import type { ReportInput } from './report-input.ts'

/** What the parts of the page know of one another: names, anchors, and which ledger codes concern which thing. */
export interface ReportIndex {
  readonly input: ReportInput
  readonly window: { readonly from: string; readonly to: string } | null
  /** Policies of the page, by name. */
  readonly policyKeys: readonly string[]
  readonly nameOf: (key: string) => string
  /** Anchor of a policy's timeline, where the page has one. */
  readonly policyAnchor: (key: string) => string | null
  readonly changeAnchor: (id: string) => string | null
  readonly change: (id: string) => Change | null
  readonly codeAnchor: (code: string) => string | null
  /** Ledger codes about a thing, or about what weakens it, sorted; fields that on-call does not need explain nothing. */
  readonly codesFor: (key: string) => readonly string[]
  /** Changes to a thing. */
  readonly changesOf: (key: string) => readonly string[]
}

export function indexReport(input: ReportInput): ReportIndex {
  const names = nameDirectory(input.plan, input.before, input.snapshot)
  const impactNames = new Map(
    [...(input.impact?.people ?? []), ...(input.impact?.policies ?? [])].map(({ key, name }) => [key, name]),
  )
  const parityNames = new Map((input.parity?.policies ?? []).map(({ key, name }) => [key, name]))
  const nameOf = (key: string): string => {
    const name = names(key)
    return name === key ? (impactNames.get(key) ?? parityNames.get(key) ?? key) : name
  }
  const policyKeys = namedPolicies(input, nameOf)
  const policies = anchors('policy', policyKeys)
  const changes = anchors(
    'change',
    (input.plan?.changes ?? []).map(({ id }) => id),
  )
  const codes = anchors(
    'ledger',
    groupByCode(input.ledger?.entries ?? []).map(([code]) => code),
  )
  const codesByEntity = indexCodes(input)
  const changesById = new Map((input.plan?.changes ?? []).map((change) => [change.id, change]))
  const changesByKey = new Map<string, string[]>()
  for (const { key, id } of input.plan?.changes ?? []) append(changesByKey, key, id)
  return {
    input,
    window: reportWindow(input),
    policyKeys,
    nameOf,
    policyAnchor: (key) => policies.get(key) ?? null,
    change: (id) => changesById.get(id) ?? null,
    changeAnchor: (id) => changes.get(id) ?? null,
    codeAnchor: (code) => codes.get(code) ?? null,
    codesFor: (key) => [...(codesByEntity.get(key) ?? [])].sort(),
    changesOf: (key) => changesByKey.get(key) ?? [],
  }
}

/** Policies that the page shows: all of both snapshots and all that were observed. */
function namedPolicies(input: ReportInput, nameOf: (key: string) => string): readonly string[] {
  const keys = [input.snapshot, input.before].flatMap((one) => (one?.escalationPolicies ?? []).map(({ key }) => key))
  const all = new Set([...keys, ...(input.parity?.policies ?? []).map(({ key }) => key)])
  return [...all]
    .map((key) => ({ key, name: nameOf(key) }))
    .sort((a, b) => (a.name === b.name ? (a.key < b.key ? -1 : 1) : a.name < b.name ? -1 : 1))
    .map(({ key }) => key)
}

function anchors(prefix: string, keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map(keys.map((key, index) => [key, `${prefix}-${index + 1}`]))
}

function reportWindow({ window, parity, impact, snapshot }: ReportInput): ReportIndex['window'] {
  const given = window ?? parity ?? impact
  if (given !== undefined) return { from: given.from, to: given.to }
  if (snapshot === undefined) return null
  return { from: snapshot.capturedAt, to: formatInstant(parseInstant(snapshot.capturedAt) + 14 * dayMs) }
}

/** Entries about a shift count for its group as well, found through the rotations that the shift became. */
function indexCodes({ ledger, snapshot }: ReportInput): ReadonlyMap<string, ReadonlySet<string>> {
  const groupOfShift = new Map<string, string>()
  for (const { key, rotations } of snapshot?.schedules ?? []) {
    for (const rotation of rotations) groupOfShift.set(rotation.key.replace(/\/slot:\d+$/, ''), key)
  }
  const codes = new Map<string, Set<string>>()
  const note = (entity: string | undefined, { code }: LedgerEntry): void => {
    if (entity === undefined || isFieldCode(code)) return
    getOrAdd(codes, entity, () => new Set()).add(code)
  }
  for (const entry of ledger?.entries ?? []) {
    for (const entity of new Set([entry.entity, groupOfShift.get(entry.entity), ...(entry.effect?.affects ?? [])]))
      note(entity, entry)
  }
  return codes
}
