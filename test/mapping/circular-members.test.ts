import { expect, it } from 'vitest'
import { mapTenant } from '../../src/mapping/index.ts'
import { aGroup, aMember, aMembership, aReference, aShift, aTenantOf } from '../../src/testing/index.ts'
import type { WireGroup, WireMembership } from '../../src/xmatters/index.ts'

/** Groups whose only shift has one slot for each group named. */
function circlesOf(
  nesting: Readonly<Record<string, readonly string[]>>,
  more: Readonly<Record<string, Partial<WireGroup>>> = {},
  roster: readonly WireMembership[] = [],
): readonly string[] {
  const groups = new Map(Object.keys(nesting).map((id) => [id, aGroup({ id, targetName: id, ...more[id] })]))
  const groupOf = (id: string): WireGroup => groups.get(id) ?? aGroup({ id })
  const shifts = Object.entries(nesting).flatMap(([id, nested]) => {
    const members = nested.map((to, index) => aMember(groupOf(to), { position: index + 1 }))
    return members.length === 0 ? [] : [aShift({ id: `shift ${id}`, group: aReference(groupOf(id)), members })]
  })
  const { entries } = mapTenant(aTenantOf({ groups: [...groups.values()], shifts, roster })).ledger
  return entries.flatMap(({ code, entity, value }) => (code === 'member.circle' ? [`${entity}: ${String(value)}`] : []))
}

it('names each slot of a circle, and none that only leads to one or away from it', () => {
  expect(circlesOf({ before: ['a'], a: ['b', 'after'], b: ['a'], after: [] })).toEqual([
    'shift:shift a: b',
    'shift:shift b: a',
  ])
})

it('names a group in its own shift, and no way between two circles', () => {
  expect(circlesOf({ self: ['self', 'a'], a: ['b'], b: ['a'] })).toEqual([
    'shift:shift self: self',
    'shift:shift a: b',
    'shift:shift b: a',
  ])
})

it('has no circle where a group is nested twice, or where one of a round is inactive', () => {
  expect(circlesOf({ top: ['left', 'right'], left: ['base'], right: ['base'], base: [] })).toEqual([])
  expect(circlesOf({ a: ['b'], b: ['a'] }, { b: { status: 'INACTIVE' } })).toEqual([])
})

it('finds a circle through the roster of a broadcast group', () => {
  const roster = [aMembership(aGroup({ id: 'all' }), aGroup({ id: 'a' }))]
  expect(circlesOf({ a: ['all'], all: [] }, { all: { groupType: 'BROADCAST' } }, roster)).toEqual([
    'shift:shift a: all',
  ])
})
