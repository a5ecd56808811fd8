import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planJsonSchema } from '../../../scripts/plan-json-schema.ts'
import {
  digestOf,
  formatPlanLines,
  parsePlan,
  parsePlanLines,
  partitionPlan,
  PlanError,
  type SyncPlan,
  SyncPlanner,
} from '../../../src/sync/index.ts'
import { worlds } from '../support/apply-worlds.ts'
import { aRecord, planOf } from '../support/plan-of.ts'
import { histories, type History, now, snapshotOf } from '../support/planner-worlds.ts'
import { aUser } from '../support/items.ts'

const runs = Number(process.env['XMATTERS_SYNC_RUNS'] ?? 40)

/** Records as a hand would have made them, linked and edited; so that there is everything that a plan can have. */
const planFor = ({ before, after, edited }: History): SyncPlan => {
  const planner = new SyncPlanner({ strategy: 'manual', removal: 'remove' })
  const { changes } = planner.plan({
    desired: snapshotOf(before),
    current: { users: [], userGroups: [], schedules: [], escalationPolicies: [] },
    baseline: null,
    now,
  })
  const records = <T extends { readonly key: string }>(list: readonly T[]) =>
    list.map((value) => aRecord(value.key, value))
  return planner.plan({
    desired: snapshotOf(after),
    current: {
      users: records(edited.users),
      userGroups: records(edited.userGroups),
      schedules: records(edited.schedules),
      escalationPolicies: records(edited.escalationPolicies),
    },
    baseline: {
      origin: snapshotOf(before).origin,
      entries: changes.map(({ entity, key, value }) => ({ entity, key, targetId: key, value })),
    },
    now,
  })
}
const plans = histories.map(planFor)

const plan = planOf({
  source: { users: [aUser('person:1'), aUser('person:2', { name: 'New' })] },
  target: { users: [aRecord('b', aUser('person:2'))] },
  options: { strategy: 'merge' },
})

const codeOf = (read: () => unknown): string | null => {
  try {
    read()
    return null
  } catch (error) {
    return error instanceof PlanError ? error.code : 'another error'
  }
}

describe('parsePlan', () => {
  it('reads its text, or the value of it', () => {
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan)
    expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
  })

  it('refuses a plan that was edited anywhere', () => {
    fc.assert(
      fc.property(plans, fc.nat(), fc.constantFrom('changed', 'x', 0, null, true, []), (made, at, value) => {
        const copy = JSON.parse(JSON.stringify(made)) as SyncPlan
        const before = JSON.stringify(copy)
        const places = placesOf(copy)
        const [holder, key] = places[at % places.length]!
        holder[key] = value
        fc.pre(JSON.stringify(copy) !== before)
        expect(['plan-changed', 'plan-malformed', 'plan-version']).toContain(codeOf(() => parsePlan(copy)))
      }),
      { numRuns: runs * 5 },
    )
  })

  it('refuses other versions, and what is no plan at all, and quotes nothing of it', () => {
    expect(codeOf(() => parsePlan({ ...plan, version: 2 }))).toBe('plan-version')
    expect(codeOf(() => parsePlan({ version: '1.0' }))).toBe('plan-version')
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '"plan"',
      '{}',
      '{"version":1}',
      JSON.stringify({ ...plan, changes: {} }),
    ])
      expect([text, codeOf(() => parsePlan(text))]).toEqual([text, 'plan-malformed'])
    for (const value of [undefined, null, 1, [], () => plan])
      expect(codeOf(() => parsePlan(value))).toBe('plan-malformed')
    expect(() => parsePlan('{"secret": hunter2')).not.toThrow(/hunter2/)
    const { id: _, ...content } = { ...plan, changes: [{ ...plan.changes[0], action: 'destroy' }] }
    expect(codeOf(() => parsePlan({ ...content, id: digestOf(content) }))).toBe('plan-malformed')
  })

  it('reads what other hands made of a plan as it is', () => {
    fc.assert(
      fc.property(worlds, ({ plan: made }) => {
        for (const part of partitionPlan(made, 3))
          expect(parsePlan(JSON.stringify(part))).toEqual(JSON.parse(JSON.stringify(part)))
      }),
      { numRuns: runs },
    )
  })
})

describe('planJsonSchema', () => {
  const validate = new Ajv2020({ strict: false }).compile(planJsonSchema())

  it('describes every plan', () => {
    fc.assert(
      fc.property(plans, (made) => {
        expect([validate(JSON.parse(JSON.stringify(made))), validate.errors]).toEqual([true, null])
      }),
      { numRuns: runs },
    )
  })

  it('does not describe what parsePlan refuses for its shape', () => {
    const change = plan.changes[0]!
    for (const broken of [
      { ...plan, version: 2 },
      { ...plan, id: 'x' },
      { ...plan, changes: [{ ...change, action: 'destroy' }] },
      { ...plan, changes: [{ ...change, dependsOn: null }] },
      { ...plan, unchanged: { user: -1 } },
    ]) {
      expect(validate(broken)).toBe(false)
    }
  })
})

describe('a plan as lines', () => {
  it('comes back as it was, with and without line breaks', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (made) => {
        const lines = [...formatPlanLines(made)]
        expect(await parsePlanLines(lines)).toEqual(made)
        expect(await parsePlanLines(lines.join('').split('\n'))).toEqual(made)
      }),
      { numRuns: runs },
    )
  })

  it('is refused when lines are missing, edited, or nothing of the kind', async () => {
    const lines = [...formatPlanLines(plan)]
    const failure = async (edited: readonly string[]): Promise<unknown> =>
      parsePlanLines(edited).then(
        () => null,
        (error: unknown) => (error instanceof PlanError ? error.code : error),
      )
    expect(await failure(lines)).toBeNull()
    for (let at = 0; at < lines.length; at += 1) expect(await failure(lines.toSpliced(at, 1))).toBe('plan-malformed')
    expect(await failure([...lines, lines.at(-1)!])).toBe('plan-malformed')
    expect(await failure([...lines, '{"others":1}'])).toBe('plan-malformed')
    expect(await failure([])).toBe('plan-malformed')
    expect(await failure(['{'])).toBe('plan-malformed')
    expect(await failure([lines[0]!.replace('"version":1', '"version":9'), ...lines.slice(1)])).toBe('plan-version')
    expect(await failure(lines.map((line) => line.replace('"New"', '"Other"')))).toBe('plan-changed')
  })
})

type Holder = Record<string, unknown>

/** Every place in a JSON value, as its holder and key. */
function placesOf(value: unknown): readonly (readonly [Holder, string])[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Holder
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesOf(holder[key])])
}
