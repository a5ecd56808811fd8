import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ObservedMember, OnCallObservation, OnCallSnapshot } from '../../src/model/index.ts'
import { renderSchedule } from '../../src/schedule/index.ts'
import { dayMs, formatInstant, parseInstant } from '../../src/time/index.ts'
import { verifyOnCall } from '../../src/verify/index.ts'
import { aMember, aRow, aSnapshot, aUser, person, type GroupSpec, type ShiftSpec } from './on-call-builders.ts'

const numRuns = 150 * Number(process.env['XMATTERS_SYNC_RUNS'] ?? 1)
const window = { from: '2026-10-19T00:00:00Z', to: '2026-11-02T00:00:00Z' }
const people = ['ana', 'bo', 'cy', 'dee', 'eli']
const asleep = 'ina'

const aSlot = fc.record({
  step: fc.constantFrom(0, 0, 5, 10, 15),
  holders: fc.array(fc.constantFrom(...people, asleep), { minLength: 1, maxLength: 3 }),
})

const aShiftSpec = fc
  .record({
    hour: fc.integer({ min: 0, max: 23 }),
    hours: fc.constantFrom(4, 8, 12, 24),
    timeZone: fc.constantFrom('Etc/UTC', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe'),
    slots: fc.array(aSlot, { minLength: 1, maxLength: 4 }),
    turns: fc.boolean(),
  })
  .map(({ hour, hours, timeZone, slots, turns }) => (id: string): ShiftSpec => {
    const start = parseInstant('2026-10-12T00:00:00Z') + hour * 3_600_000
    const clock = (ms: number) => formatInstant(ms).slice(0, 19)
    let offset = 0
    return {
      id,
      timeZone,
      starts: clock(start),
      ends: clock(start + hours * 3_600_000),
      // The anchor is an occurrence's start, so that no turn ends within one.
      handoff: turns
        ? {
            kind: 'elapsed',
            anchorWall: clock(start + 8 * dayMs),
            firstIndex: 0,
            every: 3,
            unit: 'days',
            midOccurrence: 'both',
          }
        : null,
      slots: slots.map(({ step, holders }, index) => ({ offset: (offset += index === 0 ? 0 : step), holders })),
    }
  })

const aTenant: fc.Arbitrary<OnCallSnapshot> = fc
  .array(fc.tuple(fc.array(aShiftSpec, { minLength: 0, maxLength: 3 }), fc.boolean()), { minLength: 1, maxLength: 3 })
  .map((groups) => {
    const specs = groups.map(([shifts, absent], g): GroupSpec => {
      const made = shifts.map((shift, s) => shift(`g${g}s${s}`))
      const rotationKeys = made
        .flatMap(({ id, slots }) => slots.map((_, index) => `shift:${id}/slot:${index + 1}`))
        .sort()
      const away = {
        from: '2026-10-22T03:30:00Z',
        to: '2026-10-25T01:30:00Z',
        replaces: 'person:bo',
        scope: 'all' as const,
      }
      return {
        id: `g${g}`,
        shifts: made,
        overrides: absent
          ? [
              { key: 'absence:1', rotationKeys, ...away, replacement: 'person:eli' },
              { key: 'absence:2', rotationKeys, ...away, replaces: 'person:cy', replacement: null },
            ]
          : [],
      }
    })
    return aSnapshot(specs, [...people.map((id) => aUser(id)), aUser(asleep, false)])
  })

interface Shape {
  readonly clipped: boolean
  readonly splitAtMidnight: boolean
  readonly delay: 'before' | 'after'
  readonly empty: 'missing' | 'inactive' | 'replaced-by-nobody'
  readonly covered: boolean
  readonly gaps: boolean
}

const aShape: fc.Arbitrary<Shape> = fc.record({
  clipped: fc.boolean(),
  splitAtMidnight: fc.boolean(),
  delay: fc.constantFrom('before', 'after'),
  empty: fc.constantFrom('missing', 'inactive', 'replaced-by-nobody'),
  covered: fc.boolean(),
  gaps: fc.boolean(),
})

/** Rows as a source might give them for what the snapshot's schedules render to. */
function observe(snapshot: OnCallSnapshot, shape: Shape): OnCallObservation[] {
  const wide = { from: '2026-10-13T00:00:00Z', to: '2026-11-08T00:00:00Z' }
  const rows = snapshot.schedules.flatMap(({ key, rotations }) => {
    const group = key.slice('group:'.length)
    const stretches = renderSchedule(snapshot, key, wide).map((one) => ({
      ...one,
      startMs: parseInstant(one.start),
      endMs: parseInstant(one.end),
    }))
    const shifts = [...new Set(rotations.map((rotation) => rotation.key.split('/')[0] ?? ''))]
    const found = shifts.flatMap((shift) => {
      const ofShift = stretches.filter(({ rotationKey }) => rotationKey.startsWith(`${shift}/`))
      const slots = rotations.filter((rotation) => rotation.key.startsWith(`${shift}/`)).map((rotation) => rotation.key)
      const offsets = slots.map((slot) => offsetOf(snapshot, key, slot))
      const edges = new Set(ofShift.flatMap(({ startMs, endMs }) => [startMs, endMs]))
      if (shape.clipped) for (const edge of Object.values(window)) edges.add(parseInstant(edge))
      if (shape.splitAtMidnight)
        for (let ms = parseInstant(wide.from); ms < parseInstant(wide.to); ms += dayMs) edges.add(ms)
      const sorted = [...edges].sort((a, b) => a - b)
      return sorted.slice(0, -1).flatMap((start, i) => {
        const end = sorted[i + 1] ?? start
        if (shape.clipped && (end <= parseInstant(window.from) || start >= parseInstant(window.to))) return []
        const holders = slots.map((slot) =>
          ofShift
            .filter((one) => one.rotationKey === slot && one.startMs <= start && one.endMs >= end)
            .flatMap((one) => one.userKeys),
        )
        if (holders.every((users) => users.length === 0)) return []
        return aRow(
          group,
          shift.slice('shift:'.length),
          formatInstant(start),
          formatInstant(end),
          membersOf(holders, offsets, shape, start, end),
        )
      })
    })
    const gap = aRow(
      group,
      null,
      window.from,
      window.from === window.to ? window.to : formatInstant(parseInstant(window.from) + 1),
    )
    return shape.gaps || found.length === 0 ? [...found, gap] : found
  })
  return rows
}

function offsetOf(snapshot: OnCallSnapshot, policyKey: string, rotationKey: string): number {
  const levels = snapshot.escalationPolicies.find(({ key }) => key === policyKey)?.levels ?? []
  return levels.find(({ targets }) => targets.some(({ key }) => key === rotationKey))?.offsetMinutes ?? 0
}

function membersOf(
  holders: readonly string[][],
  offsets: readonly number[],
  shape: Shape,
  start: number,
  end: number,
): ObservedMember[] {
  const [from, to] = [formatInstant(start), formatInstant(end)]
  return holders.flatMap((users, index) => {
    const [here, previous, next] = [offsets[index] ?? 0, offsets[index - 1] ?? 0, offsets[index + 1]]
    const delay = shape.delay === 'before' ? here - previous : (next ?? here + 7) - here
    const user = users[0]?.slice('person:'.length)
    if (user === undefined) {
      if (shape.empty === 'missing') return []
      if (shape.empty === 'inactive') return aMember(index + 1, delay, person(asleep, false))
      return aMember(index + 1, delay, 'bo', [{ start: from, end: to, replacement: null }])
    }
    if (!shape.covered) return aMember(index + 1, delay, user)
    return aMember(index + 1, delay, 'zoe', [
      { start: from, end: to, replacement: { id: user, name: user, active: true } },
    ])
  })
}

const check = (snapshot: OnCallSnapshot, observed: readonly OnCallObservation[]) =>
  verifyOnCall({ snapshot, observed, ...window })

describe('verifyOnCall', () => {
  it('agrees with the same reality in every shape of rows', () => {
    fc.assert(
      fc.property(aTenant, aShape, (snapshot, shape) => {
        const report = check(snapshot, observe(snapshot, shape))
        expect(report.policies.flatMap(({ differences }) => differences)).toEqual([])
        expect([report.ratio, report.matched]).toEqual([1, report.personMinutes])
        expect(report.notObserved).toEqual([])
      }),
      { numRuns },
    )
  })

  it('finds one person put in the place of another, for just that stretch', () => {
    fc.assert(
      fc.property(aTenant, aShape, fc.nat(), (snapshot, shape, pick) => {
        const rows = observe(snapshot, { ...shape, clipped: true })
        const candidates = rows.flatMap((row, r) =>
          row.members.flatMap((one, m) =>
            one.replacements.length === 0 && one.member.active === true ? [{ r, m }] : [],
          ),
        )
        fc.pre(candidates.length > 0)
        const { r, m } = candidates[pick % candidates.length] ?? { r: 0, m: 0 }
        const row = rows[r] as OnCallObservation
        const members = row.members.map((one, index) => (index === m ? { ...one, member: person('stranger') } : one))
        const report = check(
          snapshot,
          rows.map((one, index) => (index === r ? { ...one, members } : one)),
        )
        // Where nothing matches any more, nothing tells how delays are meant.
        fc.pre(report.delayReading === check(snapshot, rows).delayReading)
        const found = report.policies.flatMap(({ key, differences }) => differences.map((one) => ({ key, ...one })))
        expect(report.ratio).toBeLessThan(1)
        expect(new Set(found.map(({ key }) => key))).toEqual(new Set([`group:${row.group.id}`]))
        // Other shifts that come and go cut the stretch into pieces.
        expect([found[0]?.start, found.at(-1)?.end]).toEqual([row.start, row.end])
        for (const [index, one] of found.entries()) {
          expect(one.observed).toContain('person:stranger')
          expect(one.expected).not.toContain('person:stranger')
          if (index > 0) expect(one.start).toBe(found[index - 1]?.end)
        }
      }),
      { numRuns },
    )
  })

  it('finds a row that is missing', () => {
    fc.assert(
      fc.property(aTenant, aShape, fc.nat(), (snapshot, shape, pick) => {
        const rows = observe(snapshot, { ...shape, clipped: true, gaps: true })
        const whole = check(snapshot, rows)
        const candidates = rows
          .map((row, index) => ({ row, index }))
          .filter(({ row }) => row.members.some(({ member }) => member.active === true))
        fc.pre(candidates.length > 0)
        const { index, row } = candidates[pick % candidates.length] ?? { index: 0, row: rows[0] as OnCallObservation }
        const report = check(
          snapshot,
          rows.filter((_, i) => i !== index),
        )
        const policy = report.policies.find(({ key }) => key === `group:${row.group.id}`)
        for (const one of policy?.differences ?? []) {
          expect(one.start >= row.start && one.end <= row.end).toBe(true)
          expect(one.observed.length).toBeLessThan(one.expected.length)
        }
        // Another shift may reach the same people at the same offsets; else time is lost.
        expect(report.personMinutes).toBe(whole.personMinutes)
        expect(report.matched <= whole.matched).toBe(true)
        expect(report.matched < whole.matched).toBe((policy?.differences.length ?? 0) > 0)
      }),
      { numRuns },
    )
  })

  it('gives the same report whatever the order of rows, members and lists of the snapshot', () => {
    fc.assert(
      fc.property(aTenant, aShape, (snapshot, shape) => {
        const rows = observe(snapshot, shape)
        const turned = rows.map((row) => ({ ...row, members: [...row.members].reverse() })).reverse()
        const reversed = {
          ...snapshot,
          users: [...snapshot.users].reverse(),
          schedules: [...snapshot.schedules].reverse(),
          escalationPolicies: [...snapshot.escalationPolicies].reverse(),
        }
        expect(JSON.stringify(check(reversed, turned))).toBe(JSON.stringify(check(snapshot, rows)))
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    )
  })
})
