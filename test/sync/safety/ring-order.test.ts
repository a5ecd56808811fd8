import { describe, expect, it } from 'vitest'
import { arrangeRing, ringLead } from '../../../src/sync/safety/ring-order.ts'

describe('arrangeRing', () => {
  it('turns the ring where that is enough, also for somebody who is in it twice', () => {
    expect(arrangeRing(['a', 'b', 'c', 'd'], [{ place: 0, holder: 'c' }])).toEqual(['c', 'd', 'a', 'b'])
    const twice = arrangeRing(
      ['a', 'b', 'a', 'c'],
      [
        { place: 1, holder: 'c' },
        { place: 2, holder: 'a' },
        { place: 0, holder: 'a' },
      ],
    )
    expect(twice).toEqual(['a', 'c', 'a', 'b'])
  })

  it('moves no more than it must where turning is not enough', () => {
    const claims = [
      { place: 0, holder: 'c' },
      { place: 1, holder: 'a' },
    ]
    expect(arrangeRing(['a', 'b', 'c', 'd'], claims)).toEqual(['c', 'a', 'b', 'd'])
  })

  it('has no order for claims that contradict each other or the ring', () => {
    const both = [
      { place: 0, holder: 'a' },
      { place: 0, holder: 'b' },
    ]
    expect(arrangeRing(['a', 'b'], both)).toBeNull()
    expect(arrangeRing(['a', 'b'], [both[0]!, both[0]!])).toEqual(['a', 'b'])
    expect(arrangeRing(['a', 'b'], [{ place: 0, holder: 'z' }])).toBeNull()
    expect(arrangeRing(['a', 'b'], [both[0]!, { place: 1, holder: 'a' }])).toBeNull()
  })
})

describe('ringLead', () => {
  it('is how many places a ring is ahead of the same ring, and null for another one', () => {
    expect(ringLead(['a', 'b', 'c'], ['c', 'a', 'b'])).toBe(2)
    expect(ringLead(['a', 'b', 'c'], ['a', 'c', 'b'])).toBeNull()
    expect(ringLead(['a', 'b'], ['a', 'b', 'a'])).toBeNull()
  })
})
