import { readEnvelope } from '../list-envelope.ts'
import type { TenantShift } from '../tenant.ts'
import type { WireAbsence, WireGroup, WireMembership, WireRecipientReference } from '../wire/index.ts'
import { readWord } from '../wire-schema/read-word.ts'
import { idOf } from '../wire-schema/row-kind.ts'

/** Ids that something mentions, by what they are ids of. */
export interface References {
  readonly people: Set<string>
  readonly groups: Set<string>
  readonly devices: Set<string>
}

export const noReferences = (): References => ({ people: new Set(), groups: new Set(), devices: new Set() })

export function addMembership(references: References, { member }: WireMembership): void {
  addRecipient(references, member)
}

export function addShift(references: References, { members }: TenantShift): void {
  for (const { recipient } of members) addRecipient(references, recipient)
}

export function addSupervisors({ people }: References, { supervisors }: WireGroup): void {
  for (const row of readEnvelope(supervisors)?.rows ?? []) add(people, idOf(row))
}

/** Who is absent and who stands in. */
export function addAbsence({ people }: References, { member, replacement }: WireAbsence): void {
  add(people, idOf(member))
  add(people, idOf(replacement))
}

/** By the word of the recipient; of a device its owner too. Words that are not known are left to whoever reads the tenant. */
function addRecipient(references: References, recipient: WireRecipientReference | undefined): void {
  const id = idOf(recipient)
  if (id === null || !recipient) return
  const word = readWord(recipient.recipientType)
  if (word === 'PERSON') references.people.add(id)
  else if (word === 'GROUP' || word.startsWith('DYNAMIC')) references.groups.add(id)
  else if (word === 'DEVICE') {
    references.devices.add(id)
    add(references.people, idOf(recipient.owner))
  }
}

function add(ids: Set<string>, id: string | null): void {
  if (id !== null) ids.add(id)
}
