import { describe, expect, it } from 'vitest'
import { verifyOnCall } from '../../src/verify/index.ts'
import type { OnCallObservation, OnCallSnapshot } from '../../src/model/index.ts'
import { aMember, aRow, aSnapshot, aUser, person } from './on-call-builders.ts'

const window = { from: '2026-11-02T00:00:00Z', to: '2026-11-04T00:00:00Z' }

const check = (snapshot: OnCallSnapshot, observed: readonly OnCallObservation[]) =>
  verifyOnCall({ snapshot, observed, ...window })

/** One shift round the clock: Ana at once, Bo after 5 minutes, Cy after 15. */
const threeSlots = aSnapshot([
  {
    id: 'g',
    shifts: [
      {
        id: 's',
        slots: [
          { offset: 0, holders: ['ana'] },
          { offset: 5, holders: ['bo'] },
          { offset: 15, holders: ['cy'] },
        ],
      },
    ],
  },
])
const day = (date: string, next: string, members = [aMember(1, 0, 'ana'), aMember(2, 5, 'bo'), aMember(3, 10, 'cy')]) =>
  aRow('g', 's', `${date}T00:00:00Z`, `${next}T00:00:00Z`, members)
const bothDays = [day('2026-11-02', '2026-11-03'), day('2026-11-03', '2026-11-04')]

describe('rows that say the same thing', () => {
  it('agrees with a shift round the clock split by day', () => {
    const report = check(threeSlots, bothDays)
    expect(report).toMatchObject({ personMinutes: 3 * 2880, matched: 3 * 2880, ratio: 1, delayReading: 'before' })
    expect(report.policies).toEqual([
      { key: 'group:g', name: 'Team g', personMinutes: 8640, matched: 8640, ratio: 1, differences: [] },
    ])
  })

  it('takes whole occurrences that reach beyond the window, and one row for both days', () => {
    expect(check(threeSlots, [day('2026-11-01', '2026-11-08')]).ratio).toBe(1)
  })

  it('does not care about the order of rows and members, nor about rows given twice', () => {
    const shuffled = [...bothDays, ...bothDays]
      .reverse()
      .map((row) => ({ ...row, members: [...row.members].reverse() }))
    expect(check(threeSlots, shuffled)).toEqual(check(threeSlots, bothDays))
  })

  it('reads delays after their member where that is what fits', () => {
    const members = [aMember(1, 5, 'ana'), aMember(2, 10, 'bo'), aMember(3, 0, 'cy')]
    const report = check(threeSlots, [
      day('2026-11-02', '2026-11-03', members),
      day('2026-11-03', '2026-11-04', members),
    ])
    expect(report).toMatchObject({ ratio: 1, delayReading: 'after' })
  })

  it('ignores the last delay where delays stand after their member', () => {
    const members = [aMember(1, 5, 'ana'), aMember(2, 10, 'bo'), aMember(3, 30, 'cy')]
    expect(check(threeSlots, [day('2026-11-02', '2026-11-04', members)]).ratio).toBe(1)
  })

  it('takes all who hold a slot in turn within one occurrence to be reached at its offset, however their delays are given', () => {
    const handoff = {
      kind: 'elapsed',
      anchorWall: '2026-11-02T12:00:00',
      firstIndex: 0,
      every: 1,
      unit: 'days',
      midOccurrence: 'both',
    } as const
    const slots = [
      { offset: 5, holders: ['ana', 'bo'] },
      { offset: 15, holders: ['bo', 'ana'] },
    ]
    const snapshot = aSnapshot([{ id: 'g', shifts: [{ id: 's', handoff, slots }] }])
    const row = (delays: readonly number[]) => {
      const members = delays.map((delay, i) => aMember(i < 2 ? 1 : 2, delay, i % 2 === 0 ? 'ana' : 'bo'))
      return check(snapshot, [day('2026-11-02', '2026-11-03', members), day('2026-11-03', '2026-11-04', members)])
    }
    const before = [
      [5, 0, 10, 0],
      [0, 5, 0, 10],
      [5, 5, 10, 10],
    ]
    for (const delays of before) expect(row(delays)).toMatchObject({ ratio: 1, delayReading: 'before' })
    const atOnce = aSnapshot([
      { id: 'g', shifts: [{ id: 's', handoff, slots: slots.map((one) => ({ ...one, offset: one.offset - 5 })) }] },
    ])
    const after = [
      [10, 0, 0, 0],
      [0, 10, 0, 0],
      [10, 10, 0, 0],
    ]
    for (const delays of after) {
      const members = delays.map((delay, i) => aMember(i < 2 ? 1 : 2, delay, i % 2 === 0 ? 'ana' : 'bo'))
      expect(check(atOnce, [day('2026-11-02', '2026-11-04', members)])).toMatchObject({
        ratio: 1,
        delayReading: 'after',
      })
    }
  })

  it('takes a row without shift as a gap', () => {
    const snapshot = aSnapshot([
      { id: 'g', shifts: [{ id: 's', ends: '2026-11-02T08:00:00', slots: [{ offset: 0, holders: ['ana'] }] }] },
    ])
    const observed = [
      aRow('g', 's', '2026-11-02T00:00:00Z', '2026-11-02T08:00:00Z', [aMember(1, 0, 'ana')]),
      aRow('g', null, '2026-11-02T08:00:00Z', '2026-11-03T00:00:00Z'),
      aRow('g', 's', '2026-11-03T00:00:00Z', '2026-11-03T08:00:00Z', [aMember(1, 0, 'ana')]),
      aRow('g', null, '2026-11-03T08:00:00Z', '2026-11-04T00:00:00Z'),
    ]
    expect(check(snapshot, observed)).toMatchObject({ ratio: 1, personMinutes: 960 })
  })

  it('lets several shifts be on duty at once, and a person in two of them count once', () => {
    const snapshot = aSnapshot([
      {
        id: 'g',
        shifts: [
          { id: 's', slots: [{ offset: 0, holders: ['ana'] }] },
          {
            id: 't',
            slots: [
              { offset: 0, holders: ['ana'] },
              { offset: 15, holders: ['bo'] },
            ],
          },
        ],
      },
    ])
    const observed = [
      aRow('g', 's', window.from, window.to, [aMember(1, 0, 'ana')]),
      aRow('g', 't', window.from, window.to, [aMember(1, 0, 'ana'), aMember(2, 15, 'bo')]),
    ]
    expect(check(snapshot, observed)).toMatchObject({ ratio: 1, personMinutes: 2 * 2880 })
  })
})

describe('slots that reach nobody', () => {
  const snapshot = aSnapshot(
    [
      {
        id: 'g',
        shifts: [
          {
            id: 's',
            slots: [
              { offset: 0, holders: ['ana'] },
              { offset: 5, holders: ['off'] },
              { offset: 15, holders: ['cy'] },
            ],
          },
        ],
      },
    ],
    [aUser('ana'), aUser('off', false), aUser('cy')],
  )

  it('may be listed with a person who is inactive', () => {
    const members = [aMember(1, 0, 'ana'), aMember(2, 5, person('off', false)), aMember(3, 10, 'cy')]
    expect(check(snapshot, [day('2026-11-02', '2026-11-04', members)])).toMatchObject({ ratio: 1, personMinutes: 5760 })
  })

  it('may be missing from every row, and their delay still passes', () => {
    const members = [aMember(1, 0, 'ana'), aMember(3, 10, 'cy')]
    expect(check(snapshot, [day('2026-11-02', '2026-11-04', members)])).toMatchObject({ ratio: 1, personMinutes: 5760 })
  })

  it('may be missing from every row where delays stand after their member', () => {
    const members = [aMember(1, 5, 'ana'), aMember(3, 0, 'cy')]
    expect(check(snapshot, [day('2026-11-02', '2026-11-04', members)])).toMatchObject({
      ratio: 1,
      delayReading: 'after',
    })
  })

  it('may be missing from one row only, whose other rows tell the delay', () => {
    const away = { from: '2026-11-03T00:00:00Z', to: '2026-11-04T00:00:00Z', replaces: 'person:bo', replacement: null }
    const withAbsence = aSnapshot([
      {
        id: 'g',
        shifts: [
          {
            id: 's',
            slots: [
              { offset: 0, holders: ['ana'] },
              { offset: 5, holders: ['bo'] },
              { offset: 15, holders: ['cy'] },
            ],
          },
        ],
        overrides: [{ key: 'absence:a', rotationKeys: ['shift:s/slot:2'], scope: 'all', ...away }],
      },
    ])
    const observed = [
      day('2026-11-02', '2026-11-03'),
      day('2026-11-03', '2026-11-04', [aMember(1, 0, 'ana'), aMember(3, 10, 'cy')]),
    ]
    expect(check(withAbsence, observed)).toMatchObject({ ratio: 1, personMinutes: 3 * 1440 + 2 * 1440 })
  })

  it('may be empty by a replacement that is nobody or is inactive', () => {
    const nobody = [{ start: window.from, end: '2026-11-03T00:00:00Z', replacement: null }]
    const inactive = [
      { start: '2026-11-03T00:00:00Z', end: window.to, replacement: { id: 'off', name: 'off', active: false } },
    ]
    const members = [aMember(1, 0, 'ana'), aMember(2, 5, 'bo', [...nobody, ...inactive]), aMember(3, 10, 'cy')]
    expect(check(snapshot, [day('2026-11-02', '2026-11-04', members)]).ratio).toBe(1)
  })
})

describe('replacements', () => {
  const snapshot = aSnapshot([
    {
      id: 'g',
      shifts: [{ id: 's', slots: [{ offset: 0, holders: ['ana'] }] }],
      overrides: [
        {
          key: 'absence:a',
          rotationKeys: ['shift:s/slot:1'],
          from: '2026-11-02T06:00:00Z',
          to: '2026-11-02T18:00:00Z',
          replaces: 'person:ana',
          replacement: 'person:bo',
          scope: 'all',
        },
      ],
    },
  ])
  const cover = (start: string, end: string, id: string) => ({
    start,
    end,
    replacement: { id, name: id, active: true },
  })

  it('may cover a part of the occurrence', () => {
    const members = [aMember(1, 0, 'ana', [cover('2026-11-02T06:00:00Z', '2026-11-02T18:00:00Z', 'bo')])]
    expect(check(snapshot, [day('2026-11-02', '2026-11-04', members)])).toMatchObject({ ratio: 1, personMinutes: 2880 })
  })

  it('may tile the occurrence, the person standing in for themselves', () => {
    const members = [
      aMember(1, 0, 'ana', [
        cover('2026-11-01T00:00:00Z', '2026-11-02T06:00:00Z', 'ana'),
        cover('2026-11-02T06:00:00Z', '2026-11-02T18:00:00Z', 'bo'),
        cover('2026-11-02T18:00:00Z', '2026-11-05T00:00:00Z', 'ana'),
      ]),
    ]
    expect(check(snapshot, [day('2026-11-01', '2026-11-05', members)]).ratio).toBe(1)
  })

  it('are named as the cause where only the snapshot knows of them', () => {
    const report = check(snapshot, [day('2026-11-02', '2026-11-04', [aMember(1, 0, 'ana')])])
    expect(report.policies[0]?.differences).toEqual([
      {
        start: '2026-11-02T06:00:00Z',
        end: '2026-11-02T18:00:00Z',
        offsetMinutes: 0,
        expected: ['person:bo'],
        observed: ['person:ana'],
        cause: 'absence',
      },
    ])
    expect(report).toMatchObject({ personMinutes: 2880 + 720, matched: 2880 - 720 })
  })
})

describe('members that are not people', () => {
  it('takes a device as its owner, by the row or by the snapshot', () => {
    const snapshot = aSnapshot(
      [{ id: 'g', shifts: [{ id: 's', slots: [{ offset: 0, holders: ['ana'] }] }] }],
      [aUser('ana')],
    )
    const device = (ownerId: string | null) => ({
      id: 'ana-mail',
      name: 'ana|Mail',
      kind: 'device' as const,
      ownerId,
      active: true,
    })
    expect(check(snapshot, [day('2026-11-02', '2026-11-04', [aMember(1, 0, device('ana'))])]).ratio).toBe(1)
    expect(check(snapshot, [day('2026-11-02', '2026-11-04', [aMember(1, 0, device(null))])]).ratio).toBe(1)
  })

  const group = (id: string, active: boolean | null = true) => ({
    id,
    name: id,
    kind: 'group' as const,
    ownerId: null,
    active,
  })
  const nested = aSnapshot([
    {
      id: 'g',
      shifts: [
        {
          id: 's',
          slots: [
            { offset: 0, holders: ['ana'] },
            { offset: 10, holders: [{ kind: 'policy', key: 'group:h' }] },
          ],
        },
      ],
    },
    {
      id: 'h',
      shifts: [
        {
          id: 'n',
          starts: '2026-11-02T08:00:00',
          ends: '2026-11-02T16:00:00',
          slots: [
            { offset: 0, holders: ['bo'] },
            { offset: 5, holders: ['cy'] },
          ],
        },
      ],
    },
  ])
  const outer = day('2026-11-02', '2026-11-04', [aMember(1, 0, 'ana'), aMember(2, 10, group('h'))])
  const inner = ['02', '03'].map((date) =>
    aRow('h', 'n', `2026-11-${date}T08:00:00Z`, `2026-11-${date}T16:00:00Z`, [
      aMember(1, 0, 'bo'),
      aMember(2, 5, 'cy'),
    ]),
  )

  it('follows a nested group through its own rows, offsets added', () => {
    const report = check(nested, [outer, ...inner])
    expect(report.policies.map(({ key, ratio, personMinutes }) => [key, ratio, personMinutes])).toEqual([
      ['group:g', 1, 2880 + 4 * 480],
      ['group:h', 1, 4 * 480],
    ])
  })

  it('follows a nested group that was not observed through the snapshot, and does not judge it', () => {
    const report = check(nested, [outer])
    expect(report.policies.map(({ key, ratio }) => [key, ratio])).toEqual([['group:g', 1]])
    expect(report.notObserved).toEqual(['group:h'])
  })

  it('shows in the outer policy what differs in the nested one', () => {
    const report = check(nested, [outer, inner[0]!])
    expect(report.policies.map(({ key, matched }) => [key, matched])).toEqual([
      ['group:g', 2880 + 2 * 480],
      ['group:h', 2 * 480],
    ])
  })

  it('cuts a circle of groups', () => {
    const circle = aSnapshot([
      {
        id: 'g',
        shifts: [
          {
            id: 's',
            slots: [
              { offset: 0, holders: ['ana'] },
              { offset: 10, holders: [{ kind: 'policy', key: 'group:h' }] },
            ],
          },
        ],
      },
      {
        id: 'h',
        shifts: [
          {
            id: 'n',
            slots: [
              { offset: 0, holders: ['bo'] },
              { offset: 5, holders: [{ kind: 'policy', key: 'group:g' }] },
            ],
          },
        ],
      },
    ])
    const back = aRow('h', 'n', window.from, window.to, [aMember(1, 0, 'bo'), aMember(2, 5, group('g'))])
    expect(check(circle, [outer, back])).toMatchObject({ ratio: 1, personMinutes: 4 * 2880 })
    expect(check(circle, [outer])).toMatchObject({ ratio: 1, personMinutes: 2 * 2880 })
  })

  it('reaches nobody through an inactive group', () => {
    const asleep = aSnapshot([
      {
        id: 'g',
        shifts: [
          {
            id: 's',
            slots: [
              { offset: 0, holders: ['ana'] },
              { offset: 10, holders: [{ kind: 'policy', key: 'group:h' }] },
            ],
          },
        ],
      },
      { id: 'h', active: false, shifts: [{ id: 'n', slots: [{ offset: 0, holders: ['bo'] }] }] },
    ])
    const members = (active: boolean | null) => [aMember(1, 0, 'ana'), aMember(2, 10, group('h', active))]
    expect(check(asleep, [day('2026-11-02', '2026-11-04', members(false))])).toMatchObject({
      ratio: 1,
      personMinutes: 2880,
    })
    expect(check(asleep, [day('2026-11-02', '2026-11-04', members(null))])).toMatchObject({
      ratio: 1,
      personMinutes: 2880,
    })
  })

  it('reaches the roster of a group without shifts that alerts all at once', () => {
    const all = {
      kind: 'all' as const,
      of: [
        { kind: 'user' as const, key: 'person:bo' },
        { kind: 'user' as const, key: 'person:cy' },
      ],
    }
    const broadcast = aSnapshot([
      { id: 'g', shifts: [{ id: 's', slots: [{ offset: 0, holders: [all] }] }] },
      { id: 'b', members: ['bo', 'cy'] },
    ])
    for (const kind of ['group', 'dynamic'] as const) {
      const members = [aMember(1, 0, { ...group('b'), kind })]
      expect(check(broadcast, [day('2026-11-02', '2026-11-04', members)])).toMatchObject({
        ratio: 1,
        personMinutes: 5760,
      })
    }
  })

  it('takes for absences of a roster what the source says, not what was corrected until the next sync', () => {
    const all = { kind: 'all' as const, of: ['bo', 'cy'].map((id) => ({ kind: 'user' as const, key: `person:${id}` })) }
    const slots = [
      { offset: 0, holders: [all] },
      { offset: 5, holders: ['bo'] },
    ]
    const override = {
      key: 'a',
      from: window.from,
      to: window.to,
      replaces: 'person:bo',
      replacement: null,
      scope: 'group' as const,
    }
    const ratioOf = (rotationKeys: readonly string[], more: { readonly renewBy?: string }): number => {
      const shifts = [{ id: 's', slots }]
      const overrides = [{ ...override, rotationKeys, ...more }]
      const snapshot = aSnapshot([
        { id: 'g', shifts, overrides },
        { id: 'b', members: ['bo', 'cy'] },
      ])
      return check(snapshot, [day('2026-11-02', '2026-11-04', [aMember(1, 0, group('b'))])]).ratio
    }
    expect(ratioOf(['shift:s/slot:1', 'shift:s/slot:2'], {})).toBe(1)
    expect(ratioOf(['shift:s/slot:2'], { renewBy: window.to })).toBe(1)
  })
})

describe('what is reported', () => {
  it('lists a group that the snapshot does not have', () => {
    const report = check(threeSlots, [...bothDays, aRow('x', 't', window.from, window.to, [aMember(1, 0, 'zoe')])])
    expect(report.policies[1]).toEqual({
      key: 'group:x',
      name: 'Team x',
      personMinutes: 2880,
      matched: 0,
      ratio: 0,
      differences: [
        {
          start: window.from,
          end: window.to,
          offsetMinutes: 0,
          expected: [],
          observed: ['person:zoe'],
          cause: 'policy-not-in-snapshot',
        },
      ],
    })
  })

  it('has every observed policy, one with nobody on call on either side too', () => {
    const report = check(aSnapshot([{ id: 'g' }]), [aRow('g', null, window.from, window.to)])
    expect(report.policies).toEqual([
      { key: 'group:g', name: 'Team g', personMinutes: 0, matched: 0, ratio: 1, differences: [] },
    ])
  })

  it('refuses an empty window', () => {
    expect(() => verifyOnCall({ snapshot: threeSlots, observed: [], from: window.to, to: window.from })).toThrow(
      /empty/,
    )
  })

  it('puts the code of the ledger entry about the shift first', () => {
    const ledger = {
      leaves: 1,
      mapped: 0,
      approximated: 1,
      dropped: 0,
      unknown: 0,
      entries: [
        {
          code: 'person.property',
          outcome: 'dropped' as const,
          entity: 'person:dee',
          path: 'people[0].x',
          value: 1,
          message: '',
        },
        {
          code: 'rotation.by-alert',
          outcome: 'approximated' as const,
          entity: 'shift:s',
          path: 'shifts[0].rotation.type',
          value: 'ALERT',
          message: '',
        },
      ],
    }
    const members = [aMember(1, 0, 'dee'), aMember(2, 5, 'bo'), aMember(3, 10, 'cy')]
    const report = verifyOnCall({
      snapshot: threeSlots,
      observed: [day('2026-11-02', '2026-11-04', members)],
      ledger,
      ...window,
    })
    expect(report.policies[0]?.differences.map(({ cause }) => cause)).toEqual(['rotation.by-alert'])
  })

  it('does not take what is known of the slots for the cause of an occurrence that only one side has', () => {
    const entry = { outcome: 'approximated' as const, entity: 'shift:s', path: 'shifts[0].x', value: 'x', message: '' }
    const causesBy = (...codes: readonly string[]) => {
      const entries = codes.map((code) => ({ ...entry, code }))
      const ledger = { leaves: 9, mapped: 0, approximated: 9, dropped: 0, unknown: 0, entries }
      const report = verifyOnCall({ snapshot: threeSlots, observed: [bothDays[0]!], ledger, ...window })
      return [...new Set(report.policies.flatMap(({ differences }) => differences.map(({ cause }) => cause)))]
    }
    expect(causesBy('member.inactive', 'rotation.by-alert')).toEqual(['occurrence-not-observed'])
    expect(causesBy('member.inactive', 'recurrence.interval')).toEqual(['recurrence.interval'])
  })
})

describe('causes seen in the pattern', () => {
  const causes = (snapshot: OnCallSnapshot, observed: readonly OnCallObservation[]) =>
    check(snapshot, observed).policies.map(({ differences }) => [...new Set(differences.map(({ cause }) => cause))])

  it('is another offset for the same people', () => {
    const members = [aMember(1, 0, 'ana'), aMember(2, 7, 'bo'), aMember(3, 8, 'cy')]
    expect(causes(threeSlots, [day('2026-11-02', '2026-11-04', members)])).toEqual([['offset-only']])
  })

  it('is another order of the same people', () => {
    const members = [aMember(1, 0, 'bo'), aMember(2, 5, 'ana'), aMember(3, 10, 'cy')]
    expect(causes(threeSlots, [day('2026-11-02', '2026-11-04', members)])).toEqual([['order-only']])
  })

  it('is the other reading of delays, where the rest of the rows decides for one', () => {
    const two = aSnapshot(
      ['g', 'h', 'i'].map((id) => ({
        id,
        shifts: [
          {
            id: `s${id}`,
            slots: [
              { offset: 0, holders: ['ana'] },
              { offset: 5, holders: ['bo'] },
            ],
          },
        ],
      })),
    )
    const row = (id: string, delays: readonly number[]) =>
      aRow(id, `s${id}`, window.from, window.to, [aMember(1, delays[0] ?? 0, 'ana'), aMember(2, delays[1] ?? 0, 'bo')])
    expect(causes(two, [row('g', [0, 5]), row('h', [0, 5]), row('i', [5, 0])])).toEqual([[], [], ['delay-reading']])
  })

  it('is a turn of the rotation', () => {
    const handoff = {
      kind: 'elapsed',
      anchorWall: '2026-11-03T00:00:00',
      firstIndex: 0,
      every: 1,
      unit: 'days',
      midOccurrence: 'both',
    } as const
    const turning = aSnapshot([
      { id: 'g', shifts: [{ id: 's', handoff, slots: [{ offset: 0, holders: ['ana', 'bo', 'cy'] }] }] },
    ])
    const rows = (...ids: string[]) =>
      ids.map((id, i) => day(`2026-11-0${2 + i}`, `2026-11-0${3 + i}`, [aMember(1, 0, id)]))
    expect(check(turning, rows('ana', 'bo')).ratio).toBe(1)
    expect(causes(turning, rows('bo', 'cy'))).toEqual([['rotation-turn-off-by-1']])
    expect(causes(turning, rows('cy', 'ana'))).toEqual([['rotation-turn-off-by-2']])
  })

  it('is an occurrence that only one side has, or a shift unknown to the snapshot', () => {
    expect(causes(threeSlots, [bothDays[0]!])).toEqual([['occurrence-not-observed']])
    const extra = aRow('g', 'new', window.from, window.to, [aMember(1, 0, 'dee')])
    expect(causes(threeSlots, [...bothDays, extra])).toEqual([['shift-not-in-snapshot']])
  })

  it('is an hour by which the zone moves', () => {
    const office = aSnapshot([
      {
        id: 'g',
        shifts: [
          {
            id: 's',
            timeZone: 'Europe/London',
            starts: '2026-11-02T09:00:00',
            ends: '2026-11-02T17:00:00',
            slots: [{ offset: 0, holders: ['ana'] }],
          },
        ],
      },
    ])
    const rows = ['02', '03'].map((date) =>
      aRow('g', 's', `2026-11-${date}T08:00:00Z`, `2026-11-${date}T16:00:00Z`, [aMember(1, 0, 'ana')]),
    )
    expect(causes(office, rows)).toEqual([['zone-rules-differ']])
  })

  it('is null where nothing explains it', () => {
    const members = [aMember(1, 0, 'dee'), aMember(2, 5, 'bo'), aMember(3, 10, 'cy')]
    expect(causes(threeSlots, [day('2026-11-02', '2026-11-04', members)])).toEqual([[null]])
  })
})
