import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Handoff, OnCallSnapshot, Participant, Rotation } from '../../../src/model/index.ts'
import { onCallAt } from '../../../src/schedule/index.ts'
import { planImpact } from '../../../src/sync/safety/plan-impact.ts'
import type { PhaseAlternative, PolicyImpact } from '../../../src/sync/plan.ts'
import { anAbsence, aRotation, aSnapshot, aUser } from '../../schedule/support/builders.ts'
import { runs } from '../../schedule/support/runs.ts'

const dayMs = 86_400_000
const anchorMs = Date.parse('2026-03-02T00:00:00Z')
const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')
const names = ['ada', 'bo', 'cy', 'dan', 'eve', 'fay'] as const
const key = 'group:ops'

interface Shift {
  readonly ring: readonly string[]
  readonly slots: number
  /** 1: second to first; -1: last to first. */
  readonly direction: 1 | -1
  readonly every: number
  readonly anchorDay: number
  readonly kind: Handoff['kind']
}

const aRing = fc.shuffledSubarray([...names], { minLength: 1 })

const aShift: fc.Arbitrary<Shift> = fc.record({
  ring: aRing,
  slots: fc.integer({ min: 1, max: 3 }),
  direction: fc.constantFrom(1 as const, -1 as const),
  every: fc.integer({ min: 1, max: 3 }),
  anchorDay: fc.integer({ min: 1, max: 5 }),
  kind: fc.constantFrom('elapsed' as const, 'occurrences' as const),
})

/** An edit of the roster, the anchor or both; each slot stays. */
const anEdit = fc.record({
  ring: fc.option(aRing, { nil: undefined }),
  anchorDay: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
})

function placeOf({ ring, direction }: Shift, slot: number, turn: number): number {
  return (((slot + direction * turn) % ring.length) + ring.length) % ring.length
}

/** The turn by arithmetic: 24-hour occurrences in UTC, a handoff every so many days. */
function turnAt({ anchorDay, every }: Shift, day: number): number {
  return Math.max(0, Math.floor((day - anchorDay) / every) + 1)
}

function handoffOf({ kind, every, anchorDay }: Shift): Handoff {
  const anchor = instant(anchorMs + anchorDay * dayMs)
  if (kind === 'occurrences') return { kind, firstStart: anchor, every }
  const anchorWall = anchor.slice(0, 19)
  return { kind, anchorWall, firstIndex: 0, every, unit: 'days', midOccurrence: 'split' }
}

function worldOf(shift: Shift): OnCallSnapshot {
  const slots = Array.from({ length: shift.slots }, (_, slot) => {
    const holders = shift.ring.map((_member, turn) => shift.ring[placeOf(shift, slot, turn)]!)
    const recurrence = { startsAtWall: '2026-03-02T00:00:00', endsAtWall: '2026-03-03T00:00:00' }
    const rotation = aRotation({ key: `shift:s/slot:${slot + 1}`, holders, recurrence, handoff: handoffOf(shift) })
    return { offset: slot * 5, rotation }
  })
  return aSnapshot(
    [{ key, slots }],
    names.map((name) => aUser(name)),
  )
}

/** Day of now, and the two shifts. */
const anEditedShift = fc
  .record({ shift: aShift, edit: anEdit, day: fc.integer({ min: 0, max: 40 }) })
  .map(({ shift, edit, day }) => ({
    day,
    was: shift,
    becomes: {
      ...shift,
      ring: edit.ring ?? shift.ring,
      anchorDay: edit.anchorDay ?? shift.anchorDay,
    },
  }))

function impactOf(was: Shift, becomes: Shift, day: number): PolicyImpact | undefined {
  const from = instant(anchorMs + day * dayMs + 3_600_000)
  const to = instant(anchorMs + (day + 7) * dayMs)
  const changed = [{ entity: 'schedule' as const, key }]
  return planImpact([key], { before: worldOf(was), after: worldOf(becomes), changed, from, to }).policies[0]
}

function withPhase(world: OnCallSnapshot, { rotations }: PhaseAlternative): OnCallSnapshot {
  const orders = new Map<string, readonly Participant[]>(rotations.map((one) => [one.key, one.participants]))
  return {
    ...world,
    schedules: world.schedules.map((schedule) => ({
      ...schedule,
      rotations: schedule.rotations.map((rotation): Rotation => ({
        ...rotation,
        participants: orders.get(rotation.key) ?? rotation.participants,
      })),
    })),
  }
}

const holdersOn = (world: OnCallSnapshot, day: number): string[] =>
  onCallAt(world, key, instant(anchorMs + day * dayMs + 3_600_000)).map(({ userKeys }) => userKeys.join())

const person = (name: string | undefined): string => `person:${name}`

describe('the phase of a ring', () => {
  it('is offered so that every slot keeps whom it has, if they are still in the ring', () => {
    let offered = 0
    fc.assert(
      fc.property(anEditedShift, ({ was, becomes, day }) => {
        const phase = impactOf(was, becomes, day)?.phase
        if (!phase) return
        offered += 1
        const kept = holdersOn(withPhase(worldOf(becomes), phase), day)
        for (let slot = 0; slot < was.slots; slot += 1) {
          const holder = was.ring[placeOf(was, slot, turnAt(was, day))]
          if (holder && becomes.ring.includes(holder)) expect(kept[slot]).toBe(person(holder))
        }
      }),
      { numRuns: runs(2000) },
    )
    expect(offered).toBeGreaterThan(runs(200))
  })

  it('is offered whenever a slot would lose whom it has and who is still in the ring', () => {
    fc.assert(
      fc.property(anEditedShift, ({ was, becomes, day }) => {
        if (Math.min(was.ring.length, becomes.ring.length) < was.slots) return
        const loses = Array.from({ length: was.slots }, (_, slot) => {
          const holder = was.ring[placeOf(was, slot, turnAt(was, day))]!
          return becomes.ring.includes(holder) && holder !== becomes.ring[placeOf(becomes, slot, turnAt(becomes, day))]
        })
        expect(impactOf(was, becomes, day)?.phase !== undefined).toBe(loses.includes(true))
      }),
      { numRuns: runs(1000) },
    )
  })

  it('is offered for one slot whenever its holder is still in the ring and would lose their turn', () => {
    fc.assert(
      fc.property(anEditedShift, ({ was: first, becomes: second, day }) => {
        const [was, becomes] = [
          { ...first, slots: 1 },
          { ...second, slots: 1 },
        ]
        const holder = was.ring[placeOf(was, 0, turnAt(was, day))]!
        const next = becomes.ring[placeOf(becomes, 0, turnAt(becomes, day))]!
        const phase = impactOf(was, becomes, day)?.phase
        expect(phase !== undefined).toBe(holder !== next && becomes.ring.includes(holder))
        if (!phase) return

        // The turns after this one go round the new ring from the holder on.
        const arranged = withPhase(worldOf(becomes), phase)
        const start = becomes.ring.indexOf(holder)
        const now = turnAt(becomes, day)
        for (let later = day; later < day + 20; later += 1) {
          const ahead = becomes.direction * (turnAt(becomes, later) - now)
          const size = becomes.ring.length
          expect(holdersOn(arranged, later)).toEqual([person(becomes.ring[(((start + ahead) % size) + size) % size])])
        }
      }),
      { numRuns: runs(1000) },
    )
  })

  it('keeps the slots of one shift a ring: nobody holds two of them at any turn, and all take part', () => {
    fc.assert(
      fc.property(anEditedShift, ({ was, becomes, day }) => {
        const phase = impactOf(was, becomes, day)?.phase
        if (!phase || becomes.ring.length < becomes.slots) return
        for (const { participants } of phase.rotations) {
          const keys = participants.map((one) => (one.kind === 'user' ? one.key : one.kind)).sort()
          expect(keys).toEqual(becomes.ring.map(person).sort())
        }
        const arranged = withPhase(worldOf(becomes), phase)
        for (let later = day; later < day + 10; later += 1) {
          expect(new Set(holdersOn(arranged, later)).size).toBe(becomes.slots)
        }
      }),
      { numRuns: runs(500) },
    )
  })
})

describe('the phase alternative', () => {
  it('says in words how the turns go on', () => {
    const shift: Shift = { ring: ['ada', 'bo', 'cy'], slots: 1, direction: 1, every: 1, anchorDay: 1, kind: 'elapsed' }
    const impact = impactOf(shift, { ...shift, ring: ['ada', 'cy'] }, 2)
    expect(impact?.now).toEqual({
      before: [{ offsetMinutes: 0, userKeys: ['person:cy'] }],
      after: [{ offsetMinutes: 0, userKeys: ['person:ada'] }],
    })
    expect(impact?.phase?.message).toBe('Who is on call now stays so if the turns go on as cy, ada.')
  })

  it('is not offered where the person on call now leaves, or where nobody was', () => {
    const shift: Shift = { ring: ['ada', 'bo', 'cy'], slots: 1, direction: 1, every: 1, anchorDay: 1, kind: 'elapsed' }
    expect(impactOf(shift, { ...shift, ring: ['ada', 'bo'] }, 2)).not.toHaveProperty('phase')
    expect(impactOf({ ...shift, ring: [] }, shift, 2)).not.toHaveProperty('phase')
  })

  it('keeps all who share an occurrence in the middle of which the turn changes', () => {
    const shared = (holders: readonly string[]): OnCallSnapshot => {
      const recurrence = { startsAtWall: '2026-03-02T00:00:00', endsAtWall: '2026-03-03T00:00:00' }
      const handoff: Handoff = {
        kind: 'elapsed',
        anchorWall: '2026-03-02T12:00:00',
        firstIndex: 0,
        every: 1,
        unit: 'days',
        midOccurrence: 'both',
      }
      return aSnapshot([{ key, slots: [{ offset: 0, rotation: aRotation({ holders, recurrence, handoff }) }] }])
    }
    const changed = [{ entity: 'schedule' as const, key }]
    // The third day begins with the third turn and ends with the fourth, which is the first again.
    const window = { from: '2026-03-04T06:00:00Z', to: '2026-03-10T00:00:00Z' }
    const [before, after] = [shared(['ada', 'bo', 'cy']), shared(['bo', 'cy', 'ada', 'dan'])]
    const [impact] = planImpact([key], { before, after, changed, ...window }).policies
    expect(impact?.now.before).toEqual([{ offsetMinutes: 0, userKeys: ['person:ada', 'person:cy'] }])
    expect(impact?.now.after).toEqual([{ offsetMinutes: 0, userKeys: ['person:ada', 'person:dan'] }])
    expect(onCallAt(withPhase(after, impact!.phase!), key, window.from)).toEqual(impact?.now.before)
  })

  it('is not offered where it would not hold: somebody stands in for the person meanwhile', () => {
    const shift: Shift = { ring: ['ada', 'bo', 'cy'], slots: 1, direction: 1, every: 1, anchorDay: 1, kind: 'elapsed' }
    const [before, edited] = [worldOf(shift), worldOf({ ...shift, ring: ['ada', 'cy'] })]
    const away = anAbsence('a', 'cy', 'fay', ['2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z'], {
      rotationKeys: ['shift:s/slot:1'],
    })
    const after = { ...edited, schedules: edited.schedules.map((schedule) => ({ ...schedule, overrides: [away] })) }
    const changed = [{ entity: 'schedule' as const, key }]
    const window = { from: '2026-03-04T01:00:00Z', to: '2026-03-10T00:00:00Z' }
    expect(planImpact([key], { before, after: edited, changed, ...window }).policies[0]).toHaveProperty('phase')
    expect(planImpact([key], { before, after, changed, ...window }).policies[0]).not.toHaveProperty('phase')
  })
})
