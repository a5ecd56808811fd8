import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClientEvent } from '../../../src/xmatters/index.ts'
import { createPace, type PaceOptions } from '../../../src/xmatters/http/pace.ts'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

function world(options: Partial<PaceOptions> = {}) {
  const events: ClientEvent[] = []
  const pace = createPace({
    concurrency: 4,
    requestsPerSecond: undefined,
    emit: (event) => void events.push(event),
    ...options,
  })
  const starts: number[] = []
  const leaves: (() => void)[] = []
  const enter = (signal = new AbortController().signal): void => {
    void enterAndNote(signal).catch(() => undefined)
  }
  const enterAndNote = async (signal: AbortSignal): Promise<void> => {
    const leave = await pace.enter(signal)
    starts.push(Date.now())
    leaves.push(leave)
  }
  return { pace, events, starts, leaves, enter }
}

const rate = (limit: number, used: number, period = 60): Headers =>
  new Headers({
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-used': String(used),
    'x-ratelimit-period_in_sec': String(period),
  })

describe('pace', () => {
  it('lets no more in at once than allowed, in the order of asking', async () => {
    const { enter, starts, leaves } = world({ concurrency: 2 })
    for (let index = 0; index < 5; index++) enter()
    await vi.advanceTimersByTimeAsync(1000)
    expect(starts).toHaveLength(2)
    leaves[0]!()
    await vi.advanceTimersByTimeAsync(0)
    expect(starts).toEqual([0, 0, 1000])
  })

  it('spaces starts evenly, with no burst after an idle time', async () => {
    const { enter, starts, leaves } = world({ concurrency: 100, requestsPerSecond: 4 })
    for (let index = 0; index < 3; index++) enter()
    await vi.advanceTimersByTimeAsync(10_000)
    for (const leave of leaves) leave()
    for (let index = 0; index < 3; index++) enter()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(starts).toEqual([0, 250, 500, 10_000, 10_250, 10_500])
  })

  it('holds everybody while paused, the longer pause wins, and tells of it', async () => {
    const { pace, enter, starts, events } = world()
    pace.pause('rate-limited', 3000)
    pace.pause('unavailable', 1000)
    enter()
    await vi.advanceTimersByTimeAsync(2999)
    expect(starts).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(starts).toEqual([3000])
    expect(events).toEqual([{ kind: 'pause', reason: 'rate-limited', waitMs: 3000 }])
  })

  it('never pauses longer than two minutes', async () => {
    const { pace } = world()
    pace.pause('rate-limited', 86_400_000)
    expect(pace.pausedMs()).toBe(120_000)
  })

  it('within the reserve goes one at a time, at half of the rate that the budget sustains', async () => {
    const { pace, enter, starts, leaves } = world()
    for (let index = 0; index < 4; index++) {
      enter()
      await vi.advanceTimersByTimeAsync(0)
      if (index > 0) await vi.advanceTimersByTimeAsync(1200)
      pace.observe(rate(100, 95, 60))
      leaves[index]!()
    }
    expect(starts).toEqual([0, 1200, 2400, 3600])
  })

  it('keeps a tenth of the budget for others, and once all is spent waits a period before it asks again', async () => {
    const { pace, enter, starts, leaves, events } = world()
    enter()
    await vi.advanceTimersByTimeAsync(0)
    pace.observe(rate(20, 16, 5))
    leaves[0]!()
    for (let index = 0; index < 4; index++) enter()
    await vi.advanceTimersByTimeAsync(0)
    // 4 are left, 2 of them are for others.
    expect(starts).toHaveLength(3)
    pace.observe(rate(20, 20, 5))
    leaves[1]!()
    leaves[2]!()
    await vi.advanceTimersByTimeAsync(4999)
    expect(starts).toHaveLength(3)
    expect(events).toContainEqual({ kind: 'pause', reason: 'rate-budget', waitMs: 5000 })
    await vi.advanceTimersByTimeAsync(1)
    // One, to see how things are now.
    expect(starts).toHaveLength(4)
    pace.observe(rate(20, 1, 5))
    leaves[3]!()
    await vi.advanceTimersByTimeAsync(0)
    expect(starts).toHaveLength(5)
  })

  it('goes down to one at a time as concurrency runs out, and up again', async () => {
    const { pace, enter, starts, leaves } = world({ concurrency: 4 })
    const observe = (used: number): void =>
      pace.observe(new Headers({ 'x-concurrentlimit-limit': '10', 'x-concurrentlimit-used': String(used) }))
    enter()
    await vi.advanceTimersByTimeAsync(0)
    observe(9)
    leaves[0]!()
    for (let index = 0; index < 6; index++) enter()
    await vi.advanceTimersByTimeAsync(0)
    expect(starts).toHaveLength(2)
    observe(2)
    leaves[1]!()
    await vi.advanceTimersByTimeAsync(0)
    expect(starts).toHaveLength(6)
  })

  it.each([
    {},
    { 'x-ratelimit-limit': '-4' },
    { 'x-ratelimit-limit': 'many', 'x-ratelimit-used': '3' },
    { 'x-ratelimit-limit': '0', 'x-ratelimit-used': '3' },
    { 'x-concurrentlimit-limit': '0', 'x-concurrentlimit-used': '1' },
  ])('learns nothing from %o', async (headers) => {
    const { pace, enter, starts } = world()
    pace.observe(new Headers(Object.entries(headers)))
    expect(pace.budget()).toBeNull()
    for (let index = 0; index < 4; index++) enter()
    await vi.advanceTimersByTimeAsync(0)
    expect(starts).toHaveLength(4)
  })

  it('says what is left', async () => {
    const { pace, enter } = world()
    enter()
    pace.observe(rate(60_000, 3))
    expect(pace.budget()).toEqual({
      limit: 60_000,
      remaining: 59_997,
      resetsAt: '1970-01-01T00:01:00Z',
      concurrencyLimit: null,
      concurrencyRemaining: null,
    })
  })

  it('forgets those who give up, without a timer or a listener left', async () => {
    const { pace, enter, starts } = world()
    pace.pause('unavailable', 60_000)
    const controllers = Array.from({ length: 3 }, () => new AbortController())
    for (const { signal } of controllers) enter(signal)
    expect(vi.getTimerCount()).toBe(1)
    for (const controller of controllers) controller.abort()
    expect(vi.getTimerCount()).toBe(0)
    await expect(pace.enter(AbortSignal.abort('gone'))).rejects.toBe('gone')
    await vi.advanceTimersByTimeAsync(60_000)
    enter()
    await vi.advanceTimersByTimeAsync(0)
    expect(starts).toEqual([60_000])
  })
})
