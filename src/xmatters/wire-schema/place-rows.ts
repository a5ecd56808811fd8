import type { WireDeviceName, WireNamedReference, WireService, WireSite } from '../wire/index.ts'
import type { RowKind } from './row-kind.ts'
import { rowKind } from './row-kind.ts'
import { id, list, reference, text, word } from './wire-fields.ts'

export const siteRows: RowKind<WireSite> = rowKind<WireSite>({
  id,
  name: text,
  timezone: text,
  country: text,
  status: word('ACTIVE', 'INACTIVE'),
})

export const serviceRows: RowKind<WireService> = rowKind<WireService>({
  id,
  targetName: text,
  ownedBy: reference,
  serviceLinks: list,
  serviceType: word('TECHNICAL', 'APPLICATION'),
  serviceTier: word('PLATINUM', 'GOLD', 'SILVER', 'BRONZE'),
})

export const roleRows: RowKind<WireNamedReference> = rowKind<WireNamedReference>({ id, name: text })

export const deviceNameRows: RowKind<WireDeviceName> = rowKind<WireDeviceName>(
  { name: text, deviceType: text },
  [],
  ({ id, name, deviceType }) => id ?? `${deviceType ?? ''} ${name ?? ''}`,
)

/** The one list whose rows are words. */
export const deviceTypeRows: RowKind<string> = {
  read: (value) =>
    typeof value === 'string'
      ? { row: value, issues: [] }
      : { row: null, issues: [{ code: 'unreadable-row', path: '', message: 'Not a word; left out.' }] },
  identify: (row) => row,
}
