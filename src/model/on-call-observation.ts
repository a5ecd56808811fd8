/** One row of what the source itself says about who is on call: one occurrence of one shift, or a stretch without any. */
export interface OnCallObservation {
  readonly group: { readonly id: string; readonly name: string }
  /** `null`: nobody is on call for this stretch. */
  readonly shift: { readonly id: string; readonly name: string } | null
  /** Instant; the row may be clipped to the window asked for, or not. */
  readonly start: string
  /** Instant; excluded. */
  readonly end: string
  readonly members: readonly ObservedMember[]
}

export interface ObservedMember {
  readonly position: number
  /** Minutes; the source does not say whether before or after this member. */
  readonly delay: number
  readonly escalationType: string
  readonly inRotation: boolean | null
  readonly member: ObservedRecipient
  /** Who covers when, within the occurrence; may tile it or cover a part only. */
  readonly replacements: readonly ObservedReplacement[]
}

export interface ObservedRecipient {
  readonly id: string
  readonly name: string
  readonly kind: 'person' | 'group' | 'device' | 'dynamic' | 'other'
  /** The person who owns a device; `null` for all else. */
  readonly ownerId: string | null
  /** `null` when the row does not say. */
  readonly active: boolean | null
}

export interface ObservedReplacement {
  readonly start: string
  readonly end: string
  readonly replacement: { readonly id: string; readonly name: string; readonly active: boolean | null } | null
}
