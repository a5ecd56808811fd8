import { checkId, checkVersion } from './check-plan.ts'
import { malformed, parseJson } from './parse-plan.ts'
import { type PlanHead, planHeadSchema, planItemSchemas, type PlanList } from './plan-schema.ts'
import type { SyncPlan } from '../plan.ts'

/** In the order in which they are written. */
const lists = Object.keys(planItemSchemas) as readonly PlanList[]

/**
 * A plan as lines of JSON, each ending with a line break: a head, then every item of its lists on a line of its own. The text of a
 * large plan is never held whole; `parsePlanLines` reads it back.
 */
export function* formatPlanLines(plan: SyncPlan): Generator<string, void, undefined> {
  const { changes, conflicts, drift, skipped, agreed, impact, ...head } = plan
  const { policies, ...window } = impact
  const items = { changes, conflicts, drift, skipped, agreed: agreed ?? [], policies }
  const counts = Object.fromEntries(lists.map((list) => [list, items[list].length]))
  yield `${JSON.stringify({ plan: { ...head, impact: window }, counts, hasAgreed: agreed !== undefined })}\n`
  for (const list of lists) for (const item of items[list]) yield `${JSON.stringify({ [list]: item })}\n`
}

/**
 * Reads a plan from the lines that `formatPlanLines` wrote, one at a time, with or without their line breaks; empty lines are ignored.
 * Rejects with `PlanError` like `parsePlan`, also where lines are missing.
 */
export async function parsePlanLines(lines: Iterable<string> | AsyncIterable<string>): Promise<SyncPlan> {
  let head: PlanHead | null = null
  const items = Object.fromEntries(lists.map((list) => [list, [] as unknown[]])) as Record<PlanList, unknown[]>
  let number = 0
  for await (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    const value = parseJson(line)
    if (head) addItem(items, value, number)
    else head = readHead(value)
  }
  if (!head) throw malformed('it has no lines')
  for (const list of lists) {
    const [expected, found] = [head.counts[list], items[list].length]
    if (expected !== found) throw malformed(`it has ${found} of ${String(expected)} ${list}`)
  }
  const { changes, conflicts, drift, skipped, agreed, policies } = items
  const plan = {
    ...head.plan,
    changes,
    conflicts,
    drift,
    skipped,
    impact: { ...head.plan.impact, policies },
    ...(head.hasAgreed ? { agreed } : {}),
  } as unknown as SyncPlan
  checkId(plan)
  return plan
}

function readHead(value: unknown): PlanHead {
  if (typeof value === 'object' && value !== null && 'plan' in value) checkVersion(value.plan)
  const result = planHeadSchema.safeParse(value)
  if (!result.success) throw malformed('its first line is not the head of a plan')
  return result.data
}

function addItem(items: Record<PlanList, unknown[]>, value: unknown, number: number): void {
  const [entry, ...more] = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const list = lists.find((name) => name === entry?.[0])
  if (!entry || !list || more.length > 0) throw malformed(`line ${number} is no item of a plan`)
  if (!planItemSchemas[list].safeParse(entry[1]).success) throw malformed(`line ${number} is not as expected`)
  items[list].push(entry[1])
}
