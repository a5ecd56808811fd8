import assert from 'node:assert/strict'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type SyncProgress, syncTenant } from '../../src/pipeline/index.ts'
import { SyncPlanner, type TargetAdapter } from '../../src/sync/index.ts'
import { createFakeXMatters, createMemoryState, createMemoryTarget } from '../../src/testing/index.ts'
import { normalizeTimeZone } from '../../src/time/index.ts'
import { XMattersClient } from '../../src/xmatters/index.ts'

const now = '2026-11-23T12:00:00Z'

function world(seed = 5) {
  const fake = createFakeXMatters({ seed, people: 30, groups: 8, now })
  const client = new XMattersClient({
    baseUrl: fake.baseUrl,
    fetch: fake.fetch,
    auth: { kind: 'basic', username: 'reader', password: 'any' },
  })
  const target = createMemoryTarget()
  const state = createMemoryState()
  const options = {
    client,
    planner: new SyncPlanner({ removal: 'disable' }),
    target,
    state,
    now,
    verifyDays: 7,
    approve: () => true,
  }
  return { fake, options, target, state }
}

const zoneOf = (label: string): string => {
  const result = normalizeTimeZone(label)
  return result.kind === 'resolved' ? result.zone : 'UTC'
}

afterEach(() => vi.useRealTimers())

describe('one sync from end to end', () => {
  it('applies everything to an empty target, and finds nothing to do the second time', async () => {
    const { options, target } = world()
    const first = await syncTenant(options)
    expect(first).toMatchObject({ outcome: 'applied', remaining: [], calibration: null })
    expect(first.apply?.results.length).toBe(first.plan.changes.length)
    expect(target.snapshot().escalationPolicies.length).toBeGreaterThan(0)
    const second = await syncTenant(options)
    expect(second).toMatchObject({ outcome: 'in-sync', remaining: [] })
    expect(second.plan.changes).toEqual([])
  })

  it('reports parity with what the source says is on call, each difference with a cause', async () => {
    const { options } = world()
    const { parity } = await syncTenant(options)
    expect(parity?.personMinutes).toBeGreaterThan(0)
    const unexplained = parity?.policies.flatMap(({ differences }) => differences.filter(({ cause }) => cause === null))
    expect(unexplained).toEqual([])
  })

  it('writes nothing that was not approved', async () => {
    const { options, target, state } = world()
    const report = await syncTenant({
      ...options,
      approve: (plan, parity) => plan.changes.length === 0 || parity === null,
    })
    expect(report).toMatchObject({ outcome: 'declined', apply: null, remaining: null })
    expect(target.snapshot().users).toEqual([])
    expect(await state.readBaseline(report.origin)).toBeNull()
  })

  it('asks the source for nobody’s on-call when told to verify no days', async () => {
    const { fake, options } = world()
    const { parity } = await syncTenant({ ...options, verifyDays: 0 })
    expect(parity).toBeNull()
    expect(fake.requests.filter(({ path }) => path.includes('on-call'))).toEqual([])
  })

  it('says on every run what somebody changed locally, also when the source is as it was', async () => {
    const { options, target } = world()
    await syncTenant(options)
    const record = target.snapshot().userGroups[0]!
    target.edit('userGroup', record.id, { ...record.value, description: 'edited here' })
    for (let run = 0; run < 2; run++) {
      const { plan, outcome } = await syncTenant(options)
      expect(plan.drift.map(({ key, path }) => [key, path])).toContainEqual([record.link?.key, 'description'])
      expect(outcome).toBe('in-sync')
    }
  })

  it('finds that reading with the zones that the host named', async () => {
    const { options } = world()
    const { client } = options
    const ofHost: typeof client.exportTenant = async (asked) => {
      const tenant = await client.exportTenant(asked)
      return { ...tenant, shifts: tenant.shifts.map((shift) => ({ ...shift, timezone: `Our ${shift.timezone}` })) }
    }
    const { shifts } = await client.exportTenant()
    const overrides = new Map(shifts.map(({ timezone = '' }) => [`Our ${timezone}`, zoneOf(timezone)]))
    const { calibration, parity } = await syncTenant({
      ...options,
      client: { exportTenant: ofHost, observeOnCall: (asked) => client.observeOnCall(asked) },
      calibrate: true,
      timeZones: { overrides },
    })
    expect(parity?.ratio).toBeGreaterThan(0.9)
    expect(calibration?.chosenRatio).toBe(parity?.ratio)
  })

  it('finds the reading of the source that its own on-call supports, when asked to', async () => {
    const { options } = world()
    const { calibration } = await syncTenant({ ...options, calibrate: true })
    expect(calibration).not.toBeNull()
  })

  it('reads the order of turns as of the clock that the instance has, whatever the local one says', async () => {
    const { options } = world(3)
    for (const day of ['2026-11-23', '2026-12-02', '2027-03-30']) {
      vi.setSystemTime(`${day}T12:00:00Z`)
      const { now: _, ...withoutNow } = options
      expect((await syncTenant(withoutNow)).parity?.ratio).toBe(1)
    }
  })

  it('names the steps in their order', async () => {
    const { options } = world()
    const steps: SyncProgress['step'][] = []
    await syncTenant({ ...options, onProgress: ({ step }) => steps.at(-1) === step || steps.push(step) })
    expect(steps).toEqual(['export', 'observe', 'map', 'verify', 'plan', 'approve', 'apply', 'read-back'])
  })

  it.each([
    ['throws', () => assert.fail('no terminal')],
    ['rejects', () => Promise.reject(new Error('no terminal'))],
  ])('is not harmed by a watcher that %s', async (_, onProgress) => {
    const { options } = world()
    const watched = { ...options, onProgress: onProgress as () => void }
    expect(await syncTenant(watched)).toMatchObject({ outcome: 'applied' })
  })

  it('is incomplete, with every change accounted for, when the target refuses some', async () => {
    const { options, target } = world()
    const refusing: TargetAdapter = {
      ...target,
      read: async (context) => target.read(context),
      create: async (change, context) => {
        if (change.entity === 'schedule') throw new Error('no schedules today')
        return target.create(change, context)
      },
    }
    const report = await syncTenant({ ...options, target: refusing })
    expect(report.outcome).toBe('incomplete')
    expect(report.apply?.status).toBe('partial')
    expect(report.apply?.results.length).toBe(report.plan.changes.length)
    expect(report.remaining?.map(({ entity }) => entity)).toContain('schedule')
  })

  it('stops at an abort without writing', async () => {
    const { options, target } = world()
    const controller = new AbortController()
    const run = syncTenant({
      ...options,
      signal: controller.signal,
      onProgress: ({ step }) => step === 'map' && controller.abort(),
    })
    await expect(run.then(({ outcome }) => outcome)).resolves.toBe('incomplete')
    expect(target.snapshot().users).toEqual([])
  })
})
