/** Key of a user: `person:<uuid>`. */
export type UserKey = `person:${string}`

/** Key of a user group, its schedule and its escalation policy alike: `group:<uuid>`. */
export type GroupKey = `group:${string}`

export const userKey = (id: string): UserKey => `person:${id}`

export const groupKey = (id: string): GroupKey => `group:${id}`
