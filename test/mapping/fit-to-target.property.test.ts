import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitToTarget, mapTenant } from '../../src/mapping/index.ts'
import type { OnCallSnapshot, Participant } from '../../src/model/index.ts'
import { renderEscalation } from '../../src/schedule/index.ts'
import { verifyOnCall } from '../../src/verify/index.ts'
import { runs } from '../schedule/support/runs.ts'
import { observeWalk } from './support/observe-walk.ts'
import { randomTenant } from './support/random-tenant.ts'

const seed = Number(process.env['XMATTERS_SYNC_SEED'] ?? 7)
/** Never so few that hardly one of them has anything to fit. */
const cases = Math.max(100, runs(100))

const rendered = (snapshot: OnCallSnapshot, horizon: { from: string; to: string }): unknown =>
  snapshot.escalationPolicies.map(({ key }) => [key, renderEscalation(snapshot, key, horizon)])

const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000

const nests = (one: Participant): boolean => one.kind === 'policy' || (one.kind === 'all' && one.of.some(nests))

it('reaches the same people at the same times inside the horizon, with what the target can keep', () => {
  let fitted = 0
  fc.assert(
    fc.property(randomTenant, fc.boolean(), fc.boolean(), ({ tenant, from, to }, nestedPolicies, all) => {
      const { snapshot } = mapTenant(tenant)
      const recurrences = ['daily', 'weekly'] as const
      const horizon = { from, to }
      const result = fitToTarget(snapshot, { nestedPolicies, ...(all ? {} : { recurrences }) }, { horizon })
      expect(rendered(result.snapshot, horizon)).toEqual(rendered(snapshot, horizon))
      const rotations = result.snapshot.schedules.flatMap((schedule) => schedule.rotations)
      if (!nestedPolicies) expect(rotations.filter(({ participants }) => participants.some(nests))).toEqual([])
      if (!all) {
        const kinds = new Set(rotations.map(({ recurrence }) => recurrence.rule.kind))
        expect([...kinds].filter((kind) => !['daily', 'weekly', 'once', 'never'].includes(kind))).toEqual([])
      }
      const kept = new Set(rotations.map(({ key }) => key))
      for (const { key, rotations: own } of snapshot.schedules) {
        const gone = own.filter((rotation) => !kept.has(rotation.key)).map((rotation) => rotation.key)
        const entries = result.ledger.entries.filter(({ entity }) => entity === key)
        expect(entries.map(({ path }) => path)).toEqual(gone)
      }
      for (const { path, effect } of result.ledger.entries) {
        const duties = rotations.filter((one) => one.key.startsWith(`${path}/at:`))
        const lengths = duties.map(({ recurrence }) =>
          minutesBetween(`${recurrence.startsAtWall}Z`, `${recurrence.endsAtWall}Z`),
        )
        const minutes = lengths.reduce((sum, one) => sum + one, 0)
        expect(effect).toEqual({
          minutes,
          people: new Set(duties.map(({ participants }) => JSON.stringify(participants))).size,
          hoursAYear: Math.round((minutes / minutesBetween(from, to)) * 365 * 24),
        })
      }
      fitted += result.ledger.entries.length
    }),
    { numRuns: cases, seed },
  )
  expect(fitted).toBeGreaterThan(cases / 4)
})

it('says what the source says, where parity found something else, for as long as it was looked at', () => {
  let corrected = 0
  fc.assert(
    fc.property(randomTenant, ({ tenant, from, to }) => {
      const real = {
        ...tenant,
        shifts: tenant.shifts.map(({ recurrence: _recurrence, ...shift }) => ({
          ...shift,
          recurrence: { frequency: 'DAILY' },
          members: shift.members.toReversed().map((one, at) => ({ ...one, position: at })),
        })),
      }
      const { snapshot, ledger } = mapTenant(tenant)
      const observed = observeWalk(real, { from, to })
      const parity = verifyOnCall({ snapshot, observed, from, to, ledger })
      const { snapshot: fitted, ledger: changes } = fitToTarget(snapshot, {}, { horizon: { from, to }, parity })
      const differences = parity.policies.flatMap((policy) => policy.differences)
      expect(changes.entries.map(({ code }) => code)).toEqual(differences.map(() => 'fit.parity'))
      for (const { overrides } of fitted.schedules) {
        const made = overrides.filter(({ key }) => key.startsWith('parity:'))
        expect(made.every(({ renewBy }) => renewBy === to)).toBe(true)
      }
      // What others reach through a nested group cannot be changed from outside, and the entry for a fixed device says so.
      if (snapshot.schedules.some(({ rotations }) => rotations.some((one) => one.participants.some(nests)))) return
      if (changes.dropped > 0) return
      const after = verifyOnCall({ snapshot: fitted, observed, from, to })
      if (after.delayReading === parity.delayReading) expect(after.ratio).toBe(1)
      corrected += differences.length
    }),
    { numRuns: cases, seed },
  )
  expect(corrected).toBeGreaterThan(cases / 4)
})
