import type { WireAbsence, WireDevice, WirePerson } from '../wire/index.ts'
import { rowKind, type RowKind } from './row-kind.ts'
import { flag, id, list, numeric, object, reference, text, word } from './wire-fields.ts'

export const personRows: RowKind<WirePerson> = rowKind<WirePerson>({
  id,
  targetName: text,
  recipientType: word('PERSON'),
  firstName: text,
  lastName: text,
  timezone: text,
  webLogin: text,
  site: reference,
  properties: object,
  roles: list,
  supervisors: list,
  devices: list,
  licenseType: word('FULL_USER', 'STAKEHOLDER_USER'),
  status: word('ACTIVE', 'INACTIVE'),
})

/** The documentation calls the types of devices an open list, so that none of them is odd. */
export const deviceRows: RowKind<WireDevice> = rowKind<WireDevice>({
  id,
  name: text,
  targetName: text,
  recipientType: word('DEVICE'),
  deviceType: text,
  emailAddress: text,
  phoneNumber: text,
  defaultDevice: flag,
  sequence: numeric,
  delay: numeric,
  owner: reference,
  timeframes: list,
  status: word('ACTIVE', 'INACTIVE'),
})

export const absenceRows: RowKind<WireAbsence> = rowKind<WireAbsence>({
  id,
  start: text,
  end: text,
  member: reference,
  group: reference,
  replacement: reference,
  absenceType: word('REPLACEMENT', 'VACANCY'),
})
