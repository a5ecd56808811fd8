import { describe, expect, it } from 'vitest'
import { riskWindow } from '../../src/verify/index.ts'
import { aSnapshot, type GroupSpec, type ShiftSpec } from './on-call-builders.ts'

const from = '2026-11-23T00:00:00Z'
const group = (shift: Partial<ShiftSpec>, more: Partial<GroupSpec> = {}) =>
  aSnapshot([
    { id: 'g', shifts: [{ id: 's', slots: [{ offset: 0, holders: ['ana', 'bo', 'cy'] }], ...shift }], ...more },
  ])
const weekly = {
  kind: 'elapsed',
  anchorWall: '2026-11-24T00:00:00',
  firstIndex: 0,
  every: 2,
  unit: 'weeks',
  midOccurrence: 'both',
} as const

describe('riskWindow', () => {
  it('is a week where nothing changes', () => {
    expect(riskWindow(group({}), { from })).toEqual({
      from,
      to: '2026-11-30T00:00:00Z',
      reasons: [{ kind: 'first-week', subject: '', at: '2026-11-30T00:00:00Z', included: true }],
    })
  })

  it('reaches a day past the offset changes inside the horizon, and names the one beyond it', () => {
    const { to, reasons } = riskWindow(group({ timeZone: 'America/Asuncion' }), { from: '2026-09-01T00:00:00Z' })
    expect(reasons.filter(({ kind }) => kind === 'offset-change')).toEqual([])
    expect(to).toBe('2026-09-08T00:00:00Z')
    const london = riskWindow(group({ timeZone: 'Europe/London' }), { from: '2026-09-01T00:00:00Z' })
    expect(london.to).toBe('2026-10-26T01:00:00Z')
    expect(london.reasons.filter(({ kind }) => kind === 'offset-change')).toEqual([
      { kind: 'offset-change', subject: 'Europe/London', at: '2026-10-25T01:00:00Z', included: true },
      { kind: 'offset-change', subject: 'Europe/London', at: '2027-03-28T01:00:00Z', included: false },
    ])
  })

  it('reaches over a full cycle of a rotation', () => {
    const { to, reasons } = riskWindow(group({ handoff: weekly }), { from })
    expect(to).toBe('2027-01-04T00:00:00Z')
    expect(reasons.at(-1)).toEqual({ kind: 'rotation-cycle', subject: 'shift:s/slot:1', at: to, included: true })
  })

  it('counts turns by occurrences in occurrences', () => {
    const handoff = { kind: 'occurrences', firstStart: from, every: 2 } as const
    expect(
      riskWindow(group({ handoff, rule: { kind: 'weekly', every: 1, days: ['MO'], weekStart: 'SU' } }), { from }).to,
    ).toBe('2027-01-04T00:00:00Z')
  })

  it('reaches over the period of a recurrence', () => {
    expect(riskWindow(group({ rule: { kind: 'weekly', every: 4, days: ['MO'], weekStart: 'SU' } }), { from }).to).toBe(
      '2026-12-21T00:00:00Z',
    )
    expect(
      riskWindow(group({ rule: { kind: 'monthly-by-date', date: 31, months: [], missingDate: 'skip' } }), { from }).to,
    ).toBe('2026-12-24T00:00:00Z')
  })

  it('reaches a day past the edges of an absence', () => {
    const away = {
      key: 'absence:a',
      rotationKeys: ['shift:s/slot:1'],
      from: '2026-11-20T00:00:00Z',
      to: '2026-12-10T12:00:00Z',
      replaces: 'person:ana',
      replacement: null,
      scope: 'all' as const,
    }
    const { to, reasons } = riskWindow(group({}, { overrides: [away] }), { from })
    expect(to).toBe('2026-12-11T12:00:00Z')
    expect(reasons.filter(({ kind }) => kind === 'absence-edge')).toHaveLength(1)
  })

  it('never goes past the horizon', () => {
    expect(riskWindow(group({ handoff: { ...weekly, every: 40 } }), { from }).to).toBe('2026-11-30T00:00:00Z')
    expect(riskWindow(group({ handoff: weekly }), { from, horizonDays: 3 }).to).toBe('2026-11-26T00:00:00Z')
    expect(() => riskWindow(group({}), { from, horizonDays: 0 })).toThrow(/above 0/)
  })
})
