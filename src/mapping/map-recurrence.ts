import type { Recurrence, RecurrenceEnd, RecurrenceException, RecurrenceRule, Weekday } from '../model/index.ts'
import { formatInstant, formatWall, getZone } from '../time/index.ts'
import type { WireShift } from '../xmatters/wire/index.ts'
import { approximated, dropped, type Mapped, type MappingIssue } from './mapping-issue.ts'
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
import { resolveZone } from './resolve-zone.ts'
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
  const timeZone = context.timeZone === undefined ? ownZone(wire, issues) : context.timeZone
  const zone = timeZone === null ? null : getZone(timeZone)
  const startMs = readInstant(wire['start'])
  const endMs = readInstant(wire['end'])
  if (startMs === null)
    issues.push(dropped('shift.times', 'start', 'The first start cannot be read; the shift is never on duty.'))
  if (endMs === null)
    issues.push(dropped('shift.times', 'end', 'The first end cannot be read; the shift is never on duty.'))
  const times = startMs !== null && endMs !== null ? { startMs, endMs } : { startMs: 0, endMs: 0 }
  const recurrence = readObject(wire['recurrence'])
  const read = readRule(recurrence, semantics, issues)
  const rule = startMs === null || endMs === null || zone === null ? never : read
  const wall = (epochMs: number): string => formatWall(zone === null ? epochMs : zone.epochToLocal(epochMs))
  return {
    value: {
      startsAtWall: wall(times.startMs),
      endsAtWall: wall(times.endMs),
      rule,
      until: read.kind === 'once' ? { kind: 'never' } : readEnd(recurrence, semantics, issues),
      duration:
        semantics.duration === 'wall' ? { kind: 'wall' } : { kind: 'elapsed', elapsedMs: times.endMs - times.startMs },
      disambiguation: semantics.disambiguation,
      exceptions: readExclusions(wire['exclusions'], issues),
    },
    issues,
  }
}

function ownZone(wire: WireObject, issues: MappingIssue[]): string | null {
  const own = resolveZone(wire['timezone'])
  if (own?.kind === 'resolved') return own.zone
  const [path, reason] = own === null ? ['start', 'The shift has no time zone'] : ['timezone', own.message]
  issues.push(dropped('shift.time-zone', path, `${reason}; the shift is never on duty here.`))
  return null
}

function readRule(wire: WireObject, semantics: SourceSemantics, issues: MappingIssue[]): RecurrenceRule {
  const unreadable = (field: string, message: string): RecurrenceRule => {
    issues.push(dropped('recurrence.unreadable', `recurrence.${field}`, message))
    return never
  }
  const frequency = readWord(wire['frequency'])
  switch (frequency) {
    case '': {
      const field = Object.keys(wire).find((key) => key !== 'end' && !isMissing(wire[key]))
      return field === undefined
        ? { kind: 'once' }
        : unreadable(field, 'A recurrence without a frequency; the shift is never on duty.')
    }
    case 'ONCE':
      return { kind: 'once' }
    case 'DAILY':
      return withInterval(wire, unreadable, (every) => ({ kind: 'daily', every }))
    case 'WEEKLY': {
      const days = readText(wire['onDays']) === null ? readWeekdays(wire['onDays']) : null
      if (days === null) return unreadable('onDays', 'Days that are no days; the shift is never on duty.')
      return withInterval(wire, unreadable, (every) => weekly(every, days.length === 0 ? allWeekdays : days, semantics))
    }
    case 'EVERY_WEEKDAY':
      return weekly(1, ['MO', 'TU', 'WE', 'TH', 'FR'], semantics)
    case 'EVERY_WEEKEND_DAY':
      return weekly(1, ['SU', 'SA'], semantics)
    case 'MONTHLY':
      if ((readNumber(wire['repeatEvery']) ?? 1) !== 1) {
        issues.push(
          approximated(
            'recurrence.interval',
            'recurrence.repeatEvery',
            'A monthly shift with an interval is taken for every month.',
          ),
        )
      }
      return readMonthly(wire, semantics, unreadable)
    case 'YEARLY':
      return { kind: 'yearly' }
    case 'HOLIDAY':
      issues.push(
        dropped(
          'shift.holiday',
          'recurrence.frequency',
          'Holiday dates are not in the API; the shift is never on duty here.',
        ),
      )
      return never
    default:
      issues.push(
        dropped('recurrence.unknown', 'recurrence.frequency', 'An unknown frequency; the shift is never on duty here.'),
      )
      return never
  }
}

function withInterval(
  wire: WireObject,
  unreadable: (field: string, message: string) => RecurrenceRule,
  make: (every: number) => RecurrenceRule,
): RecurrenceRule {
  const raw = wire['repeatEvery']
  const every = isMissing(raw) ? 1 : readWhole(raw, 1, 10_000)
  return every === null
    ? unreadable('repeatEvery', 'Not a whole number of 1 or more; the shift is never on duty.')
    : make(every)
}

function weekly(every: number, days: readonly Weekday[], { weekStart }: SourceSemantics): RecurrenceRule {
  return { kind: 'weekly', every, days, weekStart }
}

function readMonthly(
  wire: WireObject,
  { missingDate }: SourceSemantics,
  unreadable: (field: string, message: string) => RecurrenceRule,
): RecurrenceRule {
  const names = readList(wire['months'])
  const numbers = names.map((name) => monthNames.indexOf(readWord(name).slice(0, 3)) + 1)
  if (numbers.includes(0))
    return unreadable(`months[${numbers.indexOf(0)}]`, 'Not a month; the shift is never on duty.')
  const months = [...new Set(numbers)].sort((a, b) => a - b)
  const on = readWord(wire['on']) || (isMissing(wire['dayOfWeek']) ? 'DATE_OF_MONTH' : 'DAY_OF_WEEK')
  if (on === 'DATE_OF_MONTH') {
    const date = readWord(wire['dateOfMonth']) === 'LAST' ? 'last' : readWhole(wire['dateOfMonth'], 1, 31)
    return date === null
      ? unreadable('dateOfMonth', 'Neither 1 to 31 nor LAST; the shift is never on duty.')
      : { kind: 'monthly-by-date', date, months, missingDate }
  }
  if (on !== 'DAY_OF_WEEK')
    return unreadable('on', 'Neither DATE_OF_MONTH nor DAY_OF_WEEK; the shift is never on duty.')
  const ordinal = ordinals.get(readWord(wire['dayOfWeekClassifier']))
  const day = readWeekday(wire['dayOfWeek'])
  if (ordinal === undefined)
    return unreadable('dayOfWeekClassifier', 'Not FIRST to FOURTH or LAST; the shift is never on duty.')
  if (day === null) return unreadable('dayOfWeek', 'Not a day of the week; the shift is never on duty.')
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
