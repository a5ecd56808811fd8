import type { BrakeInput, SourceBrakeInput } from './brake-input.ts'
import { entityKinds, entityLists, entityWords } from '../entity-kinds.ts'
import type { Brake, BrakeCode, Change } from '../plan.ts'

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

const tallied = [
  { kind: 'removal', actions: ['remove', 'disable'], done: 'removed or disabled' },
  { kind: 'update', actions: ['update'], done: 'updated' },
] as const

/** Removals and updates of each kind, as a share of what belongs to this source and as a number. */
export function shareAndCountBrakes({ changes, held, limits }: BrakeInput): Brake[] {
  return entityKinds.flatMap((entity) =>
    tallied.flatMap(({ kind, actions, done }) => {
      const isCounted = ({ action }: Change): boolean => (actions as readonly Change['action'][]).includes(action)
      const counted = changes.filter((change) => change.entity === entity && isCounted(change))
      const keys = counted.map(({ key }) => key).sort()
      const words = entityWords[entity][1]
      const count = keys.length
      const all = Math.max(held[entity], count)
      const share = count / all
      const brakes: Brake[] = []
      const hold = (code: BrakeCode, limit: number, actual: number, what: string, most: string): void => {
        const message = `${what} would be ${done}; the limit is ${most}.`
        if (actual > limit) brakes.push({ code, entity, keys, limit, actual, message })
      }
      const most = { share: limits[`${kind}Share`](entity), count: limits[`${kind}Count`](entity) }
      if (count > limits[`${kind}Floor`]) {
        const what = `${percent(share)} of the ${words} (${count} of ${all})`
        hold(`${kind}-share`, most.share, share, what, percent(most.share))
      }
      hold(`${kind}-count`, most.count, count, `${count} ${words}`, `${most.count}`)
      return brakes
    }),
  )
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
