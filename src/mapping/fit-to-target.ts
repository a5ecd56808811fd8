import type {
  ContactMethod,
  EscalationLevel,
  EscalationPolicy,
  OnCallSnapshot,
  Recurrence,
  User,
} from '../model/index.ts'
import { onCallAt, rotationOccurrences } from '../schedule/index.ts'
import type { CountedEntry, CountedLedger } from './ledger-account.ts'

/** What a target can express. An absent field means that it can. */
export interface TargetFitCapabilities {
  /** Whether a rotation may hand on to another policy. */
  readonly nestedPolicies?: boolean
  /** Kinds of recurrence rules that the target can keep. */
  readonly recurrences?: readonly Recurrence['rule']['kind'][]
  /** Offsets are multiples of this. */
  readonly delayGranularityMinutes?: number
  readonly maxLevels?: number
  /** Whether the target waits out a level that reaches nobody. */
  readonly waitsOutEmptyLevels?: boolean
  readonly channels?: readonly ContactMethod['kind'][]
  /** Dial prefixes that the target calls, such as `+1`. */
  readonly phonePrefixes?: readonly string[]
}

export interface FitOptions {
  /** The stretch for which fallbacks are made; they must be renewed before it ends. */
  readonly horizon: { readonly from: string; readonly to: string }
}

export interface FittedSnapshot {
  readonly snapshot: OnCallSnapshot
  /** Entries only of what was changed; its counts are those of the entries. */
  readonly ledger: CountedLedger
}

/** Fits a snapshot to what a target can express: delays and levels are changed; whatever else it lacks is reported with its size, and kept. */
export function fitToTarget(
  snapshot: OnCallSnapshot,
  capabilities: TargetFitCapabilities,
  { horizon }: FitOptions,
): FittedSnapshot {
  const entries: CountedEntry[] = []
  reportRotations(snapshot, capabilities, horizon, entries)
  const escalationPolicies = snapshot.escalationPolicies.map((policy) => fitPolicy(policy, capabilities, entries))
  for (const user of snapshot.users) reportContacts(user, capabilities, entries)
  const approximated = entries.filter(({ outcome }) => outcome === 'approximated').length
  const dropped = entries.length - approximated
  const ledger = { leaves: entries.length, mapped: 0, approximated, dropped, unknown: 0, entries }
  return { snapshot: { ...snapshot, escalationPolicies }, ledger }
}

function fitPolicy(
  policy: EscalationPolicy,
  capabilities: TargetFitCapabilities,
  entries: CountedEntry[],
): EscalationPolicy {
  const { delayGranularityMinutes: grain = 0, maxLevels = Infinity, waitsOutEmptyLevels = true } = capabilities
  const levels = new Map<number, EscalationLevel['targets']>()
  policy.levels.forEach(({ offsetMinutes, targets }, index) => {
    const rounded = grain > 0 ? Math.round(offsetMinutes / grain) * grain : offsetMinutes
    if (rounded !== offsetMinutes) {
      const message = `${offsetMinutes} minutes become ${rounded}.`
      const effect = { minutes: Math.abs(rounded - offsetMinutes) }
      entries.push({
        code: 'fit.delay',
        outcome: 'approximated',
        entity: policy.key,
        path: `levels[${index}].offsetMinutes`,
        value: offsetMinutes,
        message,
        effect,
      })
    }
    const last = [...levels.keys()].at(-1)
    const tooMany = !levels.has(rounded) && levels.size >= Math.max(1, maxLevels) && last !== undefined
    const offset = tooMany ? last : rounded
    if (tooMany) {
      const message = `More than ${maxLevels} levels; alerted with the last one at ${offset} minutes.`
      const effect = { minutes: rounded - offset }
      entries.push({
        code: 'fit.levels',
        outcome: 'approximated',
        entity: policy.key,
        path: `levels[${index}]`,
        value: offsetMinutes,
        message,
        effect,
      })
    }
    levels.set(offset, [...(levels.get(offset) ?? []), ...targets])
  })
  const shifts = new Set(policy.levels.flatMap(({ targets }) => targets.map(({ key }) => key.split('/slot:')[0])))
  if (!waitsOutEmptyLevels && shifts.size > 1 && levels.size > 1) {
    const minutes = Math.max(...levels.keys())
    const message = 'Levels of shifts that are not on duty are passed at once; people may be alerted early.'
    entries.push({
      code: 'fit.empty-level',
      outcome: 'approximated',
      entity: policy.key,
      path: 'levels',
      value: null,
      message,
      effect: { minutes },
    })
  }
  return { ...policy, levels: [...levels].map(([offsetMinutes, targets]) => ({ offsetMinutes, targets })) }
}

function reportRotations(
  snapshot: OnCallSnapshot,
  { nestedPolicies = true, recurrences }: TargetFitCapabilities,
  horizon: FitOptions['horizon'],
  entries: CountedEntry[],
): void {
  for (const { key, rotations } of snapshot.schedules) {
    for (const rotation of rotations) {
      const { kind } = rotation.recurrence.rule
      const base = { outcome: 'dropped', entity: key, path: rotation.key } as const
      if (recurrences !== undefined && !recurrences.includes(kind)) {
        const spans = rotationOccurrences(rotation, horizon)
        const minutes = spans.reduce((sum, { start, end }) => sum + (Date.parse(end) - Date.parse(start)) / 60_000, 0)
        entries.push({
          ...base,
          code: 'fit.recurrence',
          value: kind,
          message: 'The target has no such recurrence.',
          effect: { minutes },
        })
      }
      if (nestedPolicies) continue
      for (const nested of rotation.participants) {
        if (nested.kind !== 'policy') continue
        const people = new Set(onCallAt(snapshot, nested.key, horizon.from).flatMap(({ userKeys }) => userKeys)).size
        entries.push({
          ...base,
          code: 'fit.nested-policy',
          value: nested.key,
          message: 'The target has no policy inside a rotation.',
          effect: { people },
        })
      }
    }
  }
}

function reportContacts(user: User, { channels, phonePrefixes }: TargetFitCapabilities, entries: CountedEntry[]): void {
  for (const { key, kind, address } of user.contactMethods) {
    const base = { outcome: 'dropped', entity: user.key, path: key, effect: { people: 1 } } as const
    if (channels !== undefined && !channels.includes(kind)) {
      entries.push({ ...base, code: 'fit.channel', value: kind, message: 'The target has no such channel.' })
    } else if (
      phonePrefixes !== undefined &&
      (kind === 'sms' || kind === 'voice') &&
      !phonePrefixes.some((prefix) => address?.startsWith(prefix))
    ) {
      entries.push({
        ...base,
        code: 'fit.phone-country',
        value: address,
        message: 'The target does not call this country.',
      })
    }
  }
}
