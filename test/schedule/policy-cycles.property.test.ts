import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EscalationPolicy, Participant } from '../../src/model/index.ts'
import { policyCycles } from '../../src/schedule/policy-cycles.ts'
import { aSnapshot, slot, type Team } from './support/builders.ts'
import { runs } from './support/runs.ts'

const keys = ['group:a', 'group:b', 'group:c', 'group:d', 'group:e'] as const
/** One more than there are: a policy that the snapshot does not have. */
const aKey = fc.constantFrom<string>(...keys, 'group:gone')
type Way = 'target' | 'participant' | 'together' | 'elsewhere'
const anEdge = fc.record({
  from: fc.constantFrom(...keys),
  to: aKey,
  way: fc.constantFrom<Way[]>('target', 'participant', 'together', 'elsewhere'),
})
type Edge = typeof anEdge extends fc.Arbitrary<infer T> ? T : never

/** A group whose policy leads to others in all the ways there are; what is `elsewhere` is in the schedule of no policy. */
function teamOf(key: string, edges: readonly Edge[]): Team {
  const own = edges.filter(({ from }) => from === key)
  const slots = own
    .filter(({ way }) => way !== 'target')
    .map(({ to, way }, at) => {
      const policy: Participant = { kind: 'policy', key: to }
      const together: Participant = {
        kind: 'all',
        of: [
          { kind: 'user', key: 'person:ada' },
          { kind: 'all', of: [policy] },
        ],
      }
      return { way, ...slot(0, `shift:${key}/slot:${at}`, ['bo', way === 'together' ? together : policy]) }
    })
  const targets: EscalationPolicy['levels'][number]['targets'] = [
    { kind: 'user', key: 'person:cy' },
    { kind: 'rotation', scheduleKey: 'group:gone', key: 'shift:gone' },
    ...own.filter(({ way }) => way === 'target').map(({ to }) => ({ kind: 'policy' as const, key: to })),
    ...slots
      .filter(({ way }) => way !== 'elsewhere')
      .map(({ rotation }) => ({ kind: 'rotation' as const, scheduleKey: key, key: rotation.key })),
  ]
  return { key, slots, levels: targets.map((target, at) => ({ offsetMinutes: at, targets: [target] })) }
}

describe('circles of policies', () => {
  it('are those in which each leads to the other', () => {
    fc.assert(
      fc.property(fc.array(anEdge, { maxLength: 9 }), (edges) => {
        const { escalationPolicies, schedules } = aSnapshot(keys.map((key) => teamOf(key, edges)))
        const cycles = policyCycles(
          new Map(escalationPolicies.map((policy) => [policy.key, policy])),
          new Map(schedules.map((schedule) => [schedule.key, schedule])),
        )
        const reachable = (key: string): Set<string> => {
          const found = new Set([key])
          for (const one of found) {
            for (const { from, to, way } of edges) if (from === one && way !== 'elsewhere') found.add(to)
          }
          return found
        }
        for (const a of keys) {
          for (const b of keys) {
            const isOne = cycles.get(a) !== undefined && cycles.get(a) === cycles.get(b)
            expect([a, b, isOne]).toEqual([a, b, reachable(a).has(b) && reachable(b).has(a)])
          }
        }
      }),
      { numRuns: runs(200) },
    )
  })
})
