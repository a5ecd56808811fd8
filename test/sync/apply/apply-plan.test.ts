import { describe, expect, it } from 'vitest'
import {
  applyPlan,
  type ApplyProgress,
  type BrakeCode,
  digestOf,
  type JournalEntry,
  parsePlan,
  partitionPlan,
  type SyncStateStore,
} from '../../../src/sync/index.ts'
import { createMemoryState } from '../../../src/testing/memory-state.ts'
import { createMemoryTarget } from '../../../src/testing/memory-target.ts'
import { aChange, aPlan } from '../support/apply-worlds.ts'
import { aTeam, aUser, origin } from '../support/items.ts'

const quick = { retryDelayMs: 0, clock: () => 1_764_000_000_000 }
const key = (nth: number): string => `person:${nth}`
const creation = (nth: number, dependsOn: readonly string[] = []) =>
  aChange({ action: 'create', entity: 'user', key: key(nth), value: aUser(key(nth)), dependsOn })
const creations = (count: number) => Array.from({ length: count }, (_, nth) => creation(nth))
const brake = (code: BrakeCode) => ({ code, entity: null, keys: [], limit: 1, actual: 2, message: 'Too much.' })
const outcomesOf = ({ results }: Awaited<ReturnType<typeof applyPlan>>) => results.map(({ outcome }) => outcome)

describe('applyPlan refuses, and writes nothing,', () => {
  it('when the plan was edited after it was made', async () => {
    const target = createMemoryTarget()
    const plan = { ...aPlan(creations(2)), changes: creations(1) }
    const report = await applyPlan(plan, { target, state: createMemoryState(), ...quick })
    expect(report).toMatchObject({ status: 'refused', refusal: { code: 'plan-changed' } })
    expect(outcomesOf(report)).toEqual(['not-reached'])
    expect(target.snapshot().users).toEqual([])
  })

  it('while a brake is on that allowUnsafe does not name', async () => {
    const plan = aPlan(creations(1), {
      safety: { safe: false, brakes: [brake('removal-share'), brake('empty-source')] },
    })
    const apply = (allowUnsafe: boolean | readonly BrakeCode[]) =>
      applyPlan(plan, { target: createMemoryTarget(), state: createMemoryState(), allowUnsafe, ...quick })
    expect(await apply(false)).toMatchObject({ status: 'refused', refusal: { code: 'unsafe' } })
    expect(await apply(['removal-share'])).toMatchObject({
      status: 'refused',
      refusal: { message: 'empty-source: Too much.' },
    })
    expect(await apply(['removal-share', 'empty-source'])).toMatchObject({ status: 'complete' })
    expect(await apply(true)).toMatchObject({ status: 'complete' })
  })

  it('while another writer holds the lease', async () => {
    const state = createMemoryState()
    await state.acquireLease(origin, { ttlMs: 60_000 })
    const report = await applyPlan(aPlan(creations(1)), { target: createMemoryTarget(), state, ...quick })
    expect(report).toMatchObject({ status: 'refused', refusal: { code: 'lease-held' } })
  })

  it('when the target cannot be read, without what its address carries', async () => {
    const error = new Error('GET https://me:secret@host.example/users?token=abc failed')
    const target = createMemoryTarget(
      {},
      { fault: ({ method }) => (method === 'read' ? { when: 'before', error } : null) },
    )
    const report = await applyPlan(aPlan(creations(1)), { target, state: createMemoryState(), ...quick })
    expect(report).toMatchObject({
      status: 'refused',
      refusal: { code: 'target-unreadable', message: 'GET https://host.example/users failed' },
    })
  })
})

describe('applyPlan stops', () => {
  it('at a signal: finishes and journals what is in flight, and goes on from there', async () => {
    const abort = new AbortController()
    const state = createMemoryState()
    const target = createMemoryTarget(
      {},
      { fault: ({ method }) => void (method === 'create' && target.snapshot().users.length === 2 && abort.abort()) },
    )
    const plan = aPlan(creations(6))
    const first = await applyPlan(plan, { target, state, signal: abort.signal, concurrency: 1, ...quick })
    expect(first).toMatchObject({ status: 'aborted', stopped: { code: 'aborted' } })
    expect(outcomesOf(first)).toEqual(['applied', 'applied', 'applied', 'not-reached', 'not-reached', 'not-reached'])
    const second = await applyPlan(plan, { target, state, ...quick })
    expect(second.status).toBe('complete')
    expect(target.snapshot().users).toHaveLength(6)
  })

  it('as soon as its lease is lost', async () => {
    let now = 0
    const clock = () => now
    const state = createMemoryState({ clock })
    const target = createMemoryTarget(
      {},
      {
        fault: ({ method }) => {
          if (method === 'create' && target.snapshot().users.length === 1) now += 120_000
          return null
        },
      },
    )
    const report = await applyPlan(aPlan(creations(4)), { target, state, clock, concurrency: 1, retryDelayMs: 0 })
    expect(report).toMatchObject({ status: 'aborted', stopped: { code: 'lease-lost' } })
    expect(outcomesOf(report)).toEqual(['applied', 'applied', 'not-reached', 'not-reached'])
  })
})

describe('applyPlan', () => {
  it('writes the intent before a change and its outcome after it, with one idempotency key for every attempt', async () => {
    const keys: string[] = []
    let failures = 2
    const target = createMemoryTarget(
      {},
      {
        fault: (call) => {
          if (call.method !== 'create') return null
          keys.push(call.idempotencyKey)
          return failures-- > 0
            ? { when: 'before', error: Object.assign(new Error('busy'), { transient: true }) }
            : null
        },
      },
    )
    const state = createMemoryState()
    const plan = aPlan(creations(1))
    expect(await applyPlan(plan, { target, state, ...quick })).toMatchObject({ status: 'complete' })
    expect(new Set(keys)).toEqual(new Set([`${plan.id}:user:person:0:create`]))
    expect(keys).toHaveLength(3)
    const lines: readonly JournalEntry[] = await state.readJournal(plan.id)
    expect(lines.map(({ kind }) => kind)).toEqual(['intent', 'outcome'])
  })

  it('does not try again what was not called transient', async () => {
    let calls = 0
    const target = createMemoryTarget(
      {},
      {
        fault: ({ method }) =>
          method === 'create' && (calls += 1) ? { when: 'before', error: new Error('no') } : null,
      },
    )
    const report = await applyPlan(aPlan([creation(0), creation(1, ['user:person:0:create'])]), {
      target,
      state: createMemoryState(),
      ...quick,
    })
    expect(calls).toBe(1)
    expect(report.results).toMatchObject([{ outcome: 'failed', error: { message: 'no' } }, { outcome: 'blocked' }])
  })

  it('knows again what it wrote before a crash by what only the baseline names', async () => {
    const before = { ...aTeam('group:1'), memberKeys: ['managed'] }
    const target = createMemoryTarget({
      users: [{ id: 'managed', link: null, revision: '1', managedBy: 'external', value: aUser(key(0)) }],
      userGroups: [{ id: 'g', link: { origin, key: 'group:1' }, revision: '1', value: before }],
    })
    const kept = createMemoryState()
    await kept.writeBaseline(origin, {
      set: [{ entity: 'user', key: key(0), targetId: 'managed', value: aUser(key(0)) }],
      delete: [],
    })
    const plan = aPlan([
      aChange({
        action: 'update',
        entity: 'userGroup',
        key: 'group:1',
        targetId: 'g',
        expects: digestOf(before),
        value: { ...before, memberKeys: [key(0)], name: 'Renamed' },
      }),
    ])
    const dying: SyncStateStore = {
      ...kept,
      writeBaseline: async () => {
        throw new Error('The process died.')
      },
    }
    await applyPlan(plan, { target, state: dying, ...quick })
    expect(target.snapshot().userGroups[0]?.value.name).toBe('Renamed')
    expect(outcomesOf(await applyPlan(plan, { target, state: kept, ...quick }))).toEqual(['adopted'])
  })

  it.each(['external', 'built-in'] as const)('leaves alone what is %s by now', async (managedBy) => {
    const record = { id: 'u', link: { origin, key: key(0) }, revision: '1', value: aUser(key(0)) }
    const target = createMemoryTarget({ users: [{ ...record, managedBy }] })
    const change = { entity: 'user', key: key(0), targetId: 'u', expects: digestOf(record.value) } as const
    for (const action of ['update', 'disable', 'remove'] as const) {
      const value = action === 'remove' ? null : { ...record.value, name: 'New' }
      const plan = aPlan([aChange({ ...change, action, value })])
      const report = await applyPlan(plan, { target, state: createMemoryState(), ...quick })
      expect(report.results).toMatchObject([{ outcome: 'stale', error: { code: 'managed-elsewhere' } }])
    }
    expect(target.snapshot().users).toMatchObject([{ revision: '1', value: { name: key(0) } }])
  })

  it('does not write what it cannot journal', async () => {
    const target = createMemoryTarget()
    const error = new Error('disk full')
    const state = createMemoryState({
      fault: ({ method }) => (method === 'appendJournal' ? { when: 'before', error } : null),
    })
    const report = await applyPlan(aPlan(creations(1)), { target, state, ...quick })
    expect(report.results).toMatchObject([{ outcome: 'failed', error: { code: 'state-store' } }])
    expect(target.snapshot().users).toEqual([])
  })

  it('invites in batches and blocks what needs somebody whose id is not known yet', async () => {
    const batches: number[] = []
    const memory = createMemoryTarget({}, { capabilities: { invitationBatchSize: 2 } })
    const target = {
      ...memory,
      invite: async (invitations: Parameters<typeof memory.invite>[0]) => {
        batches.push(invitations.length)
        return invitations.map(({ email }, nth) => ({
          email: email.toUpperCase(),
          outcome: 'invited' as const,
          ...(nth === 0 ? { id: `new-${email}` } : {}),
        }))
      },
    }
    const invite = (nth: number) => aChange({ action: 'invite', entity: 'user', key: key(nth), value: aUser(key(nth)) })
    const group = {
      key: 'group:1',
      name: 'g',
      description: '',
      membership: 'static',
      active: true,
      memberKeys: [key(1)],
      memberGroupKeys: [],
      supervisorKeys: [],
      ownedServices: [],
      site: null,
    }
    const needs = aChange({
      action: 'create',
      entity: 'userGroup',
      key: 'group:1',
      value: group,
      dependsOn: ['user:person:1:invite'],
    })
    const state = createMemoryState()
    const report = await applyPlan(aPlan([invite(0), invite(1), invite(2), needs]), {
      target,
      state,
      concurrency: 1,
      ...quick,
    })
    expect(batches).toEqual([2, 1])
    expect(report.results).toMatchObject([
      { outcome: 'applied', targetId: 'new-person.0@example.org' },
      { outcome: 'applied' },
      { outcome: 'applied' },
      { outcome: 'blocked', error: { code: 'missing-reference', message: 'The target has no person:1.' } },
    ])
    expect((await state.readBaseline(origin))?.entries.map((entry) => entry.key)).toEqual([key(0), key(2)])
  })

  it('adds the closing reference of a circle to what it has just created', async () => {
    const policy = (name: string, needs: readonly string[]) => ({
      key: name,
      name,
      ownerGroupKey: 'target:team',
      active: true,
      repeat: null,
      levels: [{ offsetMinutes: 0, targets: needs.map((need) => ({ kind: 'policy' as const, key: need })) }],
    })
    const make = (name: string, needs: readonly string[], dependsOn: readonly string[]) =>
      aChange({ action: 'create', entity: 'escalationPolicy', key: name, value: policy(name, needs), dependsOn })
    const close = aChange({
      action: 'update',
      entity: 'escalationPolicy',
      key: 'group:a',
      value: policy('group:a', ['group:b']),
      dependsOn: ['escalationPolicy:group:b:create'],
    })
    const target = createMemoryTarget({ userGroups: [{ id: 'team', link: null, revision: '1', value: aTeam('t') }] })
    const plan = aPlan([
      make('group:a', [], []),
      make('group:b', ['group:a'], ['escalationPolicy:group:a:create']),
      close,
    ])
    expect(await applyPlan(plan, { target, state: createMemoryState(), ...quick })).toMatchObject({
      status: 'complete',
    })
    expect(target.snapshot().escalationPolicies.map(({ value }) => value.levels[0]!.targets)).toEqual([
      [{ kind: 'policy', key: 'escalationPolicy-2' }],
      [{ kind: 'policy', key: 'escalationPolicy-1' }],
    ])
  })

  it('tells how far it is after each change, and ignores what the listener throws', async () => {
    const seen: ApplyProgress[] = []
    let now = 0
    const onProgress = (progress: ApplyProgress) => {
      seen.push(progress)
      throw new Error('broken display')
    }
    const report = await applyPlan(aPlan(creations(3)), {
      target: createMemoryTarget(),
      state: createMemoryState(),
      clock: () => (now += 1),
      concurrency: 1,
      onProgress,
    })
    expect(report.status).toBe('complete')
    expect(seen.map(({ done, total }) => `${done}/${total}`)).toEqual(['1/3', '2/3', '3/3'])
    expect(seen.at(-1)?.remainingMs).toBe(0)
  })

  it('records what is agreed already, but not over what the plan has written since', async () => {
    const state = createMemoryState()
    const target = createMemoryTarget()
    const agreed = [0, 9].map((nth) => ({
      entity: 'user' as const,
      key: key(nth),
      targetId: `t${nth}`,
      value: 'agreed',
    }))
    const plan = aPlan(creations(1), { agreed })
    for (let run = 0; run < 2; run += 1) await applyPlan(plan, { target, state, ...quick })
    expect((await state.readBaseline(origin))?.entries).toMatchObject([
      { key: key(0), targetId: 'user-1' },
      { key: key(9), value: 'agreed' },
    ])
  })
})

describe('partitionPlan', () => {
  it('splits a plan into valid plans without a dependency between them, which together do the same', async () => {
    const plan = aPlan(
      Array.from({ length: 40 }, (_, nth) => creation(nth, nth % 4 === 0 ? [] : [`user:person:${nth - 1}:create`])),
    )
    const parts = partitionPlan(plan, 3)
    expect(parts.map(({ changes }) => changes.length)).toEqual([16, 12, 12])
    const target = createMemoryTarget()
    const state = createMemoryState()
    const reports = await Promise.all(parts.map((part) => applyPlan(part, { target, state, ...quick })))
    expect(reports.map(({ status }) => status)).toEqual(['complete', 'complete', 'complete'])
    expect(target.snapshot().users).toHaveLength(40)
    expect((await state.readBaseline(origin))?.entries).toHaveLength(40)
  })

  it('lets a part refer to records that another part is yet to link, or that only the plan names', async () => {
    const record = (id: string, nth: number) => ({ id, link: null, revision: '1', value: aUser(key(nth)) })
    const target = createMemoryTarget({ users: [record('ours', 0), record('managed', 1)] })
    const memberKeys = [key(0), key(1)]
    const team = { ...aTeam('group:1'), memberKeys }
    const plan = aPlan(
      [
        aChange({ action: 'link', entity: 'user', key: key(0), targetId: 'ours', value: aUser(key(0)) }),
        aChange({ action: 'create', entity: 'userGroup', key: 'group:1', value: team }),
      ],
      { agreed: [{ entity: 'user', key: key(1), targetId: 'managed', value: aUser(key(1)) }] },
    )
    const [links, teams] = partitionPlan(plan, 2)
    const state = createMemoryState()
    const reports = [
      await applyPlan(parsePlan(JSON.stringify(teams)), { target, state, ...quick }),
      await applyPlan(links!, { target, state, ...quick }),
    ]
    expect(reports.map(({ status }) => status)).toEqual(['complete', 'complete'])
    expect(target.snapshot().userGroups[0]?.value.memberKeys).toEqual(['managed', 'ours'])
    expect(links?.part).not.toHaveProperty('records')
  })

  it('gives one part where nothing can be split, and a part of its own id', () => {
    const plan = aPlan([creation(0), creation(1, ['user:person:0:create'])])
    const [part, ...others] = partitionPlan(plan, 4)
    const { id, ...content } = part!
    expect(others).toEqual([])
    expect(id).toBe(digestOf(content))
  })
})
