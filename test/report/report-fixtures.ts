import type { Ledger, OnCallSnapshot } from '../../src/model/index.ts'
import type { Change, SyncPlan } from '../../src/sync/index.ts'
import { compareSnapshots, verifyOnCall } from '../../src/verify/index.ts'
import type { ReportInput } from '../../src/report/index.ts'
import { aMember, aRow, aSnapshot, aUser, type GroupSpec } from '../verify/on-call-builders.ts'

export const window = { from: '2026-10-19T00:00:00Z', to: '2026-11-02T00:00:00Z' }

/** A support team in London: office hours by turns, nights by Zoe, with the end of summer time inside the window. */
const support = (id: string, people: readonly string[]): GroupSpec => ({
  id,
  shifts: [
    {
      id: `${id}-day`,
      timeZone: 'Europe/London',
      starts: '2026-10-19T08:00:00',
      ends: '2026-10-19T20:00:00',
      handoff: {
        kind: 'elapsed',
        anchorWall: '2026-10-21T00:00:00',
        firstIndex: 0,
        every: 2,
        unit: 'days',
        midOccurrence: 'both',
      },
      slots: [
        { offset: 0, holders: people },
        { offset: 15, holders: [...people.slice(1), ...people.slice(0, 1)] },
      ],
    },
    {
      id: `${id}-night`,
      timeZone: 'Europe/London',
      starts: '2026-10-19T20:00:00',
      ends: '2026-10-20T06:00:00',
      slots: [{ offset: 0, holders: ['zoe'] }],
    },
  ],
})

export function supportSnapshot(
  people: readonly string[],
  names: ReadonlyMap<string, string> = new Map(),
  teamName = 'Support',
): OnCallSnapshot {
  const users = [...people, 'zoe'].map((id) => ({ ...aUser(id), name: names.get(id) ?? id }))
  const snapshot = aSnapshot([support('g', people)], users)
  return {
    ...snapshot,
    capturedAt: window.from,
    schedules: snapshot.schedules.map((one) => ({ ...one, name: teamName, timeZone: 'Europe/London' })),
    escalationPolicies: snapshot.escalationPolicies.map((one) => ({ ...one, name: teamName })),
  }
}

/** A company of teams that work like `support`. */
export function manyPolicies(count: number, people: readonly string[]): OnCallSnapshot {
  const ids = Array.from({ length: count }, (_, index) => `g${index}`)
  const names = new Map(ids.map((id, index) => [`group:${id}`, `Team ${index}`]))
  const snapshot = aSnapshot(
    ids.map((id) => support(id, people)),
    [...people, 'zoe'].map((id) => aUser(id)),
  )
  return {
    ...snapshot,
    escalationPolicies: snapshot.escalationPolicies.map((one) => ({ ...one, name: names.get(one.key) ?? one.name })),
  }
}

export const aChange = (part: Partial<Change>): Change => ({
  id: 'escalationPolicy:group:g:update',
  action: 'update',
  entity: 'escalationPolicy',
  key: 'group:g',
  targetId: 'p-1',
  fields: [{ path: 'name', base: 'Support', source: 'Support EMEA', target: 'Support', winner: 'source' }],
  value: {},
  dependsOn: [],
  expects: 'x',
  reason: 'The source has another name.',
  name: 'Support',
  ...part,
})

export function aPlan(part: Partial<SyncPlan> = {}): SyncPlan {
  return {
    version: 1,
    id: '3fa9c1d2e4b5a6978877665544332211ffeeddccbbaa99887766554433221100',
    origin: 'xmatters:acme.xmatters.com',
    createdAt: '2026-10-19T00:00:00Z',
    changes: [
      aChange({
        id: 'user:person:ana:create',
        action: 'create',
        entity: 'user',
        key: 'person:ana',
        targetId: null,
        fields: [],
        name: 'Ana Lima',
        reason: 'New in the source.',
      }),
      aChange({ dependsOn: ['user:person:ana:create'] }),
      aChange({
        id: 'schedule:group:old:remove',
        action: 'remove',
        entity: 'schedule',
        key: 'group:old',
        fields: [],
        name: 'Old rota',
        reason: 'Gone from the source.',
      }),
    ],
    conflicts: [
      {
        id: 'c1',
        kind: 'both-changed',
        entity: 'userGroup',
        key: 'group:g',
        name: 'Support',
        targetId: 't',
        path: 'description',
        base: 'a',
        source: 'b',
        target: 'c',
        candidates: [],
        affects: ['group:g'],
        message: 'Both sides changed the description.',
        wayOut: 'Choose a strategy for userGroup.description.',
      },
    ],
    drift: [],
    skipped: [],
    unchanged: { user: 4, userGroup: 1, schedule: 0, escalationPolicy: 0 },
    safety: {
      safe: false,
      brakes: [
        {
          code: 'removal-share',
          entity: 'schedule',
          keys: ['group:old'],
          limit: 0.1,
          actual: 0.5,
          message: '1 of 2 schedules would be removed.',
        },
      ],
    },
    impact: {
      from: window.from,
      to: window.to,
      policies: [
        {
          key: 'group:g',
          name: 'Support',
          now: {
            before: [{ offsetMinutes: 0, userKeys: ['person:zoe'] }],
            after: [
              { offsetMinutes: 0, userKeys: ['person:ana'] },
              { offsetMinutes: 15, userKeys: ['person:zoe'] },
            ],
          },
          uncoveredMinutes: { before: 0, after: 120 },
          load: [
            { userKey: 'person:ana', minutes: 960 },
            { userKey: 'person:zoe', minutes: -90 },
          ],
        },
      ],
    },
    ...part,
  }
}

export const aLedger: Ledger = {
  leaves: 1000,
  mapped: 990,
  approximated: 4,
  dropped: 5,
  unknown: 1,
  entries: [
    {
      code: 'rotation.by-alert',
      outcome: 'approximated',
      entity: 'shift:g-day',
      path: 'shifts[0].rotation.type',
      value: 'ALERTS',
      message: 'Turns by alerts cannot be foreseen; the present order stays.',
      effect: { hoursAYear: 100, affects: ['group:g'] },
    },
    {
      code: 'device.fax',
      outcome: 'dropped',
      entity: 'person:ana',
      path: 'devices[1].phoneNumber',
      value: '555',
      message: 'No fax in the model.',
    },
    {
      code: 'device.fax',
      outcome: 'dropped',
      entity: 'person:bo',
      path: 'devices[2].phoneNumber',
      value: '556',
      message: 'No fax in the model.',
    },
  ],
}

/** Everything at once, with names that may be hostile. */
export function aReport(names: ReadonlyMap<string, string> = new Map(), teamName = 'Support'): ReportInput {
  const before = supportSnapshot(['ana', 'bo'], names, teamName)
  const snapshot = supportSnapshot(['ana', 'bo', 'cy'], names, teamName)
  const name = names.get('ana') ?? 'Ana Lima'
  const plan = aPlan()
  return {
    title: `Report of ${teamName}`,
    plan: {
      ...plan,
      changes: plan.changes.map((one) => ({ ...one, name: teamName, reason: name })),
      conflicts: plan.conflicts.map((one) => ({ ...one, name, message: name, wayOut: name })),
    },
    ledger: { ...aLedger, entries: aLedger.entries.map((one) => ({ ...one, message: name, value: name })) },
    parity: verifyOnCall({
      snapshot,
      observed: [aRow('g', 'g-day', window.from, '2026-10-20T00:00:00Z', [aMember(1, 0, 'ana'), aMember(2, 15, 'bo')])],
      ...window,
    }),
    impact: compareSnapshots(before, snapshot, window, { now: '2026-10-23T10:00:00Z' }),
    snapshot,
    before,
    window,
  }
}

/** Names that try to be more than text. */
export const hostileNames: readonly string[] = [
  '<script>alert(1)</script>',
  '</title></style><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '` onclick=alert(1)',
  '--><svg onload=alert(1)>',
  ']]></template></select>',
  '&lt;b&gt; &amp; &#60;',
  '\u202Etxt.exe \u2066\u0000\u001b[31m',
  '\ud800 lone \udfff',
  'مرحبا שלום 🚨👩‍🚒',
  'x'.repeat(200),
  'javascript:alert(1)',
  '${alert(1)} {{7*7}} $& $1',
]
