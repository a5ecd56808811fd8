import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapTenant } from '../../../src/mapping/index.ts'
import type { OnCallSnapshot, Schedule } from '../../../src/model/index.ts'
import { renderEscalation, renderSchedule } from '../../../src/schedule/index.ts'
import { applyPlan, type Strategy, type SyncPlan, SyncPlanner } from '../../../src/sync/index.ts'
import {
  aGroup,
  aMember,
  aPerson,
  aShift,
  createMemoryState,
  createMemoryTarget,
  type MemoryTarget,
} from '../../../src/testing/index.ts'
import { formatInstant, formatWall, parseInstant, parseWall, wallToEpochMs } from '../../../src/time/index.ts'
import type { XMattersTenant } from '../../../src/xmatters/index.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** A shift whose ring has moved on by some handoffs, as the source tells it a minute after the last of them. */
interface Telling {
  readonly zone: string
  readonly people: number
  readonly direction: 'SECOND_TO_FIRST' | 'LAST_TO_FIRST'
  readonly trigger: 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'SHIFTS'
  readonly every: number
  readonly handoffs: number
  /** By how many places the order of the ring is told, besides the handoffs. */
  readonly extra: number
}

const group = aGroup()
const people = Array.from({ length: 5 }, (_, nth) => aPerson({ targetName: `person${nth}` }))
/** Wall clock of the first handoff; a shift from nine to five begins then too. */
const firstWall = parseWall('2026-02-10T09:00:00')

function tell({ zone, people: count, direction, trigger, every, handoffs, extra }: Telling): XMattersTenant {
  const wallOf = (nth: number): number => {
    const steps = nth * every
    if (trigger === 'MONTHS') {
      const date = new Date(firstWall)
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + steps, date.getUTCDate(), 9)
    }
    return firstWall + steps * { HOURS: hourMs, DAYS: dayMs, WEEKS: 7 * dayMs, SHIFTS: dayMs }[trigger]
  }
  const instant = (wallMs: number): string => formatInstant(wallToEpochMs(formatWall(wallMs), zone))
  const ring = people.slice(0, count)
  const turned = direction === 'LAST_TO_FIRST' ? -(handoffs + extra) : handoffs + extra
  const members = ring.map((_, place) =>
    aMember(ring[(((place + turned) % count) + count) % count], { position: place + 1, delay: place === 0 ? 0 : 5 }),
  )
  const shift = aShift({
    timezone: zone,
    start: instant(parseWall('2026-01-05T09:00:00')),
    end: instant(parseWall('2026-01-05T17:00:00')),
    recurrence: { frequency: 'DAILY', repeatEvery: 1, end: { endBy: 'NEVER' } },
    members,
    rotation: {
      type: trigger === 'SHIFTS' ? 'COMPLETED_SHIFTS' : 'ELAPSED_TIME',
      ...(trigger === 'SHIFTS' ? {} : { intervalUnit: trigger }),
      direction,
      interval: every,
      nextRotationTime: instant(wallOf(handoffs)),
    },
  })
  const capturedAt =
    handoffs === 0 ? instant(firstWall - dayMs) : formatInstant(parseInstant(instant(wallOf(handoffs - 1))) + 60_000)
  return {
    origin: 'xmatters:acme.xmatters.com',
    capturedAt,
    people: ring,
    devices: [],
    groups: [group],
    roster: [],
    shifts: [shift],
    absences: [],
    sites: [],
    services: [],
    selection: null,
    completeness: { complete: true, gaps: [] },
  }
}

const tellings = fc.record({
  zone: fc.constantFrom('UTC', 'America/New_York', 'Australia/Lord_Howe'),
  people: fc.integer({ min: 2, max: 5 }),
  direction: fc.constantFrom('SECOND_TO_FIRST' as const, 'LAST_TO_FIRST' as const),
  trigger: fc.constantFrom('HOURS' as const, 'DAYS' as const, 'WEEKS' as const, 'MONTHS' as const, 'SHIFTS' as const),
  every: fc.integer({ min: 1, max: 3 }),
  handoffs: fc.integer({ min: 1, max: 9 }),
})
const strategies = ['overwrite-with-source', 'preserve-local-changes', 'merge', 'manual'] as const

async function importFirst(snapshot: OnCallSnapshot): Promise<{
  readonly target: MemoryTarget
  readonly planNext: (next: OnCallSnapshot, strategy: Strategy, remembers?: boolean) => Promise<SyncPlan>
}> {
  const [target, state] = [createMemoryTarget(), createMemoryState()]
  const planNext = async (desired: OnCallSnapshot, strategy: Strategy, remembers = true): Promise<SyncPlan> =>
    new SyncPlanner({ strategy }).plan({
      desired,
      current: await target.read({}),
      baseline: remembers ? await state.readBaseline(desired.origin) : null,
      now: desired.capturedAt,
    })
  const report = await applyPlan(await planNext(snapshot, 'merge'), { target, state })
  expect(report.status).toBe('complete')
  return { target, planNext }
}

describe('a ring that only went on', () => {
  it('is no change, whatever the strategy, with a baseline and without', async () => {
    await fc.assert(
      fc.asyncProperty(tellings, fc.constantFrom(...strategies), fc.boolean(), async (drawn, strategy, remembers) => {
        const first = mapTenant(tell({ ...drawn, handoffs: 0, extra: 0 })).snapshot
        const next = mapTenant(tell({ ...drawn, extra: 0 })).snapshot
        const { planNext } = await importFirst(first)
        expect(await planNext(next, strategy, remembers)).toMatchObject({ changes: [], conflicts: [], drift: [] })
        // Both say the same of who is on call, from the first occurrence on that begins after the capture.
        const from = formatInstant(parseInstant(next.capturedAt) + dayMs)
        const window = { from, to: formatInstant(parseInstant(from) + 40 * dayMs) }
        const key = `group:${group.id}`
        expect(renderEscalation(next, key, window)).toEqual(renderEscalation(first, key, window))
      }),
      { numRuns: 60 },
    )
  })

  it('is a change where the order is another one', async () => {
    await fc.assert(
      fc.asyncProperty(tellings, fc.integer({ min: 1, max: 4 }), async (drawn, extra) => {
        fc.pre(extra % drawn.people !== 0)
        const { planNext } = await importFirst(mapTenant(tell({ ...drawn, handoffs: 0, extra: 0 })).snapshot)
        const plan = await planNext(mapTenant(tell({ ...drawn, extra })).snapshot, 'overwrite-with-source')
        expect(plan.changes.map(({ id }) => id)).toEqual([`schedule:group:${group.id}:update`])
      }),
      { numRuns: 30 },
    )
  })

  it('leaves an edit of the target to the strategy', async () => {
    const telling: Telling = {
      zone: 'UTC',
      people: 3,
      direction: 'SECOND_TO_FIRST',
      trigger: 'WEEKS',
      every: 1,
      handoffs: 0,
      extra: 0,
    }
    const { target, planNext } = await importFirst(mapTenant(tell(telling)).snapshot)
    const [record] = target.snapshot().schedules
    target.edit('schedule', record!.id, { name: 'Ours' })
    const next = mapTenant(tell({ ...telling, handoffs: 2 })).snapshot
    expect((await planNext(next, 'preserve-local-changes')).changes).toEqual([])
    const plan = await planNext(next, 'overwrite-with-source')
    expect(plan.changes.flatMap(({ fields }) => fields.map(({ path }) => path))).toEqual(['name'])
  })

  it('does not give the handoffs of one ring to another, where both sides changed the ring meanwhile', async () => {
    const decided = fc.constantFrom<Strategy>('preserve-local-changes', 'merge', 'manual', () => 'source')
    await fc.assert(
      fc.asyncProperty(tellings, decided, fc.boolean(), async (drawn, strategy, remembers) => {
        const telling = { ...drawn, people: Math.min(drawn.people, 4), extra: 0 }
        const first = mapTenant(tell({ ...telling, handoffs: 0 })).snapshot
        // Somebody joined the ring.
        const next = mapTenant(tell({ ...telling, people: telling.people + 1 })).snapshot
        const { target, planNext } = await importFirst(first)
        const [record] = target.snapshot().schedules
        const edited = record!.value.rotations.map((rotation) => ({
          ...rotation,
          participants: [...rotation.participants, { kind: 'nobody' as const }],
        }))
        target.edit('schedule', record!.id, { rotations: edited })
        const plan = await planNext(next, strategy, remembers)
        const change = plan.changes.find(({ entity }) => entity === 'schedule')
        const written = (change?.value ?? { ...record!.value, rotations: edited }) as Schedule
        const slot = (schedule: Schedule | undefined) => schedule?.rotations.find(({ key }) => key.endsWith('/slot:1'))
        const { handoff, participants } = slot(written)!
        expect(handoff).toEqual(slot(first.schedules[0])?.handoff)
        if (typeof strategy !== 'function') {
          expect(participants).toHaveLength(edited[0]!.participants.length)
          expect(participants.at(-1)).toEqual({ kind: 'nobody' })
          return
        }
        const from = formatInstant(parseInstant(next.capturedAt) + dayMs)
        const window = { from, to: formatInstant(parseInstant(from) + 40 * dayMs) }
        const inSlot = (schedule: Schedule) =>
          renderSchedule({ ...next, schedules: [schedule] }, schedule.key, window).filter(({ rotationKey }) =>
            rotationKey.endsWith('/slot:1'),
          )
        expect(inSlot(written)).toEqual(inSlot(next.schedules[0]!))
      }),
      { numRuns: 60 },
    )
  })

  it('may have other occurrences: time elapses all the same', async () => {
    const telling: Telling = {
      zone: 'UTC',
      people: 3,
      direction: 'SECOND_TO_FIRST',
      trigger: 'DAYS',
      every: 1,
      handoffs: 0,
      extra: 0,
    }
    const { planNext } = await importFirst(mapTenant(tell(telling)).snapshot)
    const { snapshot } = mapTenant(tell({ ...telling, handoffs: 4 }))
    const schedules = snapshot.schedules.map((schedule) => ({
      ...schedule,
      rotations: schedule.rotations.map((rotation) => ({
        ...rotation,
        recurrence: { ...rotation.recurrence, startsAtWall: '2026-01-05T08:00:00' },
      })),
    }))
    const plan = await planNext({ ...snapshot, schedules }, 'merge')
    expect(new Set(plan.changes.flatMap(({ fields }) => fields.map(({ path }) => path.split('.').at(-1))))).toEqual(
      new Set(['recurrence']),
    )
  })
})
