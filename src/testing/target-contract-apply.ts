import {
  type ApplyReport,
  applyPlan,
  type Change,
  digestOf,
  type SyncPlan,
  type TargetAdapter,
  type TargetSnapshot,
} from '../sync/index.ts'
import { want } from './contract-case.ts'
import { createMemoryState } from './memory-state.ts'
import { richValue, withRecord, type ContractIds } from './contract-values.ts'
import { contractOrigin, creatableKinds, recordsIn, type TargetCheck } from './target-under-test.ts'

export const applyCases: readonly TargetCheck[] = [
  [
    'takes a whole plan, and the same plan again',
    async ({ target, stored }) => {
      const plan = planFor(target)
      const report = await applyPlan(plan, { target, state: createMemoryState(), retryDelayMs: 0 })
      want(
        report.status === 'complete',
        'applyPlan must be able to create a user, a group, a schedule and a policy that refer to each other.',
        unfinished(report),
      )
      const again = await applyPlan(plan, { target, state: createMemoryState(), retryDelayMs: 0 })
      want(
        again.status === 'complete',
        'A plan whose journal was lost must be adopted: read must show each record with its link and value as written.',
        unfinished(again),
      )
      wantOnce(await stored(), plan)
    },
  ],
  [
    'ends with each item once when every first answer is lost',
    async ({ target, stored }) => {
      const plan = planFor(target)
      const report = await applyPlan(plan, {
        target: losingAnswers(target),
        state: createMemoryState(),
        retryDelayMs: 0,
      })
      want(
        report.status === 'complete',
        'After a timeout that came too late the library must find what it wrote by its link.',
        unfinished(report),
      )
      wantOnce(await stored(), plan)
    },
  ],
]

const unfinished = ({ status, refusal, results }: ApplyReport): object => ({
  status,
  ...(refusal ? { refusal: refusal.message } : {}),
  changes: results.flatMap(({ changeId, outcome, error }) =>
    outcome === 'applied' || outcome === 'adopted' ? [] : `${changeId} is ${outcome}: ${error?.message ?? 'no reason'}`,
  ),
})

/** One item of each kind that can be created, each referring to those before it. */
function planFor(target: TargetAdapter): SyncPlan {
  let keys: ContractIds = {}
  const changes: Change[] = []
  for (const entity of creatableKinds(target)) {
    if (entity === 'escalationPolicy' && keys.userGroup === undefined) continue
    const key = entity === 'user' ? 'person:1' : 'group:1'
    const value = richValue(entity, key, keys)
    changes.push({
      id: `${entity}:${key}:create`,
      action: 'create',
      entity,
      key,
      targetId: null,
      fields: [],
      value,
      dependsOn: changes.map(({ id }) => id),
      expects: null,
      reason: 'contract',
      name: key,
    })
    keys = withRecord(keys, entity, key, value)
  }
  const content = {
    version: 1 as const,
    origin: contractOrigin,
    createdAt: '2026-11-23T09:00:00Z',
    changes,
    conflicts: [],
    drift: [],
    skipped: [],
    unchanged: { user: 0, userGroup: 0, schedule: 0, escalationPolicy: 0 },
    safety: { safe: true, brakes: [] },
    impact: { from: '2026-11-23T09:00:00Z', to: '2026-11-24T09:00:00Z', policies: [] },
  }
  return { ...content, id: digestOf(content) }
}

/** Does what it is asked, and the first time says that it timed out. */
function losingAnswers(target: TargetAdapter): TargetAdapter {
  const asked = new Set<string>()
  const loseFirst = async <T>(key: string, call: () => Promise<T>): Promise<T> => {
    const result = await call()
    if (asked.has(key)) return result
    asked.add(key)
    throw Object.assign(new Error('The answer was lost on the way.'), { transient: true })
  }
  return {
    ...(target.capabilities ? { capabilities: target.capabilities } : {}),
    read: (context) => target.read(context),
    create: (change, context) => loseFirst(context.idempotencyKey, () => target.create(change, context)),
    update: (change, context) => loseFirst(context.idempotencyKey, () => target.update(change, context)),
    remove: (change, context) => loseFirst(context.idempotencyKey, () => target.remove(change, context)),
  }
}

function wantOnce(stored: TargetSnapshot, plan: SyncPlan): void {
  for (const { entity, key } of plan.changes) {
    const count = recordsIn(stored, entity).filter(({ link }) => link?.key === key).length
    want(count === 1, `There must be exactly one ${entity} with the link ${key}.`, count)
  }
}
