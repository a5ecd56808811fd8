import { describe, expect, it } from 'vitest'
import type { User } from '../../src/model/index.ts'
import { compareSnapshots } from '../../src/verify/index.ts'
import { aSnapshot, aUser, type GroupSpec } from './on-call-builders.ts'

const window = { from: '2026-11-02T00:00:00Z', to: '2026-11-04T00:00:00Z' }
const now = '2026-11-02T10:00:00Z'
const named = (id: string, name: string): User => ({ ...aUser(id), name })
const users = [named('ana', 'Ana Lima'), named('bo', 'Bo Chen'), named('cy', 'Cy Young')]
const office = (
  id: string,
  holder: string,
  hours = { starts: '2026-11-02T09:00:00', ends: '2026-11-02T17:00:00' },
): GroupSpec => ({
  id,
  shifts: [{ id: `${id}s`, ...hours, slots: [{ offset: 0, holders: [holder] }] }],
})
const compare = (before: readonly GroupSpec[], after: readonly GroupSpec[], people = users) =>
  compareSnapshots(aSnapshot(before, people), aSnapshot(after, people), window, { now })

describe('compareSnapshots', () => {
  it('says nothing about what stays', () => {
    const impact = compare([office('g', 'ana')], [office('g', 'ana')])
    expect(impact).toMatchObject({ people: [], doubleBooked: [], unreachable: [], messages: [] })
    expect(impact.policies.map(({ status, load, changes }) => [status, load, changes])).toEqual([['unchanged', [], []]])
  })

  it('says who gains and who loses, when, and who is on call now', () => {
    const impact = compare([office('g', 'ana')], [office('g', 'bo')])
    expect(impact.messages).toEqual([
      'Team g: on call now changes from Ana Lima to Bo Chen.',
      'Ana Lima loses 16 h between 2026-11-02 09:00 and 2026-11-03 17:00 UTC.',
      'Bo Chen gains 16 h between 2026-11-02 09:00 and 2026-11-03 17:00 UTC.',
    ])
    expect(impact.policies[0]).toMatchObject({
      status: 'changed',
      now: {
        before: [{ offsetMinutes: 0, userKeys: ['person:ana'] }],
        after: [{ offsetMinutes: 0, userKeys: ['person:bo'] }],
      },
      uncoveredMinutes: { before: 1920, after: 1920 },
      newGaps: [],
      load: [
        { userKey: 'person:ana', minutes: -960 },
        { userKey: 'person:bo', minutes: 960 },
      ],
    })
    expect(impact.people[0]).toEqual({
      key: 'person:ana',
      name: 'Ana Lima',
      beforeMinutes: 960,
      afterMinutes: 0,
      gainedMinutes: 0,
      lostMinutes: 960,
      gained: [],
      lost: [
        { start: '2026-11-02T09:00:00Z', end: '2026-11-02T17:00:00Z' },
        { start: '2026-11-03T09:00:00Z', end: '2026-11-03T17:00:00Z' },
      ],
    })
  })

  it('finds the minutes that lose their cover', () => {
    const impact = compare(
      [office('g', 'ana')],
      [office('g', 'ana', { starts: '2026-11-02T09:00:00', ends: '2026-11-02T16:30:00' })],
    )
    expect(impact.policies[0]?.newGaps).toEqual([
      { start: '2026-11-02T16:30:00Z', end: '2026-11-02T17:00:00Z' },
      { start: '2026-11-03T16:30:00Z', end: '2026-11-03T17:00:00Z' },
    ])
    expect(impact.messages).toEqual([
      'Team g loses cover for 1 h between 2026-11-02 16:30 and 2026-11-03 17:00 UTC: nobody is on call then.',
      'Ana Lima loses 1 h between 2026-11-02 16:30 and 2026-11-03 17:00 UTC.',
    ])
  })

  it('names policies that come, go and reach nobody', () => {
    const impact = compare([office('g', 'ana'), office('old', 'ana')], [{ id: 'g' }, office('new', 'ana')])
    expect(impact.policies.map(({ key, status, reachesNobody }) => [key, status, reachesNobody])).toEqual([
      ['group:g', 'changed', true],
      ['group:new', 'added', false],
      ['group:old', 'removed', false],
    ])
    expect(impact.messages).toContain('Team g reaches nobody between 2026-11-02 00:00 and 2026-11-04 00:00 UTC.')
    expect(impact.messages).toContain('Team old no longer exists.')
    expect(impact.people).toEqual([])
  })

  it('finds people booked twice, but not through a policy that hands on to the other', () => {
    const outer: GroupSpec = {
      id: 'outer',
      shifts: [{ id: 'os', slots: [{ offset: 0, holders: [{ kind: 'policy', key: 'group:g' }] }] }],
    }
    expect(compare([], [office('g', 'ana'), outer]).doubleBooked).toEqual([])
    const impact = compare(
      [],
      [office('g', 'ana'), office('h', 'ana', { starts: '2026-11-02T16:00:00', ends: '2026-11-02T20:00:00' }), outer],
    )
    expect(impact.doubleBooked.map(({ name, start, end, policyKeys }) => [name, start, end, policyKeys])).toEqual([
      ['Ana Lima', '2026-11-02T16:00:00Z', '2026-11-02T17:00:00Z', ['group:g', 'group:h']],
      ['Ana Lima', '2026-11-03T16:00:00Z', '2026-11-03T17:00:00Z', ['group:g', 'group:h']],
    ])
    expect(impact.messages).toContain(
      'Ana Lima is first on call for Team g and Team h at once for 2 h between 2026-11-02 16:00 and 2026-11-03 17:00 UTC.',
    )
  })

  it('finds people on call who cannot be reached', () => {
    const mute = {
      ...named('ana', 'Ana Lima'),
      contactMethods: named('ana', '').contactMethods.map((one) => ({ ...one, active: false })),
    }
    const impact = compare([], [office('g', 'ana'), office('h', 'ghost')], [mute])
    expect(impact.unreachable).toEqual([
      { key: 'person:ana', name: 'Ana Lima', reason: 'no-contact-method', policyKeys: ['group:g'] },
      { key: 'person:ghost', name: 'person:ghost', reason: 'unknown', policyKeys: ['group:h'] },
    ])
    expect(impact.messages).toContain('Ana Lima is on call for Team g and has no active way to be contacted.')
  })

  it('counts time on call once, however many policies and levels it comes from', () => {
    const impact = compare([], [office('g', 'ana'), office('h', 'ana')])
    expect(impact.people).toMatchObject([{ key: 'person:ana', afterMinutes: 960, gainedMinutes: 960 }])
  })

  it('refuses an empty window', () => {
    const empty = aSnapshot([])
    expect(() => compareSnapshots(empty, empty, { from: window.to, to: window.from }, { now })).toThrow(/empty/)
  })
})
