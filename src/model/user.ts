/** A person who can be paged. */
export interface User {
  /** `person:<uuid>` in a snapshot; in a target record the key as it was imported. */
  readonly key: string
  /** Display name. */
  readonly name: string
  /** Where an invitation goes; `null` when the source has no address. */
  readonly email: string | null
  readonly givenName: string | null
  readonly familyName: string | null
  /** IANA id; `null` when the source has none or it could not be resolved. */
  readonly timeZone: string | null
  /** An inactive user keeps every place that they hold and is never reached there. */
  readonly active: boolean
  /** In the order in which the person wants to be contacted. */
  readonly contactMethods: readonly ContactMethod[]
}

/** One way to reach a person, with the person's own notification preference. */
export interface ContactMethod {
  /** Unique within the user; `device:<uuid>`. */
  readonly key: string
  readonly kind: 'email' | 'sms' | 'voice' | 'push' | 'pager' | 'other'
  /** E-mail address, phone number or pager number as the source has it; `null` for an app without an address. */
  readonly address: string | null
  /** The source's name for it, such as `Work Phone`. */
  readonly label: string
  /** 1 is contacted first. */
  readonly order: number
  /** Minutes to wait on this one before the next. */
  readonly delayMinutes: number
  readonly active: boolean
  /** The lowest alert priority that reaches it. */
  readonly minimumPriority: 'low' | 'medium' | 'high'
  /** Used when no timeframe of any contact method is active. */
  readonly isDefault: boolean
  /** When it may be used; an empty list means always. */
  readonly timeframes: readonly ContactTimeframe[]
}

/** A weekly window in which a contact method may be used. */
export interface ContactTimeframe {
  readonly name: string
  /** Wall clock `HH:mm`. */
  readonly startTime: string
  readonly durationMinutes: number
  readonly days: readonly Weekday[]
  /** IANA id; `null` means the user's own zone. */
  readonly timeZone: string | null
  readonly excludeHolidays: boolean
}

/** RFC 5545 weekday. */
export type Weekday = 'SU' | 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA'
