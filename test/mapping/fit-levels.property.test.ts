import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitToTarget, type TargetFitCapabilities } from '../../src/mapping/index.ts'
import { aSnapshot, slot } from '../schedule/support/builders.ts'
import { runs } from '../schedule/support/runs.ts'

const horizon = { from: '2026-11-20T00:00:00Z', to: '2026-12-20T00:00:00Z' }

/** Fits one policy of a slot for each offset, and says what was told of it. */
function fitted(slots: readonly { readonly offset: number; readonly shift: string }[], wanted: TargetFitCapabilities) {
  const snapshot = aSnapshot([
    { slots: slots.map(({ offset, shift }, at) => slot(offset, `shift:${shift}/slot:${at}`, [])) },
  ])
  const result = fitToTarget(snapshot, wanted, { horizon })
  return {
    policy: snapshot.escalationPolicies[0]!,
    levels: result.snapshot.escalationPolicies[0]!.levels,
    told: result.ledger.entries.map(({ code, path, value, effect }) => ({ code, path, value, ...effect })),
  }
}

const slots = fc.array(
  fc.record({
    offset: fc.oneof(fc.nat(12), fc.nat(90), fc.constantFrom(2.5, 3.25)),
    shift: fc.constantFrom('s', 's', 't'),
  }),
  {
    maxLength: 6,
  },
)

it('alerts everybody at the nearest offset there is, those beyond the last level with it, and tells of each change', () => {
  fc.assert(
    fc.property(
      slots,
      fc.record(
        {
          delayGranularityMinutes: fc.constantFrom(0, 1, 5, 8),
          maxLevels: fc.constantFrom(0, 1, 2, 3, 4),
          waitsOutEmptyLevels: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      (plan, wanted) => {
        const { policy, levels, told } = fitted(plan, wanted)
        const grain = wanted.delayGranularityMinutes ?? 0
        const most = Math.max(1, wanted.maxLevels ?? 99)
        const nearest = (offset: number): number => (grain === 0 ? offset : Math.floor(offset / grain + 0.5) * grain)
        const offsets = [...new Set(policy.levels.map(({ offsetMinutes }) => nearest(offsetMinutes)))].slice(0, most)
        const fits = (offset: number): number => Math.min(nearest(offset), offsets.at(-1)!)
        expect(levels).toEqual(
          offsets.map((offsetMinutes) => ({
            offsetMinutes,
            targets: policy.levels.flatMap((one) => (fits(one.offsetMinutes) === offsetMinutes ? one.targets : [])),
          })),
        )

        const changes = policy.levels.flatMap(({ offsetMinutes: value }, at) => {
          const [rounding, waiting] = [Math.abs(nearest(value) - value), nearest(value) - fits(value)]
          return [
            { code: 'fit.delay', path: `levels[${at}].offsetMinutes`, value, minutes: rounding },
            { code: 'fit.levels', path: `levels[${at}]`, value, minutes: waiting },
          ].filter(({ minutes }) => minutes > 0)
        })
        const isEarly = wanted.waitsOutEmptyLevels === false && offsets.length > 1
        const early = { code: 'fit.empty-level', path: 'levels', value: null, minutes: offsets.at(-1) }
        expect(told).toEqual([
          ...changes,
          ...(isEarly && new Set(plan.map(({ shift }) => shift)).size > 1 ? [early] : []),
        ])
      },
    ),
    { numRuns: runs(300) },
  )
})
