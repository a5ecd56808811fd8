import { InvalidArgumentError } from '../errors.ts'
import type { OnCallSnapshot, Recurrence, Rotation } from '../model/index.ts'
import { dayMs, formatInstant, getZone, parseInstant } from '../time/index.ts'

export interface RiskWindow {
  /** Instant; included. */
  readonly from: string
  /** Instant; excluded. */
  readonly to: string
  /** By instant, then kind, then subject. */
  readonly reasons: readonly RiskReason[]
}

/** Something that goes wrong easily and shows only if the window reaches it. */
export interface RiskReason {
  readonly kind: 'first-week' | 'offset-change' | 'rotation-cycle' | 'recurrence-cycle' | 'absence-edge'
  /** Zone, rotation key or override key; empty for the first week. */
  readonly subject: string
  /** Instant that the window has to reach. */
  readonly at: string
  /** False where that lies beyond the horizon. */
  readonly included: boolean
}

export interface RiskWindowOptions {
  /** Instant. */
  readonly from: string
  /** How far the source answers. Default 90. */
  readonly horizonDays?: number
}

/** What follows an edge has to be seen as well. */
const afterEdgeMs = dayMs

/**
 * Chooses the window in which a wrong mapping would show: a week, the next two offset changes of every zone in use, one full
 * cycle of every rotation and recurrence, both edges of every override; no further than the horizon.
 */
export function riskWindow(snapshot: OnCallSnapshot, options: RiskWindowOptions): RiskWindow {
  const fromMs = parseInstant(options.from)
  const horizonDays = options.horizonDays ?? 90
  if (!(horizonDays > 0)) throw new InvalidArgumentError(`horizonDays must be above 0, got ${horizonDays}.`)
  const horizonMs = fromMs + horizonDays * dayMs
  const reasons: RiskReason[] = []
  let toMs = Math.min(fromMs + 7 * dayMs, horizonMs)
  const reach = (kind: RiskReason['kind'], subject: string, atMs: number, marginMs: number): void => {
    const included = atMs < horizonMs
    if (included) toMs = Math.max(toMs, Math.min(atMs + marginMs, horizonMs))
    reasons.push({ kind, subject, at: formatInstant(atMs), included })
  }

  reach('first-week', '', Math.min(fromMs + 7 * dayMs, horizonMs - 1), 0)
  const rotations = snapshot.schedules.flatMap((schedule) => schedule.rotations)
  for (const zone of new Set(rotations.map(({ timeZone }) => timeZone))) {
    for (const { at } of getZone(zone).nextTransitions(fromMs, 2)) reach('offset-change', zone, at, afterEdgeMs)
  }
  for (const rotation of rotations) {
    if (rotation.recurrence.rule.kind === 'never') continue
    const turns = cycleDays(rotation)
    if (turns !== null) reach('rotation-cycle', rotation.key, fromMs + turns * dayMs, 0)
    const period = periodDays(rotation.recurrence)
    if (period > 7) reach('recurrence-cycle', rotation.key, fromMs + period * dayMs, 0)
  }
  for (const { overrides } of snapshot.schedules) {
    for (const { key, from, to } of overrides) {
      for (const edgeMs of [parseInstant(from), parseInstant(to)]) {
        if (edgeMs > fromMs) reach('absence-edge', key, edgeMs, afterEdgeMs)
      }
    }
  }
  const unique = new Map(reasons.map((reason) => [`${reason.at} ${reason.kind} ${reason.subject}`, reason]))
  const sorted = [...unique].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, reason]) => reason)
  return { from: formatInstant(fromMs), to: formatInstant(toMs), reasons: sorted }
}

/** Days until every participant has had a turn; `null` where nothing rotates. Months count 31 days. */
function cycleDays({ participants, handoff, recurrence }: Rotation): number | null {
  if (handoff === null || participants.length < 2) return null
  const turns = participants.length * handoff.every
  if (handoff.kind === 'occurrences') return turns * periodDays(recurrence)
  return turns * { hours: 1 / 24, days: 1, weeks: 7, months: 31 }[handoff.unit]
}

/** Days after which the recurrence repeats itself, at most. */
function periodDays({ rule }: Recurrence): number {
  if (rule.kind === 'once' || rule.kind === 'never') return 0
  if (rule.kind === 'daily') return rule.every
  if (rule.kind === 'weekly') return rule.every * 7
  if (rule.kind === 'yearly') return 366
  return rule.months.length === 0 ? 31 : 366
}
