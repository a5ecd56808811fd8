import fc from 'fast-check'
import type {
  Handoff,
  OnCallSnapshot,
  Override,
  Participant,
  Recurrence,
  RecurrenceException,
  RecurrenceRule,
  Rotation,
  Weekday,
} from '../../../src/model/index.ts'
import { aSnapshot, aUser, type Team } from './builders.ts'
import { walkOccurrences } from './walk-occurrences.ts'
import { stepMs } from './walk-rotation.ts'

const dayMs = 86_400_000
const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')
const wall = (ms: number): string => new Date(ms).toISOString().slice(0, 19)

const names = ['ada', 'bo', 'cy', 'dan', 'off'] as const
const users = names.map((name) => aUser(name, name !== 'off'))
const groups = ['group:a', 'group:b', 'group:c'] as const
const weekday = fc.constantFrom<Weekday>('SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA')
const months = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 }) },
)

export const anyRule: fc.Arbitrary<RecurrenceRule> = fc.oneof(
  fc.constant<RecurrenceRule>({ kind: 'once' }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('daily' as const), every: fc.integer({ min: 1, max: 5 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('weekly' as const),
      every: fc.integer({ min: 1, max: 4 }),
      days: fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 }),
      weekStart: weekday,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('monthly-by-date' as const),
      date: fc.oneof(fc.constant('last' as const), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 28, max: 31 })),
      months,
      missingDate: fc.constantFrom('skip' as const, 'last-day' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('monthly-by-weekday' as const),
      ordinal: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'last' as const),
      day: weekday,
      months,
    }),
  },
  fc.constant<RecurrenceRule>({ kind: 'yearly' }),
  fc.constant<RecurrenceRule>({ kind: 'never' }),
)

const aHandoff = (fromMs: number): fc.Arbitrary<Handoff | null> =>
  fc.oneof(
    fc.constant(null),
    {
      weight: 3,
      arbitrary: fc
        .record({
          unit: fc.constantFrom('hours' as const, 'days' as const, 'weeks' as const, 'months' as const),
          every: fc.integer({ min: 1, max: 4 }),
          firstIndex: fc.integer({ min: 0, max: 3 }),
          midOccurrence: fc.constantFrom('both' as const, 'split' as const),
          back: fc.integer({ min: -20, max: 400 }),
        })
        .map(({ back, ...rest }): Handoff => {
          const reach = rest.unit === 'hours' ? 96 * 6 : 96 * (rest.unit === 'months' ? 150 : 40)
          return { kind: 'elapsed', anchorWall: wall(fromMs - Math.floor((back * reach) / 400) * stepMs), ...rest }
        }),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({ every: fc.integer({ min: 1, max: 4 }), back: fc.integer({ min: -96, max: 96 * 30 }) })
        .map(({ every, back }): Handoff => ({
          kind: 'occurrences',
          every,
          firstStart: instant(fromMs - back * stepMs),
        })),
    },
  )

const aLeaf: fc.Arbitrary<Participant> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(...names).map((name): Participant => ({ kind: 'user', key: `person:${name}` })),
  },
  fc.constantFrom(...names).map((name): Participant => ({ kind: 'user', key: `person:${name}`, overridable: false })),
  { weight: 2, arbitrary: fc.constantFrom(...groups).map((key): Participant => ({ kind: 'policy', key })) },
  fc.constant<Participant>({ kind: 'nobody' }),
)
const aParticipant: fc.Arbitrary<Participant> = fc.oneof(
  { weight: 6, arbitrary: aLeaf },
  fc.array(aLeaf, { minLength: 1, maxLength: 3 }).map((of): Participant => ({ kind: 'all', of })),
)

export function aRandomRotation(key: string, fromMs: number, zones: readonly string[]): fc.Arbitrary<Rotation> {
  return fc
    .record({
      timeZone: fc.constantFrom(...zones),
      rule: anyRule,
      back: fc.oneof(fc.integer({ min: -96 * 2, max: 96 * 9 }), fc.integer({ min: 0, max: 96 * 400 })),
      length: fc.oneof(fc.integer({ min: 1, max: 96 }), fc.constant(96), fc.integer({ min: 1, max: 96 * 5 })),
      duration: fc.constantFrom('wall' as const, 'wall' as const, 'elapsed' as const),
      disambiguation: fc.constantFrom<Recurrence['disambiguation'][]>('compatible', 'earlier', 'later', 'first-valid'),
      until: fc.oneof(
        { weight: 3, arbitrary: fc.constant(null) },
        fc.record({ count: fc.integer({ min: 0, max: 40 }) }),
        fc.record({ at: fc.integer({ min: -96, max: 96 * 12 }), inclusive: fc.boolean() }),
      ),
      exceptions: fc.array(
        fc.record({ nth: fc.nat(8), by: fc.integer({ min: -200, max: 200 }), length: fc.integer({ min: 0, max: 90 }) }),
        { maxLength: 3 },
      ),
      participants: fc.array(aParticipant, { minLength: 1, maxLength: 4 }),
      handoff: aHandoff(fromMs),
    })
    .map(({ back, length, duration, until, exceptions, participants, handoff, timeZone, rule, disambiguation }) => {
      const startMs = fromMs - back * stepMs
      const plain: Recurrence = {
        startsAtWall: wall(startMs),
        endsAtWall: wall(startMs + length * stepMs),
        rule,
        until:
          until === null
            ? { kind: 'never' }
            : 'count' in until
              ? { kind: 'count', count: until.count }
              : { kind: 'date', at: instant(fromMs + until.at * stepMs), inclusive: until.inclusive },
        duration: duration === 'wall' ? { kind: 'wall' } : { kind: 'elapsed', elapsedMs: length * stepMs },
        disambiguation,
        exceptions: [],
      }
      const near = walkOccurrences(plain, timeZone, fromMs + 9 * dayMs).filter(({ end }) => end > fromMs - 5 * dayMs)
      const recurrence = {
        ...plain,
        exceptions: exceptions.flatMap(({ nth, by, length }): RecurrenceException[] => {
          const found = near[nth]
          if (found === undefined) return []
          const start = instant(found.start)
          if (by < -20) return [{ kind: 'excluded', start }]
          const newStart = found.start + by * stepMs
          return [{ kind: 'moved', start, newStart: instant(newStart), newEnd: instant(newStart + length * stepMs) }]
        }),
      }
      return { key, name: key, timeZone, recurrence, participants, handoff }
    })
}

const anOverride = (key: string, rotationKeys: readonly string[], fromMs: number): fc.Arbitrary<Override> =>
  fc
    .record({
      rotationKeys: fc.subarray([...rotationKeys], { minLength: 1 }),
      start: fc.integer({ min: -100, max: 800 }),
      length: fc.integer({ min: 1, max: 500 }),
      replaces: fc.constantFrom(...names),
      replacement: fc.option(fc.constantFrom(...names), { freq: 5 }),
      scope: fc.constantFrom('all' as const, 'group' as const),
    })
    .map(({ start, length, replaces, replacement, ...rest }) => ({
      key,
      ...rest,
      from: instant(fromMs + start * stepMs),
      to: instant(fromMs + (start + length) * stepMs),
      replaces: `person:${replaces}`,
      replacement: replacement === null ? null : `person:${replacement}`,
    }))

const aTeam = (key: string, fromMs: number, zones: readonly string[]): fc.Arbitrary<Team> =>
  fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }).chain((offsets) => {
    const keys = offsets.map((_, at) => `shift:${key}/slot:${at + 1}`)
    return fc.record({
      key: fc.constant(key),
      active: fc.constantFrom(true, true, true, false),
      slots: fc.tuple(
        ...offsets.map((offset, at) =>
          aRandomRotation(keys[at] ?? '', fromMs, zones).map((rotation) => ({ offset: offset * 5, rotation })),
        ),
      ),
      overrides: fc
        .integer({ min: 0, max: 5 })
        .chain((count) =>
          fc.tuple(...Array.from({ length: count }, (_, at) => anOverride(`absence:${at}`, keys, fromMs))),
        ),
    })
  })

/** A snapshot of up to three groups, all of whose times lie on quarters of an hour, and which matters around `fromMs`. */
export function aRandomSnapshot(fromMs: number, zones: readonly string[]): fc.Arbitrary<OnCallSnapshot> {
  return fc.tuple(...groups.map((key) => aTeam(key, fromMs, zones))).map((teams) => aSnapshot(teams, users))
}
