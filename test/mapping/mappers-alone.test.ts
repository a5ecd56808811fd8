import { describe, expect, it } from 'vitest'
import {
  mapAbsence,
  mapDevice,
  mapGroup,
  mapPerson,
  mapRecurrence,
  mapRotation,
  mapShift,
} from '../../src/mapping/index.ts'
import { aDevice, aGroup, aMember, anAbsence, aPerson, aShift } from '../../src/testing/index.ts'

const rotation = {
  type: 'ELAPSED_TIME',
  direction: 'SECOND_TO_FIRST',
  interval: 1,
  intervalUnit: 'WEEKS',
  nextRotationTime: '2026-03-02T14:00:00.000Z',
}
const ana = aPerson({ targetName: 'ana' })
const bo = aPerson({ targetName: 'bo' })

describe('a mapper that gets nothing but its wire value', () => {
  it('reads a shift on its own clock, its turns from the next rotation on', () => {
    const members = [aMember(ana), aMember(bo, { position: 2, delay: 10 })]
    const { value, issues } = mapShift(aShift({ members, rotation }))
    expect(issues).toEqual([])
    expect(value).toMatchObject({ timeZone: 'America/New_York', repeat: null })
    expect(value.slots.map(({ offsetMinutes, rotation: slot }) => [offsetMinutes, slot.participants])).toEqual([
      [0, [userOf('ana'), userOf('bo')]],
      [10, [userOf('bo'), userOf('ana')]],
    ])
    expect(value.slots[0]?.rotation.handoff).toMatchObject({ anchorWall: '2026-03-02T09:00:00', firstIndex: 0 })
  })

  it('reads a recurrence on the clock of its shift', () => {
    const { value, issues } = mapRecurrence(aShift())
    expect(issues).toEqual([])
    expect(value).toMatchObject({ startsAtWall: '2026-01-05T09:00:00', endsAtWall: '2026-01-05T17:00:00' })
    expect(mapRecurrence(aShift({ timezone: 'Atlantis' }))).toMatchObject({
      value: { rule: { kind: 'never' } },
      issues: [{ code: 'shift.time-zone', path: 'timezone' }],
    })
  })

  it('reads a rotation in UTC', () => {
    const { value } = mapRotation(rotation)
    expect(value).toMatchObject({
      direction: 'second-to-first',
      handoff: { kind: 'elapsed', anchorWall: '2026-03-02T14:00:00', firstIndex: 0, every: 1, unit: 'weeks' },
    })
    const byShift = mapRotation({ ...rotation, type: 'COMPLETED_SHIFTS', interval: 3 }).value
    expect(byShift.handoff).toEqual({ kind: 'occurrences', firstStart: '2026-03-02T14:00:00Z', every: 3 })
    expect(mapRotation({ type: 'COMPLETED_SHIFTS', interval: 3 }).value.handoff).toBeNull()
    expect(mapRotation(undefined).value.handoff).toBeNull()
  })

  it('reads people, devices, groups and absences', () => {
    expect(mapPerson(ana).value).toMatchObject({ key: `person:${ana.id}`, name: 'Riya Patel' })
    expect(mapDevice(aDevice()).value).toMatchObject({ kind: 'email', address: 'rpatel@example.com' })
    expect(mapGroup(aGroup()).value).toMatchObject({ name: 'Payments Platform', memberKeys: [] })
    expect(mapAbsence(anAbsence()).value).toMatchObject({ replacement: null, rotationKeys: [] })
  })
})

function userOf(name: string): object {
  return { kind: 'user', key: `person:person-${name}` }
}
