import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverage, policyCoverage, policyReach, renderEscalation } from '../../src/schedule/index.ts'
import { aRotation, aSnapshot, aUser } from './support/builders.ts'
import { aRandomSnapshot } from './support/random-snapshot.ts'
import { runs } from './support/runs.ts'

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
  it('adds up to what is rendered', () => {
    const week = { from: '2026-03-25T10:00:00Z', to: '2026-04-01T10:00:00Z' }
    const minutesOf = (stretches: readonly { readonly start: string; readonly end: string }[]): number =>
      stretches.reduce((sum, { start, end }) => sum + (Date.parse(end) - Date.parse(start)) / 60_000, 0)
    const total = minutesOf([{ start: week.from, end: week.to }])
    fc.assert(
      fc.property(aRandomSnapshot(Date.parse(week.from), ['UTC', 'Europe/London']), (snapshot) => {
        expect(coverage(snapshot, week).map(({ key }) => key)).toEqual(['group:a', 'group:b', 'group:c'])
        for (const policy of snapshot.escalationPolicies) {
          const rendered = renderEscalation(snapshot, policy.key, week)
          const reached = policyReach(snapshot, policy.key, Date.parse(week.from), Date.parse(week.to))
          const reach = [...reached].flatMap(([offsetMinutes, users]) =>
            [...users.keys()].map((userKey) => ({ offsetMinutes, userKey })),
          )
          const whenReached = (isMeant: (offsetMinutes: number, userKey: string) => boolean) =>
            minutesOf(
              rendered.filter(({ levels }) =>
                levels.some(({ offsetMinutes, userKeys }) =>
                  userKeys.some((userKey) => isMeant(offsetMinutes, userKey)),
                ),
              ),
            )
          const usersAt = (isMeant: (offsetMinutes: number) => boolean) =>
            [
              ...new Set(reach.filter(({ offsetMinutes }) => isMeant(offsetMinutes)).map(({ userKey }) => userKey)),
            ].sort()
          const offsets = [...policy.levels, ...reach].map(({ offsetMinutes }) => offsetMinutes)
          const edges = [week.from, ...rendered.flatMap(({ start, end }) => [start, end]), week.to]
          const gaps = edges.flatMap((start, at) => {
            const end = edges[at + 1] ?? start
            return at % 2 === 0 && start !== end ? [{ start, end }] : []
          })
          const measured = {
            key: policy.key,
            coveredMinutes: minutesOf(rendered),
            gapMinutes: total - minutesOf(rendered),
            gaps,
            load: usersAt(() => true).map((userKey) => ({
              userKey,
              minutes: whenReached((_, one) => one === userKey),
            })),
            byLevel: [...new Set(offsets)]
              .sort((a, b) => a - b)
              .map((offset) => ({
                offsetMinutes: offset,
                coveredMinutes: whenReached((one) => one === offset),
                gapMinutes: total - whenReached((one) => one === offset),
                load: usersAt((one) => one === offset).map((userKey) => ({
                  userKey,
                  minutes: whenReached((level, one) => level === offset && one === userKey),
                })),
              })),
          }
          expect(policyCoverage(snapshot, policy.key, week)).toEqual(measured)
          expect(coverage(snapshot, week)).toContainEqual(measured)
        }
      }),
      { numRuns: runs(40) },
    )
  })
})
