import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildOverrides, type SourceAbsence } from '../../src/mapping/build-overrides.ts'
import type { Override, Participant, Rotation } from '../../src/model/index.ts'
import { runs } from '../schedule/support/runs.ts'

const person = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const user = fc.record({ kind: fc.constant('user' as const), key: person, overridable: fc.boolean() })
const participant: fc.Arbitrary<Participant> = fc.oneof(
  { weight: 4, arbitrary: user },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('all' as const), of: fc.array(user, { maxLength: 2 }) }) },
  { weight: 1, arbitrary: fc.constantFrom<Participant[]>({ kind: 'nobody' }, { kind: 'policy', key: 'a' }) },
)
const schedule = fc.array(fc.array(participant, { maxLength: 3 }), { maxLength: 3 })
const absence = fc.record({
  scheduleKey: fc.option(fc.constantFrom('group:g', 'group:h'), { freq: 2 }),
  replaces: person,
  replacement: fc.option(person, { freq: 4 }),
})

function rotationsOf(slots: readonly (readonly Participant[])[]): readonly Rotation[] {
  // Not in the order of their keys.
  return slots.map((participants, at) => ({ key: `slot:${9 - at}`, participants }) as unknown as Rotation)
}

const holds = (one: Participant, key: string): boolean =>
  one.kind === 'all'
    ? one.of.some((inner) => holds(inner, key))
    : one.kind === 'user' && one.key === key && one.overridable !== false

/** Whether somebody can come to hold a rotation: as a participant, or for somebody who can. */
function canHold(
  key: string,
  rotation: Rotation,
  absences: readonly SourceAbsence[],
  seen: readonly string[],
): boolean {
  if (rotation.participants.some((one) => holds(one, key))) return true
  return absences.some(
    ({ override: { replaces, replacement } }) =>
      replacement === key && !seen.includes(replaces) && canHold(replaces, rotation, absences, [...seen, replaces]),
  )
}

it('puts each absence on every rotation that the absent person can come to hold', () => {
  fc.assert(
    fc.property(schedule, schedule, fc.array(absence, { maxLength: 6 }), (g, h, plans) => {
      const rotations = new Map([
        ['group:g', rotationsOf(g)],
        ['group:h', rotationsOf(h)],
      ])
      const absences = plans.map(({ scheduleKey, replaces, replacement }, at): SourceAbsence => {
        const window = { from: '2026-11-23T00:00:00Z', to: '2026-11-24T00:00:00Z' }
        const override = {
          key: `absence:${9 - at}`,
          rotationKeys: [],
          ...window,
          replaces,
          replacement,
          scope: 'all',
        } as const
        return { scheduleKey, override }
      })
      const found = buildOverrides(absences, rotations)
      for (const [key, own] of rotations) {
        const acting = absences.filter(({ scheduleKey }) => scheduleKey === null || scheduleKey === key)
        const expected = acting.flatMap(({ override }): Override[] => {
          const held = own.filter((rotation) => canHold(override.replaces, rotation, acting, [override.replaces]))
          return held.length === 0
            ? []
            : [{ ...override, rotationKeys: held.map((rotation) => rotation.key).reverse() }]
        })
        expect(found.get(key) ?? []).toEqual(expected.reverse())
      }
    }),
    { numRuns: runs(300) },
  )
})
