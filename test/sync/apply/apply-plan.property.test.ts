import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyPlan,
  type ApplyReport,
  listReferences,
  type SyncStateStore,
  type TargetAdapter,
} from '../../../src/sync/index.ts'
import { createMemoryState } from '../../../src/testing/memory-state.ts'
import { createMemoryTarget, type MemoryTarget } from '../../../src/testing/memory-target.ts'
import { contentOf, everyRecord, type World, worlds } from '../support/apply-worlds.ts'
import { origin } from '../support/items.ts'

const scale = Number(process.env['XMATTERS_SYNC_RUNS'] ?? 1)
const startedAt = 1_764_000_000_000
/** These plans were made without looking at who is on call. */
const quick = { retryDelayMs: 0, clock: () => startedAt, allowUnsafe: true }
const done = (outcome: string): boolean => outcome === 'applied' || outcome === 'adopted'

/** Forgets the keys, as a host without idempotency does: only the library can prevent duplicates. */
const forgetful = (target: MemoryTarget): TargetAdapter => {
  let call = 0
  const anew = () => ({ idempotencyKey: `${(call += 1)}` })
  return {
    capabilities: target.capabilities,
    read: (context) => target.read(context),
    create: (change) => target.create(change, anew()),
    update: (change) => target.update(change, anew()),
    remove: (change) => target.remove(change, anew()),
    invite: (invitations) => target.invite(invitations),
  }
}

/** Counts the calls to target and store together and lets them fail from one of them on, or that one only. */
const createTrap = () => {
  let calls = 0
  let armed: { at: number; when: 'before' | 'after'; mode: 'crash' | 'once' | 'transient' } | null = null
  return {
    get calls() {
      return calls
    },
    arm: (trap: typeof armed) => {
      armed = trap
      calls = 0
    },
    fault: () => {
      const nth = (calls += 1)
      if (!armed || nth < armed.at) return null
      const error = Object.assign(new Error('broken'), armed.mode === 'transient' ? { transient: true } : {})
      if (nth === armed.at) return { when: armed.when, error }
      return armed.mode === 'crash' ? { when: 'before' as const, error } : null
    },
  }
}

async function finalContent(target: MemoryTarget, state: SyncStateStore): Promise<unknown> {
  return contentOf(target.snapshot(), await state.readBaseline(origin))
}

async function undisturbed({
  initial,
  plan,
}: World): Promise<{ report: ApplyReport; content: unknown; calls: number }> {
  const trap = createTrap()
  const target = createMemoryTarget(initial, { fault: trap.fault })
  const state = createMemoryState({ fault: trap.fault })
  const report = await applyPlan(plan, { target, state, ...quick })
  return { report, calls: trap.calls, content: await finalContent(target, state) }
}

describe('applyPlan', () => {
  it('applies every change of a plan to the target that it was made against', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { report, content } = await undisturbed(world)
        expect(report.results.map(({ changeId }) => changeId)).toEqual(world.plan.changes.map(({ id }) => id))
        expect(report).toMatchObject({ status: 'complete' })
        expect(JSON.stringify(content)).not.toContain('missing')
        const written = world.plan.changes.filter(({ action }) => action !== 'remove')
        expect(content).toMatchObject({
          entries: written.map(({ entity, key, value }) => JSON.stringify([entity, key, key, value])).sort(),
        })
      }),
      { numRuns: 300 * scale },
    )
  })

  it('hands a change over only when all that it refers to is in the target', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async ({ initial, plan }) => {
        const dangling: string[] = []
        const target = createMemoryTarget(initial, {
          fault: (call) => {
            if (call.method !== 'create' && call.method !== 'update') return null
            const there = new Set(everyRecord(target.snapshot()).map(({ entity, record }) => `${entity} ${record.id}`))
            for (const { kind, reference } of listReferences(call.change.entity, call.change.value as never)) {
              if (!there.has(`${kind} ${reference}`)) dangling.push(`${call.change.link.key}: ${kind} ${reference}`)
            }
            return null
          },
        })
        await applyPlan(plan, { target, state: createMemoryState(), ...quick })
        expect(dangling).toEqual([])
      }),
      { numRuns: 300 * scale },
    )
  })

  it('ends the same after a failure at any call, before or after its effect, and a second run', async () => {
    await fc.assert(
      fc.asyncProperty(
        worlds,
        fc.nat(),
        fc.constantFrom('before' as const, 'after' as const),
        fc.constantFrom('crash' as const, 'once' as const, 'transient' as const),
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        async (world, point, when, mode, isForgetful, concurrency) => {
          const clean = await undisturbed(world)
          const trap = createTrap()
          const target = createMemoryTarget(world.initial, { fault: trap.fault })
          let now = startedAt
          const state = createMemoryState({ fault: trap.fault, clock: () => now })
          const adapter = isForgetful ? forgetful(target) : target
          trap.arm({ at: 1 + (point % clean.calls), when, mode })
          const first = await applyPlan(world.plan, { target: adapter, state, concurrency, ...quick })
          trap.arm(null)
          // A writer that died cannot give its lease back.
          now += 3_600_000
          const second = await applyPlan(world.plan, { target: adapter, state, concurrency, ...quick })
          expect(second.status, JSON.stringify({ first, second })).toBe('complete')
          expect(await finalContent(target, state)).toEqual(clean.content)
        },
      ),
      { numRuns: 700 * scale },
    )
  })

  it('leaves out exactly what was edited since the plan, and what depends on it', async () => {
    await fc.assert(
      fc.asyncProperty(
        worlds,
        fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 4 }),
        async ({ initial, plan }, edits) => {
          const target = createMemoryTarget(initial)
          const touched = new Set<string>()
          const gone = new Set<string>()
          for (const [nth, isRemoval] of edits) {
            const records = everyRecord(target.snapshot())
            const chosen = records[nth % Math.max(1, records.length)]
            if (!chosen) continue
            const { entity, record } = chosen
            target.edit(entity, record.id, isRemoval ? null : { name: 'edited by hand' })
            touched.add(record.id)
            if (isRemoval) gone.add(record.id)
          }
          const outcomes = new Map<string, string>()
          for (const { id, entity, targetId, dependsOn, value } of plan.changes) {
            const isCutOff = dependsOn.some((need) => outcomes.get(need) !== 'applied')
            const needsGone =
              value !== null &&
              listReferences(entity, value as never).some(({ kind, reference }) => gone.has(`${kind}/${reference}`))
            outcomes.set(
              id,
              isCutOff ? 'blocked' : touched.has(targetId ?? '') ? 'stale' : needsGone ? 'blocked' : 'applied',
            )
          }
          const report = await applyPlan(plan, { target, state: createMemoryState(), ...quick })
          expect(report.results.map(({ changeId, outcome }) => [changeId, outcome])).toEqual([...outcomes])
        },
      ),
      { numRuns: 500 * scale },
    )
  })

  it('accounts for every change exactly once whatever adapter and store do', async () => {
    const oddities = fc.constantFrom(...Object.keys(misbehaviours), 'none', 'none', 'none')
    await fc.assert(
      fc.asyncProperty(
        worlds,
        fc.array(oddities, { minLength: 1, maxLength: 60 }),
        async ({ initial, plan }, oddity) => {
          let call = 0
          const odd = <T extends object>(real: T): T =>
            new Proxy(real, {
              get(object, name) {
                const member: unknown = Reflect.get(object, name)
                if (typeof member !== 'function') return member
                return (...args: unknown[]): unknown => {
                  const misbehave = misbehaviours[oddity[call++ % oddity.length]!]
                  const honest = (): Promise<unknown> => Reflect.apply(member, object, args) as Promise<unknown>
                  return misbehave ? misbehave(honest) : honest()
                }
              },
            })
          const target = createMemoryTarget(initial)
          const state = createMemoryState()
          const report = await applyPlan(plan, { target: odd(target), state: odd(state), ...quick, retries: 2 })
          expect(report.results.map(({ changeId }) => changeId)).toEqual(plan.changes.map(({ id }) => id))
          expect(['complete', 'partial', 'refused', 'aborted']).toContain(report.status)
          if (report.status === 'complete') expect(report.results.every(({ outcome }) => done(outcome))).toBe(true)
          if (report.status === 'refused')
            expect(report.results.every(({ outcome }) => outcome === 'not-reached')).toBe(true)
          const links = everyRecord(target.snapshot()).flatMap(({ entity, record }) =>
            record.link ? [`${entity} ${record.link.key}`] : [],
          )
          expect(new Set(links).size).toBe(links.length)
        },
      ),
      { numRuns: 500 * scale },
    )
  })
})

const fail = (properties: object) => Object.assign(new Error('odd'), properties)

const misbehaviours: Readonly<Record<string, (honest: () => Promise<unknown>) => unknown>> = {
  throwsAtOnce: () => {
    throw fail({})
  },
  rejects: async () => Promise.reject(fail({ code: 'nope' })),
  timesOut: async () => Promise.reject(fail({ transient: true })),
  timesOutAfterSuccess: async (honest) => {
    await honest()
    throw fail({ transient: true })
  },
  rejectsAfterSuccess: async (honest) => {
    await honest()
    throw fail({})
  },
  isStale: async () => Promise.reject(fail({ code: 'stale' })),
  throwsNothing: async () => Promise.reject(null),
  throwsText: async () => Promise.reject('text'),
  saysNothing: async (honest) => void (await honest()),
  saysNull: async (honest) => {
    await honest()
    return null
  },
  repeats: async (honest) => {
    const answer = await honest()
    return Array.isArray(answer) ? [...answer, ...answer] : answer
  },
  saysLess: async (honest) => {
    const answer = await honest()
    return Array.isArray(answer) ? answer.slice(1) : answer
  },
  happensTwice: async (honest) => {
    await honest()
    return honest()
  },
  oneIdForAll: async (honest) => {
    const answer = await honest()
    return answer && typeof answer === 'object' && 'id' in answer ? { ...answer, id: 'user-1' } : answer
  },
}
