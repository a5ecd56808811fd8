/** Who is alerted, how many minutes after the alert. */
export interface EscalationPolicy {
  /** `group:<uuid>`. */
  readonly key: string
  readonly name: string
  /** User group that owns the policy. */
  readonly ownerGroupKey: string
  /** The policy of an inactive group reaches nobody. */
  readonly active: boolean
  /** By ascending offset, offsets distinct. */
  readonly levels: readonly EscalationLevel[]
  /** What happens after the last level; `null` when escalation ends there. Several entries where shifts differ. */
  readonly repeat: readonly PolicyRepeat[] | null
}

export interface EscalationLevel {
  /** Minutes after the alert. */
  readonly offsetMinutes: number
  readonly targets: readonly Target[]
}

export type Target =
  | { readonly kind: 'rotation'; readonly scheduleKey: string; readonly key: string }
  | { readonly kind: 'user'; readonly key: string }
  | { readonly kind: 'policy'; readonly key: string }

/** The levels start again, for the alerts that reached the rotations named. */
export interface PolicyRepeat {
  readonly rotationKeys: readonly string[]
  /** Minutes to wait after the last level. */
  readonly delayMinutes: number
  /** How often; `null` when the source gives no number. */
  readonly repetitions: number | null
}
