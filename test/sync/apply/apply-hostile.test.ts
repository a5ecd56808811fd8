import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { applyPlan, type SyncStateStore, type TargetAdapter, type WriteContext } from '../../../src/sync/index.ts'
import { retryTransient } from '../../../src/sync/apply/apply-retry.ts'
import { createMemoryState } from '../../../src/testing/memory-state.ts'
import { createMemoryTarget, type MemoryTarget } from '../../../src/testing/memory-target.ts'
import { aChange, aPlan, contentOf, worlds } from '../support/apply-worlds.ts'
import { aUser, origin } from '../support/items.ts'

const quick = { retryDelayMs: 0, abortGraceMs: 1, clock: () => 1_764_000_000_000, allowUnsafe: true }
const creations = (count: number) =>
  Array.from({ length: count }, (_, nth) =>
    aChange({ action: 'create', entity: 'user', key: `person:${nth}`, value: aUser(`person:${nth}`) }),
  )

/** The same target, with some methods another way. */
const around = (target: MemoryTarget, other: Partial<TargetAdapter>): TargetAdapter => ({
  capabilities: target.capabilities,
  read: (context) => target.read(context),
  create: (change, context) => target.create(change, context),
  update: (change, context) => target.update(change, context),
  remove: (change, context) => target.remove(change, context),
  invite: (invitations) => target.invite(invitations),
  ...other,
})

const forEver = (): Promise<never> => new Promise(() => {})
const untilAbort = ({ signal }: WriteContext): Promise<never> =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

const gate = (): { readonly passed: Promise<void>; readonly open: () => void } => {
  let open = (): void => {}
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { passed, open: () => open() }
}

const unhandled: unknown[] = []
const note = (reason: unknown): void => void unhandled.push(reason)
process.on('unhandledRejection', note)
afterEach(() => expect(unhandled.splice(0)).toEqual([]))

describe('applyPlan comes back from an adapter', () => {
  it.each([
    ['hangs until its signal says stop', untilAbort, 'target-error'],
    ['hangs for ever', forEver, 'no-answer'],
  ])('that %s, and the next run goes on', async (_, hang, code) => {
    const target = createMemoryTarget()
    const state = createMemoryState()
    const abort = new AbortController()
    const plan = aPlan(creations(5))
    const hostile = around(target, {
      create: (change, context) => {
        if (target.snapshot().users.length < 2) return target.create(change, context)
        abort.abort()
        return hang(context)
      },
    })
    const first = await applyPlan(plan, { target: hostile, state, signal: abort.signal, concurrency: 1, ...quick })
    expect(first.status).toBe('aborted')
    expect(first.results.map(({ outcome }) => outcome)).toEqual([
      'applied',
      'applied',
      'failed',
      'not-reached',
      'not-reached',
    ])
    expect(first.results[2]?.error?.code).toBe(code)
    const second = await applyPlan(plan, { target, state, ...quick })
    expect(second.status).toBe('complete')
    expect(target.snapshot().users).toHaveLength(5)
  })

  it('that wrote and never said so: what arrived is adopted on the way out', async () => {
    const target = createMemoryTarget()
    const abort = new AbortController()
    const hostile = around(target, {
      create: async (change, context) => {
        await target.create(change, context)
        abort.abort()
        return forEver()
      },
    })
    const report = await applyPlan(aPlan(creations(1)), {
      target: hostile,
      state: createMemoryState(),
      signal: abort.signal,
      ...quick,
    })
    expect(report).toMatchObject({ status: 'complete', results: [{ outcome: 'adopted', targetId: 'user-1' }] })
  })

  it('that hangs while it is read', async () => {
    const abort = new AbortController()
    const target = around(createMemoryTarget(), {
      read: () => {
        abort.abort()
        return forEver()
      },
    })
    const report = await applyPlan(aPlan(creations(2)), {
      target,
      state: createMemoryState(),
      signal: abort.signal,
      ...quick,
    })
    expect(report).toMatchObject({ status: 'aborted', stopped: { code: 'aborted' } })
    expect(report.results.map(({ outcome }) => outcome)).toEqual(['not-reached', 'not-reached'])
  })

  it('in time: a write that ends by itself soon after the stop is finished', async () => {
    const target = createMemoryTarget()
    const abort = new AbortController()
    let seen: AbortSignal | undefined
    const slow = around(target, {
      create: async (change, context) => {
        seen = context.signal
        abort.abort()
        await new Promise((resolve) => setImmediate(resolve))
        expect(context.signal?.aborted).toBe(false)
        return target.create(change, context)
      },
    })
    const report = await applyPlan(aPlan(creations(2)), {
      target: slow,
      state: createMemoryState(),
      signal: abort.signal,
      concurrency: 1,
      ...quick,
      abortGraceMs: 10_000,
    })
    expect(seen).toBeDefined()
    expect(report.results.map(({ outcome }) => outcome)).toEqual(['applied', 'not-reached'])
  })

  it('wherever it hangs and whenever the stop comes: all is accounted for, and the next run ends as if nothing had been', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.nat(60), fc.nat(4), fc.boolean(), async ({ initial, plan }, stopAt, hold, landed) => {
        const undisturbed = createMemoryTarget(initial)
        const cleanState = createMemoryState()
        await applyPlan(plan, { target: undisturbed, state: cleanState, ...quick })
        const wanted = contentOf(undisturbed.snapshot(), await cleanState.readBaseline(origin))

        const target = createMemoryTarget(initial)
        const state = createMemoryState()
        const abort = new AbortController()
        let calls = 0
        const hangs = <A extends readonly unknown[], R>(method: (...args: A) => Promise<R>) => {
          return async (...args: A): Promise<R> => {
            calls += 1
            if (calls > stopAt) abort.abort()
            if (calls <= stopAt - hold) return method(...args)
            if (landed) await method(...args)
            return forEver()
          }
        }
        // What hangs before the stop would hold everything up; only a stop brings an apply back from there.
        const timer = setTimeout(() => abort.abort(), 3)
        const hostile = around(target, {
          create: hangs(async (change, context) => target.create(change, context)),
          update: hangs(async (change, context) => target.update(change, context)),
          remove: hangs(async (change, context) => target.remove(change, context)),
          invite: hangs(async (invitations) => target.invite(invitations)),
        })
        const first = await applyPlan(plan, { target: hostile, state, signal: abort.signal, ...quick })
        clearTimeout(timer)
        expect(first.results.map(({ changeId }) => changeId)).toEqual(plan.changes.map(({ id }) => id))
        const second = await applyPlan(plan, { target, state, ...quick })
        expect(second.status).toBe('complete')
        expect(contentOf(target.snapshot(), await state.readBaseline(origin))).toEqual(wanted)
      }),
      { numRuns: 150 },
    )
  })
})

describe('applyPlan', () => {
  it('hands every write the fencing token of its lease, and none where there are no leases', async () => {
    const tokens: unknown[] = []
    const target = createMemoryTarget()
    const noting = around(target, {
      create: (change, context) => {
        tokens.push(context.fencingToken)
        return target.create(change, context)
      },
    })
    const withLeases = createMemoryState()
    const withoutLeases: SyncStateStore = createMemoryState()
    delete withoutLeases.acquireLease
    await applyPlan(aPlan(creations(1)), { target: noting, state: withLeases, ...quick })
    await applyPlan(aPlan(creations(2).slice(1)), { target: noting, state: withLeases, ...quick })
    await applyPlan(aPlan(creations(3).slice(2)), { target: noting, state: withoutLeases, ...quick })
    expect(tokens).toEqual([1, 2, undefined])
  })

  it('is not held up by a lease that does not answer: it stops writing once the lease has run out', async () => {
    let now = 0
    const target = createMemoryTarget()
    const state = createMemoryState({ clock: () => now })
    const mute = {
      ...state,
      acquireLease: async (name: string, options: { readonly ttlMs: number }) => ({
        ...(await state.acquireLease(name, options))!,
        renew: forEver,
      }),
    }
    const passing = around(target, {
      create: (change, context) => {
        now += 20
        return target.create(change, context)
      },
    })
    const report = await applyPlan(aPlan(creations(3)), {
      target: passing,
      state: mute,
      ...quick,
      clock: () => now,
      leaseTtlMs: 30,
      concurrency: 1,
    })
    expect(report).toMatchObject({ status: 'aborted', stopped: { code: 'lease-lost' } })
    expect(report.results.map(({ outcome }) => outcome)).toEqual(['applied', 'not-reached', 'not-reached'])
  })

  it('lets no promise of the progress listener go unhandled', async () => {
    const listener: unknown = async () => Promise.reject(new Error('display'))
    const report = await applyPlan(aPlan(creations(3)), {
      target: createMemoryTarget(),
      state: createMemoryState(),
      ...quick,
      onProgress: listener as () => void,
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(report.status).toBe('complete')
  })

  it('tries again what asks for it, whatever kind of thing was thrown', async () => {
    for (const thrown of [
      { transient: true },
      Object.assign(new TypeError('odd'), { transient: true }),
      Object.assign(new Error('odd'), { transient: true }),
    ]) {
      let left = 3
      const call = async (): Promise<string> => {
        if (left === 0) return 'done'
        left -= 1
        throw thrown as Error
      }
      expect(await retryTransient(call, { retries: 3, retryDelayMs: 0 })).toBe('done')
      left = 4
      await expect(retryTransient(call, { retries: 3, retryDelayMs: 0 })).rejects.toBe(thrown)
    }
  })
})

describe('applyPlan says what happened', () => {
  it.each([{ retries: Number.NaN }, { retries: -1 }, { retryDelayMs: -1 }])(
    'of %o: nothing, it is refused',
    async (wrong) => {
      const target = createMemoryTarget()
      const attempt = applyPlan(aPlan(creations(1)), { target, state: createMemoryState(), ...quick, ...wrong })
      await expect(attempt).rejects.toMatchObject({ code: 'invalid-argument' })
      expect(target.snapshot().users).toEqual([])
    },
  )

  it.each(['readJournal', 'appendJournal', 'writeBaseline'] as const)(
    'as aborted where the state store hangs in %s, and the next run goes on',
    async (method) => {
      const target = createMemoryTarget()
      const state = createMemoryState()
      const abort = new AbortController()
      const hanging: SyncStateStore = {
        ...state,
        [method]: async () => {
          abort.abort()
          return forEver()
        },
      }
      const plan = aPlan(creations(3))
      const report = await applyPlan(plan, { target, state: hanging, signal: abort.signal, concurrency: 1, ...quick })
      expect(report.status).toBe(method === 'readJournal' ? 'refused' : 'aborted')
      expect(report.results).toHaveLength(3)
      expect(await applyPlan(plan, { target, state, ...quick })).toMatchObject({ status: 'complete' })
      expect(target.snapshot().users).toHaveLength(3)
    },
  )

  it('as aborted where the stop came before the state store gave the lease, which is given back when it comes', async () => {
    const target = createMemoryTarget()
    const state = createMemoryState()
    const abort = new AbortController()
    const [asked, answered] = [gate(), gate()]
    const slow: SyncStateStore = {
      ...state,
      acquireLease: async (name, options) => {
        asked.open()
        await answered.passed
        return state.acquireLease(name, options)
      },
    }
    const plan = aPlan(creations(2))
    const running = applyPlan(plan, { target, state: slow, signal: abort.signal, ...quick, abortGraceMs: 3_600_000 })
    await asked.passed
    abort.abort()
    expect(await running).toMatchObject({
      status: 'aborted',
      stopped: { code: 'aborted' },
      results: [{ outcome: 'not-reached' }, { outcome: 'not-reached' }],
    })
    answered.open()
    await new Promise((resolve) => setImmediate(resolve))
    expect(await applyPlan(plan, { target, state, ...quick })).toMatchObject({ status: 'complete' })
  })

  it('as aborted where the signal said stop before it began, and asks for no lease', async () => {
    const state = { ...createMemoryState(), acquireLease: () => expect.unreachable() }
    const signal = AbortSignal.abort()
    const report = await applyPlan(aPlan(creations(1)), { target: createMemoryTarget(), state, signal, ...quick })
    expect(report).toMatchObject({ status: 'aborted', results: [{ outcome: 'not-reached' }] })
  })

  it('as aborted where the state store hangs in giving the lease back', async () => {
    const target = createMemoryTarget()
    const state = createMemoryState()
    const abort = new AbortController()
    const hanging: SyncStateStore = {
      ...state,
      acquireLease: async (name, options) => ({ ...(await state.acquireLease(name, options))!, release: forEver }),
    }
    const stopping = around(target, {
      create: (change, context) => {
        abort.abort()
        return target.create(change, context)
      },
    })
    const report = await applyPlan(aPlan(creations(2)), {
      target: stopping,
      state: hanging,
      signal: abort.signal,
      concurrency: 1,
      ...quick,
    })
    expect(report).toMatchObject({ status: 'aborted', results: [{ outcome: 'applied' }, { outcome: 'not-reached' }] })
  })

  it('as aborted where the stop came while the last writes hung', async () => {
    const target = createMemoryTarget()
    const abort = new AbortController()
    const hostile = around(target, {
      create: (_, context) => {
        abort.abort()
        return untilAbort(context)
      },
    })
    const plan = aPlan(creations(2))
    const report = await applyPlan(plan, {
      target: hostile,
      state: createMemoryState(),
      signal: abort.signal,
      concurrency: 2,
      ...quick,
    })
    expect(report.status).toBe('aborted')
    expect(report.stopped?.code).toBe('aborted')
    expect(report.results).toHaveLength(2)
  })

  it.each([Number.NaN, 0, -1, 0.5])(
    'of an adapter that wants %d writes at once: one at a time',
    async (concurrency) => {
      const target = createMemoryTarget({}, { capabilities: { concurrency } })
      const report = await applyPlan(aPlan(creations(3)), { target, state: createMemoryState(), ...quick })
      expect(report.status).toBe('complete')
    },
  )

  it('of a plan that has lost its changes: refused', async () => {
    const plan = { ...aPlan(creations(1)), changes: null } as never
    const report = await applyPlan(plan, { target: createMemoryTarget(), state: createMemoryState(), ...quick })
    expect(report).toMatchObject({ status: 'refused', results: [], refusal: { code: 'plan-changed' } })
  })
})
