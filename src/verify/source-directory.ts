import { groupKey, type OnCallSnapshot, type UserGroup, userKey } from '../model/index.ts'
import { policiesIn } from '../schedule/index.ts'

/** What the snapshot knows about recipients of whom an observed row gives no more than the id. */
export interface SourceDirectory {
  isActiveUser(key: string): boolean
  isActiveGroup(id: string): boolean
  /** User key of a device's owner. */
  ownerOfDevice(id: string): string | null
  /** The group's roster where the group alerts all of its members at once, else `null`. */
  rosterOf(id: string): UserGroup | null
  hasUser(id: string): boolean
}

export function createSourceDirectory(snapshot: OnCallSnapshot): SourceDirectory {
  const inactiveUsers = new Set(snapshot.users.filter(({ active }) => !active).map(({ key }) => key))
  const inactiveGroups = new Set(snapshot.userGroups.filter(({ active }) => !active).map(({ key }) => key))
  const users = new Set(snapshot.users.map(({ key }) => key))
  const groups = new Map(snapshot.userGroups.map((group) => [group.key, group]))
  const onCallGroups = new Set<string>()
  for (const { key, rotations } of snapshot.schedules) {
    if (rotations.length > 0) onCallGroups.add(key)
    for (const nested of policiesIn(rotations.flatMap(({ participants }) => participants))) onCallGroups.add(nested)
  }
  let owners: Map<string, string> | null = null
  return {
    isActiveUser: (key) => !inactiveUsers.has(key),
    isActiveGroup: (id) => !inactiveGroups.has(groupKey(id)),
    hasUser: (id) => users.has(userKey(id)),
    ownerOfDevice: (id) => {
      owners ??= new Map(
        snapshot.users.flatMap(({ key, contactMethods }) => contactMethods.map((one) => [one.key, key])),
      )
      return owners.get(`device:${id}`) ?? null
    },
    rosterOf: (id) => {
      const group = groups.get(groupKey(id))
      return group === undefined || onCallGroups.has(group.key) ? null : group
    },
  }
}
