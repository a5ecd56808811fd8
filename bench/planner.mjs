// How long a plan takes against parsing the two snapshots that it compares. Run: node --expose-gc bench/planner.mjs [users] [groups]
import { mapReferences, SyncPlanner } from '../src/sync/index.ts'

const users = Number(process.argv[2] ?? 100_000)
const groups = Number(process.argv[3] ?? 10_000)
const ceilings = { unchanged: 3, changed: 1.3, memory: 2.5 }
const now = '2026-11-23T12:00:00Z'
const origin = 'xmatters:acme.example'

const desired = aSnapshot()
const entities = {
  user: 'users',
  userGroup: 'userGroups',
  schedule: 'schedules',
  escalationPolicy: 'escalationPolicies',
}
const idOf = (entity, key) => `${entity}-${key.slice(-8)}`
const current = Object.fromEntries(
  Object.entries(entities).map(([entity, list]) => [
    list,
    desired[list].map((item) => ({
      id: idOf(entity, item.key),
      link: { origin, key: item.key },
      revision: '1',
      status: 'active',
      value: mapReferences(entity, item, idOf),
    })),
  ]),
)
const baseline = {
  origin,
  entries: Object.entries(entities).flatMap(([entity, list]) =>
    desired[list].map((value) => ({ entity, key: value.key, targetId: idOf(entity, value.key), value })),
  ),
}
const texts = { desired: JSON.stringify(desired), current: JSON.stringify(current), baseline: JSON.stringify(baseline) }
const changedText = JSON.stringify(changed(desired))
const size = (texts.desired.length + texts.current.length) / 1e6
console.log(`${users} users, ${groups} groups: two snapshots of ${size.toFixed(0)} MB together`)

const planner = new SyncPlanner({ strategy: 'merge', removal: 'disable' })
const input = {
  desired: JSON.parse(texts.desired),
  current: JSON.parse(texts.current),
  baseline: JSON.parse(texts.baseline),
  now,
}
const edited = { ...input, desired: JSON.parse(changedText) }
const [parsing, unchanged, onePercent] = best([
  () => [JSON.parse(texts.desired), JSON.parse(texts.current)],
  () => planner.plan(input),
  () => planner.plan(edited),
])
const counts = planner.plan(edited).changes.length

console.log(`parse both        ${ms(parsing)}`)
console.log(`plan, no change   ${ms(unchanged)}   ${ratio(unchanged / parsing, ceilings.unchanged)} of parsing`)
console.log(
  `plan, 1 % changed ${ms(onePercent)}   ${ratio(onePercent / unchanged, ceilings.changed)} of no change, ${counts} changes`,
)
if (globalThis.gc) {
  globalThis.gc()
  const before = process.memoryUsage().heapUsed
  const copies = [JSON.parse(texts.desired), JSON.parse(texts.current)]
  globalThis.gc()
  const parsed = (process.memoryUsage().heapUsed - before) * (copies.length / 2)
  const grown = grownBy(() => planner.plan(input))
  console.log(
    `memory            ${(grown / 1e6).toFixed(0)} MB above the inputs   ${ratio(1 + grown / parsed, ceilings.memory)} of the parsed snapshots`,
  )
}

function aSnapshot() {
  const pad = (number) => String(number).padStart(8, '0')
  const person = (nth) => `person:${pad(nth % users)}`
  return {
    origin,
    capturedAt: now,
    tzdb: '2026a',
    scope: { complete: true, selected: null },
    users: Array.from({ length: users }, (_, nth) => ({
      key: person(nth),
      name: `Ana Lima ${nth}`,
      email: `ana.lima.${nth}@example.org`,
      givenName: 'Ana',
      familyName: `Lima ${nth}`,
      timeZone: 'Europe/London',
      active: true,
      contactMethods: ['email', 'sms'].map((kind, order) => ({
        key: `device:${pad(nth)}-${order}`,
        kind,
        address: kind === 'email' ? `ana.lima.${nth}@example.org` : `+44 20 ${pad(nth)}`,
        label: 'Work',
        order: order + 1,
        delayMinutes: 5,
        active: true,
        minimumPriority: 'low',
        isDefault: order === 0,
        timeframes: [],
      })),
    })),
    userGroups: Array.from({ length: groups }, (_, nth) => ({
      key: `group:${pad(nth)}`,
      name: `Team ${nth}`,
      description: 'Looks after a service',
      membership: 'static',
      active: true,
      memberKeys: Array.from({ length: 10 }, (_, member) => person(nth * 10 + member)).sort(),
      memberGroupKeys: [],
      supervisorKeys: [person(nth * 10)],
      ownedServices: [`service-${nth}`],
      site: null,
    })),
    schedules: Array.from({ length: groups }, (_, nth) => ({
      key: `group:${pad(nth)}`,
      name: `Team ${nth}`,
      timeZone: 'Europe/London',
      rotations: [1, 2].map((slot) => ({
        key: `shift:${pad(nth)}/slot:${slot}`,
        name: `Slot ${slot}`,
        timeZone: 'Europe/London',
        recurrence: {
          startsAtWall: '2026-01-05T09:00:00',
          endsAtWall: '2026-01-05T17:00:00',
          rule: { kind: 'weekly', every: 1, days: ['MO', 'TU', 'WE', 'TH', 'FR'], weekStart: 'SU' },
          until: { kind: 'never' },
          duration: { kind: 'wall' },
          disambiguation: 'compatible',
          exceptions: [],
        },
        participants: Array.from({ length: 5 }, (_, place) => ({ kind: 'user', key: person(nth * 10 + place + slot) })),
        handoff: {
          kind: 'elapsed',
          anchorWall: '2026-01-05T09:00:00',
          firstIndex: 0,
          every: 1,
          unit: 'weeks',
          midOccurrence: 'both',
        },
      })),
      overrides: [],
    })),
    escalationPolicies: Array.from({ length: groups }, (_, nth) => ({
      key: `group:${pad(nth)}`,
      name: `Team ${nth}`,
      ownerGroupKey: `group:${pad(nth)}`,
      active: true,
      levels: [1, 2].map((slot) => ({
        offsetMinutes: (slot - 1) * 10,
        targets: [{ kind: 'rotation', scheduleKey: `group:${pad(nth)}`, key: `shift:${pad(nth)}/slot:${slot}` }],
      })),
      repeat: null,
    })),
  }
}

/** Every hundredth item has another name, every hundredth rotation other people. */
function changed(snapshot) {
  const hundredth = (list, edit) => list.map((item, nth) => (nth % 100 === 0 ? edit(item) : item))
  return {
    ...snapshot,
    users: hundredth(snapshot.users, (user) => ({ ...user, name: `${user.name} Reis` })),
    userGroups: hundredth(snapshot.userGroups, (group) => ({ ...group, memberKeys: group.memberKeys.slice(1) })),
    schedules: hundredth(snapshot.schedules, (schedule) => ({
      ...schedule,
      rotations: schedule.rotations.map((rotation) => ({
        ...rotation,
        participants: rotation.participants.toReversed(),
      })),
    })),
    escalationPolicies: hundredth(snapshot.escalationPolicies, (policy) => ({ ...policy, name: `${policy.name} EU` })),
  }
}

/** The least time of each, in turns, so that whatever else the machine does meets all of them. */
function best(runs) {
  const least = runs.map(() => Infinity)
  for (let round = 0; round < 5; round += 1) {
    for (const [nth, run] of runs.entries()) {
      const start = performance.now()
      run()
      least[nth] = Math.min(least[nth], performance.now() - start)
    }
  }
  return least
}

/** Heap in use right after it, garbage included, above what was there before: what it needs at most, unless the collector ran. */
function grownBy(run) {
  globalThis.gc()
  const before = process.memoryUsage().heapUsed
  run()
  return process.memoryUsage().heapUsed - before
}

function ms(time) {
  return `${time.toFixed(0)} ms`.padStart(8)
}

function ratio(value, ceiling) {
  return `${value.toFixed(2)}x (ceiling ${ceiling}x)${value > ceiling ? ' OVER' : ''}`
}
