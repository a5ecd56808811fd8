import * as z from 'zod/mini'

const text = z.string()
const nullableText = z.nullable(text)
const count = z.int().check(z.nonnegative())
const entity = z.enum(['user', 'userGroup', 'schedule', 'escalationPolicy'])
const list = <T extends z.core.SomeType>(item: T): z.ZodMiniArray<T> => z.array(item)
const object = z.looseObject

const sides = { base: z.optional(z.unknown()), source: z.optional(z.unknown()), target: z.optional(z.unknown()) }

const namedRecord = object({ entity, key: text, targetId: text })
const baselineEntry = object({ entity, key: text, targetId: text, value: z.unknown() })

const change = object({
  id: text,
  action: z.enum(['create', 'link', 'update', 'disable', 'remove', 'invite']),
  entity,
  key: text,
  targetId: nullableText,
  fields: list(object({ path: text, ...sides, winner: z.enum(['source', 'target', 'agreed', 'unresolved']) })),
  value: z.unknown(),
  baseline: z.optional(z.unknown()),
  dependsOn: list(text),
  expects: nullableText,
  reason: text,
  name: text,
})

const conflict = object({
  id: text,
  kind: z.enum([
    'both-changed',
    'no-baseline',
    'user-not-found',
    'ambiguous-match',
    'duplicate-schedule',
    'name-collision',
    'time-zone-mismatch',
    'removed-in-target',
    'removed-in-source',
  ]),
  entity,
  key: text,
  name: text,
  targetId: nullableText,
  path: nullableText,
  ...sides,
  candidates: list(text),
  affects: list(text),
  message: text,
  wayOut: text,
})

const drift = object({
  entity,
  key: text,
  name: text,
  targetId: text,
  path: nullableText,
  base: sides.base,
  target: sides.target,
  message: text,
})

const skipped = object({ entity, key: nullableText, targetId: nullableText, name: text, code: text, reason: text })

const brake = object({
  code: text,
  entity: z.nullable(entity),
  keys: list(text),
  limit: z.number(),
  actual: z.number(),
  message: text,
})

const levels = list(object({ offsetMinutes: z.number(), userKeys: list(text) }))

const policyImpact = object({
  key: text,
  name: text,
  now: object({ before: levels, after: levels }),
  uncoveredMinutes: object({ before: z.number(), after: z.number() }),
  load: list(object({ userKey: text, minutes: z.number() })),
  phase: z.optional(
    object({
      scheduleKey: text,
      rotations: list(object({ key: text, participants: list(z.unknown()) })),
      message: text,
    }),
  ),
})

export type PlanList = 'changes' | 'conflicts' | 'drift' | 'skipped' | 'agreed' | 'policies'

/** The lists of a plan, item by item. */
export const planItemSchemas: Readonly<Record<PlanList, z.ZodMiniType>> = {
  changes: change,
  conflicts: conflict,
  drift,
  skipped,
  agreed: baselineEntry,
  policies: policyImpact,
}

const head = {
  version: z.literal(1),
  id: text.check(z.regex(/^[0-9a-f]{64}$/)),
  origin: text,
  createdAt: text,
  unchanged: object({ user: count, userGroup: count, schedule: count, escalationPolicy: count }),
  safety: object({ safe: z.boolean(), brakes: list(brake) }),
  part: z.optional(object({ of: text, index: count, count, records: z.optional(list(namedRecord)) })),
}

/** The shape of a plan. What it does not name may be there and is covered by the id like all else. */
export const planSchema: z.ZodMiniType = object({
  ...head,
  changes: list(change),
  conflicts: list(conflict),
  drift: list(drift),
  skipped: list(skipped),
  impact: object({ from: text, to: text, policies: list(policyImpact) }),
  agreed: z.optional(list(baselineEntry)),
})

export interface PlanHead {
  readonly plan: { readonly impact: object }
  readonly counts: Readonly<Record<PlanList, number>>
  readonly hasAgreed: boolean
}

/** The first line of a plan that is written as lines: all but its lists, and how long those are. */
export const planHeadSchema: z.ZodMiniType<PlanHead> = object({
  plan: object({ ...head, impact: object({ from: text, to: text }) }),
  counts: object({ changes: count, conflicts: count, drift: count, skipped: count, agreed: count, policies: count }),
  hasAgreed: z.boolean(),
})
