import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignIdentifiers, deriveIdentifier, isIdentifier, reservedWords } from '../../src/harness/index.ts'

describe('deriveIdentifier', () => {
  it.each([
    ['Payments Platform', 'PaymentsPlatform'],
    ['db-oncall.eu', 'db_oncall_eu'],
    ['24x7 NOC', 'x7NOC'],
    ['$$cash', 'cash'],
    ['R&D (Lisboa)', 'RDLisboa'],
    ['Café', 'Caf'],
    ['支払い', ''],
    ['_ops', '_ops'],
    ['a$b', 'a$b'],
  ])('makes %j into %j', (name, expected) => {
    expect(deriveIdentifier(name)).toBe(expected)
  })

  it('is at most 128 characters long', () => {
    expect(deriveIdentifier('x'.repeat(500))).toHaveLength(128)
  })
})

describe('isIdentifier', () => {
  it.each(['a', '_', 'a$1', 'A'.repeat(128)])('takes %j', (text) => expect(isIdentifier(text)).toBe(true))
  it.each(['', '1a', '$a', 'a-b', 'a b', 'é', 'A'.repeat(129), ...reservedWords])('refuses %j', (text) =>
    expect(isIdentifier(text)).toBe(false),
  )
})

const things = fc.uniqueArray(
  fc.record({
    key: fc.uuid().map((id) => `group:${id}`),
    name: fc.oneof(fc.constantFrom('Ops', 'ops', 'O.ps', 'null', '支', ''), fc.string()),
  }),
  { selector: (thing) => thing.key, maxLength: 30 },
)

describe('assignIdentifiers', () => {
  it('keeps the derived identifier where nobody else wants it', () => {
    expect(assignIdentifiers([{ key: 'group:1', name: 'Payments Platform' }])).toEqual(
      new Map([['group:1', 'PaymentsPlatform']]),
    )
  })

  it('never gives a reserved word, an empty one or one that is taken', () => {
    const given = assignIdentifiers(
      [
        { key: 'group:1', name: 'null' },
        { key: 'group:2', name: '支払い' },
        { key: 'group:3', name: 'Ops' },
      ],
      { taken: new Set(['Ops']) },
    )
    expect(given.get('group:1')).toMatch(/^null_[0-9a-z]{7}$/)
    expect(given.get('group:2')).toMatch(/^group_[0-9a-z]{7}$/)
    expect(given.get('group:3')).toMatch(/^Ops_[0-9a-z]{7}$/)
  })

  it('keeps what was given before, whatever the name is now', () => {
    const given = assignIdentifiers(
      [
        { key: 'group:1', name: 'Renamed' },
        { key: 'group:2', name: 'Ops' },
      ],
      { assigned: new Map([['group:1', 'Ops']]) },
    )
    expect(given.get('group:1')).toBe('Ops')
    expect(given.get('group:2')).not.toBe('Ops')
  })

  it('gives each thing one valid identifier of its own, whatever the order', () => {
    fc.assert(
      fc.property(things, (list) => {
        const given = assignIdentifiers(list)
        expect(new Set(given.values()).size).toBe(list.length)
        for (const identifier of given.values()) expect(isIdentifier(identifier)).toBe(true)
        expect(assignIdentifiers(list.toReversed())).toEqual(given)
      }),
    )
  })

  it('changes nothing for those who have one when others come', () => {
    fc.assert(
      fc.property(things, (list) => {
        const half = list.slice(0, Math.ceil(list.length / 2))
        const first = assignIdentifiers(half)
        const second = assignIdentifiers(list, { assigned: first })
        for (const [key, identifier] of first) expect(second.get(key)).toBe(identifier)
        expect(new Set(second.values()).size).toBe(list.length)
      }),
    )
  })
})
