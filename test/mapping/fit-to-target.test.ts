import { expect, it } from 'vitest'
import { explain, fitToTarget, type TargetFitCapabilities } from '../../src/mapping/index.ts'
import type {
  ContactMethod,
  EscalationPolicy,
  OnCallSnapshot,
  Override,
  Participant,
  Recurrence,
  Rotation,
  Schedule,
  Target,
} from '../../src/model/index.ts'
import { renderEscalation } from '../../src/schedule/index.ts'
import { anAbsence, aRotation, aSnapshot, aUser, slot } from '../schedule/support/builders.ts'

const target = (slot: number) => ({ kind: 'rotation', scheduleKey: 'group:g', key: `shift:s/slot:${slot}` }) as const
const levels = [0, 7, 20].map((offsetMinutes, index) => ({ offsetMinutes, targets: [target(index + 1)] }))
const snapshot = aSnapshot([{ key: 'group:g', levels }])
const horizon = { from: '2026-11-20T00:00:00Z', to: '2026-12-20T00:00:00Z' }

it('rounds delays to the granularity of the target and says by how much', () => {
  const { snapshot: fitted, ledger } = fitToTarget(snapshot, { delayGranularityMinutes: 5 }, { horizon })
  expect(fitted.escalationPolicies[0]?.levels.map(({ offsetMinutes }) => offsetMinutes)).toEqual([0, 5, 20])
  expect(ledger.entries).toMatchObject([{ code: 'fit.delay', value: 7, effect: { minutes: 2 } }])
})

it('merges levels beyond the most that the target has', () => {
  const { snapshot: fitted, ledger } = fitToTarget(snapshot, { maxLevels: 2 }, { horizon })
  expect(fitted.escalationPolicies[0]?.levels).toEqual([
    { offsetMinutes: 0, targets: [target(1)] },
    { offsetMinutes: 7, targets: [target(2), target(3)] },
  ])
  expect(ledger.entries).toMatchObject([{ code: 'fit.levels', effect: { minutes: 13 } }])
})

it('reports what a target cannot reach, and keeps it', () => {
  const contact = (kind: ContactMethod['kind'], address: string | null): ContactMethod => ({
    key: `device:${address}`,
    kind,
    address,
    label: '',
    order: 1,
    delayMinutes: 0,
    active: true,
    minimumPriority: 'low',
    isDefault: true,
    timeframes: [],
  })
  const user = {
    ...aUser('a'),
    contactMethods: [contact('voice', '+4930'), contact('voice', '+1250'), contact('email', 'a@x.example')],
  }
  const tenant = { ...snapshot, users: [user] }
  const { snapshot: fitted, ledger } = fitToTarget(tenant, { channels: ['voice'], phonePrefixes: ['+1'] }, { horizon })
  expect(fitted.users).toEqual([user])
  expect(ledger).toMatchObject({ leaves: 2, approximated: 0, dropped: 2, unknown: 0 })
  expect(ledger.entries.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'fit.phone-country device:+4930',
    'fit.channel device:a@x.example',
  ])
  expect(ledger.entries.map(({ entity, value, effect }) => [entity, value, effect])).toEqual([
    ['person:a', '+4930', { people: 1 }],
    ['person:a', 'email', { people: 1 }],
  ])
  const phones = [contact('sms', '+4930'), contact('sms', null), contact('pager', '+4930'), contact('sms', '+1250')]
  const texted = { ...snapshot, users: [{ ...user, contactMethods: phones }] }
  const { entries } = fitToTarget(texted, { phonePrefixes: ['+1', '+44'] }, { horizon }).ledger
  expect(entries.map(({ code, value }) => `${code} ${value}`)).toEqual([
    'fit.phone-country +4930',
    'fit.phone-country null',
  ])
})

it('says that people may be alerted early where the target does not wait out an empty level', () => {
  const two = [target(1), { ...target(1), key: 'shift:t/slot:1' }]
  const levels = two.map((one, at) => ({ offsetMinutes: at * 7, targets: [one] }))
  const tenant = { ...snapshot, escalationPolicies: [{ ...snapshot.escalationPolicies[0]!, levels }] }
  const { ledger } = fitToTarget(tenant, { waitsOutEmptyLevels: false }, { horizon })
  expect(ledger.entries).toMatchObject([{ code: 'fit.empty-level', effect: { minutes: 7 } }])
  expect(fitToTarget(snapshot, { waitsOutEmptyLevels: false }, { horizon }).ledger.entries).toEqual([])
})

it('sizes what dated duties stand in for: minutes, people and hours a year', () => {
  const rotation: Rotation = {
    key: 'shift:s/slot:1',
    name: 's',
    timeZone: 'UTC',
    recurrence: {
      startsAtWall: '2026-11-30T09:00:00',
      endsAtWall: '2026-11-30T17:00:00',
      rule: { kind: 'monthly-by-date', date: 'last', months: [], missingDate: 'skip' },
      until: { kind: 'never' },
      duration: { kind: 'wall' },
      disambiguation: 'compatible',
      exceptions: [],
    },
    participants: [{ kind: 'user', key: 'person:a' }],
    handoff: null,
  }
  const schedules = [{ key: 'group:g', name: 'g', timeZone: 'UTC', rotations: [rotation], overrides: [] }]
  const { snapshot: fitted, ledger } = fitToTarget({ ...snapshot, schedules }, { recurrences: ['daily'] }, { horizon })
  expect(ledger.entries).toMatchObject([
    { code: 'fit.recurrence', value: 'monthly-by-date', effect: { minutes: 480, people: 1, hoursAYear: 97 } },
  ])
  expect(fitted.schedules[0]?.rotations).toMatchObject([
    {
      name: 's',
      timeZone: 'UTC',
      recurrence: { startsAtWall: '2026-11-30T09:00:00', endsAtWall: '2026-11-30T17:00:00', rule: { kind: 'once' } },
      participants: [{ kind: 'user', key: 'person:a', overridable: false }],
    },
  ])
  const keys = fitted.escalationPolicies[0]?.levels[0]?.targets.map(({ key }) => key)
  expect(keys).toEqual(fitted.schedules[0]?.rotations.map(({ key }) => key))
})

it('reaches through a nested policy whom that reaches, by whatever it targets, and nobody through one that is not there', () => {
  const rotation = (slot: number, participant: Participant, rule: Recurrence['rule']): Rotation => ({
    key: `shift:s/slot:${slot}`,
    name: `s ${slot}`,
    timeZone: 'UTC',
    recurrence: {
      startsAtWall: '2026-11-30T09:00:00',
      endsAtWall: '2026-11-30T17:00:00',
      rule,
      until: { kind: 'never' },
      duration: { kind: 'wall' },
      disambiguation: 'compatible',
      exceptions: [],
    },
    participants: [participant],
    handoff: null,
  })
  const person = (id: string) => ({ kind: 'user', key: `person:${id}` }) as const
  const policyOf = (id: string) => ({ kind: 'policy', key: `group:${id}` }) as const
  const schedule = (id: string, ...rotations: readonly Rotation[]): Schedule => ({
    key: `group:${id}`,
    name: id,
    timeZone: 'UTC',
    rotations,
    overrides: [],
  })
  const once = { kind: 'once' } as const
  const monthly = { kind: 'monthly-by-date', date: 30, months: [], missingDate: 'skip' } as const
  const policy = (id: string, ...levels: readonly (readonly [number, Target])[]): EscalationPolicy => ({
    key: `group:${id}`,
    name: id,
    ownerGroupKey: `group:${id}`,
    active: true,
    levels: levels.map(([offsetMinutes, one]) => ({ offsetMinutes, targets: [one] })),
    repeat: null,
  })
  const { kind, key } = target(9)
  const tenant: OnCallSnapshot = {
    ...snapshot,
    schedules: [
      schedule('core', rotation(9, person('core'), once)),
      schedule(
        'g',
        rotation(1, policyOf('inner'), once),
        rotation(2, policyOf('nowhere'), monthly),
        rotation(3, person('own'), monthly),
      ),
    ],
    escalationPolicies: [
      policy('core', [0, { kind, key, scheduleKey: 'group:core' }]),
      policy('g', [5, target(1)], [7, target(2)], [20, target(3)]),
      policy('inner', [0, person('direct')], [10, policyOf('core')], [30, { kind, key, scheduleKey: 'group:nowhere' }]),
    ],
  }
  const duties = (capabilities: TargetFitCapabilities): unknown => {
    const { snapshot: fitted, ledger } = fitToTarget(tenant, capabilities, { horizon })
    const levels = fitted.escalationPolicies[1]?.levels.map(({ offsetMinutes, targets }) => [
      offsetMinutes,
      ...targets.map((one) => one.key.replace('2026-11-30T09:00:00Z', 'start')),
    ])
    return [levels, ...ledger.entries.map(({ code, path, value, effect }) => [code, path, value, effect])]
  }
  const messages = fitToTarget(tenant, { nestedPolicies: false, recurrences: [] }, { horizon }).ledger.entries
  expect(messages.map(({ message }) => message.replace(/;.*/, ''))).toEqual([
    'The target has no policy inside a rotation',
    'The target has no policy inside a rotation',
    'The target has no such recurrence',
  ])
  const nested = (slot: number, minutes: number, people: number, hoursAYear: number): unknown => [
    'fit.nested-policy',
    `shift:s/slot:${slot}`,
    null,
    { minutes, people, hoursAYear },
  ]
  const reached = [
    [5, 'shift:s/slot:1/at:start/0/person:direct'],
    [15, 'shift:s/slot:1/at:start/10/person:core'],
  ]
  expect(duties({ nestedPolicies: false })).toEqual([
    [...reached, [20, 'shift:s/slot:3']],
    nested(1, 960, 2, 195),
    nested(2, 0, 0, 0),
  ])
  const asleep = { ...tenant, users: [aUser('direct', false)] }
  const { entries } = fitToTarget(asleep, { nestedPolicies: false }, { horizon }).ledger
  expect(entries[0]?.effect).toEqual({ minutes: 480, people: 1, hoursAYear: 97 })
  expect(duties({ nestedPolicies: false, recurrences: ['daily'] })).toEqual([
    [...reached, [20, 'shift:s/slot:3/at:start/0/person:own']],
    nested(1, 960, 2, 195),
    nested(2, 0, 0, 0),
    ['fit.recurrence', 'shift:s/slot:3', 'monthly-by-date', { minutes: 480, people: 1, hoursAYear: 97 }],
  ])
})

it('keeps a policy inside a dated duty, so that a circle of groups is cut where it was', () => {
  const daily = { rule: { kind: 'daily', every: 1 } } as const
  const weekly = { rule: { kind: 'weekly', every: 1, days: ['MO', 'TH'], weekStart: 'SU' } } as const
  const circle = aSnapshot([
    {
      key: 'group:a',
      slots: [
        slot(0, 'shift:a/slot:1', ['p0'], { recurrence: daily }),
        slot(10, 'shift:a/slot:2', [{ kind: 'all', of: [{ kind: 'policy', key: 'group:b' }] }], { recurrence: daily }),
      ],
    },
    {
      key: 'group:b',
      slots: [
        slot(0, 'shift:b/slot:1', ['p1'], { recurrence: weekly }),
        slot(5, 'shift:b/slot:2', [{ kind: 'policy', key: 'group:a' }], { recurrence: weekly }),
      ],
    },
  ])
  const { snapshot: fitted, ledger } = fitToTarget(circle, { recurrences: ['weekly'] }, { horizon })
  for (const { key } of circle.escalationPolicies) {
    expect(renderEscalation(fitted, key, horizon)).toEqual(renderEscalation(circle, key, horizon))
  }
  expect(renderEscalation(fitted, 'group:b', horizon)).not.toEqual([])
  expect(ledger.entries.map(({ path }) => path)).toEqual(['shift:a/slot:1', 'shift:a/slot:2'])
})

it('leaves no override of a rotation that dated duties stand in for', () => {
  const [daily, weekly] = ['shift:d/slot:1', 'shift:w/slot:1'] as const
  const rotations = [
    aRotation({ key: daily, recurrence: { rule: { kind: 'daily', every: 1 } } }),
    aRotation({ key: weekly, recurrence: { rule: { kind: 'weekly', every: 1, days: ['MO'], weekStart: 'SU' } } }),
  ]
  const absence = (key: string, ...rotationKeys: string[]): Override =>
    anAbsence(key, 'ada', 'bo', ['2026-11-20T00:00:00Z', '2026-11-22T00:00:00Z'], { rotationKeys })
  const overrides = [absence('1', daily), absence('2', daily, weekly)]
  const schedules = [{ key: 'group:g', name: 'g', timeZone: 'UTC', rotations, overrides }]
  const { snapshot: fitted } = fitToTarget({ ...snapshot, schedules }, { recurrences: ['weekly'] }, { horizon })
  expect(fitted.schedules[0]?.rotations.map(({ key }) => key)).toContain(weekly)
  expect(fitted.schedules[0]?.overrides).toEqual([absence('2', weekly)])
})

it('changes nothing for a target that can do everything', () => {
  expect(fitToTarget(snapshot, {}, { horizon })).toEqual({
    snapshot,
    ledger: { leaves: 0, mapped: 0, approximated: 0, dropped: 0, unknown: 0, entries: [] },
  })
})

it('leads from a level back to the shift and the rule', () => {
  const answer = explain(snapshot, 'escalationPolicies[group:g].levels[1].offsetMinutes')
  expect(answer).toMatchObject({ value: 7, rule: expect.stringContaining('sum of the delays') as string })
  expect(explain(snapshot, 'escalationPolicies[0].levels[1]').sources).toContainEqual({
    resource: 'shifts',
    id: 's',
    path: 'members',
  })
  expect(explain(snapshot, 'nowhere[3]').value).toBeUndefined()
})
