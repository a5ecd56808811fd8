import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestNames } from '../../src/time/suggest-names.ts'
import { currentZoneSource } from '../../src/time/zone-registry.ts'

const source = currentZoneSource()
const names = [...source.primaryOf.keys()]

/** By the definition: the shortest way to the end of both, one edit after the other; `Infinity` where it takes more than `most`. */
function editsBetween(one: string, other: string, most: number): number {
  if (one === other) return 0
  if (most === 0) return Infinity
  let same = 0
  while (same < one.length && one[same] === other[same]) same++
  const [rest, otherRest] = [one.slice(same), other.slice(same)]
  const ways = [
    [rest.slice(1), otherRest],
    [rest, otherRest.slice(1)],
    [rest.slice(1), otherRest.slice(1)],
  ] as const
  return 1 + Math.min(...ways.map(([after, otherAfter]) => editsBetween(after, otherAfter, most - 1)))
}

function nearest(label: string): string[] {
  const text = label.toLowerCase().replaceAll(' ', '_')
  const near = names
    .filter((name) => name[0]?.toLowerCase() === text[0] && Math.abs(name.length - text.length) < 4)
    .map((name) => ({ zone: source.primaryOf.get(name) ?? '', edits: editsBetween(text, name.toLowerCase(), 2) }))
  const zones = [0, 1, 2].flatMap((wanted) =>
    near
      .filter(({ edits }) => edits === wanted)
      .map(({ zone }) => zone)
      .sort(),
  )
  return zones.filter((zone, index) => zones.indexOf(zone) === index).slice(0, 3)
}

describe('suggestNames', () => {
  it('gives the zones of the nearest names, nearest first and then by the alphabet', () => {
    const slip = fc.record({
      at: fc.integer({ min: 1, max: 12 }),
      cut: fc.integer({ min: 0, max: 1 }),
      put: fc.constantFrom('', 'a', 'e', 'i', 'o', 'n', '_', '+', '1', 'X'),
    })
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(slip, { maxLength: 3 }), (name, slips) => {
        let label = name
        for (const { at, cut, put } of slips) label = label.slice(0, at) + put + label.slice(at + cut)
        if (label.length < 5) return
        expect([label, suggestNames(label, source)]).toEqual([label, nearest(label)])
      }),
      { numRuns: 300 },
    )
  })

  it('gives three at most, a zone once, those with fewer slips first', () => {
    // Within two slips of these are also Etc/GMT+11 and more.
    expect(suggestNames('Etc/GMT', source)).toEqual(['UTC', 'Etc/GMT+1', 'Etc/GMT+2'])
    expect(suggestNames('Etc/GMT+15', source)).toEqual(['Etc/GMT+1', 'Etc/GMT+10', 'Etc/GMT+11'])
    expect(suggestNames('America/Sao Paolo', source)).toEqual(['America/Sao_Paulo'])
  })

  it('gives none for a label so short that anything is near', () => {
    expect(suggestNames('Egyp', source)).toEqual([])
    expect(suggestNames('Egyps', source)).toEqual(['Africa/Cairo'])
  })

  it('gives none that begins with another letter', () => {
    expect(suggestNames('Wurope/Berlin', source)).toEqual([])
    expect(suggestNames('europe/berlinn', source)).toEqual(['Europe/Berlin'])
  })
})
