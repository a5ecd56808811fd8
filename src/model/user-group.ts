/** A team: who belongs together, who looks after it, what it owns. Membership says nothing about being on call. */
export interface UserGroup {
  /** `group:<uuid>`, shared with the group's schedule and escalation policy. */
  readonly key: string
  readonly name: string
  readonly description: string
  /** `static`: the members were chosen; `dynamic`: a rule chose them, and `memberKeys` is its result at the capture. */
  readonly membership: 'static' | 'dynamic'
  /** An inactive group is never notified. */
  readonly active: boolean
  /** User keys; a set, sorted. */
  readonly memberKeys: readonly string[]
  /** Group keys of the groups that are members; a set, sorted. */
  readonly memberGroupKeys: readonly string[]
  /** User keys; a set, sorted. */
  readonly supervisorKeys: readonly string[]
  /** Names of the services that the group owns; a set, sorted. */
  readonly ownedServices: readonly string[]
  /** Name of the site whose holidays apply; `null` for none. */
  readonly site: string | null
}
