import type { Override, Rotation } from '../model/index.ts'

/** A rotation for each way in which turns and occurrences are told; `user` is a target id. */
export const richRotations = (key: string, user: string | undefined): readonly Rotation[] => [
  weekly(key, user),
  monthly(key, user),
  daily(key),
]

/** Somebody twice in the ring, a fixed device, several at once, nobody; handoffs counted from a month's end. */
const weekly = (key: string, user: string | undefined): Rotation => ({
  key: `shift:${key}/slot:2`,
  name: 'Slot 2',
  timeZone: 'America/New_York',
  recurrence: {
    startsAtWall: '2026-01-05T09:00:00',
    endsAtWall: '2026-01-05T17:00:00',
    rule: { kind: 'weekly', every: 2, days: ['MO', 'FR'], weekStart: 'SU' },
    until: { kind: 'never' },
    duration: { kind: 'wall' },
    disambiguation: 'compatible',
    exceptions: [
      { kind: 'excluded', start: '2026-01-19T14:00:00Z' },
      {
        kind: 'moved',
        start: '2026-02-02T14:00:00Z',
        newStart: '2026-02-02T15:07:00Z',
        newEnd: '2026-02-02T22:00:00Z',
      },
    ],
  },
  participants: [
    { kind: 'nobody' },
    ...(user === undefined
      ? []
      : ([
          { kind: 'user', key: user },
          { kind: 'all', of: [{ kind: 'user', key: user }, { kind: 'nobody' }] },
          { kind: 'user', key: user, overridable: false },
          { kind: 'user', key: user },
        ] as const)),
  ],
  handoff: {
    kind: 'elapsed',
    anchorWall: '2026-01-31T09:30:00',
    firstIndex: 3,
    every: 1,
    unit: 'months',
    midOccurrence: 'both',
  },
})

/** In a zone of its own, whose clocks change by half an hour. */
const monthly = (key: string, user: string | undefined): Rotation => ({
  key: `shift:${key}/slot:1`,
  name: 'Slot 1',
  timeZone: 'Australia/Lord_Howe',
  recurrence: {
    startsAtWall: '2026-01-25T22:30:00',
    endsAtWall: '2026-01-26T06:00:00',
    rule: { kind: 'monthly-by-weekday', ordinal: 'last', day: 'SU', months: [1, 4, 10] },
    until: { kind: 'count', count: 13 },
    duration: { kind: 'elapsed', elapsedMs: 27_000_001 },
    disambiguation: 'first-valid',
    exceptions: [],
  },
  participants: [user === undefined ? { kind: 'nobody' } : { kind: 'user', key: user }],
  handoff: { kind: 'occurrences', firstStart: '2026-04-26T12:00:00Z', every: 2 },
})

const daily = (key: string): Rotation => ({
  key: `shift:${key}/slot:3`,
  name: 'Slot 3',
  timeZone: 'UTC',
  recurrence: {
    startsAtWall: '2026-01-05T00:00:00',
    endsAtWall: '2026-01-06T00:00:00',
    rule: { kind: 'daily', every: 1 },
    until: { kind: 'date', at: '2026-12-31T23:59:59Z', inclusive: false },
    duration: { kind: 'wall' },
    disambiguation: 'later',
    exceptions: [],
  },
  participants: [{ kind: 'nobody' }],
  handoff: null,
})

/** One with a replacement and one without, of minutes that are not round. */
export const richOverrides = (user: string, rotationKeys: readonly string[]): readonly Override[] => [
  {
    key: 'absence:2',
    rotationKeys,
    from: '2026-12-24T18:07:00Z',
    to: '2027-01-01T00:00:00Z',
    replaces: user,
    replacement: null,
    scope: 'group',
    renewBy: '2026-12-31T00:00:00Z',
  },
  {
    key: 'absence:1',
    rotationKeys: rotationKeys.slice(1),
    from: '2026-11-24T00:00:00Z',
    to: '2026-11-25T00:00:00Z',
    replaces: user,
    replacement: user,
    scope: 'all',
  },
]
