import fc from 'fast-check'
import type { TenantShift, XMattersTenant } from '../../../src/xmatters/index.ts'
import type {
  WireAbsence,
  WireGroup,
  WirePerson,
  WireRecurrence,
  WireRotation,
} from '../../../src/xmatters/wire/index.ts'
import {
  aDevice,
  aGroup,
  aMember,
  aMembership,
  anAbsence,
  aPerson,
  aReference,
  aShift,
  aTenantOf,
} from '../../../src/testing/index.ts'
import { walkClock } from '../../../src/testing/fake/walk-clock.ts'
import { zonesThatAgree } from '../../schedule/support/zones-that-agree.ts'

export interface RandomTenant {
  readonly tenant: XMattersTenant
  readonly from: string
  readonly to: string
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const minuteMs = 60_000

/** Nights of a clock change in one zone or another, ends of months, a leap day, and a year's end. */
const nastyDays = [
  '2026-03-07',
  '2026-03-28',
  '2026-04-04',
  '2026-10-02',
  '2026-10-24',
  '2026-10-31',
  '2026-12-30',
  '2027-01-30',
  '2027-02-26',
  '2028-02-27',
] as const

const zones = zonesThatAgree(
  [
    'UTC',
    'US/Eastern',
    'America/New_York',
    'America/St_Johns',
    'Europe/London',
    'Europe/Dublin',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'America/Sao_Paulo',
  ],
  '2024-06-01T00:00:00Z',
  '2028-12-01T00:00:00Z',
)

const chance = (percent: number): fc.Arbitrary<boolean> => fc.nat(99).map((at) => at < percent)
const index = fc.nat(99)
const minuteOfDay = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 60, 90, 120, 150, 180, 540, 1020, 1380, 1439) },
  { weight: 1, arbitrary: fc.nat(1439) },
)

const recurrence: fc.Arbitrary<WireRecurrence | null> = fc
  .tuple(
    fc.constantFrom(
      'ONCE',
      'DAILY',
      'WEEKLY',
      'EVERY_WEEKDAY',
      'EVERY_WEEKEND_DAY',
      'MONTHLY',
      'MONTHLY_DAY',
      'YEARLY',
      'HOLIDAY',
      'none',
      'LUNAR',
      ...Array<'DAILY' | 'WEEKLY'>(5).fill('DAILY'),
      ...Array<'DAILY' | 'WEEKLY'>(4).fill('WEEKLY'),
    ),
    fc.record({
      repeatEvery: fc.constantFrom(1, 1, 2, 3, '2', '1'),
      onDays: fc.subarray(['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']).map((days) => days.toReversed()),
      months: fc.oneof(fc.constant(undefined), fc.subarray(['JAN', 'FEB', 'MAR', 'APR', 'OCT', 'NOV', 'DEC'])),
      dateOfMonth: fc.constantFrom('1', '28', '29', '30', '31', 'LAST', 31),
      dayOfWeekClassifier: fc.constantFrom('FIRST', 'SECOND', 'THIRD', 'FOURTH', 'LAST'),
      dayOfWeek: fc.constantFrom('SU', 'MO', 'FR', 'SA'),
    }),
    fc.constantFrom('NEVER', 'NEVER', 'DATE', 'REPETITIONS'),
    fc.nat(60),
  )
  .map(([frequency, fields, endBy, count]) => {
    if (frequency === 'none') return null
    const { repeatEvery, onDays, months, dateOfMonth, dayOfWeekClassifier, dayOfWeek } = fields
    // The date is put in where the first occurrence is known.
    const end =
      endBy === 'REPETITIONS'
        ? { endBy, repetitions: count }
        : endBy === 'DATE'
          ? { endBy, date: `${count}` }
          : { endBy }
    if (frequency === 'DAILY') return { frequency, repeatEvery, end }
    if (frequency === 'WEEKLY') return { frequency, repeatEvery, onDays, end }
    const monthly = { frequency: 'MONTHLY', ...(months === undefined ? {} : { months }), end }
    if (frequency === 'MONTHLY') return { ...monthly, on: 'DATE_OF_MONTH', dateOfMonth }
    if (frequency === 'MONTHLY_DAY') return { ...monthly, on: 'DAY_OF_WEEK', dayOfWeekClassifier, dayOfWeek }
    return { frequency, end }
  })

interface RotationPlan {
  readonly wire: WireRotation
  readonly day: number
  /** At the shift's start, at its end, at midnight, or at any time. */
  readonly at: 'start' | 'end' | 'midnight' | number
}

const rotation: fc.Arbitrary<RotationPlan | null> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: fc.record({
      wire: fc.record(
        {
          type: fc.constantFrom(
            'ELAPSED_TIME',
            'By elapsed time',
            'TIME',
            'COMPLETED_SHIFTS',
            'Shift',
            'OCCURRENCES',
            'ALERTS',
            'EVENT_ROUND_ROBIN',
            'DAYS',
            'LUNAR',
          ),
          direction: fc.constantFrom('SECOND_TO_FIRST', 'LAST_TO_FIRST', 'Last to first', 'second-to-first'),
          interval: fc.constantFrom(1, 1, 1, 2, 3, '2', 5),
          intervalUnit: fc.constantFrom('HOURS', 'DAYS', 'days', 'WEEKS', 'MONTHS', 'Week'),
        },
        { requiredKeys: ['type', 'interval'] },
      ),
      day: fc.integer({ min: -40, max: 14 }),
      at: fc.oneof(fc.constantFrom('start' as const, 'end' as const, 'midnight' as const), minuteOfDay),
    }),
  },
)

const member = fc.record({
  kind: fc.constantFrom('person', 'person', 'person', 'person', 'person', 'device', 'group', 'group', 'unknown'),
  who: index,
  delay: fc.constantFrom(0, 0, 5, 10, 15, 60, '10'),
  inRotation: fc.constantFrom(true, true, true, false, 'false', 'true'),
  place: fc.nat(9),
})

const shift = fc.record({
  group: index,
  zone: fc.constantFrom(...zones),
  firstDay: fc.oneof(fc.integer({ min: -10, max: 3 }), fc.integer({ min: -500, max: 0 })),
  startMinute: minuteOfDay,
  minutes: fc.constantFrom(1, 30, 240, 480, 720, 960, 1440, 1440, 1980, 2880, 7 * 1440),
  recurrence,
  rotation,
  members: fc.array(member, { maxLength: 5 }),
  excluded: fc.array(fc.nat(20), { maxLength: 2 }),
})

const absence = fc.record({
  /** Of whoever was to stand in by the absence before. */
  isNext: chance(50),
  who: index,
  by: fc.option(index, { freq: 3 }),
  group: fc.option(index, { freq: 2 }),
  startHour: fc.integer({ min: -72, max: 150 }),
  hours: fc.constantFrom(1, 5, 24, 60, 200, 400),
})

/** Tenants of every feature, biased to what goes wrong: shifts that overlap in several zones, cycles, chains, clock changes. */
export const randomTenant: fc.Arbitrary<RandomTenant> = fc
  .record({
    day: fc.constantFrom(...nastyDays),
    minute: minuteOfDay,
    days: fc.integer({ min: 2, max: 9 }),
    people: fc.array(chance(15), { minLength: 2, maxLength: 7 }),
    groups: fc.array(fc.record({ kind: fc.nat(9), inactive: chance(8), crew: fc.array(index, { maxLength: 4 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    shifts: fc.array(shift, { minLength: 1, maxLength: 6 }),
    absences: fc.array(absence, { maxLength: 6 }),
  })
  .map(({ day, minute, days, people: asleep, groups: teams, shifts: plans, absences: leaves }) => {
    const nowMs = Date.parse(`${day}T00:00:00Z`) + minute * minuteMs
    const people = asleep.map((isAsleep, at) =>
      aPerson({ id: `p${at}`, targetName: `p${at}`, status: isAsleep ? 'INACTIVE' : 'ACTIVE' }),
    )
    const devices = people.map((owner) =>
      aDevice({
        id: `d-${owner.id}`,
        owner: aReference(owner),
        name: 'Phone',
        deviceType: 'VOICE',
        phoneNumber: '+1250',
      }),
    )
    const groups = teams.map(({ kind, inactive }, at) =>
      aGroup({
        id: `g${at}`,
        targetName: `Team ${at}`,
        groupType: kind === 0 ? 'BROADCAST' : kind === 1 ? 'DYNAMIC' : 'ON_CALL',
        status: inactive ? 'INACTIVE' : 'ACTIVE',
      }),
    )
    const of = <T>(list: readonly T[], at: number): T => list[at % list.length]!
    const onCall = groups.filter(({ groupType }) => groupType === 'ON_CALL')
    const roster = teams.flatMap(({ crew }, at) => crew.map((who) => aMembership(of(groups, at), of(people, who))))
    const shifts =
      onCall.length === 0
        ? []
        : plans.map((plan, at) => shiftOf(plan, at, nowMs, { group: of(onCall, plan.group), people, devices, groups }))
    const absences = leaves.map(({ isNext, who, by, group, startHour, hours }, at): WireAbsence => {
      const startMs = nowMs + startHour * hourMs
      return anAbsence({
        id: `a${at}`,
        start: new Date(startMs).toISOString(),
        end: new Date(startMs + hours * hourMs).toISOString(),
        member: aReference(of(people, (isNext ? leaves[at - 1]?.by : who) ?? who)),
        ...(by !== null && { replacement: aReference(of(people, by)) }),
        ...(group !== null && { group: aReference(of(groups, group)) }),
      })
    })
    const tenant = aTenantOf({
      capturedAt: instant(nowMs),
      people,
      devices,
      groups,
      roster,
      shifts,
      absences,
    })
    return { tenant, from: instant(nowMs), to: instant(nowMs + days * dayMs) }
  })

type ShiftPlan = typeof shift extends fc.Arbitrary<infer T> ? T : never

interface Company {
  readonly group: WireGroup
  readonly people: readonly WirePerson[]
  readonly devices: XMattersTenant['devices']
  readonly groups: readonly WireGroup[]
}

function shiftOf(plan: ShiftPlan, at: number, nowMs: number, { group, people, devices, groups }: Company): TenantShift {
  const clock = walkClock(plan.zone)!
  const today = Math.floor(clock.wallAt(nowMs) / dayMs)
  const startWall = (today + plan.firstDay) * dayMs + plan.startMinute * minuteMs
  const wire = (wall: number): string => new Date(clock.instantOf(wall)).toISOString()
  const occurrence = (number: number): number => (today - 5 + number) * dayMs + plan.startMinute * minuteMs
  const end = plan.recurrence?.end?.date
  const rule =
    end === undefined
      ? plan.recurrence
      : { ...plan.recurrence, end: { endBy: 'DATE', date: wire(occurrence(Number(end) % 20)) } }
  const pick = ({ kind, who }: ShiftPlan['members'][number]): Parameters<typeof aMember>[0] => {
    if (kind === 'device') return devices[who % devices.length]!
    if (kind === 'group') return groups[who % groups.length]!
    if (kind === 'unknown') return aPerson({ id: 'stranger', targetName: 'stranger' })
    // Some are on call through absences of others only.
    return people[who % Math.max(1, people.length - 2)]!
  }
  return aShift({
    id: `s${at}`,
    name: `Shift ${at}`,
    group: aReference(group),
    timezone: plan.zone,
    start: wire(startWall),
    end: wire(startWall + plan.minutes * minuteMs),
    ...(plan.excluded.length > 0 && {
      exclusions: plan.excluded.map((number) => ({
        start: wire(occurrence(number)),
        end: wire(occurrence(number) + minuteMs),
      })),
    }),
    members: plan.members.map((one) =>
      aMember(pick(one), { position: one.place, delay: one.delay, inRotation: one.inRotation }),
    ),
    ...(rule === null ? { recurrence: {} } : { recurrence: rule }),
    ...(plan.rotation !== null && {
      rotation: {
        ...plan.rotation.wire,
        nextRotationTime: wire((today + plan.rotation.day) * dayMs + rotationMinute(plan) * minuteMs),
      },
    }),
  })
}

function rotationMinute({ rotation, startMinute, minutes }: ShiftPlan): number {
  if (rotation?.at === 'start') return startMinute
  if (rotation?.at === 'end') return startMinute + minutes
  return rotation?.at === 'midnight' ? 0 : (rotation?.at ?? 0)
}

const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')
