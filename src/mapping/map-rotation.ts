import type { Handoff, Participant, Recurrence } from '../model/index.ts'
import { elapsedHandoffs, ordinalOf, rotationTiming } from '../schedule/index.ts'
import { dayMs, formatInstant, formatWall, getZone, parseInstant, parseWall } from '../time/index.ts'
import type { WireRotation } from '../xmatters/wire/index.ts'
import { approximated, type Mapped, type MappingIssue } from './mapping-issue.ts'
import { isMissing, readInstant, readObject, readText, readWhole, readWord } from './read-wire.ts'
import { defaultSemantics, type SourceSemantics } from './semantics.ts'

export interface RotationContext {
  /** IANA id of the shift's clock. Default `UTC`. */
  readonly timeZone?: string
  /** When the shift takes place. Without it, turns by completed shifts begin at the next rotation. */
  readonly recurrence?: Recurrence
  /** Instant at which the order of the members was read. Default: just before the next rotation. */
  readonly capturedAt?: string
  readonly semantics?: Partial<SourceSemantics>
}

/** The clock and the shift that a rotation goes by. */
interface TurnContext<R = Recurrence> {
  readonly timeZone: string
  readonly recurrence: R
  readonly capturedAt: string
}

/** How people move through the slots of a shift that rotate. */
export interface MappedRotation {
  readonly handoff: Handoff | null
  readonly direction: 'second-to-first' | 'last-to-first'
}

type Elapsed = Extract<Handoff, { kind: 'elapsed' }>
type Unit = Elapsed['unit']

/** More than any calendar needs; keeps what is computed from it within the years that exist. */
const mostUnits = 10_000

/** The shortest of its kind. */
const leastMs: Readonly<Record<Unit, number>> = {
  hours: 3_600_000,
  days: dayMs,
  weeks: 7 * dayMs,
  months: 28 * dayMs,
}

/** Reads a shift's rotation by the meaning of its words. What cannot be predicted or understood keeps the current order, and is reported. */
export function mapRotation(rotation: WireRotation | undefined, context: RotationContext = {}): Mapped<MappedRotation> {
  const issues: MappingIssue[] = []
  const wire = readObject(rotation)
  const direction = readDirection(wire['direction'], issues)
  if (Object.keys(wire).length === 0) return { value: { handoff: null, direction }, issues }
  const semantics = { ...defaultSemantics, ...context.semantics }
  const keepOrder = (code: string, message: string): Mapped<MappedRotation> => {
    const path = readText(wire['type']) === null ? 'intervalUnit' : 'type'
    issues.push(approximated(code, `rotation.${path}`, message))
    return { value: { handoff: null, direction }, issues }
  }
  const trigger = readTrigger(readWord(wire['type']), readWord(wire['intervalUnit']))
  if (trigger === 'alerts')
    return keepOrder('rotation.by-alert', 'It depends on alerts to come; the current order is kept.')
  if (trigger === null) return keepOrder('rotation.unknown', 'Not understood; the current order is kept.')
  const raw = wire['interval']
  const every = isMissing(raw) ? 1 : readWhole(raw, 1, mostUnits)
  if (every === null)
    return keepOrder('rotation.unknown', 'The interval is not a whole number; the current order is kept.')
  if (isMissing(raw))
    issues.push(approximated('rotation.interval', 'rotation.type', 'No interval is given; 1 is assumed.'))
  const next = readInstant(wire['nextRotationTime'])
  const { timeZone = 'UTC', recurrence, capturedAt = formatInstant((next ?? 0) - 1000) } = context
  if (trigger === 'occurrences') {
    const nextStart = next === null ? null : formatInstant(next)
    const firstStart = recurrence
      ? firstTurnStart(next, every, { timeZone, recurrence, capturedAt }, semantics)
      : nextStart
    return {
      value: { handoff: firstStart === null ? null : { kind: 'occurrences', firstStart, every }, direction },
      issues,
    }
  }
  const [unit, times] = trigger
  if (next === null) return keepOrder('rotation.unknown', 'No time of the next rotation; the current order is kept.')
  const handoff = elapsedHandoff(next, every * times, unit, { timeZone, recurrence, capturedAt }, semantics)
  return { value: { handoff, direction }, issues }
}

/** The participants of one ring place, turn by turn. */
export function ringParticipants(
  ring: readonly Participant[],
  place: number,
  direction: MappedRotation['direction'],
): readonly Participant[] {
  return ring.map((_, turn) => {
    const at = direction === 'last-to-first' ? place - turn : (place + turn) % ring.length
    return ring.at(at) ?? { kind: 'nobody' }
  })
}

function readDirection(value: unknown, issues: MappingIssue[]): MappedRotation['direction'] {
  const word = readWord(value)
  if (word.startsWith('LAST')) return 'last-to-first'
  if (word !== '' && !word.startsWith('SECOND')) {
    issues.push(approximated('rotation.direction', 'rotation.direction', 'Not understood; taken for second to first.'))
  }
  return 'second-to-first'
}

function readTrigger(type: string, unitWord: string): 'alerts' | 'occurrences' | readonly [Unit, number] | null {
  const unit = readUnit(unitWord) ?? readUnit(type)
  for (const word of [type, unitWord]) {
    if (/TIME|ELAPSED/.test(word)) return unit
    if (/SHIFT|OCCURRENCE/.test(word)) return 'occurrences'
    if (/ALERT|EVENT/.test(word)) return 'alerts'
  }
  return unit
}

function readUnit(word: string): readonly [Unit, number] | null {
  if (word.includes('HOUR')) return ['hours', 1]
  if (word.includes('MONTH')) return ['months', 1]
  if (word.includes('WEEK')) return ['weeks', 1]
  if (/DAY|DAILY/.test(word)) return ['days', 1]
  return word.includes('YEAR') ? ['months', 12] : null
}

function elapsedHandoff(
  next: number,
  every: number,
  unit: Unit,
  { timeZone, recurrence, capturedAt }: TurnContext<Recurrence | undefined>,
  { memberOrder, disambiguation, midOccurrenceHandoff }: SourceSemantics,
): Elapsed {
  const zone = getZone(timeZone)
  const anchor = zone.epochToLocal(next)
  const countFrom = (epochMs: number, firstIndex: number): Elapsed => {
    const anchorWall = formatWall(anchor)
    const handoff = {
      kind: 'elapsed',
      anchorWall,
      firstIndex,
      every,
      unit,
      midOccurrence: midOccurrenceHandoff,
    } as const
    return { ...handoff, firstIndex: firstIndex + elapsedHandoffs(handoff, zone, disambiguation).countBy(epochMs) }
  }
  if (memberOrder === 'current' || recurrence === undefined) return countFrom(parseInstant(capturedAt), 0)
  const begins = parseWall(recurrence.startsAtWall)
  // So many before the anchor lie before the beginning, wherever the clock was moved meanwhile.
  const before = Math.ceil((anchor - begins + 2 * dayMs) / (every * leastMs[unit]))
  return countFrom(zone.localToEpoch(begins, disambiguation), -Math.max(0, before))
}

/** Start of the occurrence that begins turn 1; `null` where none is to come, so that nothing rotates any more. */
function firstTurnStart(
  next: number | null,
  every: number,
  { timeZone, recurrence, capturedAt }: TurnContext,
  { memberOrder, disambiguation }: SourceSemantics,
): string | null {
  const { zone, series, exceptions } = rotationTiming({ timeZone, recurrence, handoff: null })
  const firstFrom = (epochMs: number): number => ordinalOf(exceptions, series.countStartingBefore(epochMs))
  const startOf = (ordinal: number): number | null => {
    let index = ordinal
    for (const excluded of exceptions.excluded) if (excluded <= index) index++
    return index < series.size ? series.startAt(index) : null
  }
  const begins = zone.localToEpoch(parseWall(recurrence.startsAtWall), disambiguation)
  const later = firstFrom((memberOrder === 'base' ? begins : parseInstant(capturedAt)) + 1)
  const anchor = next === null ? later : firstFrom(next)
  // Where no occurrence is at or after the next rotation, each one is as good as any.
  const ahead = startOf(anchor) === null ? 0 : anchor - later
  const isToCome = memberOrder === 'current' && ahead > 0
  const start = startOf(later + (isToCome ? ahead : ((ahead % every) + every) % every))
  return start === null ? null : formatInstant(start)
}
