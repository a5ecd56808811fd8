import type { Handoff, Participant, Recurrence, Rotation } from '../model/index.ts'
import { rotationOccurrences, type RotationOccurrence } from '../schedule/index.ts'
import {
  civilFromDays,
  dayMs,
  daysFromCivil,
  daysInMonth,
  formatInstant,
  formatWall,
  getZone,
  parseInstant,
  parseWall,
} from '../time/index.ts'
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

type Unit = Extract<Handoff, { kind: 'elapsed' }>['unit']
type Elapsed = Extract<Handoff, { kind: 'elapsed' }>

/** More than any calendar needs; keeps what is computed from it within the years that exist. */
const mostUnits = 10_000

/** Of a month the mean. */
const unitMs: Readonly<Record<Unit, number>> = {
  hours: 3_600_000,
  days: dayMs,
  weeks: 7 * dayMs,
  months: 2_629_746_000,
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
  semantics: SourceSemantics,
): Elapsed {
  const zone = getZone(timeZone)
  const anchor = zone.epochToLocal(next)
  const at = (index: number): number =>
    zone.localToEpoch(unitsAfter(anchor, index * every, unit), semantics.disambiguation)
  const firstAfter = (epochMs: number): number => {
    let index = Math.floor((zone.epochToLocal(epochMs) - anchor) / (every * unitMs[unit]))
    while (at(index) <= epochMs) index++
    while (at(index - 1) > epochMs) index--
    return index
  }
  const begins =
    semantics.memberOrder === 'base' && recurrence
      ? zone.localToEpoch(parseWall(recurrence.startsAtWall), semantics.disambiguation)
      : null
  const firstIndex = begins === null ? Math.max(0, firstAfter(parseInstant(capturedAt))) : firstAfter(begins)
  return {
    kind: 'elapsed',
    anchorWall: formatWall(anchor),
    firstIndex,
    every,
    unit,
    midOccurrence: semantics.midOccurrenceHandoff,
  }
}

function unitsAfter(anchor: number, units: number, unit: Unit): number {
  if (unit !== 'months') return anchor + units * unitMs[unit]
  const anchorDays = Math.floor(anchor / dayMs)
  const { year, month, day } = civilFromDays(anchorDays)
  const total = year * 12 + month - 1 + units
  const toYear = Math.floor(total / 12)
  const toMonth = total - toYear * 12 + 1
  return (
    daysFromCivil(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))) * dayMs + anchor - anchorDays * dayMs
  )
}

const searchDays = [2, 16, 128, 1024, 8192] as const

/** Start of the occurrence that begins turn 1; `null` where none is to come, so that nothing rotates any more. */
function firstTurnStart(
  next: number | null,
  every: number,
  { timeZone, recurrence, capturedAt }: TurnContext,
  semantics: SourceSemantics,
): string | null {
  const rotation = { key: '', name: '', timeZone, recurrence, participants: [], handoff: null }
  const first = getZone(timeZone).localToEpoch(parseWall(recurrence.startsAtWall), semantics.disambiguation)
  const afterMs = semantics.memberOrder === 'base' ? first + 1 : parseInstant(capturedAt) + 1
  const later = nthFrom(rotation, afterMs, 0)
  if (later === undefined || next === null) return later?.start ?? null
  const anchor = nthFrom(rotation, next, 0)
  if (anchor === undefined) return later.start
  const [anchorMs, laterMs] = [parseInstant(anchor.start), parseInstant(later.start)]
  if (anchorMs >= afterMs && semantics.memberOrder === 'current') return anchor.start
  const excluded = excludedBetween(rotation, Math.min(anchorMs, laterMs), Math.max(anchorMs, laterMs))
  const steps = later.index - anchor.index
  const turns = steps - Math.sign(steps) * excluded
  const wait = ((-turns % every) + every) % every
  return nthFrom(rotation, laterMs, wait)?.start ?? null
}

/** Excluded occurrences that the rule does give; an exclusion may also name an instant at which nothing would begin. */
function excludedBetween(rotation: Rotation, fromMs: number, toMs: number): number {
  const { exceptions } = rotation.recurrence
  const whole = { ...rotation, recurrence: { ...rotation.recurrence, exceptions: [] } }
  const excluded = new Set(exceptions.map(({ start }) => parseInstant(start)))
  return [...excluded].filter((startMs) => {
    if (startMs < fromMs || startMs >= toMs) return false
    const window = { from: formatInstant(startMs), to: formatInstant(startMs + 1) }
    return rotationOccurrences(whole, window).some(({ start }) => parseInstant(start) === startMs)
  }).length
}

/** The occurrence that starts so many after the first at or after an instant. */
function nthFrom(rotation: Rotation, epochMs: number, count: number): RotationOccurrence | undefined {
  for (const days of searchDays) {
    const window = { from: formatInstant(epochMs), to: formatInstant(epochMs + days * dayMs) }
    const found = rotationOccurrences(rotation, window).filter(({ start }) => parseInstant(start) >= epochMs)[count]
    if (found !== undefined) return found
  }
  return undefined
}
