import type { Recurrence, RecurrenceEnd, RecurrenceException, RecurrenceRule, Weekday } from '../model/index.ts'
import { formatInstant, formatWall, getZone } from '../time/index.ts'
import type { WireShift } from '../xmatters/wire/index.ts'
import { approximated, dropped, type Mapped, type MappingIssue, offDuty } from './mapping-issue.ts'
import {
  isMissing,
  listPath,
  readInstant,
  readList,
  readNumber,
  readObject,
  readText,
  readWhole,
  readWord,
  type WireObject,
} from './read-wire.ts'
import { readShiftZone } from './read-shift-zone.ts'
import { defaultSemantics, type SourceSemantics } from './semantics.ts'
import { allWeekdays, readWeekday, readWeekdays } from './weekdays.ts'

export interface RecurrenceContext {
  /** IANA id of the clock on which the rule runs; `null` where it is not known: then nothing is ever on duty. Default: the shift's own. */
  readonly timeZone?: string | null
  readonly semantics?: Partial<SourceSemantics>
}

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const ordinals = new Map<string, 1 | 2 | 3 | 4 | 'last'>([
  ['FIRST', 1],
  ['SECOND', 2],
  ['THIRD', 3],
  ['FOURTH', 4],
  ['LAST', 'last'],
])
const never: RecurrenceRule = { kind: 'never' }

/** Reads when a shift takes place: first occurrence, rule, end and deleted occurrences. A rule that cannot be read is `never`, and reported. */
export function mapRecurrence(shift: WireShift, context: RecurrenceContext = {}): Mapped<Recurrence> {
  const issues: MappingIssue[] = []
  const semantics = { ...defaultSemantics, ...context.semantics }
  const wire: WireObject = readObject(shift)
  const timeZone = context.timeZone === undefined ? readShiftZone(wire, {}, issues) : context.timeZone
  const zone = timeZone === null ? null : getZone(timeZone)
  const first = (field: 'start' | 'end'): number | null => {
    const epochMs = readInstant(wire[field])
    if (epochMs === null) issues.push(offDuty('shift.times', field, `The first ${field} cannot be read`))
    return epochMs
  }
  const [startMs, endMs] = [first('start'), first('end')]
  const isTimed = startMs !== null && endMs !== null
  const [fromMs, toMs] = isTimed ? [startMs, endMs] : [0, 0]
  const recurrence = readObject(wire['recurrence'])
  const rule = readRule(recurrence, semantics, issues)
  const wall = (epochMs: number): string => formatWall(zone === null ? epochMs : zone.epochToLocal(epochMs))
  return {
    value: {
      startsAtWall: wall(fromMs),
      endsAtWall: wall(toMs),
      rule: isTimed && zone !== null ? rule : never,
      until: rule.kind === 'once' ? { kind: 'never' } : readEnd(recurrence, semantics, issues),
      duration: semantics.duration === 'wall' ? { kind: 'wall' } : { kind: 'elapsed', elapsedMs: toMs - fromMs },
      disambiguation: semantics.disambiguation,
      exceptions: readExclusions(wire['exclusions'], issues),
    },
    issues,
  }
}

type Unreadable = (field: string, reason: string, code?: string) => RecurrenceRule

function readRule(wire: WireObject, semantics: SourceSemantics, issues: MappingIssue[]): RecurrenceRule {
  const unreadable: Unreadable = (field, reason, code = 'recurrence.unreadable') => {
    issues.push(offDuty(code, `recurrence.${field}`, reason))
    return never
  }
  const weekly = (every: number, days: readonly Weekday[]): RecurrenceRule => {
    return { kind: 'weekly', every, days, weekStart: semantics.weekStart }
  }
  const raw = wire['repeatEvery']
  const every = isMissing(raw) ? 1 : readWhole(raw, 1, 10_000)
  const frequency = readWord(wire['frequency'])
  switch (frequency) {
    case '': {
      const field = Object.keys(wire).find((key) => key !== 'end' && !isMissing(wire[key]))
      return field === undefined ? { kind: 'once' } : unreadable(field, 'A recurrence without a frequency')
    }
    case 'ONCE':
      return { kind: 'once' }
    case 'DAILY':
    case 'WEEKLY': {
      const days = readText(wire['onDays']) === null ? readWeekdays(wire['onDays']) : null
      if (frequency === 'WEEKLY' && days === null) return unreadable('onDays', 'Days that are no days')
      if (every === null) return unreadable('repeatEvery', 'Not a whole number of 1 or more')
      return frequency === 'DAILY' ? { kind: 'daily', every } : weekly(every, days?.length ? days : allWeekdays)
    }
    case 'EVERY_WEEKDAY':
      return weekly(1, ['MO', 'TU', 'WE', 'TH', 'FR'])
    case 'EVERY_WEEKEND_DAY':
      return weekly(1, ['SU', 'SA'])
    case 'MONTHLY':
      if ((readNumber(raw) ?? 1) !== 1) {
        const message = 'A monthly shift with an interval is taken for every month.'
        issues.push(approximated('recurrence.interval', 'recurrence.repeatEvery', message))
      }
      return readMonthly(wire, semantics, unreadable)
    case 'YEARLY':
      return { kind: 'yearly' }
    case 'HOLIDAY':
      return unreadable('frequency', 'Holiday dates are not in the API', 'shift.holiday')
    default:
      return unreadable('frequency', 'An unknown frequency', 'recurrence.unknown')
  }
}

function readMonthly(wire: WireObject, { missingDate }: SourceSemantics, unreadable: Unreadable): RecurrenceRule {
  const names = readList(wire['months'])
  const numbers = names.map((name) => monthNames.indexOf(readWord(name).slice(0, 3)) + 1)
  if (numbers.includes(0)) return unreadable(`months[${numbers.indexOf(0)}]`, 'Not a month')
  const months = [...new Set(numbers)].sort((a, b) => a - b)
  const on = readWord(wire['on']) || (isMissing(wire['dayOfWeek']) ? 'DATE_OF_MONTH' : 'DAY_OF_WEEK')
  if (on === 'DATE_OF_MONTH') {
    const date = readWord(wire['dateOfMonth']) === 'LAST' ? 'last' : readWhole(wire['dateOfMonth'], 1, 31)
    if (date === null) return unreadable('dateOfMonth', 'Neither 1 to 31 nor LAST')
    return { kind: 'monthly-by-date', date, months, missingDate }
  }
  if (on !== 'DAY_OF_WEEK') return unreadable('on', 'Neither DATE_OF_MONTH nor DAY_OF_WEEK')
  const ordinal = ordinals.get(readWord(wire['dayOfWeekClassifier']))
  const day = readWeekday(wire['dayOfWeek'])
  if (ordinal === undefined) return unreadable('dayOfWeekClassifier', 'Not FIRST to FOURTH or LAST')
  if (day === null) return unreadable('dayOfWeek', 'Not a day of the week')
  return { kind: 'monthly-by-weekday', ordinal, day, months }
}

function readEnd(wire: WireObject, semantics: SourceSemantics, issues: MappingIssue[]): RecurrenceEnd {
  const end = readObject(wire['end'])
  const field = isMissing(end['repetitions']) ? 'repititions' : 'repetitions'
  const endBy = readWord(end['endBy']) || (end['date'] ? 'DATE' : end[field] ? 'REPETITIONS' : 'NEVER')
  const unknown = (name: string): RecurrenceEnd => {
    issues.push(
      approximated('recurrence.end', `recurrence.end.${name}`, 'The end cannot be read; the shift is taken to go on.'),
    )
    return { kind: 'never' }
  }
  if (endBy === 'NEVER') return { kind: 'never' }
  if (endBy === 'DATE') {
    const at = readInstant(end['date'])
    return at === null
      ? unknown('date')
      : { kind: 'date', at: formatInstant(at), inclusive: semantics.endDate === 'inclusive' }
  }
  if (endBy === 'REPETITIONS' || endBy === 'REPITITIONS') {
    const count = readWhole(end[field], 0, Infinity)
    return count === null ? unknown(field) : { kind: 'count', count }
  }
  return unknown('endBy')
}

function readExclusions(value: unknown, issues: MappingIssue[]): readonly RecurrenceException[] {
  const path = listPath('exclusions', value)
  return readList(value).flatMap((item, index): RecurrenceException[] => {
    const wire = readObject(item)
    const field = isMissing(wire['start']) ? 'startDate' : 'start'
    const start = readInstant(wire[field])
    if (start !== null) return [{ kind: 'excluded', start: formatInstant(start) }]
    issues.push(
      dropped('recurrence.exclusion', `${path}[${index}].${field}`, 'A deleted occurrence whose start cannot be read.'),
    )
    return []
  })
}
