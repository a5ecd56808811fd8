import type { OnCallSnapshot } from '../model/index.ts'

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

interface Rule {
  readonly pattern: RegExp
  readonly rule: string
  /** Wire fields, for the nearest key of each resource around the value. */
  readonly fields: Readonly<Record<string, readonly string[]>>
}

const rules: readonly Rule[] = [
  {
    pattern: /^users\..*\bemail$/,
    rule: 'The address of the e-mail device with the lowest sequence, else a login that is an address.',
    fields: { people: ['webLogin'], devices: ['emailAddress', 'sequence'] },
  },
  {
    pattern: /^users\..*contactMethods/,
    rule: 'Each device is a contact method, in the order of its sequence.',
    fields: { devices: ['deviceType', 'sequence', 'delay', 'timeframes'] },
  },
  {
    pattern: /^users\..*timeZone$/,
    rule: 'The label of the person is read as an IANA zone.',
    fields: { people: ['timezone'] },
  },
  { pattern: /^users/, rule: 'A person is a user.', fields: { people: ['firstName', 'lastName', 'status'] } },
  {
    pattern: /^userGroups.*(memberKeys|memberGroupKeys)/,
    rule: 'The roster of the group.',
    fields: { groups: ['id'], roster: ['member.id'], people: ['id'] },
  },
  {
    pattern: /^userGroups/,
    rule: 'A group is a team.',
    fields: { groups: ['targetName', 'description', 'status', 'supervisors', 'services', 'site'] },
  },
  {
    pattern: /overrides/,
    rule: 'A temporary absence acts on every rotation where the absent person can be on call.',
    fields: { absences: ['start', 'end', 'member', 'group', 'replacement'] },
  },
  {
    pattern: /recurrence/,
    rule: 'The rule runs on the wall clock of the shift.',
    fields: { shifts: ['start', 'end', 'timezone', 'recurrence', 'exclusions'] },
  },
  {
    pattern: /handoff/,
    rule: 'Turns count from the first handoff after the capture.',
    fields: { shifts: ['rotation'] },
  },
  {
    pattern: /participants/,
    rule: 'Members who rotate form a ring in slot order; delays stay with the slot.',
    fields: { shifts: ['members', 'rotation.direction'], people: ['id'], groups: ['id'] },
  },
  {
    pattern: /^schedules.*rotations/,
    rule: 'Each slot of a shift is a rotation.',
    fields: { shifts: ['name', 'members', 'timezone'] },
  },
  { pattern: /^schedules/, rule: 'All shifts of a group are one schedule.', fields: { groups: ['targetName'] } },
  {
    pattern: /^escalationPolicies.*repeat/,
    rule: 'A shift whose escalation repeats.',
    fields: { shifts: ['repeatEscalation'] },
  },
  {
    pattern: /^escalationPolicies.*levels/,
    rule: 'The levels are the distinct offsets of all shifts; an offset is the sum of the delays up to the slot.',
    fields: { shifts: ['members'], groups: ['id'] },
  },
  { pattern: /^escalationPolicies/, rule: 'A group has one policy.', fields: { groups: ['targetName', 'status'] } },
]

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
  let plain = ''
  for (const raw of segments) {
    const name = raw.startsWith('[') ? raw.slice(1, -1) : raw
    value = step(value, name)
    plain += `${plain === '' ? '' : '.'}${name}`
    collectKeys(value, keys, true)
  }
  if (value !== undefined) collectKeys(value, keys, false)
  const found = value === undefined ? undefined : rules.find(({ pattern }) => pattern.test(plain))
  const sources = [...keys].flatMap(([key, resource]) =>
    (found?.fields[resource] ?? []).map((field): ExplainedSource => ({ resource, id: idOf(key), path: field })),
  )
  const rule = found?.rule ?? (value === undefined ? 'The path leads nowhere.' : 'Taken over from the export.')
  const from = sources.map(({ resource, id, path }) => `${resource} ${id}: ${path}`).join('; ')
  return { path, value, rule, sources, message: from === '' ? `${path}: ${rule}` : `${path}: ${rule} From ${from}.` }
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
