import { readEnvelope } from '../list-envelope.ts'
import type { WireAbsence, WireRecipientReference } from '../wire/index.ts'
import { readWord } from '../wire-schema/read-word.ts'
import { idOf } from '../wire-schema/row-kind.ts'
import type { TenantRows } from './tenant-draft.ts'

/** Ids that something mentions, by what they are ids of. */
export interface References {
  readonly people: Set<string>
  readonly groups: Set<string>
  readonly devices: Set<string>
}

/** Everything that what was read so far refers to. */
export function referencesOf({ groups, roster, shifts, absences, devices }: TenantRows): References {
  const named: References = { people: new Set(), groups: new Set(), devices: new Set() }
  for (const { supervisors } of groups.values()) {
    for (const row of readEnvelope(supervisors)?.rows ?? []) add(named.people, row)
  }
  for (const { member } of roster.values()) addRecipient(named, member)
  for (const { members } of shifts.values()) for (const { recipient } of members) addRecipient(named, recipient)
  for (const id of named.devices) add(named.people, devices.get(id)?.owner)
  for (const absence of absences.values()) addAbsence(named, absence)
  return named
}

/** Who is absent and who stands in. */
export function addAbsence({ people }: References, { member, replacement }: WireAbsence): void {
  add(people, member)
  add(people, replacement)
}

/** By the word of the recipient; of a device its owner too. Words that are not known are left to whoever reads the tenant. */
function addRecipient({ people, groups, devices }: References, recipient: WireRecipientReference | undefined): void {
  const word = readWord(recipient?.recipientType)
  if (word === 'PERSON') add(people, recipient)
  else if (word === 'GROUP' || word.startsWith('DYNAMIC')) add(groups, recipient)
  else if (word === 'DEVICE') {
    add(devices, recipient)
    add(people, recipient?.owner)
  }
}

function add(ids: Set<string>, mention: unknown): void {
  const id = idOf(mention)
  if (id !== null) ids.add(id)
}
