import type { EntityKind } from '../model/index.ts'
import { assessPlan } from './assess-plan.ts'
import { buildWorlds } from './build-worlds.ts'
import { digestOf } from './digest.ts'
import { entityKinds, perEntity } from './entity-kinds.ts'
import { createKeyBook, type KeyBook, type ReadRecord } from './key-book.ts'
import { type Match, type Matching, matchItems } from './match-items.ts'
import { isUnchanged } from './merge-item.ts'
import type { JsonObject } from './merge-sides.ts'
import { orderRemovals, type Referrer } from './order-removals.ts'
import type { Change, Conflict, Drift, Skipped, SyncPlan } from './plan.ts'
import { type AnyValue, displayName, type PlanInput, readPlanInput, type ReadInput } from './plan-input.ts'
import { planMatched } from './plan-matched.ts'
import { isInScope, planRemovals } from './plan-removals.ts'
import { orderWrites } from './plan-writes.ts'
import type { PlannerSettings } from './planner-options.ts'
import { createSameValue } from './same-value.ts'
import { settleItems } from './settle-items.ts'
import { prepareSource, wholeValue } from './source-value.ts'
import type { BaselineEntry } from './state-store.ts'
import { thinReferences } from './thin-references.ts'
import { type Loser, weaken } from './weaken.ts'

/** Compares the three sides and says what is to be done. Pure; the same input in any order gives the same bytes. */
export function makePlan(planInput: PlanInput, settings: PlannerSettings): SyncPlan {
  const input = readPlanInput(planInput)
  const { capabilities = {} } = planInput
  const kept: ReadonlySet<EntityKind> = new Set(capabilities.entities ?? entityKinds)
  const matchings = perEntity((entity) =>
    kept.has(entity)
      ? matchItems(entity, input, {
          manual: settings.manual[entity],
          isLeaving: (key) => settings.removal === 'remove' && isInScope(input, key),
        })
      : noMatching,
  )
  const settled = settleItems(input, matchings, settings, capabilities)
  const book = createKeyBook(input, matchings, settled)
  const isSame = createSameValue()

  const writes: Change[] = []
  const conflicts: Conflict[] = [...settled.conflicts]
  const skipped: Skipped[] = [...settled.skipped]
  const drift: Drift[] = []
  const agreed: BaselineEntry[] = []
  const unchanged: Record<EntityKind, number> = { user: 0, userGroup: 0, schedule: 0, escalationPolicy: 0 }
  const lost = perEntity(() => new Map<string, Loser[]>())
  const updated = perEntity(() => new Map<string, Change>())

  for (const entity of entityKinds) {
    const { matches, othersNamed } = matchings[entity]
    for (const [key, value] of input.desired[entity]) {
      const match = matches.get(key)
      const isNew = settled.create[entity].has(key) || (entity === 'user' && settled.invite.has(key))
      if (!match && !isNew) continue
      const read = match ? book.readRecord(entity, match.record) : null
      const source = thinReferences(
        entity,
        prepareSource(entity, value, { contactDetails: settings.contactDetails, kept }),
        (kind, reference, set) => {
          if (book.isAvailable(kind, reference) || (read && isHeld(read, kind, reference, set))) return true
          if (kept.has(kind)) note(lost[kind], reference, { entity, key })
          return false
        },
      )
      if (match && read && isSettled(match, read, source, input.baseline[entity].get(key))) {
        unchanged[entity] += 1
        continue
      }
      if (!match || !read) {
        writes.push(newChange(entity, key, wholeValue(entity, source), entity === 'user' && settled.invite.has(key)))
        continue
      }
      const update = planMatched({ entity, key, match, read, source, input, settings, isSame, othersNamed })
      if (update.change) {
        writes.push(update.change)
        updated[entity].set(key, update.change)
      }
      conflicts.push(...update.conflicts)
      drift.push(...update.drift)
      skipped.push(...update.skipped)
      if (update.agreed) agreed.push(update.agreed)
      if (update.isUnchanged) unchanged[entity] += 1
    }
  }

  const removals = planRemovals({ input, settings, capabilities, matchings, book, isSame })
  conflicts.push(...removals.conflicts)
  skipped.push(...removals.skipped)
  const ordered = orderRemovals(removals.changes, referrersOf(input, book, updated))
  skipped.push(...ordered.skipped)
  const changes = [...orderWrites(writes), ...ordered.changes]

  const weakened = weaken(input, conflicts, lost)
  skipped.push(...weakened.skipped)
  const worlds = changes.length === 0 ? noWorlds : buildWorlds(input, book, changes)
  const { impact, safety } = assessPlan({
    ...worlds,
    changes,
    now: input.now,
    held: perEntity((entity) => matchings[entity].matches.size + matchings[entity].orphans.size),
    source: planInput.desired,
    uninvited: new Set(lost.user.keys()),
    limits: settings.limits,
  })
  const content = {
    version: 1 as const,
    origin: input.origin,
    createdAt: input.now,
    changes,
    conflicts: weakened.conflicts,
    drift,
    skipped: skipped.sort(bySkipped),
    unchanged,
    safety,
    impact,
    ...(agreed.length > 0 ? { agreed } : {}),
  }
  return { ...content, id: digestOf(content) }
}

const noMatching: Matching = {
  matches: new Map(),
  problems: new Map(),
  elsewhere: new Map(),
  fresh: [],
  orphans: new Map(),
  othersNamed: () => [],
}

const emptyWorld = { users: [], userGroups: [], schedules: [], escalationPolicies: [] } as const
const noWorlds = { before: emptyWorld, after: emptyWorld }

function newChange(entity: EntityKind, key: string, value: AnyValue, isInvited: boolean): Change {
  const action = isInvited ? 'invite' : 'create'
  return {
    id: `${entity}:${key}:${action}`,
    action,
    entity,
    key,
    targetId: null,
    fields: [],
    value,
    // An invitation brings a record with a name and an address at most; the rest follows once the record is there.
    ...(isInvited ? { baseline: { ...value, ...blankUser } } : {}),
    dependsOn: [],
    expects: null,
    reason: isInvited ? 'The target has nobody with this address.' : 'The target does not have it yet.',
    name: displayName(value, key),
  }
}

const blankUser = { givenName: null, familyName: null, timeZone: null, active: true, contactMethods: [] } as const

/** Every record that may refer to another, before and after the updates. */
function* referrersOf(
  { records }: ReadInput,
  book: KeyBook,
  updated: Readonly<Record<EntityKind, ReadonlyMap<string, Change>>>,
): Generator<Referrer> {
  for (const entity of entityKinds) {
    if (entity === 'user') continue
    for (const record of records[entity].values()) {
      const key = book.keyOf(entity, record.id)
      const before = book.readRecord(entity, record).value as unknown as AnyValue
      const update = updated[entity].get(key)
      const after = update ? (update.value as AnyValue) : before
      yield { entity, key, name: displayName(record.value, key), before, after, changeId: update?.id ?? null }
    }
  }
}

/** Spares the merge what needs none. */
function isSettled(
  { record, by }: Match,
  { value, replaced }: ReadRecord,
  source: AnyValue,
  entry: BaselineEntry | undefined,
): boolean {
  if (by !== 'link' || entry?.targetId !== record.id || record.status === 'disabled' || replaced.size > 0) return false
  const base = entry.value as JsonObject | null
  return base !== null && isUnchanged(base, source as unknown as JsonObject, value)
}

/** What the record mentions already it may go on to mention, in the same set. */
function isHeld({ held, value }: ReadRecord, entity: EntityKind, key: string, set: string | undefined): boolean {
  if (!held.has(`${entity} ${key}`)) return false
  const list = set === undefined ? undefined : value[set]
  return !Array.isArray(list) || list.includes(key)
}

function note(lost: Map<string, Loser[]>, key: string, loser: Loser): void {
  const losers = lost.get(key)
  if (!losers) lost.set(key, [loser])
  else if (losers.at(-1)?.key !== loser.key || losers.at(-1)?.entity !== loser.entity) losers.push(loser)
}

function bySkipped(a: Skipped, b: Skipped): number {
  const [left, right] = [a, b].map(
    ({ entity, key, targetId, code }) => `${entityKinds.indexOf(entity)} ${key ?? ''} ${targetId ?? ''} ${code}`,
  )
  return left! < right! ? -1 : left! > right! ? 1 : 0
}
