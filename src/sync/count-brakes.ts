import type { EntityKind } from '../model/index.ts'
import type { BrakeInput, SourceBrakeInput } from './brake-input.ts'
import { entityKinds, entityLists, entityWords } from './entity-kinds.ts'
import type { Brake, Change } from './plan.ts'

/** Nothing of a kind of which the target holds items of this source: more often a read that failed than a directory that emptied. */
export function emptySourceBrakes({ held, source, limits }: SourceBrakeInput): Brake[] {
  if (limits.emptySource) return []
  const empty = entityKinds.filter((entity) => held[entity] > 0 && source[entityLists[entity]].length === 0)
  if (empty.length === 0) return []
  const words = empty.map((entity) => `no ${entityWords[entity][1]}, of which the target holds ${held[entity]}`)
  return [
    {
      code: 'empty-source',
      entity: empty.length === 1 ? empty[0]! : null,
      keys: [],
      limit: 1,
      actual: 0,
      message: `The source has ${words.join(', and ')}.`,
    },
  ]
}

/** Removals and updates of each kind, as a share of what belongs to this source and as a number. */
export function shareAndCountBrakes({ changes, held, limits }: BrakeInput): Brake[] {
  const { removalShare, removalCount, removalFloor, updateShare, updateCount, updateFloor } = limits
  return entityKinds.flatMap((entity) => {
    const ofKind = (actions: readonly Change['action'][]): string[] =>
      changes
        .filter((change) => change.entity === entity && actions.includes(change.action))
        .map(({ key }) => key)
        .sort()
    const tally = { entity, held: held[entity] }
    return [
      ...tooMany({ ...tally, keys: ofKind(['remove', 'disable']) }, 'removal', 'removed or disabled', {
        share: removalShare(entity),
        count: removalCount(entity),
        floor: removalFloor,
      }),
      ...tooMany({ ...tally, keys: ofKind(['update']) }, 'update', 'updated', {
        share: updateShare(entity),
        count: updateCount(entity),
        floor: updateFloor,
      }),
    ]
  })
}

function tooMany(
  { entity, keys, held }: { readonly entity: EntityKind; readonly keys: readonly string[]; readonly held: number },
  kind: 'removal' | 'update',
  done: string,
  limit: { readonly share: number; readonly count: number; readonly floor: number },
): Brake[] {
  const brakes: Brake[] = []
  const count = keys.length
  const share = count / Math.max(held, count)
  if (count > limit.floor && share > limit.share) {
    brakes.push({
      code: `${kind}-share`,
      entity,
      keys,
      limit: limit.share,
      actual: share,
      message: `${percent(share)} of the ${entityWords[entity][1]} (${count} of ${Math.max(held, count)}) would be ${done}; the limit is ${percent(limit.share)}.`,
    })
  }
  if (count > limit.count) {
    brakes.push({
      code: `${kind}-count`,
      entity,
      keys,
      limit: limit.count,
      actual: count,
      message: `${count} ${entityWords[entity][1]} would be ${done}; the limit is ${limit.count}.`,
    })
  }
  return brakes
}

/** Groups that stay and lose more of their members than they should at once. */
export function memberRemovalBrakes({ before, after, changes, limits }: BrakeInput): Brake[] {
  const updated = new Set(
    changes.filter(({ entity, action }) => entity === 'userGroup' && action === 'update').map(({ key }) => key),
  )
  if (updated.size === 0) return []
  const then = new Map(before.userGroups.filter(({ key }) => updated.has(key)).map((group) => [group.key, group]))
  const losses = after.userGroups.flatMap(({ key, name, memberKeys }) => {
    const old = updated.has(key) ? then.get(key) : undefined
    if (!old) return []
    const members = new Set(memberKeys)
    const lost = old.memberKeys.filter((member) => !members.has(member)).length
    const limit = limits.memberRemovals(old.memberKeys.length)
    return lost > limit ? [{ key, name, lost, had: old.memberKeys.length, limit }] : []
  })
  const worst = losses.reduce((most, loss) => (loss.lost > most.lost ? loss : most), losses[0]!)
  if (!worst) return []
  const others = losses.length > 1 ? `; ${losses.length - 1} more lose too many` : ''
  return [
    {
      code: 'member-removals',
      entity: 'userGroup',
      keys: losses.map(({ key }) => key).sort(),
      limit: worst.limit,
      actual: worst.lost,
      message: `${worst.name} would lose ${worst.lost} of ${worst.had} members; the limit is ${worst.limit}${others}.`,
    },
  ]
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
