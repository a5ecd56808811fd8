import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRepeatSharing } from '../../../src/xmatters/export/share-repeats.ts'

const runs = Number(process.env['XMATTERS_SYNC_RUNS'] ?? 300)

/** From few values, so that parts are often equal, and often nearly so. */
const leaf = fc.constantFrom<unknown>(0, '0', null)
const { part } = fc.letrec((tie) => ({
  part: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.shuffledSubarray(['a', 'b']), tie('part'), tie('part'))
      .map(([keys, ...values]) => Object.fromEntries(keys.map((key, index) => [key, values[index]]))),
    fc.array(tie('part'), { maxLength: 3 }),
  ),
}))
const mention = fc.record(
  { id: fc.constantFrom<unknown>('x', 'y', 1, '', null), links: part, name: leaf },
  { requiredKeys: [] },
)
const row = fc.record(
  { owner: mention, recipient: mention, roles: part, timeframes: part, links: part },
  { requiredKeys: [] },
)
const rowWithMembers = fc
  .tuple(row, fc.array(row, { maxLength: 3 }))
  .map(([of, data]) => ({ ...of, members: { data } }))

describe('sharing what rows repeat', () => {
  it('changes nothing that can be read of any row', () => {
    fc.assert(
      fc.property(fc.array(rowWithMembers, { maxLength: 8 }), (rows) => {
        const asTheyCame = JSON.stringify(rows)
        rows.forEach(createRepeatSharing())
        expect(JSON.stringify(rows)).toBe(asTheyCame)
      }),
      { numRuns: runs },
    )
  })

  it('keeps apart what differs in the order of its keys alone, as the text of both does', () => {
    const rows = [{ roles: { count: 1, total: 2 } }, { roles: { total: 2, count: 1 } }]
    const asTheyCame = JSON.stringify(rows)
    rows.forEach(createRepeatSharing())
    expect(JSON.stringify(rows)).toBe(asTheyCame)
  })

  it('makes equal mentions and equal lists one object, in rows and in the members of rows', () => {
    const person = (): object => ({ id: 'p', links: { self: '/people/p' } })
    const roles = (): object => ({ count: 1, data: [{ name: 'Standard User' }] })
    const rows = [
      { owner: person(), roles: roles() },
      { owner: person(), roles: roles(), members: { data: [{ recipient: person() }] } },
    ]
    rows.forEach(createRepeatSharing())
    expect(rows[1]?.owner).toBe(rows[0]?.owner)
    expect(rows[1]?.roles).toBe(rows[0]?.roles)
    expect(rows[1]?.members?.data[0]?.recipient).toBe(rows[0]?.owner)
  })
})
