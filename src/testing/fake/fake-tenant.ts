import type { XMattersTenant } from '../../xmatters/index.ts'
import type {
  WireAbsence,
  WireDevice,
  WireGroup,
  WireMembership,
  WirePerson,
  WireService,
  WireShift,
  WireShiftMember,
  WireSite,
} from '../../xmatters/wire/index.ts'

/** Lets tests edit what the types of the wire only let them read, lists and all. */
export type Editable<T> = T extends readonly (infer U)[]
  ? Editable<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Editable<T[K]> }
    : T

export type FakeShift = Editable<Omit<WireShift, 'members'> & { readonly members: readonly WireShiftMember[] }>

/** What the fake instance holds, in the shapes of the wire. Edit it between requests: the next answer knows. */
export interface FakeTenant {
  /** `xmatters:<host>`. */
  readonly origin: string
  /** The instant of which the order of members (`position`) speaks. */
  capturedAt: string
  people: Editable<WirePerson>[]
  devices: Editable<WireDevice>[]
  groups: Editable<WireGroup>[]
  roster: Editable<WireMembership>[]
  shifts: FakeShift[]
  absences: Editable<WireAbsence>[]
  sites: Editable<WireSite>[]
  services: Editable<WireService>[]
}

/** A tenant's rows, copied. */
export function fakeTenant(tenant: XMattersTenant): FakeTenant {
  const { selection: _selection, completeness: _completeness, ...rows } = tenant
  return structuredClone(rows) as FakeTenant
}
