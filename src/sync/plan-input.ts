import { InvalidArgumentError } from '../errors.ts'
import type { EntityKind, EntityValue, OnCallSnapshot } from '../model/index.ts'
import { formatInstant, parseInstant } from '../time/index.ts'
import { targetPrefix } from './translate-references.ts'
import { entityKinds, entityLists, perEntity } from './entity-kinds.ts'
import type { Baseline, BaselineEntry } from './state-store.ts'
import type { TargetCapabilities, TargetRecord, TargetSnapshot } from './target-adapter.ts'

export interface PlanInput {
  /** What the source says. */
  readonly desired: OnCallSnapshot
  /** What the target has, as its adapter's `read` gives it. */
  readonly current: TargetSnapshot
  /** As the state store's `readBaseline` gives it; `null` before the first run. */
  readonly baseline: Baseline | null
  /** Instant of the plan. */
  readonly now: string
  /** The adapter's. */
  readonly capabilities?: Partial<TargetCapabilities>
}

export type AnyValue = EntityValue[EntityKind]
export type AnyRecord = TargetRecord<AnyValue>

/** The input by kind and key, in an order that does not depend on that of its lists. */
export interface ReadInput {
  readonly origin: string
  readonly now: string
  /** Whether everything could be read. */
  readonly isComplete: boolean
  /** Which keys the source's silence about an item speaks for; `all` for every one. */
  readonly silence: 'all' | ReadonlySet<string>
  readonly desired: Readonly<Record<EntityKind, ReadonlyMap<string, AnyValue>>>
  /** By target id. */
  readonly records: Readonly<Record<EntityKind, ReadonlyMap<string, AnyRecord>>>
  readonly baseline: Readonly<Record<EntityKind, ReadonlyMap<string, BaselineEntry>>>
}

/** Throws `InvalidArgumentError` for keys or ids that come twice, a baseline of another source, and a `now` that is no instant. */
export function readPlanInput({ desired, current, baseline, now }: PlanInput): ReadInput {
  if (!isObject(desired) || !isObject(desired.scope))
    throw new InvalidArgumentError('The desired state is no snapshot of a source.')
  if (!isObject(current)) throw new InvalidArgumentError('The current state is no snapshot of a target.')
  const { origin, scope } = desired
  if (baseline !== null && baseline.origin !== origin) {
    throw new InvalidArgumentError(
      `The baseline is of ${JSON.stringify(baseline.origin)}, the snapshot of ${JSON.stringify(origin)}.`,
    )
  }
  const entries = perEntity(() => new Map<string, BaselineEntry>())
  for (const entry of baseline?.entries ?? []) entries[entry.entity]?.set(entry.key, entry)
  const read = {
    origin,
    now: formatInstant(parseInstant(now)),
    isComplete: scope.complete,
    silence: silenceOf(scope),
    desired: perEntity((entity) =>
      indexed<AnyValue>(desired[entityLists[entity]], ({ key }) => key, `${entity} in the snapshot`),
    ),
    records: perEntity((entity) =>
      indexed<AnyRecord>(current[entityLists[entity]], ({ id }) => id, `${entity} in the target`),
    ),
    baseline: entries,
  }
  for (const entity of entityKinds) {
    for (const key of read.desired[entity].keys()) {
      if (key.startsWith(targetPrefix))
        throw new InvalidArgumentError(`A source key must not begin with ${targetPrefix}: ${JSON.stringify(key)}.`)
    }
  }
  return read
}

function silenceOf({ complete, selected }: OnCallSnapshot['scope']): ReadInput['silence'] {
  if (!complete) return new Set()
  return selected === null ? 'all' : new Set(selected)
}

/** Callers without a compiler hand over what they like. */
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function indexed<T>(list: readonly T[], nameOf: (item: T) => string, what: string): ReadonlyMap<string, T> {
  if (!Array.isArray(list)) throw new InvalidArgumentError(`There is no list for ${what}.`)
  const map = new Map<string, T>()
  let last: string | null = null
  let isSorted = true
  for (const item of list) {
    const name = nameOf(item)
    if (map.has(name)) throw new InvalidArgumentError(`There are two of ${what} with the name ${JSON.stringify(name)}.`)
    map.set(name, item)
    if (last !== null && last > name) isSorted = false
    last = name
  }
  return isSorted ? map : new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
}
