import type { EntityKind, EntityValue } from '../model/index.ts'
import { type ContractIds, richValue } from './contract-values.ts'

/** How long lists are, and target ids of so many people to be in them, or of none. */
export interface LongLists {
  readonly length: number
  readonly people: readonly string[]
}

/** Values whose lists are longer than a page. */
export function longValue<E extends EntityKind>(
  entity: E,
  key: string,
  ids: ContractIds,
  { length, people }: LongLists,
): EntityValue[E] {
  const many: Many = (make) => Array.from({ length }, (_, nth) => make(nth))
  return lengthen[entity](richValue(entity, key, ids), many, people)
}

type Many = <T>(make: (nth: number) => T) => readonly T[]

const lengthen: {
  readonly [E in EntityKind]: (value: EntityValue[E], many: Many, people: readonly string[]) => EntityValue[E]
} = {
  user: (value, many) => ({
    ...value,
    contactMethods: many((nth) => ({ ...value.contactMethods[0]!, key: `device:${nth}`, order: nth + 1 })),
  }),
  userGroup: (value, many, people) => ({
    ...value,
    memberKeys: [...people].sort(),
    ownedServices: many((nth) => `service ${1000 + nth}`),
  }),
  schedule: (value, many, people) => {
    const [rotation] = value.rotations
    const [override] = value.overrides
    return {
      ...value,
      rotations: many((nth) => ({
        ...rotation!,
        key: `${rotation!.key}${nth}`,
        participants: nth > 0 ? rotation!.participants : people.map((key) => ({ kind: 'user', key })),
      })),
      overrides: override ? many((nth) => ({ ...override, key: `${override.key}${nth}` })) : [],
    }
  },
  escalationPolicy: (value, many) => ({
    ...value,
    levels: many((nth) => ({ ...value.levels[nth % value.levels.length]!, offsetMinutes: 3 * nth })),
  }),
}
