import { afterEach, describe, expect, it } from 'vitest'
import { renderEscalation } from '../../src/schedule/index.ts'
import { injectTzdb } from '../../src/time/index.ts'
import { aSnapshot, slot } from './support/builders.ts'

afterEach(() => injectTzdb(null))

describe('new zone data', () => {
  it('move the duty of a snapshot that was rendered before', () => {
    const parts = { timeZone: 'Europe/Berlin' }
    const snapshot = aSnapshot([
      { slots: [slot(0, 'shift:a/slot:1', ['ada'], parts), slot(5, 'shift:a/slot:2', ['bo'], parts)] },
    ])
    const start = () =>
      renderEscalation(snapshot, 'group:ops', { from: '2026-07-01T00:00:00Z', to: '2026-07-02T00:00:00Z' }).map(
        (interval) => interval.start,
      )
    expect(start()).toEqual(['2026-07-01T07:00:00Z'])
    // Without summer time.
    injectTzdb({ version: '2031b', zones: 'Europe/Berlin:DE|CET-1||60|', links: '' })
    expect(start()).toEqual(['2026-07-01T08:00:00Z'])
    injectTzdb(null)
    expect(start()).toEqual(['2026-07-01T07:00:00Z'])
  })
})
