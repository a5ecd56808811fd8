import { describe, expect, it } from 'vitest'
import { coverage } from '../../src/schedule/index.ts'
import { aRotation, aSnapshot, aUser } from './support/builders.ts'

const day = { from: '2026-01-05T00:00:00Z', to: '2026-01-06T00:00:00Z' }

describe('coverage', () => {
  it('measures gaps, covered minutes and the load of each person', () => {
    const late = { startsAtWall: '2026-01-05T16:00:00', endsAtWall: '2026-01-05T18:00:00' }
    const snapshot = aSnapshot([
      {
        slots: [
          { offset: 0, rotation: aRotation({ key: 'shift:a/slot:1', holders: ['bo'] }) },
          { offset: 5, rotation: aRotation({ key: 'shift:b/slot:1', holders: ['bo'], recurrence: late }) },
          { offset: 5, rotation: aRotation({ key: 'shift:b/slot:2', holders: ['ada'], recurrence: late }) },
        ],
      },
    ])
    expect(coverage(snapshot, day)).toEqual([
      {
        key: 'group:ops',
        coveredMinutes: 540,
        gapMinutes: 900,
        gaps: [
          { start: '2026-01-05T00:00:00Z', end: '2026-01-05T09:00:00Z' },
          { start: '2026-01-05T18:00:00Z', end: '2026-01-06T00:00:00Z' },
        ],
        load: [
          { userKey: 'person:ada', minutes: 120 },
          { userKey: 'person:bo', minutes: 540 },
        ],
        byLevel: [
          { offsetMinutes: 0, coveredMinutes: 480, gapMinutes: 960, load: [{ userKey: 'person:bo', minutes: 480 }] },
          {
            offsetMinutes: 5,
            coveredMinutes: 120,
            gapMinutes: 1320,
            load: [
              { userKey: 'person:ada', minutes: 120 },
              { userKey: 'person:bo', minutes: 120 },
            ],
          },
        ],
      },
    ])
  })

  it('sees one gap where nobody is reached at all', () => {
    const slots = [{ offset: 0, rotation: aRotation({ holders: ['off'] }) }]
    const snapshot = aSnapshot([{ slots }, { key: 'group:none', active: false }], [aUser('off', false)])
    const gap = { coveredMinutes: 0, gapMinutes: 1440, gaps: [{ start: day.from, end: day.to }], load: [] }
    expect(coverage(snapshot, day)).toEqual([
      { key: 'group:ops', ...gap, byLevel: [{ offsetMinutes: 0, coveredMinutes: 0, gapMinutes: 1440, load: [] }] },
      { key: 'group:none', ...gap, byLevel: [] },
    ])
  })
})
