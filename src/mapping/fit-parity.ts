import type { EscalationPolicy, OnCallSnapshot, Participant, Schedule } from '../model/index.ts'
import { parseInstant } from '../time/index.ts'
import { datedRotation, fixedUser } from './dated-rotation.ts'
import type { CountedEntry } from './ledger-account.ts'
import type { SnapshotDraft } from './snapshot-draft.ts'
import type { FitOptions, FoundDifference, FoundDifferences } from './target-fit.ts'

/**
 * Makes what the source says of a stretch true for that stretch: somebody of the source takes the place of somebody of the snapshot, a
 * place is left empty, or a dated duty is added. All of it is marked for renewal, because the next export may need none of it. A place
 * that is held by a nested policy or a fixed device cannot be left; the entry says so.
 */
export function fitParity(
  snapshot: OnCallSnapshot,
  { policies }: FoundDifferences,
  horizon: FitOptions['horizon'],
  draft: SnapshotDraft,
): CountedEntry[] {
  const known = new Map(snapshot.escalationPolicies.map((policy) => [policy.key, policy]))
  const schedules = new Map(snapshot.schedules.map((schedule) => [schedule.key, schedule]))
  const [from, to] = [parseInstant(horizon.from), parseInstant(horizon.to)]
  return policies.flatMap(({ key, differences }) => {
    const policy = known.get(key)
    if (policy === undefined) return []
    const inside = differences.filter(({ start, end }) => parseInstant(start) < to && parseInstant(end) > from)
    return inside.map((difference) => correct({ policy, schedule: schedules.get(key), difference, horizon, draft }))
  })
}

interface Correction {
  readonly policy: EscalationPolicy
  readonly schedule: Schedule | undefined
  readonly difference: FoundDifference
  readonly horizon: FitOptions['horizon']
  readonly draft: SnapshotDraft
}

function correct({ policy, schedule, difference, horizon, draft }: Correction): CountedEntry {
  const { start, end, offsetMinutes, expected, observed, cause } = difference
  const [startMs, endMs] = [parseInstant(start), parseInstant(end)]
  const level = policy.levels.find((one) => one.offsetMinutes === offsetMinutes)
  const rotationKeys = (level?.targets ?? []).map(({ key }) => key).sort()
  const replaceable = replaceableUsers(schedule, new Set(rotationKeys))
  const extra = expected.filter((user) => !observed.includes(user)).sort()
  const missing = observed.filter((user) => !expected.includes(user)).sort()
  const leaving = extra.filter((user) => replaceable.has(user))
  const place = `parity:${start}/${offsetMinutes}`
  for (const [at, replaces] of leaving.entries()) {
    draft.addOverride(policy.key, {
      key: `${place}/${replaces}`,
      rotationKeys,
      from: start,
      to: end,
      replaces,
      replacement: missing[at] ?? null,
      scope: 'group',
      renewBy: horizon.to,
    })
  }
  for (const user of missing.slice(leaving.length)) {
    const duty = { key: `${place}/${user}`, name: policy.name, startMs, endMs, participant: fixedUser(user) }
    draft.addRotation(policy.key, datedRotation(duty), offsetMinutes)
  }
  const isWhole = leaving.length === extra.length
  const change = isWhole
    ? 'a dated change stands in'
    : 'not everybody there can be replaced; a dated change stands in for the rest'
  return {
    code: 'fit.parity',
    outcome: isWhole ? 'approximated' : 'dropped',
    entity: policy.key,
    path: `levels[${offsetMinutes}]`,
    value: cause,
    message: `From ${start} to ${end} the source says otherwise; ${change} until ${horizon.to} and must be renewed by then.`,
    effect: {
      minutes: (endMs - startMs) / 60_000,
      people: extra.length + missing.length,
      affects: [...extra, ...missing].sort(),
    },
  }
}

/** People whose places in some rotations an override can give to others: not those of a fixed device. */
function replaceableUsers(schedule: Schedule | undefined, rotationKeys: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>()
  const fixed = new Set<string>()
  const visit = (one: Participant): void => {
    if (one.kind === 'all') one.of.forEach(visit)
    else if (one.kind === 'user') (one.overridable === false ? fixed : found).add(one.key)
  }
  for (const { key, participants } of schedule?.rotations ?? []) if (rotationKeys.has(key)) participants.forEach(visit)
  for (const override of schedule?.overrides ?? []) {
    if (override.replacement !== null && override.rotationKeys.some((key) => rotationKeys.has(key))) {
      found.add(override.replacement)
    }
  }
  return new Set([...found].filter((key) => !fixed.has(key)))
}
