import { describe, expect, it } from 'vitest'
import type { EntityKind, OnCallSnapshot, User, UserGroup } from '../../../src/model/index.ts'
import { type AssessInput, assessPlan } from '../../../src/sync/safety/assess-plan.ts'
import type { BrakeCode, Change, SafetyReport } from '../../../src/sync/plan.ts'
import type { SafetyLimits } from '../../../src/sync/safety-limits.ts'
import { readLimits } from '../../../src/sync/safety-limits.ts'
import { aSnapshot, aUser, type Holder, slot } from '../../schedule/support/builders.ts'
import { aChange } from '../support/apply-worlds.ts'

const now = '2026-11-23T09:00:00Z'
const allDay = { startsAtWall: '2026-01-05T00:00:00', endsAtWall: '2026-01-06T00:00:00' }
const office = { startsAtWall: '2026-01-05T00:00:00', endsAtWall: '2026-01-05T23:00:00' }
const windowDays = 28

const counts = (count: number): Record<EntityKind, number> => ({
  user: count,
  userGroup: count,
  schedule: count,
  escalationPolicy: count,
})

const users = ['ada', 'bo', 'cy'].map((name) => aUser(name))

const aGroup = (memberKeys: readonly string[]): UserGroup => ({
  key: 'group:ops',
  name: 'Ops',
  description: '',
  membership: 'static',
  active: true,
  memberKeys,
  memberGroupKeys: [],
  supervisorKeys: [],
  ownedServices: [],
  site: null,
})

const nothing = aSnapshot([], users)

/** One group whose only slot has these holders. */
const team = (holders: readonly Holder[], recurrence: object = allDay): OnCallSnapshot =>
  aSnapshot([{ slots: [slot(0, 'shift:day/slot:1', holders, { recurrence })] }], users)

/** A source with something of each kind. */
const source: OnCallSnapshot = { ...team(['ada']), userGroups: [aGroup([])] }

const scheduleChange = (action: Change['action'] = 'update'): Change =>
  aChange({ action, entity: 'schedule', key: 'group:ops' })
const policyChange = (action: Change['action']): Change =>
  aChange({ action, entity: 'escalationPolicy', key: 'group:ops' })

function assess({
  limits,
  ...input
}: Partial<Omit<AssessInput, 'limits'>> & { readonly limits?: SafetyLimits } = {}): SafetyReport {
  return assessPlan({
    before: nothing,
    after: input.before ?? nothing,
    changes: [],
    held: counts(100),
    source,
    uninvited: new Set(),
    now,
    ...input,
    limits: readLimits(limits),
  }).safety
}

const codes = ({ brakes }: SafetyReport): readonly BrakeCode[] => brakes.map(({ code }) => code)

const many = (action: Change['action'], entity: EntityKind, count: number): Change[] =>
  Array.from({ length: count }, (_, nth) => aChange({ action, entity, key: `item:${nth}` }))

describe('the brakes on removals and updates', () => {
  it.each([
    ['remove', 'removal-share', 10, 100],
    ['disable', 'removal-share', 10, 100],
    ['update', 'update-share', 50, 100],
    ['remove', 'removal-count', 100, 100_000],
    ['update', 'update-count', 5000, 100_000],
  ] as const)('%s: %s lets %i of %i pass, and not one more', (action, code, most, held) => {
    for (const entity of ['user', 'userGroup', 'schedule', 'escalationPolicy'] as const) {
      expect(assess({ changes: many(action, entity, most), held: counts(held) })).toEqual({ safe: true, brakes: [] })
      const report = assess({ changes: many(action, entity, most + 1), held: counts(held) })
      expect(report).toMatchObject({ safe: false, brakes: [{ code, entity }] })
      expect(report.brakes[0]?.keys).toHaveLength(most + 1)
    }
  })

  it('does not count a share of a tiny tenant', () => {
    const tiny = { held: counts(4) }
    expect(codes(assess({ changes: many('remove', 'user', 3), ...tiny }))).toEqual([])
    expect(codes(assess({ changes: many('remove', 'user', 4), ...tiny }))).toEqual(['removal-share'])
    expect(codes(assess({ changes: many('update', 'user', 20), held: counts(20) }))).toEqual([])
    expect(codes(assess({ changes: many('update', 'user', 21), held: counts(21) }))).toEqual(['update-share'])
  })

  it('adds removed and disabled items up, and never different kinds', () => {
    const both = [...many('remove', 'user', 6), ...many('disable', 'user', 6)]
    expect(codes(assess({ changes: both }))).toEqual(['removal-share'])
    const apart = [...many('remove', 'user', 6), ...many('remove', 'userGroup', 6)]
    expect(codes(assess({ changes: apart }))).toEqual([])
  })

  it('does not count creations, links and invitations', () => {
    const changes = (['create', 'link', 'invite'] as const).flatMap((action) => many(action, 'user', 20_000))
    expect(assess({ changes, held: counts(0) }).safe).toBe(true)
  })

  it('says in words what it counted', () => {
    const { brakes } = assess({ changes: many('remove', 'userGroup', 12), held: counts(40) })
    expect(brakes).toMatchObject([
      {
        limit: 0.1,
        actual: 0.3,
        message: '30 % of the user groups (12 of 40) would be removed or disabled; the limit is 10 %.',
      },
    ])
  })
})

describe('the brake on members', () => {
  const group = (members: number): UserGroup => aGroup(Array.from({ length: members }, (_, nth) => `person:${nth}`))
  const lose = (had: number, lost: number, limits: SafetyLimits = {}): SafetyReport =>
    assess({
      before: { ...nothing, userGroups: [group(had)] },
      after: { ...nothing, userGroups: [group(had - lost)] },
      changes: [aChange({ action: 'update', entity: 'userGroup', key: 'group:ops' })],
      limits,
    })

  it('lets a small group lose five and a large one half, and not one more', () => {
    expect(codes(lose(8, 5))).toEqual([])
    expect(lose(8, 6).brakes).toMatchObject([
      {
        code: 'member-removals',
        entity: 'userGroup',
        keys: ['group:ops'],
        limit: 5,
        actual: 6,
        message: 'Ops would lose 6 of 8 members; the limit is 5.',
      },
    ])
    expect(codes(lose(40, 20))).toEqual([])
    expect(codes(lose(40, 21))).toEqual(['member-removals'])
    expect(codes(lose(40, 3, { memberRemovals: 2 }))).toEqual(['member-removals'])
  })

  it('counts who left, also where others came', () => {
    const before = { ...nothing, userGroups: [group(8)] }
    const after = { ...nothing, userGroups: [{ ...group(8), memberKeys: group(14).memberKeys.slice(6) }] }
    const changes = [aChange({ action: 'update', entity: 'userGroup', key: 'group:ops' })]
    expect(codes(assess({ before, after, changes }))).toEqual(['member-removals'])
  })
})

describe('the brake on an empty source', () => {
  it('holds where the target has items of a kind of which the source has none', () => {
    expect(codes(assess())).toEqual([])
    const empty = aSnapshot([])
    expect(codes(assess({ source: empty, held: counts(0) }))).toEqual([])
    expect(assess({ source: empty }).brakes).toMatchObject([{ code: 'empty-source', entity: null, actual: 0 }])
    expect(assess({ source: { ...source, schedules: [] } }).brakes).toMatchObject([
      {
        code: 'empty-source',
        entity: 'schedule',
        message: 'The source has no schedules, of which the target holds 100.',
      },
    ])
  })
})

describe('the brakes on who is on call', () => {
  it('holds minutes without anybody, to the minute', () => {
    const change = { before: team(['ada']), after: team(['ada'], office), changes: [scheduleChange()] }
    const minutes = windowDays * 60
    expect(assess(change).brakes).toMatchObject([
      { code: 'uncovered-minutes', keys: ['group:ops'], limit: 0, actual: minutes },
    ])
    expect(codes(assess({ ...change, limits: { uncoveredMinutes: minutes - 1 } }))).toEqual(['uncovered-minutes'])
    expect(codes(assess({ ...change, limits: { uncoveredMinutes: minutes } }))).toEqual([])
    expect(codes(assess({ ...change, before: change.after, after: change.before }))).toEqual([])
  })

  it('holds a policy that nobody is left in, and not one that somebody is left in', () => {
    const change = { before: team(['ada', 'bo']), changes: [scheduleChange()], limits: { uncoveredMinutes: null } }
    const gone: Holder = { kind: 'nobody' }
    expect(codes(assess({ ...change, after: team(['ada', gone]) }))).toEqual([])
    expect(assess({ ...change, after: team([gone]) }).brakes).toMatchObject([
      { code: 'last-responder-removed', keys: ['group:ops'], limit: 0, actual: 1 },
      { code: 'on-call-now-changes' },
    ])
    expect(codes(assess({ ...change, before: team([gone]), after: team([]) }))).toEqual([])
  })

  it('holds the last responder who becomes inactive, in a policy nested by another too', () => {
    const world = (person: User): OnCallSnapshot =>
      aSnapshot(
        [
          {
            key: 'group:inner',
            slots: [slot(0, 'shift:in/slot:1', ['ada'], { recurrence: { ...allDay, rule: { kind: 'never' } } })],
          },
          { key: 'group:outer', levels: [{ offsetMinutes: 0, targets: [{ kind: 'policy', key: 'group:inner' }] }] },
        ],
        [person],
      )
    const changes = [aChange({ action: 'disable', entity: 'user', key: 'person:ada' })]
    expect(assess({ before: world(aUser('ada')), after: world(aUser('ada', false)), changes }).brakes).toMatchObject([
      { code: 'last-responder-removed', keys: ['group:inner', 'group:outer'], actual: 2 },
    ])
  })

  it('holds hours that belong to people who have no record and no invitation', () => {
    const nobody: Holder = { kind: 'nobody' }
    const change = {
      before: nothing,
      after: team([nobody]),
      changes: [scheduleChange('create'), policyChange('create')],
      source: { ...source, ...team(['ada']), userGroups: source.userGroups },
    }
    expect(codes(assess(change))).toEqual([])
    const uninvited = new Set(['person:ada'])
    const most = windowDays * 24
    expect(assess({ ...change, uninvited }).brakes).toMatchObject([
      { code: 'uninvited-hours', keys: ['group:ops'], limit: 0, actual: most },
    ])
    expect(codes(assess({ ...change, uninvited, limits: { uninvitedHours: most } }))).toEqual([])
    expect(codes(assess({ ...change, uninvited, limits: { uninvitedHours: most - 1 } }))).toEqual(['uninvited-hours'])
    // On call in name only, or in what the plan does not touch.
    expect(codes(assess({ ...change, uninvited: new Set(['person:bo']) }))).toEqual([])
    expect(codes(assess({ ...change, uninvited, changes: many('create', 'user', 3) }))).toEqual([])
    const other = aSnapshot([{ key: 'group:web', slots: [slot(0, 'shift:web/slot:1', ['bo'])] }], users)
    const elsewhere = [aChange({ action: 'create', entity: 'escalationPolicy', key: 'group:web' })]
    expect(codes(assess({ ...change, uninvited, after: other, changes: elsewhere }))).toEqual([])
  })

  it('holds a change of who is on call now, and lets others come in beside or after them', () => {
    const change = { before: team(['ada']), changes: [scheduleChange()] }
    expect(assess({ ...change, after: team(['bo']) }).brakes).toMatchObject([
      { code: 'on-call-now-changes', entity: 'escalationPolicy', keys: ['group:ops'], limit: 0, actual: 1 },
    ])
    expect(codes(assess({ ...change, after: team(['bo']), limits: { onCallNowChanges: 1 } }))).toEqual([])
    const together: Holder = { kind: 'all', of: ['ada', 'bo'].map((name) => ({ kind: 'user', key: `person:${name}` })) }
    expect(codes(assess({ ...change, after: team([together]) }))).toEqual([])
    const backup = aSnapshot(
      [
        {
          slots: [
            slot(0, 'shift:day/slot:1', ['ada'], { recurrence: allDay }),
            slot(5, 'shift:day/slot:2', ['bo'], { recurrence: allDay }),
          ],
        },
      ],
      users,
    )
    const both = [scheduleChange(), policyChange('update')]
    expect(codes(assess({ ...change, after: backup, changes: both }))).toEqual([])
    expect(codes(assess({ before: backup, after: team(['ada']), changes: both }))).toEqual(['on-call-now-changes'])
  })

  it('takes a policy that is new, or that the plan removes, for what it is', () => {
    const created = [scheduleChange('create'), policyChange('create')]
    expect(assess({ before: nothing, after: team(['ada'], office), changes: created }).safe).toBe(true)
    const removed = [policyChange('remove'), scheduleChange('remove')]
    expect(assess({ before: team(['ada']), after: nothing, changes: removed }).safe).toBe(true)
    const off: OnCallSnapshot = {
      ...team(['ada']),
      escalationPolicies: [{ ...team(['ada']).escalationPolicies[0]!, active: false }],
    }
    expect(assess({ before: team(['ada']), after: off, changes: [policyChange('disable')] }).safe).toBe(true)
  })
})

describe('the limits', () => {
  it('are each released by null and by Infinity, and kept with the plan as JSON', () => {
    const everything: Partial<Omit<AssessInput, 'limits'>> = {
      before: team(['ada']),
      after: team([{ kind: 'nobody' }]),
      changes: [scheduleChange(), ...many('remove', 'user', 200), ...many('update', 'userGroup', 6000)],
      source: aSnapshot([]),
      held: counts(200),
    }
    expect(codes(assess(everything))).toEqual([
      'empty-source',
      'removal-share',
      'removal-count',
      'update-share',
      'update-count',
      'last-responder-removed',
      'uncovered-minutes',
      'on-call-now-changes',
    ])
    for (const off of [null, Infinity]) {
      const limits: SafetyLimits = {
        emptySource: true,
        removalShare: { user: off },
        removalCount: off,
        updateShare: off,
        updateCount: { userGroup: off },
        uncoveredMinutes: off,
        lastResponderRemoved: off,
        onCallNowChanges: off,
      }
      const report = assess({ ...everything, limits })
      expect(report).toMatchObject({ safe: true, brakes: [] })
      expect(JSON.parse(JSON.stringify(report))).toEqual(report)
      expect(readLimits(report.limits).removalCount('user')).toBe(Infinity)
    }
  })

  it('apply to the kinds that are named', () => {
    const changes = [...many('remove', 'user', 6), ...many('remove', 'userGroup', 6)]
    const { brakes } = assess({ changes, limits: { removalShare: { user: 0.05 } } })
    expect(brakes).toMatchObject([{ code: 'removal-share', entity: 'user' }])
  })

  it.each([
    [{ removalShare: -1 }, 'removalShare'],
    [{ removalCount: { user: Number.NaN } }, 'removalCount.user'],
    [{ uncoveredMinutes: '5' }, 'uncoveredMinutes'],
    [{ emptySource: 1 }, 'emptySource'],
    [{ onCallNowChanges: true }, 'onCallNowChanges'],
  ])('refuse %j and name it', (limits, name) => {
    expect(() => readLimits(limits as SafetyLimits)).toThrow(name)
  })
})
