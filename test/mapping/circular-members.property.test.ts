import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findCircularMembers } from '../../src/mapping/circular-members.ts'
import { runs } from '../schedule/support/runs.ts'

const policy = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')
const member = fc.record({
  shift: fc.nat(4),
  policyKey: policy,
  nested: fc.uniqueArray(policy, { minLength: 1, maxLength: 2 }),
})

it('names exactly the members from which a way leads back to the group of their shift', () => {
  fc.assert(
    fc.property(fc.array(member, { maxLength: 9 }), (plans) => {
      const members = plans.map(({ shift, ...one }, at) => ({ ...one, item: `shift ${shift}`, path: `members[${at}]` }))
      const leads = (from: string, to: string, seen: readonly string[]): boolean =>
        from === to ||
        members.some(
          ({ policyKey, nested }) =>
            policyKey === from && nested.some((next) => !seen.includes(next) && leads(next, to, [...seen, next])),
        )
      const expected = new Map<string, string[]>()
      for (const { item, policyKey, nested, path } of members) {
        if (!nested.some((key) => leads(key, policyKey, [key]))) continue
        expected.set(item, [...(expected.get(item) ?? []), path])
      }
      const found = [...findCircularMembers(members)]
      expect(new Map(found.map(([item, issues]) => [item, issues.map(({ path }) => path)]))).toEqual(expected)
      for (const { code, outcome } of found.flatMap(([, issues]) => issues)) {
        expect([code, outcome]).toEqual(['member.circle', 'approximated'])
      }
    }),
    { numRuns: runs(300) },
  )
})
